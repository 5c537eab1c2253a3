import {colorOf} from "../charts/heatmap.js";
import {stage as strings} from "../text/en.stage.js";
import {formatNumber} from "../text/number.js";
import {barOf} from "./bars.js";
import {answersOf} from "./head.js";
import {boxOf, unitBox} from "./layout.js";
import {printable} from "./rows.js";
import {shortened} from "./tokens.js";

/** A number that is not as it would be by more than this part of its scale is seen to be another. */
const SEEN = 0.004;
/** A cell as high and as wide as this has room for a second, small number. */
const WRITTEN = {w: 40, h: 33};

/**
 * What a number would be if nothing were held by hand.
 *
 * @param {?} scene {frame, reader}
 * @param {string} tensor
 * @param {number} t
 * @param {number} index
 * @return {number} NaN where nothing is held
 */
export function freeValue({frame, reader}, tensor, t, index) {
  const data = frame.ghost && reader.vector(tensor, t);
  return data && index < data.count ? frame.ghost[data.from + index] : NaN;
}

/**
 * The ghost of the run in which nothing is held: what differs from it is marked with what it would be.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawGhost(ctx, scene) {
  const {layout, frame, from, to} = scene;
  if (!frame.ghost || layout.detail === "strip") return;
  for (const row of layout.rows) {
    for (let t = Math.max(0, from); t <= Math.min(to, layout.steps - 1); t++) {
      const shown = scene.shownAt(row, t);
      if (!shown.known || shown.never) continue;
      if (row.form === "vector") {
        drawFree(ctx, scene, {tensor: shown.tensor, t, kind: shown.gradient ? "gradient" : row.kind}, boxOf(layout, row, t));
      } else if (row.form === "bars" && !shown.gradient) {
        drawFreeBars(ctx, scene, row, t);
      }
    }
  }
}

/**
 * What the numbers of one vector would be: in a corner by their colour, where there is room in writing.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {{tensor: string, t: number, kind: string}} vector
 * @param {?} box its grid
 */
export function drawFree(ctx, scene, {tensor, t, kind}, box) {
  const {reader, frame, palette, digits} = scene;
  const now = frame.ghost && reader.vector(tensor, t);
  if (!now) return;
  for (let k = 0; k < now.count; k++) {
    const scale = reader.scaleOf(kind, tensor, k);
    const free = frame.ghost[now.from + k];
    if (!(Math.abs(free - now.data[now.from + k]) > SEEN * scale)) continue;
    const unit = unitBox(box, k);
    if (unit.w >= WRITTEN.w && unit.h >= WRITTEN.h) write(ctx, palette, unit, formatNumber(free, Math.min(3, digits)));
    else corner(ctx, palette, unit, colorOf(palette, kind, free, scale));
  }
}

function write(ctx, palette, {x, y, w, h}, text) {
  ctx.font = "10px " + palette.font;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  const wide = Math.min(w - 2, ctx.measureText(text).width + 5);
  ctx.fillStyle = palette.surface;
  ctx.fillRect(x + 1, y + h - 12, wide, 11);
  ctx.fillStyle = palette.quiet;
  ctx.fillText(text, x + 3.5, y + h - 6, w - 6);
}

/** The lower left corner of a cell, folded over. */
function corner(ctx, palette, {x, y, w, h}, color) {
  if (w < 3 || h < 3) return;
  const size = Math.min(w * 0.7, h * 0.8, 13);
  ctx.beginPath();
  ctx.moveTo(x, y + h - size);
  ctx.lineTo(x + size, y + h);
  ctx.lineTo(x, y + h);
  ctx.closePath();
  ctx.fillStyle = color;
  ctx.fill();
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 0.6;
  ctx.stroke();
}

/** Bars as high as they would be, in outline. */
function drawFreeBars(ctx, scene, row, t) {
  const {layout, palette} = scene;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1;
  for (let k = 0; k < row.size; k++) {
    const free = freeValue(scene, row.tensor, t, k);
    const {x, w, floor, height} = barOf(layout, row, t, k);
    if (Number.isFinite(free) && Math.abs(free - scene.reader.value({tensor: row.tensor, t, index: k})) > SEEN) {
      ctx.strokeRect(Math.round(x) - 0.5, Math.round(floor - free * height) + 0.5, Math.round(w) + 1, Math.max(1, Math.round(free * height)));
    }
  }
}

/**
 * What the net says at all its steps, each time the likeliest, and what it would say if nothing were held.
 *
 * @param {?} scene
 * @return {?{now: string, free: string}} null where that is not said in symbols, or nothing is held
 */
export function saidBy({structure, frame, reader}) {
  const answers = answersOf(structure);
  const {head, steps} = structure;
  if (!frame.ghost || !head || head.kind !== "softmax" || !answers) return null;
  const said = (numbers) => {
    const words = [];
    for (let t = head.at === "every" ? 0 : structure.source || steps - 1; t < steps; t++) {
      const y = reader.vector("y", t);
      if (!y) continue;
      let best = 0;
      for (let k = 1; k < y.count; k++) if (numbers[y.from + k] > numbers[y.from + best]) best = k;
      words.push(printable(answers[best]));
    }
    return words.join(structure.unit === "char" ? "" : " ");
  };
  return {now: said(frame.data), free: said(frame.ghost)};
}

/**
 * Under the name of the output: what would be said.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawSaid(ctx, scene) {
  const {layout, palette} = scene;
  const row = layout.rows.find(({tensor, form}) => tensor === "y" && (form === "bars" || form === "vector"));
  const said = row && layout.detail !== "strip" && saidBy(scene);
  if (!said || said.free === said.now) return;
  ctx.textAlign = "right";
  ctx.textBaseline = "alphabetic";
  ctx.font = "12px " + palette.font;
  ctx.fillStyle = palette.warning;
  ctx.fillText(shortened(ctx, strings.ghost.without(said.free), layout.gutter - 20), layout.gutter - (layout.narrow ? 10 : 18), row.y + row.h - (row.form === "bars" ? 5 : -13));
}
