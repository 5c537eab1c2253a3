import {LEVELS, placeIn} from "./levels.js";

/**
 * Paints the whole stage: the level the camera is in, or on the way between two one seen through the other. The same
 * scene paints the same pixels.
 *
 * @param {?} ctx a 2-D context that measures in CSS pixels
 * @param {?} scene as scene.js composes it, with size, path, depth and what the levels of the path need
 */
export function drawPicture(ctx, scene) {
  const {palette, size: {width, height}, path, depth} = scene;
  ctx.fillStyle = palette.ground;
  ctx.fillRect(0, 0, width, height);
  const outer = Math.floor(depth);
  if (depth === outer) drawLevel(ctx, scene, path[outer]);
  else drawBetween(ctx, scene, outer, depth - outer);
}

function drawLevel(ctx, scene, {kind}) {
  ctx.save();
  if (kind === "cell") ctx.translate(-scene.circuitScroll, 0);
  LEVELS[kind].draw(ctx, scene);
  ctx.restore();
}

/** The outer level grows about the place that the inner one comes from, and fades; the inner one grows out of it. */
function drawBetween(ctx, scene, outer, part) {
  const {palette, size: {width, height}, path, top} = scene;
  const place = placeIn(scene, outer + 1);
  const from = [place.x + place.w / 2, place.y + place.h / 2];
  const middle = [from[0] + (width / 2 - from[0]) * part, from[1] + (height / 2 - from[1]) * part];
  const closer = Math.max(1, Math.min(12, width / place.w, height / place.h) * 0.9);
  const scale = 1 + part * (closer - 1);
  ctx.save();
  ctx.translate(...middle);
  ctx.scale(scale, scale);
  ctx.translate(-from[0], -from[1] - (outer === 0 ? top : 0));
  drawLevel(ctx, scene, path[outer]);
  ctx.restore();
  ctx.globalAlpha = part;
  ctx.fillStyle = palette.ground;
  ctx.fillRect(0, 0, width, height);
  ctx.globalAlpha = 1;
  if (part < 0.35) return;
  const small = Math.min(1, Math.max(0.1, place.w / width) + part);
  ctx.save();
  ctx.translate(...middle);
  ctx.scale(small, small);
  ctx.translate(-width / 2, -height / 2);
  ctx.globalAlpha = 0.94;
  ctx.fillStyle = palette.ground;
  ctx.fillRect(0, 0, width, height);
  ctx.globalAlpha = 1;
  drawLevel(ctx, scene, path[outer + 1]);
  ctx.restore();
}
