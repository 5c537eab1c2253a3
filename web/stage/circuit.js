import {stage as strings} from "../text/en.stage.js";
import {denseCircuit} from "./circuit-dense.js";
import {elmanCircuit} from "./circuit-elman.js";
import {gruCircuit} from "./circuit-gru.js";
import {jordanCircuit} from "./circuit-jordan.js";
import {lstmCircuit} from "./circuit-lstm.js";
import {bareName, layersOf, tensorOf, weightAt} from "./layers.js";
import {kindOf} from "./reader.js";
import {gradientOf} from "./rows.js";
import {streamWidth} from "./streams.js";

/** Narrower screens look at a part of the circuit and pan. */
const LEAST_WIDTH = 756;
/** From here on the plates of what comes in have room of their own. */
const ROOMY = 790;
const KINDS = {lstm: lstmCircuit, gru: gruCircuit, elman: elmanCircuit, jordan: jordanCircuit, dense: denseCircuit,
  conv: denseCircuit};
/** Room at the right for what goes on from there, in pixels. */
const BEYOND = 38;
const SIGNS = {tanh: "tanh", sigmoid: "σ", relu: "ReLU", linear: "=", threshold: "> 0"};
/** What a Jordan cell has of the head: it belongs to the net, not to the layer. */
const OF_THE_HEAD = ["y", "logits", "Wy"];

/**
 * One cell at one step, unfolded into its circuit. Pure: says where every vector, valve, stream and formula stands.
 *
 * @param {?} structure
 * @param {{layer: number, t: number}} cell
 * @param {{width: number, height: number}} size
 * @return {?} {layer, t, width, height, boxes, streams, wires, valves, operators, formulas, plates, flows}
 */
export function circuitOf(structure, cell, size) {
  const layer = layersOf(structure)[cell.layer - 1];
  const width = Math.max(size.width, LEAST_WIDTH);
  const {height} = size;
  const board = createBoard(structure, layer, cell, {width, height});
  KINDS[layer.cell](board, layer);
  return Object.assign(board.parts, {
    layer: cell.layer,
    t: cell.t,
    rev: Boolean(cell.rev),
    width,
    height,
  });
}

/**
 * @param {?} one
 * @param {?} other
 * @return {boolean} whether both are the same cell: its layer, its step and its direction
 */
export function sameCell(one, other) {
  return Boolean(one && other) && one.layer === other.layer && one.t === other.t && Boolean(one.rev) === Boolean(other.rev);
}

