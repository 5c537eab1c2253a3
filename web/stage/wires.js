import {headInput, looksBack, poolOf} from "./head.js";
import {layersOf, weightAt} from "./layers.js";
import {boxOf} from "./layout.js";
import {across, belowCell, inward, middleOf, partnerAbove, recurrentEntry, upward} from "./routes.js";
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
    if (scene.crawl && wire.weight) crawl(ctx, scene, wire);
  }
  ctx.globalAlpha = 1;
}

/** While a matrix learns, dashes move along its wires as far as it has changed. */
function crawl(ctx, {crawl: far, palette}, {points, weight}) {
  let moved = 0;
  for (const [name, by] of far) if (name.startsWith(weight)) moved = Math.max(moved, by);
  if (!moved) return;
  ctx.beginPath();
  bentLine(ctx, points, 9);
  ctx.setLineDash([3, 9]);
  ctx.lineDashOffset = -(moved % 12);
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineDashOffset = 0;
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
    plate(ctx, x, y, written(scene, name), scene.palette, lights(scene, tensor) || Boolean(used));
  }
}

/**
 * The name on a plate: as its transpose where matrices are written so.
 *
 * @param {?} scene
 * @param {string} name
 * @return {string}
 */
export const written = ({structure}, name) => name + (structure.turned ? "ᵀ" : "");

const lights = ({hoverMatrix, hover}, tensor) =>
  hoverMatrix === tensor || Boolean(hover && hover.tensor.startsWith(tensor));

/**
 * Where the plates stand, for painting and for the pointer.
 *
 * @param {?} scene
 * @return {!Array<{x: number, y: number, name: string, tensor: string, t: number}>}
 */
export function platesOf(scene) {
  const {layout, structure} = scene;
  const plates = [];
  if (layout.detail !== "full") return plates;
  const add = (x, y, name, prefix, t) => {
    const tensor = weightAt(structure, prefix, name, t);
    plates.push({x, y, name: tensor.slice(prefix.length), tensor, t});
  };
  for (const cell of inSight(scene)) {
    const middle = middleOf(layout, cell.t);
    const prefix = cell.prefix + (cell.rev ? "rev." : "");
    const entering = ENTRY[cell.cell] || (cell.framed ? "Wx" : "");
    const y = cell.lags.length > 1 ? cell.y + cell.h + 12 : belowCell(cell) + (cell.rev ? 14 : 0);
    if (entering) add(middle, y, entering, prefix, cell.t);
    const aside = cell.rev ? 20 : structure.source ? -20 : -17;
    if (cell.recurrent) add(recurrentEntry(cell) + aside, belowCell(cell), "Wh", prefix, cell.t);
  }
  const head = headRow(layout);
  const from = belowHead(scene);
  for (const t of head ? answered(scene, head) : []) add(middleOf(layout, t), (head.y + head.h + from) / 2 + 1, "Wy", "", t);
  return plates;
}

/** What is on the wire into a layer, where that is not Wx. */
const ENTRY = {embedding: "We"};

/** The cells between the edges of the picture, and one more on each side for the wires. */
function inSight({layout, from, to}) {
  return from === undefined ? layout.cells : layout.cells.filter(({t}) => t >= from - 2 && t <= to);
}

/** Every plain wire: {points, tensor, t} of the number it carries. */
function wiresOf(scene) {
  const {layout, structure} = scene;
  const layers = layersOf(structure);
  const head = headRow(layout);
  const wires = [];
  const row = (tensor) => layout.rows.find(({id}) => id === tensor);
  const answers = head ? new Set(answered(scene, head)) : new Set();
  const gathers = poolOf(structure) !== "" || looksBack(structure);
  for (const cell of inSight(scene)) {
    const handed = cell.layer < layers.length || gathers || answers.has(cell.t);
    const own = (name) => weightAt(structure, cell.prefix + (cell.rev ? "rev." : ""), name, cell.t);
    if (cell.lags.length === 1) {
      wires.push({points: inward(layout, cell), tensor: cell.source.tensor, t: cell.t, weight: own(ENTRY[cell.cell] || "Wx")});
    }
    if (cell.recurrent) {
      const state = cell.rev ? row(cell.prefix + "rev.h") : row(stateOf(structure, cell.layer));
      const points = across(layout, cell, state, cell.cell !== "gru");
      wires.push({points, tensor: state.tensor, t: cell.t + (cell.rev ? 1 : -1), weight: own("Wh")});
    }
    if (!handed || !partnerAbove(layout, cell)) continue;
    const told = row(cell.prefix + "h");
    wires.push({points: upward(layout, cell, told), tensor: told.tensor, t: cell.t});
  }
  if (!head) return wires;
  wires.push(...towardsGathered(scene, answers));
  const from = belowHead(scene);
  const to = head.y + head.h + 3;
  for (const t of answers) {
    const middle = middleOf(layout, t);
    wires.push({points: [[middle, from - 1], [middle, to]], tensor: carried(scene), t, weight: "Wy"});
  }
  return wires;
}

