import {boxOf} from "./layout.js";

/** The ways of the wires between cells and what lies above, below and beside them, as lists of points. */

/**
 * What is handed up from the lower of two cells: around the upper one.
 *
 * @param {?} layout
 * @param {?} cell
 * @param {?} h the row of its h
 * @return {!Array<!Array<number>>}
 */
export function upward(layout, cell, h) {
  const upper = partnerAbove(layout, cell);
  const box = boxOf(layout, h, cell.t);
  const lane = cell.x + cell.w + 13;
  const join = upper.y - 9;
  const y = box.y + box.h / 2;
  return [[box.x + box.w + 1, y], [lane, y], [lane, join], [middleOf(layout, cell.t) + 3, join]];
}

/**
 * What comes into a cell from below: straight, or into the upper of two cells around the lower one.
 *
 * @param {?} layout
 * @param {?} cell
 * @return {!Array<!Array<number>>}
 */
export function inward(layout, cell) {
  const middle = middleOf(layout, cell.t);
  if (!cell.rev) return [[middle, cell.under - 2], [middle, cell.y + cell.h + 1]];
  const box = boxOf(layout, cell.source, cell.t);
  const lane = cell.x + cell.w + 6;
  const turn = cell.y + cell.h + 26;
  const y = box.y + box.h / 2;
  return [[box.x + box.w + 1, y], [lane, y], [lane, turn], [middle, turn], [middle, cell.y + cell.h + 1]];
}

/**
 * What a cell is told by the step it builds on; where time runs back, from the right.
 *
 * @param {?} layout
 * @param {?} cell
 * @param {?} state the row that is read
 * @param {boolean} out whether the wire begins at the state itself, not at its conveyor
 * @return {!Array<!Array<number>>}
 */
export function across(layout, cell, state, out) {
  const box = boxOf(layout, state, cell.t + (cell.rev ? 1 : -1));
  const y = box.y + box.h / 2;
  const edge = cell.rev ? box.x - 1 : box.x + box.w + 1;
  const lane = cell.rev ? nextLane(layout, cell) : cell.x - 9;
  const entry = recurrentEntry(cell);
  const under = belowCell(cell);
  return (out ? [[edge, y]] : []).concat([[lane, y], [lane, under], [entry, under], [entry, cell.y + cell.h + 1]]);
}

/** @param {?} cell @return {number} where the past enters it: from below, beside what comes in */
export function recurrentEntry(cell) {
  const aside = Math.min(28, cell.w * 0.2);
  return Math.round(cell.rev ? cell.x + cell.w - aside : cell.x + aside);
}

/** @param {?} cell @return {number} how high the past comes along under it */
export function belowCell(cell) {
  if (cell.rev) return cell.y + cell.h + 12;
  return (cell.y + cell.h + cell.under) / 2 - 1;
}

/** @param {?} layout @param {number} t @return {number} */
export function middleOf(layout, t) {
  const {vx, vw} = layout.columns[t + 1];
  return vx + vw / 2;
}

/** @param {?} layout @param {?} cell @return {?} the cell that runs back above it, if there is one */
export function partnerAbove(layout, cell) {
  return cell.rev ? null : layout.cellAt(cell.layer, cell.t, true);
}

/** Between a cell and the next in time, where that is read from. */
function nextLane(layout, cell) {
  const next = layout.columns[cell.t + 2];
  return cell.t + 1 < layout.steps ? next.x + 9 : next.vx - 10;
}
