import {barsBox} from "./bars.js";
import {isReversed, startOf} from "./directions.js";
import {boxOf, unitBox} from "./layout.js";
import {headInput} from "./head.js";
import {layerOf, layersOf, partOf, tensorOf} from "./layers.js";
import {stateOf} from "./rows.js";
import {arrowHead} from "./shapes.js";
import {inputsOf, mixesUnits} from "./timeline.js";

/** What is lit on the network: the operation under the playhead, the number under the pointer, the selection. */

/**
 * The box a tensor has on the stage at a step, under its own name or as the gradient of a lane.
 *
 * @param {?} scene
 * @param {string} tensor
 * @param {number} t
 * @return {?}
 */
export function placeOf({layout}, tensor, t) {
  const name = t < 0 ? tensor : tensor.replace(/^((?:l\d+\.)?(?:rev\.)?[chy])0$/, "$1");
  const at = name === tensor ? t : startOf(name, layout.steps);
  const rowOf = (seen) => layout.rows.find(({tensor: own, gradient}) => own === seen || gradient === seen);
  const row = SEEN.map((seen) => rowOf(seen(name))).find(Boolean);
  if (!row || at < -1 || (at >= layout.steps && !row.rev)) return null;
  return {row, t: at, box: row.form === "bars" ? barsBox(layout, row, at) : boxOf(layout, row, at)};
}

/** The lanes a number may be seen in: its own, that of all its blocks, that of what it was before. */
const SEEN = [
  (name) => name,
  (name) => name.replace(/\.[a-z]$/, ""),
  (name) => name.replace(/\b(d?)a\.([a-z])$/, "$1$2"),
  (name) => name.replace(/(^|\.)keep$/, "$1dropped").replace(/^s$/, "alpha").replace(/(^|\.)set\./, "$1"),
];

/**
 * The operation under the playhead: its result framed, its inputs framed and linked.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawLit(ctx, scene) {
  const {lit, structure, palette} = scene;
  if (!lit || lit.t < 0) return;
  if (scene.layout.detail === "strip") drawCursor(ctx, scene);
  const output = placeOf(scene, lit.equation.output, lit.t);
  if (!output) return;
  for (const input of inputsOf(structure, lit.equation, lit.t)) {
    const source = placeOf(scene, input.tensor, input.t);
    if (!source || source.row === output.row && source.t === output.t) continue;
    if (!input.all) link(ctx, source.box, output.box, palette.accent, lit.equation.phase === "backward");
    ring(ctx, source.box, palette.accent, 1.2);
  }
  ring(ctx, output.box, palette.accent, 2.4);
}

/** Where steps are narrow, a line through the one under the playhead. */
function drawCursor(ctx, {layout, lit, palette}) {
  const {x, w} = layout.columns[lit.t + 1];
  const middle = x + w / 2;
  ctx.fillStyle = palette.accent;
  ctx.globalAlpha = 0.35;
  ctx.fillRect(middle - 0.75, 4, 1.5, layout.foot - 18);
  ctx.globalAlpha = 1;
  ctx.beginPath();
  for (const [y, dy] of [[2, 7], [layout.foot - 10, -7]]) {
    ctx.moveTo(middle - 5, y);
    ctx.lineTo(middle + 5, y);
    ctx.lineTo(middle, y + dy);
  }
  ctx.fill();
}

/**
 * Hover and selection: the number itself and the numbers it was computed from.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawMarks(ctx, scene) {
  for (const [pick, width] of [[scene.selection, 2.4], [scene.hover, 1.6]]) {
    if (!pick) continue;
    drawWeight(ctx, scene, pick);
    drawOrigins(ctx, scene, pick, pick === scene.selection);
    const unit = pickBox(scene, pick);
    if (unit) ring(ctx, unit, scene.palette.accent, width);
  }
}

const WEIGHT = /^((?:l\d+\.)?(?:rev\.)?)(enc\.|dec\.)?W([xhye])(?:\.([a-z]))?$/;

/** A weight works at every step: the unit it feeds and the number it weighs are framed at all of them. */
function drawWeight(ctx, scene, {tensor, t, index}) {
  const {structure, palette, layout, timeline} = scene;
  const [, prefix, side, matrix, block] = tensor.match(WEIGHT) || [];
  const found = tensorOf(structure, tensor);
  if (!found || found.role !== "weight" || !matrix) return;
  const answer = placeOf(scene, "logits", 0) ? "logits" : "y";
  const fed = matrix === "y" ? answer : matrix === "e" ? "e" : prefix + (block || "a");
  const {from, to} = stepsOf(structure, side);
  const read = readBy(structure, tensor, {matrix, prefix, index});
  for (let step = from; step < to; step++) {
    const one = placeOf(scene, read.tensor, step + read.lag);
    const other = placeOf(scene, fed, step);
    if (!one || !other || read.index >= one.row.size || t >= other.row.size) continue;
    if (timeline.knownAt(other.row.tensor, step) === Infinity) continue;
    ring(ctx, unitBox(one.box, read.index), palette.accent, 1.4);
    ring(ctx, unitBox(other.box, t), palette.accent, 1.8);
  }
}

