import {el, setText} from "./dom.js";
import {strings} from "../text/en.js";
import {parseNumber} from "../text/number.js";
import {inWords} from "../text/places.js";

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
  row.addEventListener("unread", ({detail}) => setMessage(row, unreadable(label, detail)));
  return row;
}

/**
 * Shows or clears what the core said about a field; a number field then knows that it was refused.
 *
 * @param {?} row from field()
 * @param {?string} message
 */
export function setMessage(row, message) {
  tell(row.message, message);
  row.classList.toggle("refused", Boolean(message));
  const input = row.control;
  if (message) {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", row.message.id);
    if (input.refuse) input.refuse();
  } else {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/**
 * Writes a refusal in the words of the page, and as the core said it in the tooltip; hides the place when there is
 * none.
 *
 * @param {?} node
 * @param {?string} message
 */
export function tell(node, message) {
  const said = message ? inWords(message) : "";
  node.hidden = !message;
  setText(node, said);
  if (message && said !== message) node.title = message;
  else node.removeAttribute("title");
}

/**
 * @param {string} label of the control
 * @param {?string} typed what was typed and is no number, or null
 * @return {?string} what to say about it
 */
export function unreadable(label, typed) {
  if (typed === null) return null;
  const finite = Math.abs(parseNumber(typed)) === Infinity;
  return strings.errors.notNumber(label, typed.trim().slice(0, 40), finite);
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
    el("input", {type: "radio", name, value, id: name + "-" + value, class: "hidden", onchange: () => chosen(value)}));
  const group = el("div", {class: "segmented", role: "radiogroup"}, ...choices.flatMap(({value, text}, k) =>
    [inputs[k], el("label", {for: name + "-" + value, text})]));
  group.show = (value) => {
    for (const input of inputs) input.checked = input.value === String(value);
  };
  return group;
}

/**
 * A number that can be typed; Enter or leaving the field takes it. `taken` hears only finite numbers. What was
 * refused stays while it can be corrected; Esc, or leaving, brings back the value in force. While nothing is half
 * typed the field is marked clean, and undo means the page's.
 *
 * @param {function(number): void} taken
 * @param {!Object=} properties
 * @return {?} the field; field.show(text) the value in force, field.refuse() what was taken last
 */
export function numberField(taken, properties = {}) {
  let inForce = "";
  /** What was taken last, until the page has answered. @type {?string} */
  let asked = null;
  let refused = false;
  /** Whether it is being said that this is no number. */
  let told = false;

  const put = (text) => {
    input.value = text;
    input.dataset["clean"] = "";
    asked = null;
    refused = false;
  };
  const say = (typed) => {
    told = typed !== null;
    unread(input, typed);
  };
  const focused = () => document.activeElement === input;

  const take = () => {
    const typed = input.value;
    if (typed === asked || (typed === inForce && "clean" in input.dataset)) return;
    const value = parseNumber(typed);
    const readable = Number.isFinite(value) || typed === inForce;
    put(typed);
    say(readable ? null : typed);
    if (typed === inForce || value === parseNumber(inForce)) return put(inForce);
    asked = typed;
    if (readable) taken(value);
    else input.refuse();
  };
  const input = el("input", Object.assign({
    type: "text", inputmode: "decimal", class: "number", autocomplete: "off", spellcheck: "false", "data-clean": "",
    oninput: () => {
      delete input.dataset["clean"];
    },
    onchange: take,
    onblur: () => {
      take();
      if (refused) put(inForce);
    },
    onfocus: () => input.select(),
    onkeydown: (event) => {
      if (event.key === "Enter") take();
      if (event.key !== "Escape") return;
      put(inForce);
      say(null);
    },
  }, properties));
  input.show = (text) => {
    inForce = text;
    if (focused() && !("clean" in input.dataset)) return;
    put(text);
    if (told) say(null);
  };
  input.refuse = () => {
    if (asked === null) return;
    refused = true;
    if (!focused()) put(inForce);
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
 * A slider. Its range is linear; the caller maps it. Under a hand it waits until the page has come to where it was
 * moved, and otherwise follows the page.
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
