import {drawHeatmap, hasRoomFor, writingFor} from "../charts/heatmap.js";
import {isStart} from "./directions.js";
import {boxOf} from "./layout.js";

/**
 * All vectors of the network between two columns: first every pixel into the bitmap, then every box onto the stage.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {number} from
 * @param {number} to
 */
export function drawVectors(ctx, scene, from, to) {
  const {layout, palette, bitmaps, reader} = scene;
  bitmaps.of(reader, palette);
  const {heats, empty} = collect(scene, from, to);
  bitmaps.commit();
  drawEmpty(ctx, empty, palette);
  let alpha = 1;
  for (const heat of heats) {
    if (heat.part !== alpha) ctx.globalAlpha = alpha = heat.part;
    if (layout.detail === "strip") bitmaps.paint(ctx, heat.slot, heat.box);
    else drawHeatmap(ctx, heat.box, heat.data, heat);
  }
  ctx.globalAlpha = 1;
  if (layout.detail !== "strip") drawFrames(ctx, heats, palette);
}

function collect(scene, from, to) {
  const {layout, palette, reader, bitmaps} = scene;
  const heats = [];
  const empty = [];
  const digits = layout.detail === "full";
  const strips = layout.detail === "strip";
  const touching = strips && layout.columns[1].vw >= layout.column;
  for (const row of layout.rows) {
    if (row.form !== "vector" && !row.state) continue;
    let run = null;
    for (let k = from; k <= to; k++) {
      const {t, vx, vw} = layout.columns[k];
      const inside = t >= 0 && t < layout.steps;
      if (inside ? row.form !== "vector" : !row.state || !isStart(row.tensor, t, layout.steps)) continue;
      const shown = scene.shownAt(row, t);
      if (shown.known && run && run.tensor === shown.tensor && run.part === shown.part && run.box.y === row.y
          && Math.abs(run.box.x + run.box.w - vx) < 0.01) {
        const slot = bitmaps.slot(shown.tensor, t, run.box, run.kind);
        if (slot && slot.y === run.slot.y && slot.x === run.slot.x + run.slot.w) {
          run.slot.w += slot.w;
          run.box.w = vx + vw - run.box.x;
          continue;
        }
      }
      run = null;
      const data = shown.never ? null : reader.vector(shown.tensor, t);
      if (!data) continue;
      const box = boxOf(layout, row, t);
      if (!strips && (!shown.known || shown.part < 1)) empty.push(box);
      if (!shown.known) continue;
      const kind = shown.gradient ? "gradient" : row.kind;
      const start = isStart(row.tensor, t, layout.steps);
      const slot = bitmaps.slot(start ? shown.tensor + "0" : shown.tensor, start ? 0 : t, box, kind);
      if (!slot) continue;
      const heat = {row, t, tensor: shown.tensor, box, data, kind, scale: reader.scalesOf(kind, shown.tensor), palette, atlas: bitmaps,
        digits, part: shown.part, slot, writing: null};
      heats.push(heat);
      if (touching && inside) run = heat;
    }
  }
  if (digits) writeAlike(heats, layout.steps);
  return {heats, empty};
}

/** The numbers of a lane are written alike at all steps. */
function writeAlike(heats, steps) {
  const lanes = new Map();
  for (const heat of heats) {
    const lane = heat.row.id + heat.kind + isStart(heat.row.tensor, heat.t, steps);
    if (!lanes.has(lane)) lanes.set(lane, []);
    lanes.get(lane).push(heat);
  }
  for (const lane of lanes.values()) {
    const {box} = lane[lane.length - 1];
    const w = Math.min(...lane.map((heat) => heat.box.w / heat.box.columns));
    const numbers = lane.map((heat) => heat.data);
    if (!hasRoomFor(numbers, w, box.h / box.rows)) continue;
    const writing = writingFor(numbers, w, box.h / box.rows);
    for (const heat of lane) heat.writing = writing;
  }
}

/** The places of numbers that are not computed yet. */
function drawEmpty(ctx, boxes, palette) {
  ctx.fillStyle = palette.ground;
  ctx.strokeStyle = palette.hairline;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const {x, y, w, h} of boxes) ctx.rect(x + 0.5, y + 0.5, w - 1, h - 1);
  ctx.fill();
  ctx.stroke();
}

function drawFrames(ctx, heats, palette) {
  ctx.beginPath();
  for (const {box: {x, y, w, h}} of heats) ctx.rect(x - 0.5, y - 0.5, w + 1, h + 1);
  ctx.strokeStyle = palette.edge;
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.globalAlpha = 1;
}
