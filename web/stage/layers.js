/** What a structure says of its layers and its head, where a structure leaves something unsaid too. */

/** What stands in the picture of a layer, from top to bottom; the first is what it hands up. */
export const CELLS = {
  lstm: ["h", "o", "c", "f", "i", "g"],
  gru: ["h", "z", "u", "n", "r"],
  elman: ["h", "a"],
  jordan: ["h", "a"],
  dense: ["h", "a"],
  conv: ["h", "a"],
  embedding: ["e"],
  window: ["window"],
  dropout: ["dropped"],
};

/** Layers that only pass on, chosen or looked up: they stand without a frame. */
const PLAIN = ["embedding", "window", "dropout"];
/** What such a layer owns beside layers of the same prefix. */
const OWN = {embedding: ["e", "We"], window: ["window"], dropout: ["dropped", "keep"]};
/** What belongs to the head, whatever the prefix of the layers is. */
const OF_THE_HEAD = ["x", "y", "y0", "by", "Wy", "logits", "loss", "L", "share", "target", "p", "ctx", "alpha", "s", "q",
  "joined", "Wa"];

/** The part of a name that says which layer it is of; a dropout has that of the layer under it, or its letter. */
const PREFIX = /^(?:set\.)?(l\d+\.|(?:e|window)\.(?=d?(?:dropped|keep)$))?/;

const tensors = new WeakMap();
const known = new WeakMap();

/**
 * @param {?} structure
 * @param {string} name
 * @return {?} its tensor, or null
 */
export function tensorOf(structure, name) {
  if (!tensors.has(structure)) {
    tensors.set(structure, new Map(structure.tensors.map((tensor) => [tensor.name, tensor])));
  }
  return tensors.get(structure).get(name) || null;
}

/**
 * The layers from the first up: what each reads and hands on, how far it looks, and how it is drawn.
 *
 * @param {?} structure
 * @return {!Array<?>} {…layer, input, output, top, reads, lags, number, framed, recurrent}; top: the name of its
 *     uppermost row; reads: the steps it reads of its input, as its matrix has them; lags: the same in order of time;
 *     number: of the layer where there are several, else 0
 */
export function layersOf(structure) {
  if (!known.has(structure)) known.set(structure, read(structure));
  return known.get(structure);
}

function read(structure) {
  const layers = [];
  for (const [k, layer] of structure.layers.entries()) {
    const {cell, prefix, bidirectional} = layer;
    const input = layer.input || (k ? layers[k - 1].output : "x");
    const output = layer.output || prefix + (bidirectional ? "both" : CELLS[cell][0]);
    const states = layer.states || [];
    const full = Object.assign({}, layer, {
      input, output, states, gates: layer.gates || [], framed: !PLAIN.includes(cell), recurrent: states.length > 0,
      top: prefix + (bidirectional ? "rev." : "") + CELLS[cell][0],
      number: Number((prefix.match(/^l(\d+)\./) || [])[1] || 0),
    });
    full.reads = readsOf(structure, full, k);
    full.lags = full.reads.slice().sort((a, b) => a - b);
    layers.push(full);
  }
  return layers;
}

/** Which steps of its input a layer reads: as its equations say, else as wide as it is. */
function readsOf({equations, preset}, {cell, prefix, input, width, framed, recurrent}, k) {
  if (recurrent) return [0];
  const made = [prefix + CELLS[cell][0]].concat(framed ? [prefix + "a"] : []);
  const lags = new Set();
  for (const {output, phase, inputs} of equations) {
    if (phase !== "forward" || !made.includes(output)) continue;
    for (const {tensor, lag} of inputs) if (tensor === input) lags.add(lag);
  }
  if (lags.size > 1 || !(width > 1)) return lags.size ? Array.from(lags) : [0];
  const given = (preset && preset.model && preset.model.layers[k]) || {};
  const first = cell === "window" ? -(given.before || 0) : 1 - width;
  return Array.from({length: width}, (_, j) => first + j);
}

/**
 * The layer a tensor belongs to.
 *
 * @param {?} structure
 * @param {string} name
 * @return {number} its place from 1 up, 0 for what belongs to none
 */
