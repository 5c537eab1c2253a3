import {stage as strings} from "../text/en.stage.js";

/**
 * What each lane of the picture shows, from top to bottom. Read from below, the lanes follow the flow: the input, what the
 * cell thinks of writing, how much it lets in, how much it keeps, its memory, how much of it is told, what it tells.
 */
const CELLS = {
  lstm: ["h", "o", "c", "f", "i", "g"],
  gru: ["h", "z", "n", "r"],
  elman: ["h", "a"],
};

const GATES = {lstm: "ifo", gru: "rz", elman: ""};

/**
 * @param {?} structure
 * @return {!Array<?>} rows {id, tensor, gradient, symbol, word, form, kind, size, layer, group}; form: "loss" | "bars" |
 *     "vector" | "token"; kind: "value" | "gate"; group: 0 the head, 1 … the layers from the top down, then the input
 */
export function rowsOf(structure) {
  const has = (name) => structure.tensors.some((tensor) => tensor.name === name);
  const width = (name) => structure.tensors.find((tensor) => tensor.name === name).cols;
  const rows = [];
  const add = (symbol, prefix, form, kind, layer, group, word) => {
    const tensor = prefix + symbol;
    if (form !== "token" && !has(tensor)) return;
    const size = form === "token" ? 1 : width(tensor);
    rows.push({id: tensor, tensor, gradient: prefix + "d" + symbol, symbol, word, form, kind, size, layer, group});
  };
  const {head, layers} = structure;
  if (head) {
    const bars = head.kind === "softmax" && head.size <= 12;
    add("loss", "", "loss", "value", 0, 0, strings.rows.loss);
    add("y", "", bars ? "bars" : "vector", head.kind === "linear" ? "value" : "gate", 0, 0, strings.heads[head.kind]);
    if (head.kind !== "linear") add("logits", "", "vector", "value", 0, 0, strings.rows.logits);
  }
  for (let k = layers.length - 1; k >= 0; k--) {
    const {cell, prefix} = layers[k];
    for (const symbol of CELLS[cell]) {
      const kind = GATES[cell].includes(symbol) ? "gate" : "value";
      add(symbol, prefix, "vector", kind, k + 1, layers.length - k, strings.cells[cell][symbol]);
    }
  }
  add("x", "", "vector", "value", 0, layers.length + 1, strings.rows.x);
  if (structure.tokens) add("token", "", "token", "value", 0, layers.length + 1, "");
  return rows;
}

/**
 * The name of a tensor without its layer.
 *
 * @param {string} tensor
 * @return {string}
 */
export function bareName(tensor) {
  return tensor.replace(/^l\d+\./, "");
}

/**
 * The name of a tensor's gradient.
 *
 * @param {string} tensor
 * @return {string}
 */
export function gradientOf(tensor) {
  return tensor.replace(/^((?:l\d+\.)?)/, "$1d");
}

/**
 * A tensor in words: "forget gate", "gradient of the cell state".
 *
 * @param {?} structure
 * @param {string} tensor
 * @return {string}
 */
export function wordsOf(structure, tensor) {
  const found = structure.tensors.find(({name}) => name === tensor);
  const layer = found && found.layer ? structure.layers[found.layer - 1] : null;
  const bare = bareName(tensor);
  const words = (name) => {
    if (layer && strings.cells[layer.cell][name]) return strings.cells[layer.cell][name];
    if (name === "y" && structure.head) return strings.heads[structure.head.kind];
    if (name.startsWith("a.")) return strings.before(words(name.slice(2)));
    return strings.rows[name] || strings.tensors[name.split(".")[0]] || "";
  };
  const plain = words(bare);
  const text = plain || !bare.startsWith("d") ? plain : strings.gradientOf(words(bare.slice(1)) || bare.slice(1));
  return structure.layers.length > 1 && layer ? strings.inLayer(text, found.layer) : text;
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
