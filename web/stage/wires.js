import {boxOf} from "./layout.js";
import {stateOf} from "./rows.js";
import {arrowHead, bentLine, plate} from "./shapes.js";

/** The wires of the unrolled network, as it stands before any operation is lit. Only wide steps have room for them. */

/**
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawWires(ctx, scene) {
  const {layout, palette} = scene;
  if (layout.detail !== "full") return;
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  for (const wire of wiresOf(scene)) {
    ctx.globalAlpha = scene.known(wire.tensor, wire.t) ? 1 : 0.45;
    ctx.beginPath();
    bentLine(ctx, wire.points, 9);
    ctx.strokeStyle = palette.edge;
    ctx.lineWidth = 1.1;
    ctx.stroke();
    ctx.beginPath();
    tip(ctx, wire.points);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/**
 * The matrices on the wires: the same one at every step.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawPlates(ctx, scene) {
  if (scene.layout.detail !== "full") return;
  const op = scene.lit;
  for (const {x, y, name, tensor, t} of platesOf(scene)) {
    const used = op && op.t === t && op.equation.inputs.some((input) => input.tensor.startsWith(tensor));
    plate(ctx, x, y, name, scene.palette, lights(scene, tensor) || Boolean(used));
  }
}

const lights = ({hoverMatrix, hover}, tensor) => hoverMatrix === tensor || Boolean(hover && hover.tensor.startsWith(tensor));

/**
 * Where the plates stand, for painting and for the pointer.
 *
 * @param {?} scene
 * @return {!Array<{x: number, y: number, name: string, tensor: string, t: number}>}
 */
export function platesOf({layout, structure}) {
  const plates = [];
  if (layout.detail !== "full") return plates;
  for (const cell of layout.cells) {
    const column = layout.columns[cell.t + 1];
    const middle = column.vx + column.vw / 2;
    const prefix = structure.layers[cell.layer - 1].prefix;
    plates.push({x: middle, y: belowCell(layout, cell), name: "Wx", tensor: prefix + "Wx", t: cell.t});
    const entry = recurrentEntry(cell);
    plates.push({x: entry - 17, y: belowCell(layout, cell), name: "Wh", tensor: prefix + "Wh", t: cell.t});
    if (cell.layer === structure.layers.length && headRow(layout) && has(structure, headRow(layout).tensor, cell.t)) {
      const head = headRow(layout);
      plates.push({x: middle, y: (head.y + head.h + cell.y) / 2 + 1, name: "Wy", tensor: "Wy", t: cell.t});
    }
  }
  return plates;
}

/** Every plain wire: {points, tensor, t} of the number it carries. */
function wiresOf(scene) {
  const {layout, structure} = scene;
  const wires = [];
  const row = (tensor) => layout.rows.find(({id}) => id === tensor);
  for (const cell of layout.cells) {
    const column = layout.columns[cell.t + 1];
    const middle = column.vx + column.vw / 2;
    const {prefix} = structure.layers[cell.layer - 1];
    const h = row(prefix + "h");
    const below = cell.layer > 1 ? row(structure.layers[cell.layer - 2].prefix + "h") : row("x");
    const fromY = cell.layer > 1 ? lowerCell(layout, cell).y : below.y;
    wires.push({points: [[middle, fromY - 2], [middle, cell.y + cell.h + 1]], tensor: below.tensor, t: cell.t});
    const state = row(stateOf(structure, cell.layer));
    const previous = boxOf(layout, state, cell.t - 1);
    const out = previous.x + previous.w + 1;
    const lane = cell.x - 9;
    const entry = recurrentEntry(cell);
    const under = belowCell(layout, cell);
    const y = previous.y + previous.h / 2;
    const start = cell.cell === "gru" ? [] : [[out, y]];
    wires.push({points: start.concat([[lane, y], [lane, under], [entry, under], [entry, cell.y + cell.h + 1]]), tensor: state.tensor, t: cell.t - 1, back: true});
    if (cell.layer === structure.layers.length && headRow(layout) && has(structure, headRow(layout).tensor, cell.t)) {
      wires.push({points: [[middle, cell.y - 1], [middle, headRow(layout).y + headRow(layout).h + 3]], tensor: h.tensor, t: cell.t});
    }
  }
  return wires;
}

/** The row the network's answer is computed into first. */
function headRow(layout) {
  return layout.rows.filter(({group, form}) => group === 0 && form !== "loss").pop() || null;
}

/** Where h(t−1) enters a cell: from below, beside what comes in. */
function recurrentEntry(cell) {
  return Math.round(cell.x + Math.min(28, cell.w * 0.2));
}

function belowCell(layout, cell) {
  const input = cell.layer > 1 ? lowerCell(layout, cell).y : layout.rows.find(({symbol}) => symbol === "x").y;
  return (cell.y + cell.h + input) / 2 - 1;
}

function lowerCell(layout, cell) {
  return layout.cells.find(({layer, t}) => layer === cell.layer - 1 && t === cell.t);
}

function has(structure, tensor, t) {
  const found = structure.tensors.find(({name}) => name === tensor);
  return found && (found.rows === structure.steps || t === structure.steps - 1)
    && !(structure.head && structure.head.at === "last" && t < structure.steps - 1);
}

function tip(ctx, points) {
  const [ax, ay] = points[points.length - 2];
  const [bx, by] = points[points.length - 1];
  arrowHead(ctx, bx, by, Math.sign(bx - ax), Math.sign(by - ay), 4.5);
}

/**
 * Gradients on their way back through time: dashed, against the wires, as wide as the logarithm of what they carry.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawGradientWires(ctx, scene) {
  const {layout, palette, reader} = scene;
  if (!scene.backward || layout.detail === "strip") return;
  const wires = layout.detail === "full" ? wiresOf(scene) : [];
  ctx.strokeStyle = palette.gradPositive;
  ctx.lineJoin = "round";
  for (const row of layout.rows.filter(({state}) => state)) {
    const gradient = Number.isFinite(scene.timeline.knownAt(row.gradient, 0)) ? row.gradient : "dlogits";
    for (let t = layout.steps - 2; t >= 0; t--) {
      if (!scene.known(gradient, t)) continue;
      const size = reader.largestAt(gradient, t);
      if (!(size > 0)) continue;
      const from = boxOf(layout, row, t + 1);
      const to = boxOf(layout, row, t);
      const recurrent = wires.find((wire) => wire.back && wire.tensor === row.tensor && wire.t === t);
      const y = from.y + from.h / 2;
      const points = recurrent ? recurrent.points.slice().reverse() : [[from.x - 2, y], [to.x + to.w + 3, y]];
      ctx.beginPath();
      ctx.setLineDash([6, 4]);
      ctx.lineWidth = Math.max(0.8, 4.6 + Math.log10(size / reader.gradients) * 1.3);
      bentLine(ctx, points, 9);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.lineWidth = 1.8;
      ctx.beginPath();
      if (layout.detail === "full") tip(ctx, points);
      ctx.stroke();
    }
  }
}
