/**
 * Whether two picks are the same number.
 *
 * @param {?} a
 * @param {?} b
 * @return {boolean}
 */
export function samePick(a, b) {
  return a === b || Boolean(a && b && a.tensor === b.tensor && a.t === b.t && a.index === b.index);
}
