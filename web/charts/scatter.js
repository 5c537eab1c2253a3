import {formatFixed} from "../text/number.js";
import {boxOf} from "./labels.js";

/** Room for the names of the axes. */
const LEFT = 26;
const BOTTOM = 26;
const MARGIN = 18;
const FONT = 13;

/** How labels are set around their points. */
export const LABEL = {tall: 16, gap: 9};

/**
 * Where points of a plane stand in a picture: one scale for both directions, so that distances are true, and all in
 * sight.
 *
 * @param {!Array<!Array<number>>} points
 * @param {{width: number, height: number}} size
 * @return {function(!Array<number>): {x: number, y: number}}
 */
export function placeOf(points, {width, height}) {
  const range = (k) => {
    const values = points.map((point) => point[k] || 0).concat(0);
    return [Math.min(...values), Math.max(...values)];
  };
  const [left, right] = range(0);
  const [low, high] = range(1);
  const w = width - LEFT - 3 * MARGIN;
  const h = height - BOTTOM - 2 * MARGIN;
  const unit = Math.min(w / Math.max(right - left, 1e-9), h / Math.max(high - low, 1e-9));
  const x0 = LEFT + 1.5 * MARGIN + w / 2 - unit * (left + right) / 2;
  const y0 = MARGIN + h / 2 + unit * (low + high) / 2;
  return ([x, y]) => ({x: x0 + unit * x, y: y0 - unit * (y || 0)});
}

/**
 * Points with their labels, the axes through zero, and lines from a chosen point to its neighbours. Pure: the same
 * arguments paint the same pixels.
 *
 * @param {?} ctx a 2-D context
 * @param {{width: number, height: number}} size
 * @param {?} map {labels, spots, widths, sides, origin, axes: the two names, chosen, near: [{at, cosine}]}
 * @param {?} palette
 */
export function drawScatter(ctx, size, map, palette) {
  drawAxes(ctx, size, map, palette);
  const {labels, spots, chosen, near} = map;
  const cosines = new Map(near.map(({at, cosine}) => [at, cosine]));
  const lit = (k) => chosen < 0 || k === chosen || cosines.has(k);
  for (const {at, cosine} of near) drawTie(ctx, spots[chosen], spots[at], cosine, palette);
  for (let k = 0; k < labels.length; k++) {
    ctx.globalAlpha = lit(k) ? 1 : 0.45;
    const colour = k === chosen || cosines.has(k) ? palette.accent : palette.quiet;
    drawDot(ctx, spots[k], k === chosen ? 5 : 3.2, colour, palette);
  }
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  for (let k = 0; k < labels.length; k++) {
    ctx.globalAlpha = lit(k) ? 1 : 0.4;
    if (map.sides[k] >= 0) drawLabel(ctx, map, k, cosines.get(k), palette);
  }
  ctx.globalAlpha = 1;
}

/**
 * How labels are written.
 *
 * @param {?} palette
 * @param {boolean} strong
 * @return {string} a CSS font
 */
export const labelFont = (palette, strong) => (strong ? "600 " : "") + FONT + "px " + palette.font;

/** @param {number} cosine @return {string} as it stands behind a label */
export const cosineText = (cosine) => " " + formatFixed(cosine, 2);

function drawAxes(ctx, {width, height}, {origin, axes}, palette) {
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.hairline;
  const x = Math.round(origin.x) + 0.5;
  const y = Math.round(origin.y) + 0.5;
  ctx.beginPath();
  ctx.moveTo(LEFT, y);
  ctx.lineTo(width - MARGIN, y);
  ctx.moveTo(x, MARGIN / 2);
  ctx.lineTo(x, height - BOTTOM);
  ctx.stroke();
  ctx.font = "12px " + palette.font;
  ctx.fillStyle = palette.quiet;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(axes[0], (LEFT + width - MARGIN) / 2, height - BOTTOM / 2 + 1);
  ctx.save();
  ctx.translate(LEFT / 2 - 1, (height - BOTTOM) / 2);
  ctx.rotate(-Math.PI / 2);
  ctx.fillText(axes[1], 0, 0);
  ctx.restore();
}

/** A line between neighbours: the nearer they are, the stronger. */
function drawTie(ctx, from, to, cosine, palette) {
  ctx.globalAlpha = 0.3 + 0.6 * Math.max(0, cosine);
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 1 + 1.6 * Math.max(0, cosine);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function drawDot(ctx, {x, y}, radius, colour, palette) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = colour;
  ctx.strokeStyle = palette.ground;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.fill();
}

/** A label on a ground that keeps lines from running through it; a neighbour's has its cosine behind it. */
function drawLabel(ctx, {labels, spots, widths, sides, chosen}, k, cosine, palette) {
  const box = boxOf(spots[k], widths[k], sides[k], LABEL);
  const y = (box.top + box.bottom) / 2 + 0.5;
  if (k === chosen || cosine !== undefined) {
    ctx.fillStyle = palette.ground;
    ctx.fillRect(box.left - 2, box.top + 1, widths[k] + 4, LABEL.tall - 2);
  }
  ctx.font = labelFont(palette, k === chosen);
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = palette.ground;
  ctx.strokeText(labels[k], box.left, y);
  ctx.fillStyle = k === chosen ? palette.accent : palette.ink;
  ctx.fillText(labels[k], box.left, y);
  if (cosine === undefined) return;
  const from = box.left + ctx.measureText(labels[k]).width;
  ctx.font = labelFont(palette, false);
  ctx.strokeText(cosineText(cosine), from, y);
  ctx.fillStyle = palette.quiet;
  ctx.fillText(cosineText(cosine), from, y);
}
