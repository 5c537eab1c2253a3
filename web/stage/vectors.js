import {drawHeatmap, hasRoomFor, writingFor} from "../charts/heatmap.js";
import {isStart} from "./directions.js";
import {boxOf} from "./layout.js";

/**
 * All vectors of the network between two columns: first every pixel into the atlas, then every box onto the stage.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {number} from
 * @param {number} to
 */
export function drawVectors(ctx, scene, from, to) {
  const {layout, palette, atlas} = scene;
  const {heats, empty} = collect(scene, from, to);
  atlas.commit();
  drawEmpty(ctx, empty, palette);
  ctx.globalAlpha = 1;
  let alpha = 1;
  const strips = layout.detail === "strip" && layout.columns[1].vw >= layout.column;
  for (const heat of strips ? joined(heats) : heats) {
    if (heat.part !== alpha) ctx.globalAlpha = alpha = heat.part;
    if (strips) atlas.paint(ctx, heat.slot, heat.box);
    else drawHeatmap(ctx, heat.box, heat.data, heat);
  }
  ctx.globalAlpha = 1;
  if (layout.detail !== "strip") drawFrames(ctx, heats, palette);
}

function collect(scene, from, to) {
  const {layout, palette, reader, atlas} = scene;
  const heats = [];
  const empty = [];
  const digits = layout.detail === "full";
  atlas.clear();
  for (const row of layout.rows.filter(({form, state}) => form === "vector" || state)) {
    for (let k = from; k <= to; k++) {
      const {t} = layout.columns[k];
      const inside = t >= 0 && t < layout.steps;
      if (inside ? row.form !== "vector" : !row.state || !isStart(row.tensor, t, layout.steps)) continue;
      const shown = scene.shownAt(row, t);
      const data = shown.never ? null : reader.vector(shown.tensor, t);
      if (!data) continue;
      const box = boxOf(layout, row, t);
      if (layout.detail !== "strip" && (!shown.known || shown.part < 1)) empty.push(box);
      if (!shown.known) continue;
      const kind = shown.gradient ? "gradient" : row.kind;
      const heat = {row, t, box, data, kind, scale: reader.scaleOf(kind), palette, atlas, digits, part: shown.part,
        slot: null, writing: null};
      heat.slot = atlas.add(box, data, heat);
      heats.push(heat);
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

/** Neighbours in time that touch are painted as one picture. */
function joined(heats) {
  const runs = [];
  for (const {row, box, part, slot} of heats) {
    const last = runs[runs.length - 1];
    const touch = last && last.row === row && last.part === part && last.slot.y === slot.y && last.slot.x + last.slot.w === slot.x
      && Math.abs(last.box.x + last.box.w - box.x) < 0.01;
    if (touch) {
      last.slot.w += slot.w;
      last.box.w = box.x + box.w - last.box.x;
    } else {
      runs.push({row, box, part, slot});
    }
  }
  return runs;
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
