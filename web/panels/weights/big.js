import {el, setText} from "../../dom/dom.js";
import {readPalette} from "../../dom/palette.js";
import {strings} from "../../text/en.js";
import {formatNumber} from "../../text/number.js";
import {paintHeat} from "./heat.js";
import {labelsOf} from "./names.js";
import {scrubbable} from "./scrub.js";

/**
 * A matrix too large for numbers: a map, and the number that is picked in it.
 *
 * @param {?} tensor
 * @param {?} structure
 * @param {?} options {change(index, value), pick(r, c)}
 * @return {?} {element, show(tensor), mark(r, c)}
 */
export function bigMatrix(tensor, structure, {change, pick}) {
  const labels = labelsOf(tensor, structure);
  const canvas = el("canvas", {class: "big-map", tabindex: "0", role: "application"});
  const name = el("span", {class: "math"});
  const number = el("div", {class: "number-cell picked-number", role: "spinbutton", tabindex: "0"});
  const element = el("div", {class: "big"}, canvas, el("div", {class: "picked-row"}, name, number));
  let at = [0, 0];
  let now = tensor;
  let pending = null;

  const aspect = tensor.cols / tensor.rows;
  canvas.style.aspectRatio = String(Math.max(0.3, Math.min(6, aspect)));

  const read = () => (pending === null ? now.at(at[0], at[1]) : pending);
  scrubbable(number, {read, write: (value, typed) => {
    pending = value;
    label();
    change(at[0] * tensor.cols + at[1], value, typed);
  }});

  const label = () => {
    const where = tensor.name + "[" + (labels.rows[at[0]] || "1") + (tensor.rows > 1 ? ", " + labels.cols[at[1]] : "") + "]";
    setText(name, where + " =");
    if (!number.firstElementChild) setText(number, formatNumber(read(), 4));
    number.setAttribute("aria-label", where);
    number.setAttribute("aria-valuenow", String(read()));
  };
  const paint = () => {
    const palette = readPalette();
    paintHeat(canvas, now, {positive: palette.positive, negative: palette.negative, zero: palette.zero, ink: palette.ink,
      picked: at});
    canvas.setAttribute("aria-label", strings.weights.cell(tensor.name, labels.rows[at[0]] || "1", labels.cols[at[1]]) + ": "
      + formatNumber(read(), 4));
    label();
  };
  const choose = (r, c) => {
    at = [Math.max(0, Math.min(tensor.rows - 1, r)), Math.max(0, Math.min(tensor.cols - 1, c))];
    pending = null;
    paint();
  };

  canvas.addEventListener("pointerdown", (event) => {
    const box = canvas.getBoundingClientRect();
    choose(Math.floor((event.clientY - box.top) / box.height * tensor.rows),
      Math.floor((event.clientX - box.left) / box.width * tensor.cols));
    pick(at[0], at[1]);
  });
  canvas.addEventListener("keydown", (event) => {
    const moves = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]};
    const move = moves[event.key];
    if (event.key === "Enter") number.focus();
    else if (move) choose(at[0] + move[0], at[1] + move[1]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    element,
    show(fresh) {
      now = fresh;
      pending = null;
      paint();
    },
    mark: choose,
  };
}
