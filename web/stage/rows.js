import {stage as strings} from "../text/en.stage.js";
import {answersOf, looksBack, poolOf} from "./head.js";
import {CELLS, bareName, layerOf, layersOf, tensorOf} from "./layers.js";

const GATES = {lstm: "ifo", gru: "rzu"};
/** More answers than this stand in a vector. */
const MOST_BARS = 12;
/** Outputs between 0 and 1 are painted like gates. */
const SHARES = ["softmax", "sigmoid", "threshold"];

/**
 * What each lane of the picture shows, from top to bottom. Read from below, the lanes follow the flow: the input, what
 * the cell thinks of writing, how much it lets in, how much it keeps, its memory, how much of it is told, what it tells.
 *
 * @param {?} structure
 * @return {!Array<?>} rows {id, tensor, gradient, symbol, word, form, kind, size, layer, group, state, rev, named,
 *     slots, first}; form: "loss" | "bars" | "vector" | "shares" | "token"; kind: "value" | "gate"; group: 0 the head, then
 *     what it gathers, the layers from the top down, the input; state: whether the next step reads it; rev: whether time
 *     runs back; slots: how many steps stand in it one after another, and the first of them; named: whether the likeliest
 *     answer is written over it
 */
export function rowsOf(structure) {
  const {head} = structure;
  const layers = layersOf(structure);
  const rows = [];
  const add = (symbol, prefix, form, kind, layer, group, word, state = false, rev = false) => {
    const tensor = prefix + symbol;
    const found = tensorOf(structure, tensor);
    if (form !== "token" && !found) return;
    const size = form === "token" || form === "shares" ? 1 : found.cols;
    const {lags} = symbol === "window" ? layers[layer - 1] : {lags: [0]};
    const named = symbol === "y" && form === "vector" && Boolean(answersOf(structure)) && head.kind === "softmax";
    const gradient = prefix + "d" + symbol;
    rows.push({id: tensor, tensor, gradient, symbol, word, form, kind, size, layer, group, state, rev, named,
      slots: lags.length, first: lags[0]});
  };
  if (head) {
    const form = head.kind === "softmax" && head.size <= MOST_BARS ? "bars" : "vector";
    const kind = isShare(head) ? "gate" : "value";
    add("loss", "", "loss", "value", 0, 0, strings.rows.loss);
    add("y", "", form, kind, 0, 0, strings.heads[head.kind], feedsBack(structure));
    if (head.kind !== "linear") add("logits", "", "vector", "value", 0, 0, strings.rows.logits);
  }
  let group = 0;
  if (poolOf(structure) || looksBack(structure)) {
    group++;
    add("ctx", "", "vector", "value", 0, group, strings.pooled[poolOf(structure)] || strings.rows.ctx);
    add("alpha", "", looksBack(structure) ? "vector" : "shares", "gate", 0, group, strings.rows.alpha);
  }
  for (let k = layers.length - 1; k >= 0; k--) {
    const {cell, prefix, states, bidirectional} = layers[k];
    for (const rev of bidirectional ? [true, false] : [false]) {
      group++;
      const own = rev ? prefix + "rev." : prefix;
      // Where the core tells of u, it is shown in place of z.
      const shown = CELLS[cell].filter((symbol) => symbol !== "z" || !tensorOf(structure, own + "u"));
      for (const symbol of shown) {
        const kind = (GATES[cell] || "").includes(symbol) ? "gate" : "value";
        const word = strings.cells[cell][symbol];
        add(symbol, own, "vector", kind, k + 1, group, word, states.includes(symbol), rev);
      }
    }
  }
  add("x", "", "vector", "value", 0, group + 1, strings.rows.x);
  if (structure.tokens) add("token", "", "token", "value", 0, group + 1, "");
  return rows;
}

/**
 * Whether the output of one step goes into the next.
 *
 * @param {?} structure
 * @return {boolean}
 */
export function feedsBack(structure) {
  return layersOf(structure).some(({states}) => states.includes("y"));
}

/**
 * What the recurrent weights of a layer read of the step before: its h, or the output of the net.
 *
 * @param {?} structure
 * @param {number} layer from 1
 * @return {string}
 */
export function stateOf(structure, layer) {
  const {prefix, states} = layersOf(structure)[layer - 1];
  return states.includes("y") ? "y" : prefix + "h";
}

/**
 * Whether what a head says lies between 0 and 1.
 *
 * @param {?} head
 * @return {boolean}
 */
export function isShare(head) {
  return SHARES.includes(head.kind);
}

/**
 * The name of a tensor's gradient.
 *
 * @param {string} tensor
 * @return {string}
 */
export function gradientOf(tensor) {
  return tensor.replace(/^((?:l\d+\.)?(?:rev\.)?(?:(?:e|window)\.(?=dropped))?)/, "$1d");
}

/**
 * The name of the tensor a gradient is of, whatever layer, direction or side stands before it.
 *
 * @param {string} gradient
 * @return {string}
 */
export function ofGradient(gradient) {
  const bare = bareName(gradient);
  return gradient.slice(0, gradient.length - bare.length) + bare.replace(/^d/, "");
}

/**
 * A tensor in words: "forget gate", "gradient of the cell state".
 *
 * @param {?} structure
 * @param {string} tensor
 * @return {string}
 */
export function wordsOf(structure, tensor) {
  const layer = layersOf(structure)[layerOf(structure, tensor) - 1] || null;
  const bare = bareName(tensor);
  const words = (name) => {
    if (layer && strings.cells[layer.cell][name]) return strings.cells[layer.cell][name];
    if (name === "y" && structure.head) return strings.heads[structure.head.kind];
    if (name === "ctx") return strings.pooled[poolOf(structure)] || strings.rows.ctx;
    if (name.startsWith("a.")) return strings.before(words(name.slice(2)));
    return strings.rows[name] || strings.tensors[name.split(".")[0]] || "";
  };
  const plain = words(bare);
  const text = plain || !bare.startsWith("d") ? plain : strings.gradientOf(words(bare.slice(1)) || bare.slice(1));
  const [, side] = tensor.match(/(?:^|\.)(enc|dec)\./) || [];
  const sided = side ? strings.ofSide(text, strings.sides[side]) : text;
  return layer && layer.number ? strings.inLayer(sided, layer.number) : sided;
}

/**
 * A symbol that can be seen: a space as an open box.
 *
 * @param {string} token
 * @return {string}
 */
export function printable(token) {
  return token === " " ? "␣" : token === "\n" ? "⏎" : token === "\t" ? "⇥" : token;
}
