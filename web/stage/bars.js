import {unitBox} from "./layout.js";
import {answersOf, targetAt} from "./head.js";
import {printable} from "./rows.js";
import {labelled} from "./tokens.js";
import {colorOf} from "../charts/heatmap.js";
import {formatTiny} from "../text/number.js";

/** A long answer under its bar is written smaller, but not smaller than this. */
const LEAST_LETTERS = 10;

/**
 * Where the bars of an answer stand: one for each symbol.
 *
 * @param {?} layout
 * @param {?} row
 * @param {number} t
 * @return {?}
 */
export function barsBox(layout, row, t) {
  const {vx, vw} = layout.columns[t + 1];
  return {x: vx, y: row.y, w: vw, h: row.h, columns: row.size, rows: 1};
}

/** How much of a lane of bars is for the letters beneath, and for the numbers above. */
const labelOf = (full, box, size) => (full ? 17 : box.w / size >= 9 ? 13 : 0);
const headOf = (full) => (full ? 17 : 0);

/**
 * Where one bar stands: on its floor, so high if it is 1.
 *
 * @param {?} layout
 * @param {?} row
 * @param {number} t
 * @param {number} k
 * @return {{x: number, w: number, floor: number, height: number}}
 */
export function barOf(layout, row, t, k) {
  const box = barsBox(layout, row, t);
  const full = layout.detail === "full";
  const label = labelOf(full, box, row.size);
  const unit = unitBox(box, k);
  const gap = gapOf(box, row.size);
  return {x: unit.x + gap / 2, w: unit.w - gap, floor: box.y + box.h - label, height: box.h - label - headOf(full)};
}

const gapOf = (box, size) => Math.min(6, box.w / size * 0.24);

/**
 * Probabilities as bars over their letters; the target is outlined, the likeliest is bold.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {?} row
 * @param {number} t
 */
export function drawBars(ctx, scene, row, t) {
  const {layout, structure, palette, reader} = scene;
  if (t < 0) return;
  const shown = scene.shownAt(row, t);
  const data = reader.vector(shown.tensor, t);
  if (!data || shown.never) return;
  const box = barsBox(layout, row, t);
  const full = layout.detail === "full";
  const label = labelOf(full, box, row.size);
  const floor = box.y + box.h - label;
  const height = box.h - label - headOf(full);
  const answers = answersOf(structure) || [];
  const target = targetAt(structure, t);
  let best = 0;
  for (let k = 1; k < data.count; k++) if (data.data[data.from + k] > data.data[data.from + best]) best = k;
  if (!full && shown.known && !shown.gradient && !["every", "decoder"].includes(structure.head.at)) {
    const name = printable(answers[best] || "");
    drawAside(ctx, scene, {box, name, value: data.data[data.from + best], right: best === target});
  }
  ctx.textAlign = "center";
  for (let k = 0; k < data.count; k++) {
    const unit = unitBox(box, k);
    const middle = unit.x + unit.w / 2;
    const bar = barOf(layout, row, t, k);
    if (k === target && full) {
      ctx.strokeStyle = palette.right;
      ctx.lineWidth = 1.2;
      ctx.setLineDash([3, 2.5]);
      ctx.strokeRect(Math.round(bar.x) - 1.5, floor - height - 2.5, Math.round(bar.w) + 3, height + label + 1.5);
      ctx.setLineDash([]);
    }
    ctx.fillStyle = palette.hairline;
    ctx.fillRect(bar.x, floor - 1, bar.w, 1);
    if (shown.known) {
      const value = data.data[data.from + k];
      const tall = Math.max(1, value * height);
      ctx.globalAlpha = shown.part;
      ctx.fillStyle = k === target ? palette.right : k === best ? palette.accent : palette.edge;
      if (shown.gradient) ctx.fillStyle = colorOf(palette, "gradient", value, reader.scaleOf("gradient", shown.tensor, k));
      ctx.fillRect(bar.x, floor - (shown.gradient ? height * 0.5 : tall), bar.w, shown.gradient ? height * 0.5 : tall);
      if (full && unit.w >= 22) {
        ctx.font = (k === best ? "600 " : "") + "11px " + palette.font;
        ctx.fillStyle = k === best ? palette.ink : palette.quiet;
        ctx.textBaseline = "alphabetic";
        const above = k === target ? height + 2 : shown.gradient ? height * 0.5 : tall;
        ctx.fillText(formatTiny(value), middle, floor - above - 4);
      }
      ctx.globalAlpha = 1;
    }
    if (label && unit.w >= 8) {
      const weight = k === best && shown.known ? "600 " : "";
      const size = Math.min(full ? 14 : 11, unit.w + 3);
      ctx.font = weight + size + "px " + palette.font;
      ctx.fillStyle = k === target ? palette.right : shown.known && k === best ? palette.ink : palette.quiet;
      ctx.textBaseline = "middle";
      const name = answers[k] ? printable(answers[k]) : String(k + 1);
      const wide = ctx.measureText(name).width;
      if (full && wide > unit.w + 2) {
        ctx.font = weight + Math.max(LEAST_LETTERS, size * (unit.w + 2) / wide) + "px " + palette.font;
      }
      const said = labelled(ctx, name, unit.w + 2);
      if (full || said === name) ctx.fillText(said, middle, floor + (full ? 9 : 8));
    }
  }
}

/** Where only the last step answers and its bars are narrow, the likeliest answer stands beside them. */
function drawAside(ctx, {palette}, {box, name, value, right}) {
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillStyle = right ? palette.right : palette.ink;
  ctx.font = "600 13px " + palette.font;
  ctx.fillText(name + " " + formatTiny(value), box.x - 8, box.y + box.h / 2);
}
