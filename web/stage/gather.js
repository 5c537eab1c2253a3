import {looksBack, poolOf} from "./head.js";
import {layersOf, partOf} from "./layers.js";
import {boxOf, unitBox} from "./layout.js";
import {middleOf} from "./routes.js";
import {arrowHead} from "./shapes.js";
import {colorOf} from "../charts/heatmap.js";
import {formatTiny} from "../text/number.js";

/** What is gathered over time: one sum of all steps for the head, or at every step of a decoder one of its encoder. */

/** The widest wire; one that carries nothing is a hair. */
const WIDEST = 9;
const HAIR = 0.5;
/** More wires than this are not drawn at once. */
const MOST = 220;

/**
 * How much every step counts in what the head reads: 1 in all.
 *
 * @param {?} scene
 * @return {!Array<number>}
 */
export function sharesOf(scene) {
  const {reader, layout, structure} = scene;
  const kind = poolOf(structure);
  const steps = Array.from({length: layout.steps}, (_, t) => t);
  if (kind === "attention") return steps.map((t) => numberOf(reader.vector("alpha", t), 0));
  if (kind === "mean") return steps.map(() => 1 / steps.length);
  const won = winnersOf(scene);
  return steps.map((t) => won.filter((winner) => winner === t).length / Math.max(1, won.length));
}

/**
 * For every unit of a maximum over time: the step it is from.
 *
 * @param {?} scene
 * @return {!Array<number>}
 */
export function winnersOf({reader, layout, structure}) {
  const layers = layersOf(structure);
  const last = layers[layers.length - 1].output;
  const ctx = reader.vector("ctx", layout.steps - 1);
  return Array.from({length: ctx ? ctx.count : 0}, (_, index) => {
    const part = partOf(structure, last, index);
    let best = -1;
    let most = -Infinity;
    for (let t = 0; t < layout.steps; t++) {
      const value = numberOf(reader.vector(part.tensor, t), part.index);
      if (value > most) [best, most] = [t, value];
    }
    return best;
  });
}

const numberOf = (vector, index) => (vector && index < vector.count ? vector.data[vector.from + index] : NaN);