export function layerOf(structure, name) {
  const bare = bareName(name);
  const plain = bare.split(".")[0];
  const choices = [plain, plain.replace(/^d/, "")];
  if (choices.some((one) => OF_THE_HEAD.includes(one))) return 0;
  const prefix = (name.match(PREFIX) || [])[1] || "";
  const owns = ({cell}) => choices.some((one) => (OWN[cell] || []).includes(one));
  const owner = structure.layers.findIndex((layer) => layer.prefix === prefix && owns(layer));
  const others = (layer) => layer.prefix === prefix && !OWN[layer.cell];
  return 1 + (owner >= 0 ? owner : structure.layers.findIndex(others));
}

/**
 * The input steps that one number of a layer sees, where they are counted.
 *
 * @param {?} structure
 * @param {number} layer from 1
 * @param {number} t
 * @return {?{from: number, to: number}} null: all before, or only its own
 */
export function fieldOf(structure, layer, t) {
  const layers = layersOf(structure).slice(0, layer);
  if (!layer || layers.some(({recurrent}) => recurrent)) return null;
  const sum = (pick) => layers.reduce((total, {lags}) => total + pick(lags), 0);
  const last = sum((lags) => lags[lags.length - 1]);
  const field = layers[layer - 1].field || last - sum((lags) => lags[0]) + 1;
  if (field < 2) return null;
  const to = t + last;
  return {from: Math.max(0, to - field + 1), to: Math.min(structure.steps - 1, to)};
}

/**
 * Whether any layer of a net sees a counted number of steps.
 *
 * @param {?} structure
 * @return {boolean}
 */
export function hasFields(structure) {
  return structure.layers.some((_, k) => Boolean(fieldOf(structure, k + 1, structure.steps - 1)));
}

/**
 * The name of a weight at a step: the encoder and the decoder have their own.
 *
 * @param {?} structure
 * @param {string} prefix
 * @param {string} name
 * @param {number} t
 * @return {string}
 */
export function weightAt(structure, prefix, name, t) {
  const sided = prefix + (t < (structure.source || 0) ? "enc." : "dec.") + name;
  return structure.source && tensorOf(structure, sided) ? sided : prefix + name;
}

/**
 * One number of a tensor that only puts others one after another ([h; rev.h], [h; ctx]), as the number it is.
 *
 * @param {?} structure
 * @param {string} tensor
 * @param {number} index
 * @return {{tensor: string, index: number}}
 */
export function partOf(structure, tensor, index) {
  if (!/(^|\.)(both|joined)$/.test(tensor)) return {tensor, index};
  const joins = structure.equations.find(({output, phase}) => output === tensor && phase === "forward");
  let rest = index;
  for (const input of joins ? joins.inputs : []) {
    const found = tensorOf(structure, input.tensor);
    if (!found) continue;
    if (rest < found.cols) return partOf(structure, input.tensor, rest);
    rest -= found.cols;
  }
  return {tensor, index};
}

/**
 * Whether a gradient stops before a step.
 *
 * @param {?} structure
 * @param {number} t
 * @return {boolean}
 */
export function isCut({truncate, steps}, t) {
  return Boolean(truncate) && t > 0 && t < steps && t % truncate === 0;
}

/**
 * The name of a tensor without its layer, its direction and its side.
 *
 * @param {string} tensor
 * @return {string}
 */
export function bareName(tensor) {
  return tensor.replace(PREFIX, "").replace(/^(?:rev\.)?(?:enc\.|dec\.|set\.)?/, "");
}

/**
 * What a reader holds a tensor at by hand.
 *
 * @param {?} structure
 * @param {string} tensor
 * @return {?} the tensor of the held numbers, NaN where it is free, or null
 */
export function clampOf(structure, tensor) {
  const [, prefix, rest] = tensor.match(/^((?:l\d+\.)?(?:rev\.)?)(.*)$/) || ["", "", tensor];
  const found = tensorOf(structure, prefix + "set." + rest) || tensorOf(structure, "set." + tensor);
  return found && found.role === "clamp" ? found : null;
}
