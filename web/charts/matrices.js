import {svg} from "../dom/dom.js";

/** A side of 1, and how much longer a side is that has ten times as many. */
const LEAST = 7;
const NOTCH = 24;
const GAP = 3;
const SIGN = 17;

/** How long a side of n is drawn: on a logarithmic scale. */
const side = (n) => LEAST + NOTCH * Math.log10(Math.max(1, n));

/**
 * Matrices beside one another, each drawn to a logarithmic scale, with what they stand between; the gates of a cell
 * that are stacked in one are told apart.
 *
 * @param {!Array<!Array<{name: string, rows: number, cols: number, parts: number}>>} lines
 * @return {?} an <svg> that says nothing to a screen reader
 */
export function matricesPicture(lines) {
  const drawn = [];
  let y = 2;
  let width = 0;
  for (const shapes of lines) {
    const tall = Math.max(...shapes.map(({rows}) => side(rows)));
    let x = 2;
    shapes.forEach((shape, k) => {
      if (k > 0) {
        drawn.push(svg("text", {x: x + SIGN / 2, y: y + tall / 2 + 4, class: "matrix-sign"}, "+"));
        x += SIGN;
      }
      drawn.push(matrix(shape, x, y + (tall - side(shape.rows)) / 2));
      drawn.push(svg("text", {x: x + side(shape.cols) / 2, y: y + tall + 14, class: "matrix-name"}, shape.name));
      x += Math.max(side(shape.cols), nameWidth(shape.name)) + GAP;
    });
    width = Math.max(width, x);
    y += tall + 26;
  }
  const [w, h] = [Math.ceil(width), Math.ceil(y)];
  return svg("svg", {viewBox: "0 0 " + w + " " + h, width: w, height: h, class: "matrices", "aria-hidden": "true"},
      ...drawn);
}

/** A rectangle, its stacked parts by hairlines. */
function matrix({rows, cols, parts}, x, y) {
  const [w, h] = [side(cols), side(rows)];
  const lines = Array.from({length: parts - 1}, (_, k) => {
    const at = y + h * (k + 1) / parts;
    return svg("path", {d: "M" + x + " " + at + "h" + w, class: "matrix-part"});
  });
  return svg("g", {}, svg("rect", {x, y, width: w, height: h, rx: 2, class: "matrix-body"}), ...lines);
}

const nameWidth = (name) => 7 * name.length;
