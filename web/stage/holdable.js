import {layersOf} from "./layers.js";

/** How far a hand moves what has no bounds. */
const OPEN = {low: -Infinity, high: Infinity, span: 2};
const RANGES = {
  gate: {low: 0, high: 1, span: 1},
  candidate: {low: -1, high: 1, span: 2},
};

/**
 * What a hand can do to the numbers of a tensor.
 *
 * @param {?} structure
 * @param {string} tensor
 * @return {?} {letter, direction, cell, low, high, span}, or null: they cannot be held; direction: what all names of
 *     its layer and direction begin with; span: what a drag over the usual way changes
 */
export function handleOf(structure, tensor) {
  for (const {prefix, cell, holds} of layersOf(structure)) {
    const name = (holds || []).find((one) => prefix + one === tensor);
    if (!name) continue;
    const letter = name.replace("rev.", "");
    const gated = cell === "lstm" || cell === "gru";
    const range = "iforz".includes(letter) ? RANGES.gate
      : "gn".includes(letter) || (letter === "h" && gated) ? RANGES.candidate : OPEN;
    return Object.assign({letter, direction: tensor.slice(0, tensor.length - letter.length), cell}, range);
  }
  return null;
}

/**
 * The numbers through which one unit is heard: its output, and of an LSTM its memory, at all steps.
 *
 * @param {?} structure
 * @param {{tensor: string, index: number}} pick one of its numbers
 * @return {!Array<{tensor: string, t: number, index: number}>}
 */
export function unitOf(structure, {tensor, index}) {
  const {direction, cell} = handleOf(structure, tensor);
  return (cell === "lstm" ? ["h", "c"] : ["h"]).map((letter) => ({tensor: direction + letter, t: -1, index}));
}

/**
 * @param {?} scene {structure, frame}
 * @return {number} how many numbers are held
 */
export function countHeld({structure, frame}) {
  let count = 0;
  for (const {role, offset, stride, rows, cols} of structure.tensors) {
    for (let r = 0; role === "clamp" && r < rows; r++) {
      count += frame.data.subarray(offset + r * stride, offset + r * stride + cols).filter(Number.isFinite).length;
    }
  }
  return count;
}

/**
 * Whether one number of a tensor is held alike at all steps.
 *
 * @param {?} scene {structure, reader}
 * @param {{tensor: string, index: number}} pick
 * @return {boolean}
 */
export function heldThroughout({structure, reader}, {tensor, index}) {
  const first = reader.held(tensor, 0, index);
  return Number.isFinite(first) && Array.from({length: structure.steps}, (_, t) => reader.held(tensor, t, index)).every((held) => held === first);
}
