import {stage as strings} from "../text/en.stage.js";
import {elmanCircuit} from "./circuit-elman.js";
import {gruCircuit} from "./circuit-gru.js";
import {jordanCircuit} from "./circuit-jordan.js";
import {lstmCircuit} from "./circuit-lstm.js";
import {kindOf} from "./reader.js";
import {printable} from "./rows.js";

/** Narrower screens look at a part of the circuit and pan. */
const LEAST_WIDTH = 740;
const KINDS = {lstm: lstmCircuit, gru: gruCircuit, elman: elmanCircuit, jordan: jordanCircuit};
/** What a Jordan cell has of the head: it belongs to the net, not to the layer. */
const OF_THE_HEAD = ["y", "logits", "Wy"];

/**
 * One cell at one step, unfolded into its circuit. Pure: says where every vector, valve, stream and formula stands.
 *
 * @param {?} structure
 * @param {{layer: number, t: number}} cell
 * @param {{width: number, height: number}} size
 * @return {?} {layer, t, width, title, boxes, streams, wires, valves, operators, formulas, plates}
 */
export function circuitOf(structure, cell, size) {
  const layer = structure.layers[cell.layer - 1];
  const width = Math.max(size.width, LEAST_WIDTH);
  const board = createBoard(structure, layer, cell, {width, height: size.height});
  KINDS[layer.cell](board, layer);
  return Object.assign(board.parts, {
    layer: cell.layer,
    t: cell.t,
    width,
    title: strings.circuit(strings.cellNames[layer.cell], cell.t + 1) + (structure.tokens ? ", “" + printable(structure.tokens[cell.t]) + "”" : ""),
  });
}

/** A board to set the parts of a circuit on: columns and lines to stand on, and a word for each kind of part. */
function createBoard(structure, layer, cell, {width, height}) {
  const {prefix} = layer;
  const words = strings.cells[layer.cell];
  const below = cell.layer > 1 ? structure.layers[cell.layer - 2].prefix + "h" : "x";
  const parts = {boxes: [], streams: [], wires: [], valves: [], operators: [], formulas: [], plates: []};
  const margin = 22;
  const apart = 34;
  const own = (name) => (OF_THE_HEAD.includes(name) ? name : prefix + name);
  const board = {
    parts,
    prefix,
    below,
    width,
    height,
    t: cell.t,
    reset: (structure.preset && structure.preset.model && structure.preset.model.layers[cell.layer - 1].reset) || layer.reset || "after",
    head: structure.head ? structure.head.kind : "",
    activation: (structure.preset && structure.preset.model && structure.preset.model.layers[cell.layer - 1].activation) || layer.activation || "tanh",
    /** The size of a box when `count` of them stand side by side, `lines` above one another. */
    measure(count, lines, spare) {
      const w = Math.min(150, (width - 2 * margin - apart) / count - 20);
      const free = (height - spare) / lines;
      board.w = w;
      board.margin = margin;
      board.h = Math.max(18, free);
    },
    /** Where column k stands: what comes in first, a little apart for its matrices. */
    column: (k, count) => margin + board.w / 2 + (k ? apart : 0) + k * (width - 2 * margin - apart - board.w) / (count - 1),
    /** A vector with its numbers, centred at (x, y). */
    box(name, lag, x, y, options = {}) {
      const tensor = name === "x" ? below : own(name);
      const found = structure.tensors.find((one) => one.name === tensor);
      const size = found.cols;
      const grid = gridOf(size, board.w, options.flat ? Math.min(30, board.h) : board.h);
      const box = Object.assign({name, tensor, t: cell.t + lag, size, kind: kindOf(structure, tensor), x: x - grid.w / 2, y: y - grid.h / 2,
        cx: x, cy: y, word: lag < 0 ? "" : words[name] || strings.rows[name] || "", side: options.side || "above"}, grid);
      if (name === "x" && cell.layer > 1) box.word = strings.layer(cell.layer - 1);
      box.label = (name === "x" && cell.layer > 1 ? "h" : name) + (lag < 0 ? "(" + strings.minusOne + ")" : "");
      parts.boxes.push(box);
      return box;
    },
    wire: (points, options = {}) => parts.wires.push(Object.assign({points}, options)),
    /** Lanes of one vector, as wide as a gate lets them. */
    stream: (tensor, t, from, to, gate, inverted = false) => parts.streams.push({tensor, t, from, to, gate: gate || null, inverted}),
    valve: (x, y, gate, upright, inverted = false) => parts.valves.push({x, y, gate, upright, inverted}),
    operator: (x, y, sign) => parts.operators.push({x, y, sign}),
    formula: (x, y, text, align = "left") => parts.formulas.push({x, y, text, align}),
    plate: (x, y, name, tensor) => parts.plates.push({x, y, name, tensor: own(tensor)}),
  };
  return board;
}

/** How the units of a vector stand in a box of at most w × h: few of them large, with room for their numbers. */
function gridOf(size, w, h) {
  let columns = size <= 3 ? size : size === 4 ? 2 : Math.max(1, Math.min(size, Math.floor(w / 31)));
  let rows = Math.ceil(size / columns);
  if (h / rows < 11) {
    columns = Math.max(1, Math.min(size, Math.round(Math.sqrt(size * w / h))));
    rows = Math.ceil(size / columns);
    columns = Math.ceil(size / rows);
  }
  const cellW = Math.min(w / columns, size === 1 ? 76 : 62);
  const cellH = Math.min(h / rows, size <= 4 ? 30 : 21);
  return {w: Math.round(cellW * columns), h: Math.round(cellH * rows), columns, rows};
}
