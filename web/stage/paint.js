import {formatNumber} from "../text/number.js";
import {stage as strings} from "../text/en.stage.js";
import {drawBars} from "./bars.js";
import {sameCell} from "./circuit.js";
import {drawConveyors, drawValves} from "./conveyor.js";
import {drawDifferences} from "./difference.js";
import {startOf} from "./directions.js";
import {drawFans, drawSlots} from "./fan.js";
import {drawField} from "./field.js";
import {drawGathering, drawShare, drawWinners} from "./gather.js";
import {drawGradientWires} from "./gradients.js";
import {drawGhost, drawSaid} from "./ghost.js";
import {drawGutter} from "./gutter.js";
import {drawHandles} from "./handle.js";
import {drawDropped, drawHeld} from "./held.js";
import {drawLit, drawMarks} from "./marks.js";
import {drawSeams} from "./seams.js";
import {roundBox} from "./shapes.js";
import {drawNames, drawPaddingTokens, drawToken} from "./tokens.js";
import {drawVectors} from "./vectors.js";
import {drawPlates, drawWires} from "./wires.js";

/**
 * Paints the unrolled network: the same scene paints the same pixels. Leaves in the scene which steps are in sight.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene as scene.js composes it
 */
export function drawNetwork(ctx, scene) {
  const {layout, scroll} = scene;
  const [first, last] = visible(scene);
  Object.assign(scene, {from: first - 1, to: last - 1});
  ctx.save();
  ctx.translate(-scroll, 0);
  drawNow(ctx, scene);
  drawSeams(ctx, scene);
  drawCells(ctx, scene);
  drawConveyors(ctx, scene);
  drawWires(ctx, scene);
  drawFans(ctx, scene);
  drawGathering(ctx, scene);
  drawGradientWires(ctx, scene);
  drawValves(ctx, scene);
  drawVectors(ctx, scene, first, last);
  drawSlots(ctx, scene);
  drawDropped(ctx, scene);
  drawHeld(ctx, scene);
  drawWinners(ctx, scene);
  for (const row of layout.rows) {
    const draw = {token: drawToken, loss: drawLoss, bars: drawBars, shares: drawShare}[row.form];
    scene.written = "";
    for (let k = first; draw && k <= Math.min(last, layout.steps); k++) draw(ctx, scene, row, layout.columns[k].t);
  }
  scene.written = "";
  drawGhost(ctx, scene);
  drawPaddingTokens(ctx, scene);
  drawNames(ctx, scene);
  drawPlates(ctx, scene);
  drawLit(ctx, scene);
  drawMarks(ctx, scene);
  drawDifferences(ctx, scene);
  drawTimes(ctx, scene);
  drawField(ctx, scene);
  drawHandles(ctx, scene);
  ctx.restore();
  drawGutter(ctx, scene);
  drawSaid(ctx, scene);
}

/** The first and last column in view. */
function visible({layout, scroll}) {
  const {columns, width, gutter} = layout;
  const from = columns.findIndex(({x, w}) => x + w >= scroll + gutter);
  let to = columns.length - 1;
  while (to > from && columns[to].x > scroll + width) to--;
  return [from, to];
}

/** A soft band over the step under the playhead. */
function drawNow(ctx, {layout, palette, lit}) {
  if (!lit || lit.t < 0 || layout.detail === "strip") return;
  const {x, w} = layout.columns[lit.t + 1];
  ctx.globalAlpha = 0.5;
  ctx.fillStyle = palette.soft;
  roundBox(ctx, {x: x + (layout.detail === "full" ? 5 : 0), y: 4, w: w - 2, h: layout.height - 8}, 8);
  ctx.fill();
  ctx.globalAlpha = 1;
}

function drawCells(ctx, {layout, palette, hoverCell, from, to}) {
  if (layout.detail === "strip") return;
  for (const cell of layout.cells) {
    if (!cell.framed || cell.t < from - 1 || cell.t > to) continue;
    const hovered = sameCell(hoverCell, cell);
    roundBox(ctx, {x: cell.x + 0.5, y: cell.y + 0.5, w: cell.w, h: cell.h}, layout.detail === "full" ? 10 : 4);
    ctx.fillStyle = palette.surface;
    ctx.fill();
    ctx.strokeStyle = hovered ? palette.accent : palette.hairline;
    ctx.lineWidth = 1;
    ctx.stroke();
  }
}

/** Above each step: what should have come out, and what the answer cost. */
function drawLoss(ctx, scene, row, t) {
  const {layout, structure, palette, reader} = scene;
  if (t < 0 || !structure.trains) return;
  const loss = reader.vector("loss", t);
  if (layout.detail !== "full") {
    lossBar(ctx, scene, row, t, loss);
    return;
  }
  const {vx, vw} = layout.columns[t + 1];
  const middle = vx + vw / 2;
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  const known = loss && scene.known("loss", t) && Number.isFinite(scene.timeline.knownAt("loss", t));
  if (!loss || scene.timeline.knownAt("loss", t) === Infinity) return;
  const {alone} = scene.frame.report;
  ctx.font = (alone === t ? "600 " : "") + "13px " + palette.font;
  ctx.fillStyle = alone === t ? palette.accent : known && alone < 0 ? palette.ink : palette.quiet;
  ctx.fillText(known ? formatNumber(loss.data[loss.from], 3) : "·", middle, row.y + row.h / 2);
}

/** Narrow steps show the loss as a bar. */
function lossBar(ctx, {layout, palette, reader, known, frame}, row, t, loss) {
  const {vx, vw} = layout.columns[t + 1];
  if (!loss || !known("loss", t)) return;
  const tall = Math.max(1, loss.data[loss.from] / (reader.largest("loss") || 1) * row.h);
  ctx.fillStyle = frame.report.alone === t ? palette.accent : palette.edge;
  ctx.fillRect(vx + vw * 0.2, row.y + row.h - tall, vw * 0.6, tall);
}

function drawTimes(ctx, {layout, palette, lit, from, to}) {
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.font = "12px " + palette.font;
  ctx.fillStyle = palette.quiet;
  for (const row of layout.rows) {
    const start = layout.columns[startOf(row.tensor, layout.steps) + 1];
    if (row.state && row.symbol !== "c" && layout.detail === "full") ctx.fillText(strings.start, start.vx + start.vw / 2, row.y - 9);
  }
  const every = layout.detail === "full" ? 1 : [1, 2, 5, 10, 20, 50, 100].find((k) => k * layout.column >= 34) || 100;
  for (const {t, vx, vw} of layout.columns) {
    if (t < Math.max(0, from - 1) || t > to || t >= layout.steps) continue;
    const label = layout.detail === "full" ? strings.step(t + 1) : String(t + 1);
    if (t && (t + 1) % every) continue;
    ctx.fillStyle = lit && lit.t === t ? palette.accent : palette.quiet;
    const half = ctx.measureText(label).width / 2;
    ctx.fillText(label, Math.min(vx + vw / 2, layout.content - half - 1), layout.foot);
  }
}
