import {strings} from "../../text/en.js";
import {visible} from "../../text/symbols.js";

/** Layer, direction, encoder or decoder: what stands before the letters of a tensor's name. */
export const PLACE = /^(?:l\d+\.)?(?:(?:enc|dec|rev)\.)*/;

/**
 * The editable tensors by where they belong: what is held by hand, layers, output layer, initial states, input. Row
 * blocks (Wx.i) stand for the whole they are cut from.
 *
 * @param {?} structure
 * @return {!Array<{label: string, tensors: !Array<?>}>}
 */
export function tensorsByPlace(structure) {
  const words = strings.weights;
  const editable = structure.tensors.filter((tensor) => tensor.editable);
  const isWhole = (tensor) => editable.some((other) => other.name.startsWith(tensor.name + "."));
  const single = structure.layers.length === 1;
  const groups = structure.layers.map((layer, k) => ({
    label: single ? words.title : layerLabel(layer),
    tensors: editable.filter((tensor) => tensor.role === "weight" && tensor.layer === k + 1 && !isWhole(tensor)),
  }));
  const of = (label, test) => groups.push({label, tensors: editable.filter(test)});
  of(words.head, ({role, layer}) => role === "weight" && layer === 0);
  of(words.states, ({role}) => role === "state0");
  of(words.inputs, ({role}) => role === "input");
  groups.unshift({label: words.clamps, tensors: editable.filter(({role}) => role === "clamp")});
  return groups.filter(({tensors}) => tensors.length > 0);
}

/** A layer by the number in the names of its tensors, or else by what it is. */
function layerLabel({prefix, cell}) {
  const [, number] = (prefix || "").match(/^l(\d+)\.$/) || ["", ""];
  return number ? strings.weights.layer(number) : strings.model.layerNames[cell] || cell;
}

/**
 * What rows and columns of a tensor are called: symbols where they are symbols, otherwise numbers from 1.
 *
 * @param {?} tensor
 * @param {?} structure
 * @return {{rows: !Array<string>, cols: !Array<string>, turned: boolean}} turned: the columns are symbols that want
 *     rows of their own
 */
export function labelsOf(tensor, structure) {
  if (tensor.original) {
    const {rows, cols, turned} = labelsOf(tensor.original, structure);
    return {rows: cols, cols: rows.map((text) => text || "1"), turned};
  }
  const count = (n) => Array.from({length: n}, (_, k) => String(k + 1));
  const {vocabulary, answers, layers, head} = structure;
  const base = tensor.name.replace(PLACE, "").replace(/\..*$/, "");
  const called = (names, n) => (names && names.length === n ? names.map(visible) : count(n));
  const isHead = tensor.layer === 0 && head && head.kind === "softmax";
  const said = answers && head && answers.length === head.size ? answers : vocabulary;
  const ofSymbols = base === "We" || (base === "Wx" && tensor.layer === 1 && layers[0].cell !== "embedding");
  return {
    rows: tensor.role === "clamp" ? count(tensor.rows).map((t) => "t" + t) : tensor.rows === 1 ? [""]
      : base === "Wy" && isHead ? called(said, tensor.rows) : count(tensor.rows),
    cols: ofSymbols ? called(vocabulary, tensor.cols) : base === "by" && isHead ? called(said, tensor.cols)
      : count(tensor.cols),
    turned: base === "We",
  };
}

/**
 * A matrix of weights or its gradient as it is shown: itself, or where matrices are written so its transpose.
 *
 * @param {?} tensor
 * @param {?} structure
 * @return {?} the tensor, or {…, original}
 */
export function shownAs(tensor, structure) {
  const isMatrix = Boolean(tensor) && ["weight", "gradient", "change"].includes(tensor.role) && tensor.shape.length > 1;
  if (!isMatrix || !structure.turned) return tensor;
  const {name, role, layer, rows, cols, editable} = tensor;
  return {name, role, layer, editable, rows: cols, cols: rows, shape: [cols, rows], at: (r, c) => tensor.at(c, r), original: tensor};
}

/**
 * The place of a number of what shownAs gave, in the tensor itself.
 *
 * @param {?} seen
 * @param {number} index
 * @return {number}
 */
export const indexIn = (seen, index) =>
  (seen.original ? (index % seen.cols) * seen.rows + Math.floor(index / seen.cols) : index);

/** Wx.i → dWx.i, l2.Wh → l2.dWh. @param {string} name @return {string} the name of a weight's gradient */
export function gradientName(name) {
  return name.replace(PLACE, (place) => place + "d");
}

/** Wx.i → ΔWx.i. @param {string} name @return {string} the name of what the last update did to a weight */
export function changeName(name) {
  return name.replace(PLACE, (place) => place + "Δ");
}

/**
 * A tensor as text that can be edited and pasted back.
 *
 * @param {?} tensor
 * @return {string} [[1, 0], [0, 1]], a row a line; one row for a vector
 */
export function matrixText(tensor) {
  const row = (r) => "[" + Array.from({length: tensor.cols}, (_, c) => Number(tensor.at(r, c).toPrecision(7))).join(", ") + "]";
  if (tensor.shape.length === 1) return row(0);
  return "[" + Array.from({length: tensor.rows}, (_, r) => row(r)).join(",\n ") + "]";
}

/**
 * The largest size in a tensor, at least a little: the end of its colour scale.
 *
 * @param {?} tensor
 * @return {number}
 */
export function reachOf(tensor) {
  let most = 0;
  for (let r = 0; r < tensor.rows; r++) {
    for (let c = 0; c < tensor.cols; c++) {
      const size = Math.abs(tensor.at(r, c));
      if (size > most && size < Infinity) most = size;
    }
  }
  return most || 1e-9;
}
