import {el, setText} from "./dom.js";
import {strings} from "../text/en.js";
import {parseNumber} from "../text/number.js";

let count = 0;

/** @return {string} an id nobody else has */
export function freshId() {
  return "c" + ++count;
}

/**
 * A row: label on the left, control on the right, a message under it when the core refuses.
 *
 * @param {string} label
 * @param {...?} controls the first one is what the label names
 * @return {?} the row; row.control is the first control
 */
export function field(label, ...controls) {
  const id = controls[0].id || freshId();
  const grouped = controls[0].getAttribute("role") === "radiogroup";
  controls[0].id = id;
  const caption = grouped ? el("span", {class: "label", id: id + "-label", text: label})
    : el("label", {class: "label", for: id, text: label});
  if (grouped) controls[0].setAttribute("aria-labelledby", id + "-label");
  const message = el("p", {class: "message", id: id + "-message", hidden: true});
  const row = el("div", {class: "field"}, caption, el("div", {class: "controls"}, ...controls), message);
  row.control = controls[0];
  row.message = message;
  row.addEventListener("unread", ({detail}) => setMessage(row, detail && strings.errors.notNumber(label, detail)));
  return row;
}

/**
 * Shows or clears what the core said about a field.
 *
 * @param {?} row from field()
 * @param {?string} message
 */
export function setMessage(row, message) {
  row.message.hidden = !message;
  setText(row.message, message || "");
  row.classList.toggle("refused", Boolean(message));
  const input = row.control;
  if (message) {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", row.message.id);
  } else {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/**
 * Radio buttons that look like one control. A choice is {value, text}.
 *
 * @param {!Array<{value: string, text: string}>} choices
 * @param {function(string): void} chosen
 * @return {?} the group; group.show(value) marks one, group.able(boolean)
 */
export function segmented(choices, chosen) {
  const name = freshId();
  const inputs = choices.map(({value}) =>
    el("input", {type: "radio", name, value, id: name + value, class: "hidden", onchange: () => chosen(value)}));
  const group = el("div", {class: "segmented", role: "radiogroup"}, ...choices.flatMap(({value, text}, k) =>
    [inputs[k], el("label", {for: name + value, text})]));
  group.show = (value) => {
    for (const input of inputs) input.checked = input.value === String(value);
  };
  return group;
}

/**
 * A number that can be typed; Enter or leaving the field takes it. `taken` hears only numbers. While nothing is half typed the
 * field is marked clean, and undo means the page's.
 *
 * @param {function(number): void} taken
 * @param {!Object=} properties
 * @return {?} the field; field.show(text)
 */
export function numberField(taken, properties = {}) {
  let shown = "";
  let refused = false;
  const take = () => {
    const value = parseNumber(input.value);
    if (input.value === shown) return;
    refused = Number.isNaN(value);
    unread(input, refused ? input.value : null);
    if (refused) {
      input.value = shown;
      return;
    }
    shown = input.value;
    input.dataset["clean"] = "";
    taken(value);
  };
  const input = el("input", Object.assign({
    type: "text", inputmode: "decimal", class: "number", autocomplete: "off", spellcheck: "false", "data-clean": "",
    oninput: () => {
      delete input.dataset["clean"];
    },
    onchange: take,
    onfocus: () => input.select(),
    onkeydown: (event) => {
      if (event.key === "Enter") take();
      if (event.key === "Escape") input.value = shown;
    },
  }, properties));
  input.show = (text) => {
    if (document.activeElement !== input || input.value === shown) input.value = text;
    if (document.activeElement !== input || input.value === text) shown = text;
    if (refused) unread(input, null);
    refused = false;
  };
  return input;
}

/**
 * Tells those around a control what was typed into it and is no number, or null when all is well.
 *
 * @param {?} control
 * @param {?string} typed
 */
export function unread(control, typed) {
  control.dispatchEvent(new CustomEvent("unread", {bubbles: true, detail: typed}));
}

/**
 * A slider. Its range is linear; the caller maps it. Under a hand it waits until the page has come to where it was moved,
 * and otherwise follows the page.
 *
 * @param {!Object} properties min, max, step, aria-label
 * @param {function(number): void} moved
 * @return {?} the slider; slider.show(value, text)
 */
export function slider(properties, moved) {
  const fill = () => {
    const share = (input.value - input.min) / (input.max - input.min || 1);
    input.style.setProperty("--share", String(share));
  };
  let asked = NaN;
  const input = el("input", Object.assign({type: "range", class: "slider", oninput: () => {
    asked = Number(input.value);
    fill();
    moved(asked);
  }, onblur: () => {
    asked = NaN;
  }}, properties));
  input.show = (value, text) => {
    if (!(Math.abs(value - asked) > Number(input.step) / 2)) {
      asked = NaN;
      input.value = String(value);
    }
    fill();
    input.setAttribute("aria-valuetext", text);
  };
  return input;
}