/** Where a weight is at work: everywhere, or only in the encoder or the decoder. */
function stepsOf({steps, source}, side) {
  return {from: side === "dec." ? source : 0, to: side === "enc." ? source : steps};
}

/** The number that one column of a matrix weighs, and how many steps off. */
function readBy(structure, tensor, {matrix, prefix, index}) {
  const layer = layerOf(structure, tensor);
  if (matrix === "y") return Object.assign({lag: 0}, partOf(structure, headInput(structure), index));
  if (matrix === "h" && isReversed(tensor)) return {tensor: prefix + "h", index, lag: 1};
  if (matrix === "h") return {tensor: stateOf(structure, layer), index, lag: -1};
  const {input, reads} = layersOf(structure)[layer - 1];
  const {cols} = tensorOf(structure, input) || {cols: 1};
  return Object.assign({lag: reads[Math.floor(index / cols)] || 0}, partOf(structure, input, index % cols));
}

/** Links from every number a pick was computed from. */
function drawOrigins(ctx, scene, pick, strong) {
  const {structure, timeline, palette} = scene;
  const unit = pick.index < 0 ? null : pickBox(scene, pick);
  const {row} = placeOf(scene, pick.tensor, pick.t) || {row: null};
  const k = timeline.operationOf(pick.tensor, pick.t);
  if (!unit || k === null || k === undefined) return;
  const equation = structure.equations[structure.schedule[2 * k]];
  const mixed = mixesUnits(structure, equation);
  for (const input of inputsOf(structure, equation, pick.t)) {
    const source = placeOf(scene, input.tensor, input.t);
    if (!source || source.row === row && input.t === pick.t) continue;
    const index = copiedFrom(row, pick, input, source.row);
    if (index === -1) continue;
    const at = mixed || index === null ? source.box : unitBox(source.box, index);
    if (strong && !input.all) link(ctx, at, unit, palette.accent, equation.phase === "backward");
    ring(ctx, at, palette.accent, 1.2);
  }
}

/**
 * Which number of a vector one number was made of: the same unit, or in a window the one that stands there.
 *
 * @return {?number} null: all of them; −1: none
 */
function copiedFrom(row, {tensor, t, index}, input, source) {
  if (row.slots > 1 && tensor === row.tensor) {
    const slot = Math.floor(index / source.size);
    return input.t - t === row.first + slot ? index % source.size : -1;
  }
  return source.size === row.size ? index : null;
}

/**
 * The box of one number on the stage.
 *
 * @param {?} scene
 * @param {?} pick
 * @return {?}
 */
export function pickBox(scene, pick) {
  const place = placeOf(scene, pick.tensor, pick.t);
  const index = place && place.row.form === "shares" ? 0 : pick.index;
  return place && index < place.row.size ? unitBox(place.box, index) : null;
}

function ring(ctx, {x, y, w, h}, color, width) {
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  const out = width / 2 + (w > 4 ? 0.5 : 0);
  ctx.strokeRect(x - out, y - out, w + 2 * out, h + 2 * out);
}

/** A curve from one box to another, along the side they face each other. */
function link(ctx, a, b, color, dashed) {
  const ay = a.y + a.h / 2;
  const by = b.y + b.h / 2;
  const beside = b.x > a.x + a.w + 4 || a.x > b.x + b.w + 4;
  ctx.beginPath();
  ctx.setLineDash(dashed ? [5, 4] : []);
  if (beside) {
    const toRight = b.x > a.x;
    const x0 = toRight ? a.x + a.w + 1 : a.x - 1;
    const x1 = toRight ? b.x - 2 : b.x + b.w + 2;
    const bow = Math.max(12, Math.abs(x1 - x0) * 0.55) * (toRight ? 1 : -1);
    ctx.moveTo(x0, ay);
    ctx.bezierCurveTo(x0 + bow, ay, x1 - bow, by, x1, by);
    finish(ctx, color, x1, by, toRight ? 1 : -1, 0);
    return;
  }
  const below = a.y > b.y;
  const [y0, y1] = below ? [a.y - 1, b.y + b.h + 2] : [a.y + a.h + 1, b.y - 2];
  const [x0, x1] = [a.x + a.w / 2, b.x + b.w / 2];
  const clear = Math.abs(y0 - y1) < 30;
  const bow = clear ? 0 : Math.min(46, a.w * 0.5 + 14);
  ctx.moveTo(x0, y0);
  ctx.bezierCurveTo(x0 + bow, y0 + (y1 - y0) * 0.3, x1 + bow, y0 + (y1 - y0) * 0.7, x1, y1);
  finish(ctx, color, x1, y1, 0, below ? -1 : 1);
}

function finish(ctx, color, x, y, dx, dy) {
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.6;
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  arrowHead(ctx, x, y, dx, dy, 5);
  ctx.stroke();
}
