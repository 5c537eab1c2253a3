import {isStart} from "./directions.js";
import {clampOf} from "./layers.js";
import {isShare} from "./rows.js";

/** What is painted as a value. */
const VALUES = ["input", "state0", "activation"];

/** One number a step, or one in all: the loss, its shares, attention; told in writing or as a bar, not in colour. */
const isScalar = ({role, shape, name}) =>
  shape.length === 1 && (role === "activation" || (role === "flow" && !name.endsWith("0")));

/** What attention computes on its way: it stands nowhere in the picture and would make the rest of it pale. */
const UNSEEN = ["s", "q"];

/** Upwards to two digits, so that a scale does not tremble while it is trained. */
function roundedUp(value) {
  if (!(value > 0)) return 0;
  const step = Math.pow(10, Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / step - 1e-6) * step).toPrecision(2));
}

/**
 * Reads vectors out of a frame without copying them, and says on which scale they are painted.
 *
 * @param {?} structure
 * @param {?} frame
 * @param {string=} range what shares a scale: "global" all there is, "layer" one gate or state, "unit" one of its units
 * @return {?} {vector(tensor, t), value(pick), range, scaleOf(kind, tensor, unit), scalesOf(kind, tensor), largest(tensor),
 *     largestAt(tensor, t), gradients}
 */
export function readerOf(structure, frame, range = "global") {
  const tensors = new Map(structure.tensors.map((tensor) => [tensor.name, tensor]));
  const {data} = frame;

  /** Whether a tensor is one number a step, the steps side by side. */
  const runs = (tensor) => isScalar(tensor) && tensor.rows === 1 && tensor.cols === structure.steps && structure.steps > 1;

  /** {data, from, count} of one step, or null where there is none. t = −1 is the state handed in. */
  const vector = (name, t) => {
    const start = isStart(name, t, structure.steps);
    const tensor = tensors.get(start ? name + "0" : name);
    if (!tensor) return null;
    if (t >= 0 && t < structure.steps && runs(tensor)) return {data, from: tensor.offset + t, count: 1};
    const row = start || tensor.rows === 1 ? 0 : t;
    const once = tensor.rows === 1 && !start && tensor.shape.length > 1;
    if (row < 0 || row >= tensor.rows || (once && t < structure.steps - 1)) return null;
    return {data, from: tensor.offset + row * tensor.stride, count: tensor.cols};
  };

  const largest = (tensor) => {
    let most = 0;
    for (let r = 0; r < tensor.rows; r++) {
      const from = tensor.offset + r * tensor.stride;
      for (let k = from; k < from + tensor.cols; k++) {
        const size = Math.abs(data[k]);
        if (size > most && size < Infinity) most = size;
      }
    }
    return most;
  };

  /** Of every column of a tensor. */
  const columns = ({offset, rows, cols, stride}) => Float64Array.from({length: cols}, (_, c) => {
    let most = 0;
    for (let r = 0; r < rows; r++) {
      const size = Math.abs(data[offset + r * stride + c]);
      if (size > most && size < Infinity) most = size;
    }
    return most || 1;
  });

  // One scale for all values, one for all gradients: the same colour is the same number wherever it stands.
  const most = (wanted) => Math.max(0, ...structure.tensors.filter(wanted).map(largest));
  const values = roundedUp(Math.max(1, most((tensor) => VALUES.includes(tensor.role) && !isScalar(tensor) && !UNSEEN.includes(tensor.name))));
  const gradients = roundedUp(most(({role}) => role === "flow")) || 1;

  const own = new Map();
  const scalesOf = (kind, name) => {
    // what is handed in stands on the scale of what it becomes
    const tensor = tensors.get(name.replace(/0$/, "")) || tensors.get(name);
    if (range === "global" || kind === "gate" || !tensor) return kind === "gradient" ? gradients : values;
    if (!own.has(name)) {
      own.set(name, range === "unit" && !runs(tensor) ? columns(tensor) : roundedUp(largest(tensor)) || 1);
    }
    return own.get(name);
  };

  const clamps = new Map(structure.tensors.map(({name}) => [name, clampOf(structure, name)]).filter(([, clamp]) => clamp));

  return {
    vector,
    gradients,
    /** Whether any number of a tensor is held by hand. */
    holds: (name) => clamps.has(name),
    /** What a number is held at by hand, NaN where it is free. */
    held(name, t, index) {
      const clamp = clamps.get(name);
      const inside = clamp && t >= 0 && t < clamp.rows && index < clamp.cols;
      return inside ? data[clamp.offset + t * clamp.stride + index] : NaN;
    },
    kindOf: (name) => kindOf(structure, name),
    /** The number a pick points at; NaN when there is none. */
    value({tensor, t, index}) {
      const found = tensors.get(tensor);
      if (!found) return NaN;
      if (runs(found)) return t < 0 || t >= found.cols ? NaN : data[found.offset + t];
      const row = found.rows === 1 ? 0 : t;
      return row < 0 || row >= found.rows || index >= found.cols ? NaN : data[found.offset + row * found.stride + index];
    },
    range,
    /** How large a number is painted in full colour: of a vector, for all its units or for each. */
    scalesOf,
    /** The same for one unit. */
    scaleOf(kind, name = "", unit = 0) {
      const scales = scalesOf(kind, name);
      return typeof scales === "number" ? scales : scales[unit] || 1;
    },
    /** The largest of all the numbers of a tensor. */
    largest: (name) => (tensors.has(name) ? largest(tensors.get(name)) : 0),
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
  const found = structure.tensors.find(({name}) => name === tensor);
  if (!found) return "value";
  if (found.role === "flow" || found.role === "gradient") return "gradient";
  const share = tensor === "alpha" || ((tensor === "y" || tensor === "p") && structure.head && isShare(structure.head));
  return found.role === "gate" || share ? "gate" : "value";
}
