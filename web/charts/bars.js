import {el, setText} from "../dom/dom.js";
import {formatNumber} from "../text/number.js";

/**
 * Rows of a list: a label, a bar from 0 to 1 and a number. Rows are kept and only rewritten where they differ, so the bars
 * can move sixty times a second; being text, the list is its own description.
 *
 * @param {!HTMLElement} list
 * @param {!Array<{label: string, share: number, text: string, target: boolean, best: boolean, known: boolean}>} rows
 */
export function drawBars(list, rows) {
  keep(list, "shares", rows.length);
  while (list.children.length < rows.length) {
    list.append(el("li", {class: "bar-row"}, el("span", {class: "bar-label"}),
      el("span", {class: "bar-track"}, el("span", {class: "bar-fill"})), el("span", {class: "bar-text"})));
  }
  rows.forEach((row, k) => {
    const item = list.children[k];
    const [label, track, text] = item.children;
    setText(label, row.label);
    setText(text, row.known ? row.text : "–");
    item.classList.toggle("target", row.target);
    item.classList.toggle("best", row.best && row.known);
    item.classList.toggle("unknown", !row.known);
    track.firstChild.style.setProperty("--share", String(row.known ? Math.max(0, Math.min(1, row.share)) : 0));
  });
}

/**
 * Rows for signed numbers beside their targets, over the scale they share: bars grow from a common zero, the target is a tick.
 *
 * @param {!HTMLElement} list
 * @param {!Array<{label: string, value: number, text: string, target: ?number, targetText: string, known: boolean}>} rows
 * @param {number=} least the scale reaches at least this far, so that little looks little
 */
export function drawSignedBars(list, rows, least = 1) {
  keep(list, "signed", rows.length + 1);
  if (list.children.length === 0) {
    list.append(el("li", {class: "bar-row bar-scale", "aria-hidden": "true"}, el("span"),
      el("span", {class: "bar-ends"}, el("span"), el("span", {text: "0"}), el("span"))));
  }
  while (list.children.length < rows.length + 1) {
    list.lastChild.before(el("li", {class: "bar-row signed"}, el("span", {class: "bar-label"}),
      el("span", {class: "bar-track"}, el("span", {class: "bar-fill"}), el("span", {class: "bar-tick"})),
      el("span", {class: "bar-text"})));
  }
  const ends = list.lastChild.children[1].children;
  const sizes = rows.flatMap(({value, target, known}) => [known ? Math.abs(value) : 0, Math.abs(target || 0)]);
  const most = roundUp(Math.max(least, 1e-9, ...sizes.filter((size) => Number.isFinite(size))));
  setText(ends[0], formatNumber(-most));
  setText(ends[2], formatNumber(most));
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k];
    const item = list.children[k];
    const [label, track, text] = item.children;
    const [fill, tick] = track.children;
    setText(label, row.label);
    setText(text, row.known ? row.text : "–");
    item.title = row.targetText;
    item.classList.toggle("unknown", !row.known);
    fill.style.setProperty("--share", String(row.known ? Math.abs(row.value) / most : 0));
    fill.classList.toggle("negative", row.value < 0);
    tick.hidden = row.target === null;
    if (row.target !== null) tick.style.setProperty("--at", String(row.target / most));
  }
}

/** 1, 2 or 5 times a power of ten. */
function roundUp(size) {
  const power = 10 ** Math.floor(Math.log10(size));
  return power * [1, 2, 5, 10].find((step) => step * power >= size * (1 - 1e-9));
}

/** Rows of another kind go, and rows too many. */
function keep(list, kind, count) {
  if (list.dataset["kind"] !== kind) list.replaceChildren();
  list.dataset["kind"] = kind;
  while (list.children.length > count) list.firstChild.remove();
}
