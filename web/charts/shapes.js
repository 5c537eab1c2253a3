import {svg} from "../dom/dom.js";

const COLUMN = 22;

/** Which steps have an input, a cell and an answer. */
const STEPS = {
  oneToOne: {inputs: [0], cells: 1, answers: [0]},
  oneToMany: {inputs: [0], cells: 4, answers: [0, 1, 2, 3]},
  manyToOne: {inputs: [0, 1, 2, 3], cells: 4, answers: [3]},
  manyToMany: {inputs: [0, 1, 2, 3], cells: 4, answers: [0, 1, 2, 3]},
  encoderDecoder: {inputs: [0, 1], cells: 4, answers: [2, 3]},
};

/** The shapes a task can have. @const {!Array<string>} */
export const SHAPES = Object.keys(STEPS);

/**
 * A task's shape as boxes: inputs below, answers above, time to the right.
 *
 * @param {string} shape one of SHAPES
 * @return {?} an <svg> that says nothing to a screen reader
 */
export function shapeDiagram(shape) {
  const {inputs, cells, answers} = STEPS[shape];
  const left = 50 - (cells * COLUMN - 8) / 2;
  const parts = [];
  const box = (x, y, kind) => parts.push(svg("rect", {x, y, width: 14, height: 10, rx: 2, class: kind}));
  const wire = (d) => parts.push(svg("path", {d, class: "wire"}));
  for (let k = 0; k < cells; k++) {
    const x = left + k * COLUMN;
    if (inputs.includes(k)) wire("M" + (x + 7) + " 46v-9");
    if (answers.includes(k)) wire("M" + (x + 7) + " 27v-9");
    if (k < cells - 1) wire("M" + (x + 14) + " 32h" + (COLUMN - 14));
    if (inputs.includes(k)) box(x, 46, "in");
    box(x, 27, shape === "encoderDecoder" && k > 1 ? "cell second" : "cell");
    if (answers.includes(k)) box(x, 8, "out");
  }
  return svg("svg", {viewBox: "0 0 100 64", class: "shape-picture", "aria-hidden": "true"}, ...parts);
}
