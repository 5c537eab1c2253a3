import {fitted} from "../../dom/dom.js";
import {reachOf} from "./names.js";

/**
 * Paints a matrix as squares: one hue above zero, another below, paler towards zero; negative squares carry a notch
 * so that colour is not alone where there is room for it.
 *
 * @param {!HTMLCanvasElement} canvas
 * @param {?} tensor
 * @param {{positive: string, negative: string, zero: string, ink: string, picked: ?Array<number>}} options
 */
export function paintHeat(canvas, tensor, {positive, negative, zero, ink, picked}) {
  const {ctx, width, height} = fitted(canvas);
  const w = width / tensor.cols;
  const h = height / tensor.rows;
  const gap = Math.min(w, h) > 5 ? 1 : 0;
  const reach = reachOf(tensor);
  const inkIsBright = parseInt(ink.slice(1, 3), 16) > 128;
  for (let r = 0; r < tensor.rows; r++) {
    for (let c = 0; c < tensor.cols; c++) {
      const value = Number.isFinite(tensor.at(r, c)) ? tensor.at(r, c) : 0;
      const x = Math.round(c * w);
      const y = Math.round(r * h);
      const right = Math.round((c + 1) * w) - gap;
      const bottom = Math.round((r + 1) * h) - gap;
      ctx.globalAlpha = 1;
      ctx.fillStyle = zero;
      ctx.fillRect(x, y, right - x, bottom - y);
      ctx.globalAlpha = Math.min(1, Math.abs(value) / reach);
      ctx.fillStyle = value < 0 ? negative : positive;
      ctx.fillRect(x, y, right - x, bottom - y);
      if (value < 0 && right - x > 7 && bottom - y > 7) {
        ctx.globalAlpha = 1;
        ctx.fillStyle = inkIsBright && Math.abs(value) > reach / 2 ? zero : ink;
        ctx.fillRect(x + 2, (y + bottom) / 2 - 0.5, right - x - 4, 1);
      }
    }
  }
  ctx.globalAlpha = 1;
  if (!picked) return;
  ctx.strokeStyle = ink;
  ctx.lineWidth = 2;
  ctx.strokeRect(picked[1] * w, picked[0] * h, Math.max(3, w - gap), Math.max(3, h - gap));
}
