import {el} from "../../../dom/dom.js";
import {cssOf, levelOf, wantsDarkText} from "../../../stage/palette.js";

/** Room for this many symbols at once; the rest stands on other pages. */
export const PAGE = 1200;

/**
 * A text that flows in lines, each symbol on the colour of a number. Pointer and keys move a caret and select.
 *
 * @param {function(number): void} onCaret hears where the caret is, −1 for nowhere
 * @param {function(number, number): void} onSelect hears the selection, from and to, whenever it may have changed
 * @return {?} {node, build(symbols, starts, from, words), paint(values, kind, scale, palette), mark(spans), label(text)}
 */
export function createFlow(onCaret, onSelect) {
  const node = el("div", {class: "units-text", tabindex: "0", role: "group"});
  /** @type {!Array<?>} */
  let cells = [];
  let first = 0;
  let caret = -1;
  let anchor = -1;

  const show = () => {
    cells.forEach((cell, k) => cell.classList.toggle("caret", k === caret));
  };
  const move = (to, extend) => {
    if (!cells.length) return;
    const next = Math.max(0, Math.min(cells.length - 1, to));
    if (extend && anchor < 0) anchor = Math.max(0, caret);
    if (!extend) anchor = -1;
    caret = next;
    show();
    cells[caret].scrollIntoView({block: "nearest"});
    onCaret(first + caret);
    if (extend) onSelect(first + Math.min(anchor, caret), first + Math.max(anchor, caret) + 1);
  };
  /** The symbol that is above or below another: of the next line that way, the nearest. */
  const inLine = (k, way) => {
    const {left, top} = cells[k].getBoundingClientRect();
    let best = k;
    let line = null;
    for (let j = k + way; j >= 0 && j < cells.length; j += way) {
      const box = cells[j].getBoundingClientRect();
      if (Math.abs(box.top - top) < 4) continue;
      if (line === null) line = box.top;
      if (Math.abs(box.top - line) >= 4) break;
      if (best === k || Math.abs(box.left - left) < Math.abs(cells[best].getBoundingClientRect().left - left)) best = j;
    }
    return best;
  };
  node.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !cells.length) return;
    const at = Math.max(0, caret);
    const to = {ArrowLeft: at - 1, ArrowRight: caret < 0 ? 0 : at + 1, Home: 0, End: cells.length - 1}[event.key];
    const way = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (to === undefined && !way) return;
    event.preventDefault();
    event.stopPropagation();
    move(way ? inLine(at, way) : to, event.shiftKey);
  });

  const cellOf = (target) => {
    const element = target && (target.nodeType === 1 ? target : target.parentElement);
    return element && node.contains(element) ? cells.indexOf(element.closest("span")) : -1;
  };
  node.addEventListener("pointermove", ({target}) => {
    const k = cellOf(target);
    if (k >= 0) onCaret(first + k);
  });
  node.addEventListener("pointerleave", () => onCaret(caret < 0 ? -1 : first + caret));
  node.addEventListener("click", ({target}) => {
    const selection = window.getSelection();
    if (selection && !selection.isCollapsed) return;
    const k = cellOf(target);
    if (k >= 0) move(k, false);
  });
  const selected = () => {
    const range = window.getSelection();
    if (!range || range.isCollapsed || !range.anchorNode || !node.contains(range.anchorNode) || !node.contains(range.focusNode)) return;
    const [a, b] = [cellOf(range.anchorNode), cellOf(range.focusNode)];
    if (a >= 0 && b >= 0) onSelect(first + Math.min(a, b), first + Math.max(a, b) + 1);
  };
  document.addEventListener("selectionchange", selected);

  return {
    node,
    build(symbols, starts, from, words) {
      first = from;
      caret = anchor = -1;
      const breaks = new Set(starts);
      const parts = [];
      cells = symbols.slice(from, from + PAGE).map((symbol, k) => {
        const isLine = symbol === "\n";
        const cell = el("span", {text: isLine ? "↵" : symbol, class: words ? "word" : ""});
        if (k > 0 && breaks.has(from + k)) parts.push(el("br"));
        parts.push(cell);
        if (isLine) parts.push(el("br"));
        else if (words) parts.push(" ");
        return cell;
      });
      node.replaceChildren(...parts);
    },
    paint(values, kind, scale, palette) {
      const ramp = palette.ramps[kind];
      cells.forEach((cell, k) => {
        const value = values[k];
        const isNumber = typeof value === "number";
        const level = isNumber ? levelOf(value, kind, scale) : 0;
        cell.style.background = isNumber ? cssOf(ramp, level) : "";
        cell.style.color = isNumber ? wantsDarkText(ramp, level) ? "#14161a" : "#ffffff" : "";
        cell.classList.toggle("negative", isNumber && value < 0 && kind !== "gate");
      });
    },
    /** @param {!Array<number>} spans from, to, from, to, … */
    mark(spans) {
      const inside = new Set();
      for (let k = 0; k + 1 < spans.length; k += 2) for (let i = spans[k]; i < spans[k + 1]; i++) inside.add(i);
      cells.forEach((cell, k) => cell.classList.toggle("inside", inside.has(first + k)));
    },
    label: (text) => node.setAttribute("aria-label", text),
    close: () => document.removeEventListener("selectionchange", selected),
  };
}
