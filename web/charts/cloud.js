import {scaleOf, ticksOf, tickText} from "./scales.js";

/**
 * Predictions over truths in a square: on the diagonal they agree. Pure: the same arguments paint the same pixels.
 *
 * @param {?} ctx a 2-D context
 * @param {{width: number, height: number}} size
 * @param {{truth: !Array<?number>, prediction: !Array<?number>}} pairs
 * @param {{palette: ?, color: string, xName: string, yName: string, marked: number}} options marked: one that stands
 *     out, or −1
 * @return {?} {across, scale}
 */
export function drawCloud(ctx, {width, height}, {truth, prediction}, {palette, color, xName, yName, marked}) {
  const both = truth.concat(prediction).filter((v) => Number.isFinite(v));
  if (both.length === 0) return null;
  const least = Math.min(...both);
  const most = Math.max(...both);
  const room = (most - least || 1) * 0.05;
  const left = 38;
  const bottom = height - 34;
  const side = Math.min(width - left - 8, bottom - 10);
  const across = scaleOf([least - room, most + room], [left, left + side]);
  const scale = scaleOf([least - room, most + room], [bottom, bottom - side]);

  ctx.font = "11px " + palette.font;
  ctx.lineWidth = 1;
  ctx.fillStyle = palette.quiet;
  for (const tick of ticksOf(across, 4)) {
    ctx.strokeStyle = palette.hairline;
    line(ctx, left, Math.round(scale(tick)) + 0.5, left + side, Math.round(scale(tick)) + 0.5);
    line(ctx, Math.round(across(tick)) + 0.5, bottom, Math.round(across(tick)) + 0.5, bottom - side);
    ctx.textAlign = "right";
    ctx.textBaseline = "middle";
    ctx.fillText(tickText(tick), left - 6, scale(tick));
    ctx.textAlign = "center";
    ctx.textBaseline = "alphabetic";
    ctx.fillText(tickText(tick), across(tick), bottom + 14);
  }
  ctx.fillText(xName, left + side / 2, bottom + 29);
  ctx.save();
  ctx.translate(9, bottom - side / 2);
  ctx.rotate(-Math.PI / 2);
  ctx.fillText(yName, 0, 0);
  ctx.restore();
  ctx.strokeStyle = palette.edge;
  ctx.setLineDash([4, 3]);
  line(ctx, left, bottom, left + side, bottom - side);
  ctx.setLineDash([]);

  ctx.fillStyle = color;
  truth.forEach((value, k) => {
    if (!Number.isFinite(value) || !Number.isFinite(prediction[k])) return;
    ctx.globalAlpha = k === marked ? 1 : 0.62;
    ctx.beginPath();
    ctx.arc(across(value), scale(prediction[k]), k === marked ? 5 : 2.6, 0, 2 * Math.PI);
    ctx.fill();
  });
  ctx.globalAlpha = 1;
  return {across, scale};
}

function line(ctx, x1, y1, x2, y2) {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
