import {settled} from "../../dom/dom.js";

const PAUSE_MS = 250;

/**
 * Takes what is typed into a field once the typing pauses, for the example it was typed for.
 *
 * @param {?} field
 * @param {function(): number} shown which example is shown
 * @param {function(number, string): void} take hears the example and the text
 */
export function typedInto(field, shown, take) {
  let typed = null;
  const now = () => {
    if (typed) take(typed.k, typed.text);
    typed = null;
  };
  const soon = settled(now, PAUSE_MS);
  field.addEventListener("input", () => {
    const k = shown();
    if (typed && typed.k !== k) now();
    typed = {k, text: field.value};
    soon();
  });
  field.addEventListener("change", now);
}

/**
 * Writes into a field what is in force, unless somebody is typing there; another example is written in any case.
 *
 * @param {?} field
 * @param {string} text
 * @param {boolean} other whether another example is shown than before
 */
export function putInto(field, text, other) {
  if ((other || document.activeElement !== field) && field.value !== text) field.value = text;
}

/**
 * As many whole lines as the text takes, at most so many.
 *
 * @param {?} area a textarea
 * @param {number} most
 */
export function fitLines(area, most) {
  area.rows = 1;
  const {lineHeight, paddingTop, paddingBottom} = getComputedStyle(area);
  const lines = (area.scrollHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)) / parseFloat(lineHeight);
  area.rows = Math.max(1, Math.min(most, Math.round(lines) || 1));
}
