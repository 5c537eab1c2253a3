import {drawCircuit} from "./cell.js";
import {drawNetwork} from "./paint.js";

/**
 * Paints the whole stage: the network, the cell that is unfolded, or on the way between the two one seen through the
 * other. The same scene paints the same pixels.
 *
 * @param {?} ctx a 2-D context that measures in CSS pixels
 * @param {?} scene as scene.js composes it, with size, and where a cell is unfolded cell, part, top, circuit
 */
export function drawPicture(ctx, scene) {
  const {palette, size: {width, height}, cell, part} = scene;
  ctx.fillStyle = palette.ground;
  ctx.fillRect(0, 0, width, height);
  if (!cell || part === 0) drawNetwork(ctx, scene);
  else drawZoom(ctx, scene);
}

/** A move of the camera from the network into the cell. */
function drawZoom(ctx, scene) {
  const {size: {width, height}, cell, part, top} = scene;
  const ease = part * part * (3 - 2 * part);
  const x = cell.x - scene.scroll;
  const y = cell.y - top;
  const middle = [(x + cell.w / 2) * (1 - ease) + width / 2 * ease, (y + cell.h / 2) * (1 - ease) + height / 2 * ease];
  const scale = 1 + ease * (Math.min(width / cell.w, height / cell.h) * 0.9 - 1);
  if (part < 1) {
    ctx.save();
    ctx.globalAlpha = 1 - ease;
    ctx.translate(...middle);
    ctx.scale(scale, scale);
    ctx.translate(-x - cell.w / 2, -cell.y - cell.h / 2);
    drawNetwork(ctx, scene);
    ctx.restore();
    ctx.globalAlpha = 1 - (1 - ease) * 0.999;
    ctx.fillStyle = scene.palette.ground;
    ctx.fillRect(0, 0, width, height);
    ctx.globalAlpha = 1;
  }
  ctx.save();
  const small = cell.w / width + (1 - cell.w / width) * ease;
  ctx.translate(...middle);
  ctx.scale(small, small);
  ctx.translate(-width / 2, -height / 2);
  ctx.translate(-scene.circuitScroll, 0);
  if (part >= 0.35) drawCircuit(ctx, scene);
  ctx.restore();
}
