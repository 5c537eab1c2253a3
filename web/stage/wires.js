import {boxOf} from "./layout.js";
import {across, belowCell, inward, lowerCell, middleOf, partnerAbove, recurrentEntry, upward} from "./routes.js";
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
    const middle = middleOf(layout, cell.t);
    const prefix = prefixOf(structure, cell);
    plates.push({x: middle, y: belowCell(layout, cell) + (cell.rev ? 14 : 0), name: "Wx", tensor: prefix + "Wx", t: cell.t});
    const entry = recurrentEntry(cell);
    plates.push({x: entry + (cell.rev ? 20 : -17), y: belowCell(layout, cell), name: "Wh", tensor: prefix + "Wh", t: cell.t});
    if (cell.layer === structure.layers.length && !partnerAbove(layout, cell) && headRow(layout) && has(structure, headRow(layout).tensor, cell.t)) {
      const head = headRow(layout);
      plates.push({x: middle, y: (head.y + head.h + cell.y) / 2 + 1, name: "Wy", tensor: "Wy", t: cell.t});
    }
  }
  return plates;
}

/** Every plain wire: {points, tensor, t} of the number it carries. */
function wiresOf({layout, structure}) {
  const wires = [];
  const row = (tensor) => layout.rows.find(({id}) => id === tensor);
  for (const cell of layout.cells) {
    const h = row(prefixOf(structure, cell) + "h");
    const lower = cell.layer > 1 ? structure.layers[cell.layer - 2] : null;
    const below = row(lower ? lower.prefix + (lower.bidirectional ? "rev.h" : "h") : "x");
    wires.push({points: inward(layout, cell, below, lower ? lowerCell(layout, cell).y : below.y), tensor: below.tensor, t: cell.t});
    const state = cell.rev ? h : row(stateOf(structure, cell.layer));
    wires.push({points: across(layout, cell, state, cell.cell !== "gru"), tensor: state.tensor, t: cell.t + (cell.rev ? 1 : -1), back: true});
    const answers = cell.layer === structure.layers.length && headRow(layout) && has(structure, headRow(layout).tensor, cell.t);
    if (answers) wires.push({points: upward(layout, cell, h, headRow(layout).y + headRow(layout).h + 3), tensor: h.tensor, t: cell.t});
    else if (cell.layer < structure.layers.length && partnerAbove(layout, cell)) wires.push({points: upward(layout, cell, h, 0), tensor: h.tensor, t: cell.t});
  }
  return wires;
}

const prefixOf = (structure, {layer, rev}) => structure.layers[layer - 1].prefix + (rev ? "rev." : "");

/** The row the network's answer is computed into first. */
function headRow(layout) {
  return layout.rows.filter(({group, form}) => group === 0 && form !== "loss").pop() || null;
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
    const builds = row.rev ? -1 : 1;
    for (let t = layout.steps - 1; t >= 0; t--) {
      if (t + builds < 0 || t + builds >= layout.steps) continue;
      if (!scene.known(gradient, t)) continue;
      const size = reader.largestAt(gradient, t);
      if (!(size > 0)) continue;
      const from = boxOf(layout, row, t + builds);
      const to = boxOf(layout, row, t);
      const recurrent = wires.find((wire) => wire.back && wire.tensor === row.tensor && wire.t === t);
      const y = from.y + from.h / 2;
      const points = recurrent ? recurrent.points.slice().reverse()
        : row.rev ? [[from.x + from.w + 2, y], [to.x - 3, y]] : [[from.x - 2, y], [to.x + to.w + 3, y]];
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
