import {cueMore} from "../../dom/cue.js";
import {el, setText} from "../../dom/dom.js";
import {slider} from "../../dom/controls.js";
import {strings} from "../../text/en.js";
import {visible} from "../../text/symbols.js";

/** More steps than this are gone through with a slider. */
const MOST_BUTTONS = 64;

/**
 * The steps to choose one from: a button each, over what the net says there where that is a word of its own; many
 * steps are a slider.
 *
 * @param {function(number): void} chosen hears the step
 * @return {?} {element, build(tokens, first), mark(t), say(answers: ?Array<{text: string, right: ?boolean}>)}
 */
export function stepsRow(chosen) {
  const words = strings.output;
  const buttons = el("div", {class: "steps", role: "group"});
  const move = slider({min: 0, max: 1, step: 1, "aria-label": words.chooseStep}, chosen);
  const where = el("span", {class: "quiet small"});
  const long = el("div", {class: "steps-slider"}, move, where);
  const element = el("div", {}, buttons, long);
  let names = [];
  let marked = -1;
  cueMore(buttons);

  const sayAt = (t) => setText(where, String(t + 1) + (names[t] ? " " + visible(names[t]) : "") + " / " + names.length);

  return {
    element,
    /** The first steps have no answer where `first` is not 0. */
    build(tokens, first) {
      names = tokens;
      marked = -1;
      const many = tokens.length > MOST_BUTTONS;
      buttons.hidden = many;
      long.hidden = !many;
      move.min = String(first);
      move.max = String(tokens.length - 1);
      buttons.replaceChildren(...(many ? [] : tokens).map((token, t) => el("button", {class: "step",
        "aria-label": words.step(t + 1, token), disabled: t < first, onclick: () => chosen(t)},
      el("span", {text: token ? visible(token) : String(t + 1)}), el("span", {class: "step-answer"}))));
    },
    mark(t) {
      Array.from(buttons.children).forEach((button, k) => button.setAttribute("aria-pressed", String(k === t)));
      if (t !== marked && buttons.children[t]) reveal(buttons, buttons.children[t]);
      marked = t;
      if (long.hidden) return;
      move.show(t, String(t + 1));
      sayAt(t);
    },
    say(answers) {
      buttons.classList.toggle("answered", Boolean(answers));
      Array.from(buttons.children).forEach((button, k) => {
        const {text, right} = answers && answers[k] ? answers[k] : {text: "", right: null};
        setText(button.lastChild, text);
        button.lastChild.classList.toggle("as-wanted", right === true);
        button.lastChild.classList.toggle("not-wanted", right === false);
      });
    },
  };
}

/** Scrolls the rows, and only the rows, to where the chosen step is in sight. */
function reveal(box, {offsetTop, offsetHeight}) {
  const least = offsetTop + offsetHeight - box.clientHeight;
  if (box.scrollTop < least || box.scrollTop > offsetTop) box.scrollTop = Math.max(0, least + offsetHeight);
}