/**
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawGathering(ctx, scene) {
  const {layout, structure} = scene;
  const target = layout.rows.find(({id}) => id === "ctx");
  if (!target) return;
  if (looksBack(structure)) drawAttention(ctx, scene, target);
  else drawPooling(ctx, scene, target);
}

/** From every step a wire into the one vector that the head reads. */
function drawPooling(ctx, scene, target) {
  const {layout, palette} = scene;
  const end = layout.steps - 1;
  const box = boxOf(layout, target, end);
  const shares = sharesOf(scene);
  const bars = layout.rows.find(({form}) => form === "shares");
  const top = bars || topRow(layout);
  const from = top.y - (bars ? (layout.detail === "full" ? 4 : 2) : frameOf(layout) + 1);
  ctx.strokeStyle = palette.accent;
  for (let t = 0; t <= end; t++) {
    const known = scene.known(top.tensor, t);
    ctx.globalAlpha = known ? 0.25 + 0.6 * Math.min(1, shares[t] * 2) : 0.2;
    ctx.lineWidth = HAIR + (known ? WIDEST * Math.sqrt(shares[t] || 0) * 0.6 : 0);
    const x = middleOf(layout, t);
    ctx.beginPath();
    ctx.moveTo(x, from);
    if (t === end) {
      ctx.lineTo(x, box.y + box.h + 3);
    } else {
      const y = box.y + box.h * (t + 1) / (end + 1);
      const bend = Math.min(150, (box.x - x) * 0.4);
      ctx.bezierCurveTo(x, y, x + bend * 0.25, y, x + bend, y);
      ctx.lineTo(box.x - 3, y);
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  tip(ctx, box, palette);
}

function tip(ctx, box, palette) {
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 1.4;
  ctx.beginPath();
  arrowHead(ctx, box.x - 2, box.y + box.h / 2, 1, 0, 5);
  ctx.stroke();
}

/** Of a decoder the step that is looked at; at rest all of them, thin. */
function drawAttention(ctx, scene, target) {
  const {layout, structure, palette, reader} = scene;
  const top = topRow(layout);
  const chosen = stepOf(scene);
  const steps = [];
  for (let t = structure.source; t < layout.steps; t++) if (chosen < 0 || chosen === t) steps.push(t);
  if (steps.length * structure.source > MOST) return;
  const from = top.y - frameOf(layout) - 1;
  ctx.strokeStyle = palette.accent;
  for (const t of steps) {
    const alpha = reader.vector("alpha", t);
    if (!alpha || !scene.known("alpha", t)) continue;
    const box = boxOf(layout, target, t);
    for (let s = 0; s < structure.source; s++) {
      const share = numberOf(alpha, s);
      const x = middleOf(layout, s);
      const y = box.y + box.h * (s + 1) / (structure.source + 1);
      ctx.globalAlpha = (chosen < 0 ? 0.4 : 0.85) * Math.min(1, 0.12 + share * 1.2);
      ctx.lineWidth = HAIR + (chosen < 0 ? 0.45 : 1) * WIDEST * 0.7 * share;
      ctx.beginPath();
      ctx.moveTo(x, from);
      const bend = Math.min(130, (box.x - x) * 0.4);
      ctx.bezierCurveTo(x, y, x + bend * 0.25, y, x + bend, y);
      ctx.lineTo(box.x - 3, y);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
    if (chosen === t) tip(ctx, box, palette);
  }
  ctx.globalAlpha = 1;
}

/** The step of the decoder under the pointer, selected, or under the playhead; −1 none. */
function stepOf({hover, hoverCell, selection, lit, structure}) {
  const inDecoder = (t) => t >= structure.source;
  const found = [hover, hoverCell, selection, lit].find((one) => one && inDecoder(one.t));
  return found ? found.t : -1;
}

const topRow = (layout) => layout.rows.find(({layer}) => layer > 0);
/** How far the frame of the highest layer stands over its first row. */
function frameOf(layout) {
  const row = topRow(layout);
  const cell = layout.cells.find(({layer}) => layer === row.layer);
  return cell ? row.y - cell.y : 0;
}

/**
 * Under the gathered vector how much every step counts, as a bar and a number.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {?} row
 * @param {number} t
 */
export function drawShare(ctx, scene, row, t) {
  const {layout, palette, reader} = scene;
  if (t < 0) return;
  const shown = scene.shownAt(row, t);
  const value = numberOf(reader.vector(shown.tensor, t), 0);
  if (shown.never || !Number.isFinite(value)) return;
  const {vx, vw} = layout.columns[t + 1];
  const full = layout.detail === "full" && vw >= 26;
  const floor = row.y + row.h;
  ctx.fillStyle = palette.hairline;
  ctx.fillRect(vx, floor - 1, vw, 1);
  if (!shown.known) return;
  const scale = reader.scaleOf("gradient", shown.tensor);
  const part = shown.gradient ? Math.min(1, Math.sqrt(Math.abs(value) / scale)) : value;
  const tall = Math.max(1, part * (row.h - (full ? 14 : 0)));
  const w = Math.min(vw, 40);
  ctx.fillStyle = shown.gradient ? colorOf(palette, "gradient", value, scale) : palette.accent;
  ctx.fillRect(vx + (vw - w) / 2, floor - tall, w, tall);
  if (!full) return;
  ctx.font = "11px " + palette.font;
  ctx.fillStyle = palette.quiet;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.fillText(formatTiny(value), vx + vw / 2, floor - tall - 3);
}

/**
 * On a maximum over time: which numbers won.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawWinners(ctx, scene) {
  const {layout, structure, palette, reader} = scene;
  if (poolOf(structure) !== "max" || layout.detail === "strip" || !scene.known("ctx", layout.steps - 1)) return;
  const layers = layersOf(structure);
  const {output} = layers[layers.length - 1];
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 1.6;
  winnersOf(scene).forEach((t, index) => {
    const part = partOf(structure, output, index);
    const row = layout.rows.find(({id}) => id === part.tensor);
    if (!row || t < 0 || !reader.vector(row.tensor, t)) return;
    const {x, y, w, h} = unitBox(boxOf(layout, row, t), part.index);
    ctx.strokeRect(x + 1, y + 1, w - 2, h - 2);
  });
}
