const LEFT = 38;
const RIGHT = 8;
const TOP = 6;
const BOTTOM = 6;

/**
 * A share from 0 to 100 per cent as one line, over the same horizontal room as drawLine. Pure: the same arguments paint
 * the same pixels.
 *
 * @param {?} ctx a 2-D context
 * @param {{width: number, height: number}} size
 * @param {{x: !Array<number>, y: !Array<number>}} series
 * @param {?} palette
 */
export function drawShare(ctx, {width, height}, {x, y}, palette) {
  const across = (value) => LEFT + (width - RIGHT - LEFT) * value / Math.max(x[x.length - 1], 1e-9);
  const up = (share) => height - BOTTOM - (height - BOTTOM - TOP) * share;
  ctx.font = "11px " + palette.font;
  ctx.lineWidth = 1;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  for (const share of [0, 0.5, 1]) {
    const row = Math.round(up(share)) + 0.5;
    ctx.strokeStyle = palette.hairline;
    ctx.beginPath();
    ctx.moveTo(LEFT, row);
    ctx.lineTo(width - RIGHT, row);
    ctx.stroke();
    ctx.fillStyle = palette.quiet;
    ctx.fillText(100 * share + "\u202f%", LEFT - 6, row);
  }
  ctx.strokeStyle = palette.right;
  ctx.lineWidth = 1.6;
  ctx.lineJoin = "round";
  ctx.beginPath();
  x.forEach((value, k) => (k === 0 ? ctx.moveTo(across(value), up(y[k])) : ctx.lineTo(across(value), up(y[k]))));
  ctx.stroke();
  const end = x.length - 1;
  ctx.beginPath();
  ctx.arc(across(x[end]), up(y[end]), 3.2, 0, 2 * Math.PI);
  ctx.fillStyle = palette.right;
  ctx.strokeStyle = palette.ground;
  ctx.fill();
  ctx.stroke();
}
