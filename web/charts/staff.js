import {svg} from "../dom/dom.js";

const STEP = 3.2;
const BEAT = 19;
const LEFT = 6;
/** The lines of a staff with a treble clef, as steps from c0: e4 to f5. */
const LINES = [30, 32, 34, 36, 38];
const MIDDLE = 34;

/**
 * Notes on five lines: higher is higher, longer is wider; one that is not as wanted has a cross through it.
 *
 * @param {!Array<?>} notes as noteOf reads them
 * @param {!Array<boolean>} wrong
 * @param {{low: number, high: number, beats: number}} range of all that stands beside each other, in steps and beats
 * @return {?} an <svg>; its element of the k-th note has data-note="k"
 */
export function staff(notes, wrong, {low, high, beats}) {
  const top = Math.max(LINES[4], high) + 2;
  const bottom = Math.min(LINES[0], low) - 2;
  const width = 2 * LEFT + beats * BEAT;
  const y = (step) => (top - step) * STEP;
  const parts = LINES.map((step) =>
    svg("line", {class: "staff-line", x1: "0", x2: String(width), y1: String(y(step)), y2: String(y(step))}));
  let at = LEFT;
  notes.forEach((note, k) => {
    const wide = note.beats * BEAT;
    parts.push(svg("g", {class: "staff-note" + (wrong[k] ? " wrong" : ""), "data-note": String(k)},
      ...(note.midi === null ? rest(at, y(MIDDLE)) : head(note, at, wide, y))));
    at += wide;
  });
  return svg("svg", {class: "staff", viewBox: "0 0 " + width + " " + (top - bottom) * STEP,
    preserveAspectRatio: "xMinYMid meet", role: "img"}, ...parts);
}

function head({step, sharp}, x, wide, y) {
  const ledgers = [];
  for (let line = LINES[0] - 2; line >= step; line -= 2) ledgers.push(line);
  for (let line = LINES[4] + 2; line <= step; line += 2) ledgers.push(line);
  const parts = ledgers.map((line) => svg("line", {class: "staff-line", x1: String(x - 1), x2: String(x + 12),
    y1: String(y(line)), y2: String(y(line))}));
  parts.push(svg("rect", {class: "staff-head", x: String(x + 0.5), y: String(y(step) - STEP + 0.2),
    width: String(wide - 4), height: String(2 * STEP - 0.4), rx: String(STEP)}));
  if (sharp) parts.push(svg("text", {class: "staff-sharp", x: String(x - 1), y: String(y(step) - 4)}, sharp));
  const middle = x + (wide - 4) / 2;
  parts.push(svg("path", {class: "staff-cross",
    d: "M" + (middle - 3) + " " + (y(step) - 3) + "l6 6m0 -6l-6 6"}));
  return parts;
}

const rest = (x, y) => [svg("path", {class: "staff-rest", d: "M" + (x + 4) + " " + (y - 5) + "l3 4l-3 3l3 4"})];
