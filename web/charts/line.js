import {fittingScale, scaleOf, ticksOf, tickText} from "./scales.js";

const LEFT = 38;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 20;

/**
 * One line over a horizontal axis that starts at zero, with an optional level to compare with. Pure: the same arguments paint
 * the same pixels.
 *
 * @param {?} ctx a 2-D context
 * @param {{width: number, height: number}} size
 * @param {{x: !IArrayLike<number>, y: !IArrayLike<number>}} series
 * @param {?} options {palette, color, level, levelText, axis, mark: where on the line one is now; null is its end}
 * @return {?} the scale across, where there is a line
 */
export function drawLine(ctx, {width, height}, {x, y}, {palette, color, level, levelText, axis, mark = null}) {
  const bottom = height - (axis ? BOTTOM : 6);
  const values = Array.from(y).filter((value) => Number.isFinite(value));
  if (values.length === 0) return null;
  const shown = level !== null && level < 4 * Math.max(...values);
  const scale = fittingScale(shown ? values.concat(/** @type {number} */ (level)) : values, [bottom, TOP]);
  const across = scaleOf([0, Math.max(10, x[x.length - 1])], [LEFT, width - RIGHT]);

  ctx.font = "11px " + palette.font;
  ctx.lineWidth = 1;
  ctx.textBaseline = "middle";
  ctx.textAlign = "right";
  for (const tick of ticksOf(scale, Math.max(2, Math.round(height / 46)))) {
    const row = Math.round(scale(tick)) + 0.5;
    ctx.strokeStyle = palette.hairline;
    line(ctx, LEFT, row, width - RIGHT, row);
    ctx.fillStyle = palette.quiet;
    ctx.fillText(tickText(tick), LEFT - 6, row);
  }
  if (axis) drawAcross(ctx, across, bottom, palette);
  if (shown) drawLevel(ctx, scale(level), width, levelText, palette);

  ctx.strokeStyle = color;
  ctx.lineWidth = 1.6;
  ctx.lineJoin = "round";
  ctx.beginPath();
  let pen = false;
  for (let k = 0; k < y.length; k++) {
    if (!Number.isFinite(y[k])) {
      pen = false;
      continue;
    }
    if (pen) ctx.lineTo(across(x[k]), scale(y[k]));
    else ctx.moveTo(across(x[k]), scale(y[k]));
    pen = true;
  }
  ctx.stroke();
  let end = y.length - 1;
  if (mark !== null) {
    while (end > 0 && x[end] > mark) end--;
    ctx.globalAlpha = 0.66;
    ctx.fillStyle = palette.ground;
    ctx.fillRect(across(mark), 0, width - across(mark), bottom);
    ctx.globalAlpha = 1;
    ctx.lineWidth = 1;
    line(ctx, Math.round(across(mark)) + 0.5, TOP, Math.round(across(mark)) + 0.5, bottom);
  }
  if (mark !== null && mark < x[0]) end = -1;
  if (Number.isFinite(y[end])) dot(ctx, across(x[end]), scale(y[end]), color, palette.ground);
  return across;
}

function drawAcross(ctx, across, bottom, palette) {
  ctx.textBaseline = "alphabetic";
  ctx.fillStyle = palette.quiet;
  const ticks = ticksOf(across, 4).filter((tick) => tick % 1 === 0);
  ticks.forEach((tick, k) => {
    ctx.textAlign = k === 0 ? "left" : k === ticks.length - 1 && across(tick) > across.range[1] - 14 ? "right" : "center";
    ctx.fillText(tickText(tick), across(tick), bottom + 15);
  });
}

function drawLevel(ctx, row, width, text, palette) {
  ctx.strokeStyle = palette.warning;
  ctx.setLineDash([4, 3]);
  line(ctx, LEFT, Math.round(row) + 0.5, width - RIGHT, Math.round(row) + 0.5);
  ctx.setLineDash([]);
  ctx.fillStyle = palette.warning;
  ctx.textAlign = "right";
  ctx.textBaseline = "bottom";
  ctx.fillText(text, width - RIGHT, row - 2);
}

function dot(ctx, x, y, color, ground) {
  ctx.beginPath();
  ctx.arc(x, y, 3.2, 0, 2 * Math.PI);
  ctx.fillStyle = color;
  ctx.strokeStyle = ground;
  ctx.fill();
  ctx.stroke();
}

function line(ctx, x1, y1, x2, y2) {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
