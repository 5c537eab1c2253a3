import {svg} from "../../dom/dom.js";

/** Under which of the three steps something goes in, and over which an answer comes out. */
const PARTS = {
  every: {ins: [0, 1, 2], outs: [0, 1, 2]},
  last: {ins: [0, 1, 2], outs: [2]},
  pooled: {ins: [0, 1, 2], outs: [1]},
  oneToMany: {ins: [0], outs: [0, 1, 2]},
  decoder: {ins: [0, 1], outs: [1, 2]},
  none: {ins: [0, 1, 2], outs: []},
};

/**
 * Three steps of the net as boxes: inputs below, answers above, time to the right.
 *
 * @param {string} shape as shapeOf() tells
 * @param {boolean} loops whether a step hears from the one before
 * @return {?} an <svg>
 */
export function shapePicture(shape, loops) {
  const {ins, outs} = PARTS[shape] || PARTS.every;
  const parts = [];
  const box = (x, y, kind) => svg("rect", {x, y, width: 12, height: 9, rx: 2, class: kind});
  const line = (d) => svg("path", {d, class: "wire"});
  for (let k = 0; k < 3; k++) {
    const x = 4 + 24 * k;
    if (ins.includes(k)) parts.push(line("M" + (x + 6) + " 41v-7"), box(x, 41, "in"));
    parts.push(box(x, 24, "cell"));
    if (loops && k < 2) parts.push(line("M" + (x + 12) + " 28.5h12"));
    if (shape === "pooled") parts.push(line("M" + (x + 6) + " 24L34 16"));
    else if (outs.includes(k)) parts.push(line("M" + (x + 6) + " 24v-8"));
    if (outs.includes(k)) parts.push(box(x, 7, "out"));
  }
  return svg("svg", {viewBox: "0 0 68 54", class: "shape-picture", "aria-hidden": "true"}, ...parts);
}
