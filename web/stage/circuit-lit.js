import {gradientOf} from "./rows.js";

/**
 * How far the playhead has come through the operation that makes a tensor of this cell, forward or back: 0 where it is
 * elsewhere. A part of the circuit lights up while what it does is being done.
 *
 * @param {?} scene with circuit
 * @param {string|undefined} tensor
 * @return {number} 0 … 1
 */
export function litPart({lit, circuit}, tensor) {
  if (!lit || !tensor || lit.t !== circuit.t) return 0;
  const {output} = lit.equation;
  const isOf = (name) => output === name || name.startsWith(output + ".");
  return isOf(tensor) || isOf(gradientOf(tensor)) ? Math.max(0.001, lit.part) : 0;
}

/**
 * @param {?} scene
 * @param {boolean} isLit
 * @param {string} color otherwise
 * @return {string}
 */
export function colorOfLit({backward, palette}, isLit, color) {
  return !isLit ? color : backward ? palette.gradPositive : palette.accent;
}

/**
 * The first part of a way through points.
 *
 * @param {!Array<!Array<number>>} points
 * @param {number} part 0 … 1
 * @return {!Array<!Array<number>>}
 */
export function upTo(points, part) {
  if (part >= 1) return points;
  const lengths = points.slice(1).map(([x, y], k) => Math.hypot(x - points[k][0], y - points[k][1]));
  let left = part * lengths.reduce((sum, length) => sum + length, 0);
  const way = [points[0]];
  for (const [k, length] of lengths.entries()) {
    if (left <= length) {
      const share = length ? left / length : 0;
      const [[x, y], [nx, ny]] = [points[k], points[k + 1]];
      return way.concat([[x + (nx - x) * share, y + (ny - y) * share]]);
    }
    left -= length;
    way.push(points[k + 1]);
  }
  return way;
}
