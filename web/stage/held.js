import {drawFree} from "./ghost.js";
import {layersOf} from "./layers.js";
import {boxOf, unitBox} from "./layout.js";
import {gradientOf} from "./rows.js";

/** Signs over single numbers: those held by hand, and those dropped. */

/**
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawHeld(ctx, scene) {
  const {layout, reader, from, to} = scene;
  if (layout.detail === "strip") return;
  for (const row of layout.rows) {
    if (!reader.holds(row.tensor)) continue;
    for (let t = Math.max(0, from - 1); t <= Math.min(to, layout.steps - 1); t++) {
      if (!scene.known(row.tensor, t)) continue;
      drawPins(ctx, scene, {tensor: row.tensor, t}, boxOf(layout, row, t), row.size);
    }
  }
}

/**
 * The pins of one vector of an unfolded cell, and what its numbers would be if nothing were held.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {?} box a vector and its grid: {tensor, t, kind, size, …}
 */
export function drawHand(ctx, scene, box) {
  const back = scene.backward && scene.known(gradientOf(box.tensor), box.t);
  if (!back) drawFree(ctx, scene, box, box);
  drawPins(ctx, scene, box, box, box.size);
}

/**
 * The pins of one vector.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {{tensor: string, t: number}} vector
 * @param {?} box its grid
 * @param {number} size
 */
function drawPins(ctx, {reader, palette}, {tensor, t}, box, size) {
  if (!reader.holds(tensor)) return;
  for (let k = 0; k < size; k++) if (Number.isFinite(reader.held(tensor, t, k))) pin(ctx, unitBox(box, k), palette);
}

/** A pin in the upper edge of a cell, so that it hides no number. */
function pin(ctx, {x, y, w, h}, palette) {
  const r = Math.max(2, Math.min(3.6, w / 6, h / 5));
  const px = x + w - r - 2;
  const py = y - 0.5;
  ctx.fillStyle = palette.warning || palette.accent;
  ctx.strokeStyle = palette.surface;
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  ctx.moveTo(px - r * 0.7, py);
  ctx.lineTo(px, py + r * 2.2);
  ctx.lineTo(px + r * 0.7, py);
  ctx.closePath();
  ctx.fill();
  ctx.beginPath();
  ctx.arc(px, py, r, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.fill();
}

/**
 * Numbers that were dropped are crossed out.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawDropped(ctx, scene) {
  const {layout, reader, palette, structure, from, to} = scene;
  if (layout.detail === "strip") return;
  ctx.strokeStyle = palette.quiet;
  ctx.lineWidth = 1.1;
  ctx.beginPath();
  for (const {cell, prefix} of layersOf(structure)) {
    const row = cell === "dropout" && layout.rows.find(({id}) => id === prefix + "dropped");
    if (!row) continue;
    for (let t = Math.max(0, from - 1); t <= Math.min(to, layout.steps - 1); t++) {
      const keep = reader.vector(prefix + "keep", t);
      if (!keep || !scene.known(row.tensor, t)) continue;
      const box = boxOf(layout, row, t);
      for (let k = 0; k < row.size; k++) if (keep.data[keep.from + k] === 0) cross(ctx, unitBox(box, k));
    }
  }
  ctx.stroke();
}

function cross(ctx, {x, y, w, h}) {
  if (w < 4) return;
  if (h < 4) {
    ctx.moveTo(x, y + h / 2);
    ctx.lineTo(x + w, y + h / 2);
    return;
  }
  const inset = Math.min(2, w / 5, h / 5);
  ctx.moveTo(x + inset, y + inset);
  ctx.lineTo(x + w - inset, y + h - inset);
  ctx.moveTo(x + w - inset, y + inset);
  ctx.lineTo(x + inset, y + h - inset);
}
