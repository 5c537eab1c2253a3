/** @type {!WeakMap<?, !Map<string, !Array<number>>>} */
const known = new WeakMap();

/** Between which two numbers a tensor is not saturated: the core says so of what it squashes. */
function boundsOf(structure, tensor) {
  if (!known.has(structure)) {
    known.set(structure, new Map(structure.equations.filter(({bounds, layer}) => bounds && layer > 0)
      .map(({output, bounds}) => [output, bounds])));
  }
  return known.get(structure).get(tensor) || null;
}

/**
 * The units of a vector that no longer follow what comes in.
 *
 * @param {?} scene {structure, reader}
 * @param {string} tensor
 * @param {number} t
 * @return {?{units: !Array<number>, count: number, low: number, high: number, size: number, gate: boolean}} null for
 *     what is not squashed
 */
export function saturatedOf({structure, reader}, tensor, t) {
  const bounds = boundsOf(structure, tensor);
  const data = bounds && reader.vector(tensor, t);
  if (!data) return null;
  const [least, most] = bounds;
  const units = [];
  let low = 0;
  for (let k = 0; k < data.count; k++) {
    const value = data.data[data.from + k];
    if (value >= least && value <= most) continue;
    units.push(k);
    if (value < least) low++;
  }
  return {units, count: units.length, low, high: units.length - low, size: data.count, gate: least > 0};
}
