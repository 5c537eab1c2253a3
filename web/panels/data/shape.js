import {svg} from "../../dom/dom.js";

/**
 * Three steps of the net as boxes: inputs below, answers above, time to the right.
 *
 * @param {string} at where the answers are: "every", "last" or "none"
 * @return {?} an <svg>
 */
export function shapePicture(at) {
  const parts = [];
  const box = (x, y, kind) => svg("rect", {x, y, width: 12, height: 9, rx: 2, class: kind});
  const line = (d) => svg("path", {d, class: "wire"});
  for (let k = 0; k < 3; k++) {
    const x = 4 + 24 * k;
    parts.push(line("M" + (x + 6) + " 41v-7"), box(x, 41, "in"), box(x, 24, "cell"));
    if (k < 2) parts.push(line("M" + (x + 12) + " 28.5h12"));
    if (at === "every" || (at === "last" && k === 2)) parts.push(line("M" + (x + 6) + " 24v-8"), box(x, 7, "out"));
  }
  return svg("svg", {viewBox: "0 0 68 54", class: "shape-picture", "aria-hidden": "true"}, ...parts);
}