/** Up from the highest layer to what attends to it, and past that to the head. */
function towardsGathered(scene, answers) {
  const {layout, structure} = scene;
  const wires = [];
  const alpha = layout.rows.find(({id}) => id === "alpha");
  const ctx = layout.rows.find(({id}) => id === "ctx");
  if (!alpha || !ctx) return wires;
  const top = layersOf(structure).length;
  const told = layout.rows.find(({layer}) => layer === top);
  for (const cell of inSight(scene)) {
    if (cell.layer !== top || partnerAbove(layout, cell)) continue;
    const middle = middleOf(layout, cell.t);
    const up = (from, to) => wires.push({points: [[middle, from], [middle, to]], tensor: told.tensor, t: cell.t});
    if (poolOf(structure)) up(cell.y - 1, alpha.y + alpha.h + 2);
    if (poolOf(structure) || !answers.has(cell.t)) continue;
    up(cell.y - 1, alpha.y + alpha.h + 3);
    up(alpha.y - 1, ctx.y + ctx.h + 3);
    const {vx, vw} = layout.columns[cell.t + 1];
    const lane = vx + vw + 4;
    const join = ctx.y - 9;
    wires.push({points: [[lane, cell.y - 1], [lane, join], [middle + 3, join]], tensor: told.tensor, t: cell.t});
  }
  return wires;
}

/** The upper edge of what the head reads. */
function belowHead({layout}) {
  const group = layout.groups.find((one) => one.group === 1);
  if (!group) return 0;
  const cell = group.layer ? layout.cells.find(({layer, rev}) => layer === group.layer && rev === group.rev) : null;
  return cell ? cell.y : group.y;
}

/** The row of the number that goes up to the head. */
function carried({layout, structure}) {
  const layers = layersOf(structure);
  const input = headInput(structure);
  const owner = layers.find(({output}) => output === input);
  const name = owner ? owner.top : input;
  return layout.rows.some(({id}) => id === name) ? name : "ctx";
}

/** The row the network's answer is computed into first. */
function headRow(layout) {
  return layout.rows.filter(({group, form}) => group === 0 && form !== "loss").pop() || null;
}

/** The steps in sight that have an answer. */
function answered(scene, head) {
  const {timeline, layout, from, to} = scene;
  const steps = [];
  const first = from === undefined ? 0 : Math.max(0, from - 2);
  const last = from === undefined ? layout.steps - 1 : Math.min(layout.steps - 1, to);
  for (let t = first; t <= last; t++) if (timeline.knownAt(head.tensor, t) !== Infinity) steps.push(t);
  return steps;
}

/**
 * The way on which a state comes back to a step from the one that builds on it.
 *
 * @param {?} scene
 * @param {?} row
 * @param {number} t
 * @return {!Array<!Array<number>>}
 */
export function backOf({layout, structure}, row, t) {
  const builds = row.rev ? -1 : 1;
  const owner = row.layer || layersOf(structure).findIndex(({states}) => states.includes(row.symbol)) + 1;
  const cell = layout.cellAt(owner, t + builds, row.rev);
  const told = row.symbol !== "c" && cell;
  if (layout.detail === "full" && told) return across(layout, cell, row, cell.cell !== "gru").reverse();
  const from = boxOf(layout, row, t + builds);
  const to = boxOf(layout, row, t);
  const y = from.y + from.h / 2;
  return row.rev ? [[from.x + from.w + 2, y], [to.x - 3, y]] : [[from.x - 2, y], [to.x + to.w + 3, y]];
}

/**
 * The head of the arrow at the end of a bent line.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {!Array<!Array<number>>} points
 */
export function tip(ctx, points) {
  const [ax, ay] = points[points.length - 2];
  const [bx, by] = points[points.length - 1];
  arrowHead(ctx, bx, by, Math.sign(bx - ax), Math.sign(by - ay), 4.5);
}
