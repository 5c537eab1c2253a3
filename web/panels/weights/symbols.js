import {el, fitted, setText} from "../../dom/dom.js";
import {readPalette} from "../../dom/palette.js";
import {strings} from "../../text/en.js";
import {formatNumber} from "../../text/number.js";
import {labelsOf, reachOf} from "./names.js";
import {scrubbable} from "./scrub.js";

/** Height of a symbol's row, in pixels, and the widest name and cell. */
const ROW = 18;
const LABEL = 76;
const CELL = 30;

/**
 * An embedding: a row of coloured cells for each symbol, under its name, and the number that is picked among them. The
 * matrix itself has a column for each symbol; here it lies on its side.
 *
 * @param {?} tensor E × V
 * @param {?} structure
 * @param {?} options {change(index, value), pick(r, c), width}
 * @return {?} {element, show(tensor), mark(r, c)}
 */
export function symbolRows(tensor, structure, {change, pick, width}) {
  const {cols: symbols} = labelsOf(tensor, structure);
  const {rows: size, cols: count} = tensor;
  const cell = Math.max(3, Math.min(CELL, Math.floor((width - LABEL) / size)));
  const canvas = el("canvas", {class: "symbol-map", tabindex: "0", role: "application"});
  canvas.style.width = LABEL + cell * size + "px";
  canvas.style.height = ROW * count + "px";
  const name = el("span", {class: "math"});
  const number = el("div", {class: "number-cell picked-number", role: "spinbutton", tabindex: "0"});
  const box = el("div", {class: "symbol-box"}, canvas);
  const element = el("div", {class: "big symbols"}, box, el("div", {class: "picked-row"}, name, number));
  /** The number of the embedding, and the symbol. */
  let at = [0, 0];
  let now = tensor;
  let pending = null;

  const read = () => (pending === null ? now.at(at[0], at[1]) : pending);
  scrubbable(number, {read, write: (value, typed) => {
    pending = value;
    label();
    change(at[0] * count + at[1], value, typed);
  }});

  const label = () => {
    const where = tensor.name + "[" + (at[0] + 1) + ", " + symbols[at[1]] + "]";
    setText(name, where + " =");
    if (!number.firstElementChild) setText(number, formatNumber(read(), 4));
    number.setAttribute("aria-label", where);
    number.setAttribute("aria-valuenow", String(read()));
    canvas.setAttribute("aria-label", strings.weights.cell(tensor.name, String(at[0] + 1), symbols[at[1]]) + ": "
      + formatNumber(read(), 4));
  };

  const paint = () => {
    const palette = readPalette();
    const {ctx} = fitted(canvas);
    const reach = reachOf(now);
    ctx.font = "12px " + palette.font;
    ctx.textBaseline = "middle";
    for (let k = 0; k < count; k++) {
      ctx.globalAlpha = 1;
      ctx.fillStyle = k === at[1] ? palette.accent : palette.quiet;
      ctx.fillText(symbols[k].slice(0, 12), 0, (k + 0.5) * ROW, LABEL - 6);
      for (let e = 0; e < size; e++) paintCell(ctx, palette, reach, e, k);
    }
    ctx.globalAlpha = 1;
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = 2;
    ctx.strokeRect(LABEL + at[0] * cell, at[1] * ROW + 1, cell - 1, ROW - 3);
    label();
  };

  const paintCell = (ctx, palette, reach, e, k) => {
    const value = Number.isFinite(now.at(e, k)) ? now.at(e, k) : 0;
    const [x, y, w, h] = [LABEL + e * cell, k * ROW + 1, cell - 1, ROW - 3];
    ctx.globalAlpha = 1;
    ctx.fillStyle = palette.zero;
    ctx.fillRect(x, y, w, h);
    ctx.globalAlpha = Math.min(1, Math.abs(value) / reach);
    ctx.fillStyle = value < 0 ? palette.negative : palette.positive;
    ctx.fillRect(x, y, w, h);
    if (value >= 0 || w < 8) return;
    ctx.globalAlpha = 0.5;
    ctx.fillStyle = palette.zero;
    ctx.fillRect(x + 2, y + h / 2 - 0.5, w - 4, 1);
  };

  const choose = (e, k) => {
    at = [Math.max(0, Math.min(size - 1, e)), Math.max(0, Math.min(count - 1, k))];
    pending = null;
    paint();
    const top = at[1] * ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight;
  };

  canvas.addEventListener("pointerdown", (event) => {
    const {left, top} = canvas.getBoundingClientRect();
    choose(Math.floor((event.clientX - left - LABEL) / cell), Math.floor((event.clientY - top) / ROW));
    pick(at[0], at[1]);
  });
  canvas.addEventListener("keydown", (event) => {
    const moves = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
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
