import {el, setText} from "../../dom/dom.js";
import {strings} from "../../text/en.js";
import {formatFixed, formatTiny} from "../../text/number.js";
import {labelsOf, reachOf} from "./names.js";
import {scrubbable} from "./scrub.js";

/** Widths of a cell, in pixels, that hold three decimals, two decimals, and two digits. */
const ROOMY = 50;
const FAIR = 33;
const TIGHT = 28;
const ROW_LABEL = 24;

/**
 * A matrix whose every number is in sight and can be changed in its place.
 *
 * @param {?} tensor
 * @param {?} structure
 * @param {?} options {decimals, width, change(index, value), paste(text), pick(r, c)}
 * @return {?} {element, show(tensor), mark(r, c)}
 */
export function smallMatrix(tensor, structure, {decimals, width, change, paste, pick}) {
  const labels = labelsOf(tensor, structure);
  const room = Math.max(TIGHT, Math.min(ROOMY + 6, (width - ROW_LABEL) / tensor.cols - 2));
  const write = room >= ROOMY ? (value) => formatFixed(value, Math.min(3, decimals))
    : room >= FAIR ? (value) => formatFixed(value, 2) : formatTiny;
  const values = new Float64Array(tensor.rows * tensor.cols);
  const cells = [];

  const cell = (r, c) => {
    const index = r * tensor.cols + c;
    const element = el("div", {
      class: "number-cell", role: "spinbutton", tabindex: index === 0 ? "0" : "-1",
      "aria-label": strings.weights.cell(tensor.name, labels.rows[r] || "1", labels.cols[c]),
      onfocus: () => roam(index),
      onkeydown: (event) => {
        const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
        if (!step || event.target !== element) return;
        cells[Math.max(0, Math.min(cells.length - 1, index + step))].focus();
        event.preventDefault();
        event.stopPropagation();
      },
      onpaste: (event) => {
        if (event.target !== element) return;
        const text = event.clipboardData.getData("text");
        if (/^\s*[-\u2212\d.]+\s*$/.test(text)) change(index, Number(text.replace("\u2212", "-")));
        else paste(text);
        event.preventDefault();
      },
    });
    scrubbable(element, {free: tensor.role === "clamp", read: () => values[index], write: (value, typed) => {
      paint(index, value, reach);
      change(index, value, typed);
    }});
    cells.push(element);
    return el("td", {}, element);
  };

  let reach = 1;
  const roam = (index) => {
    for (const other of cells) other.tabIndex = -1;
    cells[index].tabIndex = 0;
  };
  const paint = (index, value, most) => {
    const element = cells[index];
    values[index] = value;
    if (element.firstElementChild) return;
    const free = Number.isNaN(value) && tensor.role === "clamp";
    setText(element, free ? "" : write(value));
    element.classList.toggle("free", free);
    element.style.setProperty("--share", (free ? 0 : Math.min(1, Math.abs(value) / most)).toFixed(3));
    element.classList.toggle("negative", value < 0);
    if (free) element.removeAttribute("aria-valuenow");
    else element.setAttribute("aria-valuenow", String(value));
    if (tensor.role === "clamp") element.setAttribute("aria-valuetext", free ? strings.weights.free : String(value));
    const place = " [" + Math.floor(index / tensor.cols) + ", " + index % tensor.cols + "] = ";
    element.title = free ? strings.weights.free : tensor.name + place + value;
  };

  const rowsLabelled = tensor.rows > 1;
  const table = el("table", {class: "matrix" + (room >= FAIR ? "" : " tight")},
    el("thead", {}, el("tr", {}, rowsLabelled ? el("td") : null, ...labels.cols.map((text) => el("th", {scope: "col", text})))),
    el("tbody", {}, ...labels.rows.map((label, r) => el("tr", {}, rowsLabelled ? el("th", {scope: "row", text: label}) : null,
      ...labels.cols.map((_, c) => cell(r, c))))));

  table.style.setProperty("--cell", Math.floor(room) + "px");
  return {
    element: table,
    show(now) {
      reach = reachOf(now);
      for (let r = 0; r < now.rows; r++) {
        for (let c = 0; c < now.cols; c++) paint(r * now.cols + c, now.at(r, c), reach);
      }
    },
    mark(r, c) {
      const index = r < 0 ? -1 : r * tensor.cols + c;
      cells.forEach((element, k) => element.classList.toggle("picked", k === index));
      if (cells[index]) bringIntoBox(cells[index]);
    },
  };
}

/** Scrolls the box of the matrices, never the page. */
function bringIntoBox(cell) {
  const box = cell.closest(".matrix-box");
  if (!box) return;
  const inner = cell.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  box.scrollTop += Math.min(0, inner.top - outer.top - 24) + Math.max(0, inner.bottom - outer.bottom);
  box.scrollLeft += Math.min(0, inner.left - outer.left - 24) + Math.max(0, inner.right - outer.right);
}
