import {isShare} from "./rows.js";

/** One number a step. */
const SCALARS = ["loss", "share"];

/**
 * Reads vectors out of a frame without copying them, and says on which scale they are painted.
 *
 * @param {?} structure
 * @param {?} frame
 * @param {!Array<?>} rows the lanes of the picture
 * @return {?} {vector(tensor, t), value(pick), scaleOf(row), states, gradients}
 */
export function readerOf(structure, frame, rows) {
  const tensors = new Map(structure.tensors.map((tensor) => [tensor.name, tensor]));
  const {data} = frame;

  /** {data, from, count} of one step, or null where there is none. t = −1 is the state handed in. */
  const vector = (name, t) => {
    const tensor = tensors.get(t < 0 ? name + "0" : name);
    if (!tensor) return null;
    if (t >= 0 && tensor.shape.length === 1 && tensor.cols === structure.steps && tensor.rows === 1 && SCALARS.includes(name)) {
      return {data, from: tensor.offset + t, count: 1};
    }
    const row = t < 0 || tensor.rows === 1 ? 0 : t;
    if (row >= tensor.rows || (tensor.rows === 1 && t >= 0 && tensor.shape.length > 1 && t < structure.steps - 1)) return null;
    return {data, from: tensor.offset + row * tensor.stride, count: tensor.cols};
  };

  const largest = (name) => {
    const tensor = tensors.get(name);
    let most = 0;
    if (!tensor) return most;
    for (let r = 0; r < tensor.rows; r++) {
      const from = tensor.offset + r * tensor.stride;
      for (let k = from; k < from + tensor.cols; k++) {
        const size = Math.abs(data[k]);
        if (size > most && size < Infinity) most = size;
      }
    }
    return most;
  };

  // Bounded states are painted from −1 to 1; c beyond that is as blue as it gets, as tanh c is nearly 1 there.
  const own = new Map();
  let states = 1;
  let gradients = 0;
  for (const row of rows) {
    if (row.form === "token" || row.form === "loss") continue;
    const shared = row.kind === "value" && row.layer > 0 && row.symbol !== "a";
    const bounded = row.symbol === "c" || structure.layers[row.layer - 1] && structure.layers[row.layer - 1].gates.length > 0;
    if (shared) states = bounded ? states : Math.max(states, largest(row.tensor));
    else own.set(row.tensor, Math.max(row.symbol === "x" ? 1 : 1e-9, largest(row.tensor)));
    gradients = Math.max(gradients, largest(row.gradient));
  }
  gradients = gradients || 1;

  return {
    vector,
    states,
    gradients,
    /** The number a pick points at; NaN when there is none. */
    value({tensor, t, index}) {
      const found = tensors.get(tensor);
      if (!found) return NaN;
      const row = found.rows === 1 ? 0 : t;
      return row < 0 || row >= found.rows || index >= found.cols ? NaN : data[found.offset + row * found.stride + index];
    },
    /** How large a number of this tensor is painted in full colour. */
    scaleOf(tensor, kind) {
      if (kind === "gradient") return gradients;
      if (!own.has(tensor)) own.set(tensor, /(^|\.)(a|m|p|L|loss|b|bhn|W[xhy])\b/.test(tensor) ? largest(tensor) || 1 : states);
      return own.get(tensor);
    },
    largestAt(name, t) {
      const found = vector(name, t);
      let most = 0;
      for (let k = 0; found && k < found.count; k++) most = Math.max(most, Math.abs(data[found.from + k]));
      return most;
    },
  };
}

/**
 * What kind of number a tensor holds, for its colours.
 *
 * @param {?} structure
 * @param {string} tensor
 * @return {string} "value" | "gate" | "gradient"
 */
export function kindOf(structure, tensor) {
  const bare = tensor.replace(/^l\d+\./, "");
  const found = structure.tensors.find(({name}) => name === tensor);
  if (found && (found.role === "flow" || found.role === "gradient")) return "gradient";
  if (/^[ifozr]$/.test(bare)) return "gate";
  if ((bare === "y" || bare === "p") && structure.head && isShare(structure.head)) return "gate";
  return "value";
}
