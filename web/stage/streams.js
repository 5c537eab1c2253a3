/**
 * How wide the stream of a vector is that stands in a box of this width.
 *
 * @param {number} w
 * @return {number}
 */
export function streamWidth(w) {
  return Math.min(36, w * 0.36);
}
