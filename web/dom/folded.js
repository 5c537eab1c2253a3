import {el} from "./dom.js";
import {strings} from "../text/en.js";

/**
 * What few need, behind one word. It hides when there is nothing in it, and opens when something in it was refused.
 *
 * @param {...?} rows from field()
 * @return {?} the element; element.tidy() after rows were shown or hidden
 */
export function folded(...rows) {
  const element = el("details", {class: "folded"}, el("summary", {text: strings.more}), ...rows);
  element.tidy = () => {
    element.hidden = rows.every((row) => row.hidden);
  };
  element.reveal = (row) => {
    if (rows.includes(row)) element.open = true;
  };
  return element;
}

/**
 * A list to choose one from, where there is no room for all at once.
 *
 * @param {!Array<{value: string, text: string}>} choices
 * @param {function(string): void} chosen
 * @param {!Object=} properties
 * @return {?} the field; field.show(value)
 */
export function choice(choices, chosen, properties = {}) {
  const select = el("select", Object.assign({onchange: () => chosen(select.value)}, properties),
    ...choices.map(({value, text}) => el("option", {value, text})));
  select.show = (value) => {
    if (select.value !== String(value)) select.value = String(value);
  };
  return select;
}

/**
 * On or off.
 *
 * @param {string} label
 * @param {function(boolean): void} turned
 * @return {?} the switch; its `checked` says which
 */
export function toggle(label, turned) {
  const input = el("input", {type: "checkbox", class: "switch", "aria-label": label,
    onchange: () => turned(input.checked)});
  return input;
}