/** A board to set the parts of a circuit on: columns and lines to stand on, and a word for each kind of part. */
function createBoard(structure, layer, cell, {width, height}) {
  const prefix = layer.prefix + (cell.rev ? "rev." : "");
  const words = strings.cells[layer.cell];
  const below = layer.input;
  const lower = layersOf(structure).slice(0, cell.layer - 1).find(({output}) => output === below);
  const past = cell.rev ? 1 : -1;
  const parts = {boxes: [], streams: [], wires: [], valves: [], operators: [], formulas: [], plates: [], flows: []};
  const chosen = (structure.preset && structure.preset.model && structure.preset.model.layers[cell.layer - 1]) || {};
  const roomy = width >= ROOMY;
  const margin = roomy ? 12 : 8;
  const apart = roomy ? 28 : 20;
  /** What goes back along a line: a gradient by its name, or what of a state's gradient comes by some ways. */
  const flow = (points, back) => {
    if (!back) return;
    const told = typeof back === "string" ? {name: back} : back;
    const name = told.name || "d" + told.state;
    parts.flows.push(Object.assign({name, gradient: prefix + name, t: cell.t}, told, {points: points.slice().reverse()}));
  };
  const own = (name) => (OF_THE_HEAD.includes(name) ? name : weightAt(structure, prefix, name, cell.t));
  const board = {
    parts,
    prefix,
    below,
    width,
    height,
    t: cell.t,
    steps: structure.steps,
      /** The step it builds on. */
      past: cell.t + past,
      head: structure.head ? structure.head.kind : "",
    reset: chosen.reset || layer.reset || "after",
    squash: SIGNS[chosen.activation || layer.activation || "tanh"],
    /** Whether the core tells of a tensor of this cell. */
    has: (name) => Boolean(tensorOf(structure, prefix + name)),
    /** What goes back to what comes in. */
    toInput: {name: "d" + bareName(below), gradient: gradientOf(below)},
    /** The size of a box when `count` of them stand side by side, `lines` above one another. */
    measure(count, lines, spare) {
      const w = Math.min(228, (width - 2 * margin - apart - BEYOND) / count - 4);
      const free = (height - spare) / lines;
      board.w = w;
      board.margin = margin;
      board.h = Math.max(18, free);
    },
    /** Where a stream meets a box from above: at its right, so that the name has its place at the left. */
    landing: (box) => box.cx + (box.w - streamWidth(box.w)) / 2 - 3,
    /** Where column k stands: what comes in first, a little apart for its matrices. */
    column: (k, count) => margin + board.w / 2 + (k ? apart : 0) + k * (width - 2 * margin - apart - BEYOND - board.w) / (count - 1),
    /** Where the wire of a valve leaves a box upwards, right of its name. */
    socket: (box) => box.x + box.w - 10,
    /** A vector with its numbers, centred at (x, y). */
    box(name, lag, x, y, options = {}) {
      const tensor = name === "x" ? below : own(name);
      const size = tensorOf(structure, tensor).cols;
      const grid = gridOf(size, board.w, options.flat ? Math.min(30, board.h) : board.h);
      const box = Object.assign({name, tensor, t: cell.t + lag * -past, size, kind: kindOf(structure, tensor),
        x: x - grid.w / 2, y: y - grid.h / 2, cx: x, cy: y, word: lag ? "" : words[name] || strings.rows[name] || "",
        taken: options.shared ? streamWidth(grid.w) + 6 : options.wired ? 14 : 0}, grid);
      if (name === "x" && lower && !lag) box.word = handedBy(lower);
      box.label = (name === "x" && lower ? bareName(lower.top) : name) + stepName(lag * -past);
      box.flag = {x: box.cx + 8, y: box.y + box.h + 2, w: 74, h: 15};
      parts.boxes.push(box);
      return box;
    },
    wire(points, options) {
      parts.wires.push(Object.assign({points, of: options.tensor}, options));
      flow(points, options.back);
    },
    /** Lanes of one vector, as wide as a gate lets them; of: the tensor they help to make. */
    stream(tensor, t, from, to, {gate = null, inverted = false, of, back}) {
      parts.streams.push({tensor, t, from, to, gate, inverted, of});
      flow([inset(from, to), inset(to, from)], back);
    },
    valve: (x, y, gate, upright, {inverted = false, of}) => parts.valves.push({x, y, gate, upright, inverted, of}),
    operator: (x, y, sign, of) => parts.operators.push({x, y, sign, of}),
    /** From a box up to what it is squashed into. */
    squashed(a, value, name, x, sign) {
      board.wire([[x, a.y - 2], [x, value.y + value.h + 2]], {arrow: true, tensor: value.tensor, t: cell.t, back: "da." + name});
      board.operator(x, (a.y + value.y + value.h) / 2, sign, value.tensor);
    },
    /** What a state is told to, on a line to the right, and what comes back on it. */
    onward(box, y, by) {
      board.wire([[box.x + box.w + 2, y], [width - 5, y]], {arrow: true, tensor: box.tensor, t: cell.t, of: ""});
      board.arrivals(box, y, by);
    },
    /** What the gradient of h comes from: this step's output, or the layer above, and the step that builds on this one. */
    arrivals(box, y, by) {
      const line = (dy) => [[box.x + box.w + 3, y + dy], [width - 4, y + dy]];
      flow(line(-9), {state: "h", by: ["above"], sign: "↓", at: [width - 8, y - 24, "right"]});
      if (by.length) flow(line(9), {state: "h", by, sign: "←", at: [width - 8, y + 24, "right"]});
    },
    formula: (x, y, text, align = "left") => parts.formulas.push({x, y, text, align}),
    plate: (x, y, name, tensor) => parts.plates.push({x, y, name, tensor: own(tensor)}),
  };
  return board;
}

/** A little from one end of a line towards the other, so that the heads of arrows do not touch what stands there. */
const inset = ([x, y], [tx, ty]) => [x + 5 * Math.sign(tx - x), y + 5 * Math.sign(ty - y)];

/** Where what comes in comes from. */
const handedBy = ({number, cell, top}) => (number ? strings.layer(number) : strings.cells[cell][bareName(top)]);

const stepName = (lag) => (lag ? "(t" + (lag < 0 ? "−" : "+") + Math.abs(lag) + ")" : "");

/**
 * How the units of a vector stand in a box of at most w × h: in one line, or halved into lines until there is room for
 * their numbers; where there is none for all of them, as squares.
 */
function gridOf(size, w, h) {
  const choices = [size];
  while (choices[choices.length - 1] > 1) choices.push(Math.ceil(choices[choices.length - 1] / 2));
  const cell = (columns) => ({w: w / columns, h: h / Math.ceil(size / columns)});
  const slant = (columns) => Math.abs(Math.log(cell(columns).w / cell(columns).h));
  const columns = choices.find((one) => cell(one).w >= (size <= 4 ? 36 : 27) && cell(one).h >= 11.5)
    || choices.reduce((best, one) => (slant(one) < slant(best) ? one : best));
  const rows = Math.ceil(size / columns);
  const cellW = Math.min(w / columns, size === 1 ? 76 : 62);
  const cellH = Math.min(h / rows, size <= 4 ? 30 : 21);
  return {w: Math.floor(cellW * columns), h: Math.floor(cellH * rows), columns, rows};
}
