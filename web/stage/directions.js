/** Layers that run in both directions: their second chain begins at the last step, and its names begin with "rev.". */

/**
 * @param {string} tensor
 * @return {boolean} whether time runs back for it
 */
export function isReversed(tensor) {
  return /^(l\d+\.)?rev\./.test(tensor);
}

/**
 * Whether a step lies where the state handed in stands: before the first step, or where time runs back after the last.
 *
 * @param {string} tensor
 * @param {number} t
 * @param {number} steps
 * @return {boolean}
 */
export function isStart(tensor, t, steps) {
  return isReversed(tensor) ? t >= steps : t < 0;
}

/**
 * Where the state handed in stands.
 *
 * @param {string} tensor
 * @param {number} steps
 * @return {number}
 */
export function startOf(tensor, steps) {
  return isReversed(tensor) ? steps : -1;
}
