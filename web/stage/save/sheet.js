import {scalesOf} from "../legend.js";
import {drawPicture} from "../picture.js";

const MARGIN = 16;
const LINE = 22;
/** Narrower than this, each scale has a line of its own. */
const WIDE = 640;
const GAP = 8;
const RAMP = {width: 84, height: 9};

/**
 * What leaves the page: the stage under the scales of its colours, and the strips beneath where they are shown.
 *
 * @param {?} scene as the stage has drawn it
 * @param {?} strips {height, draw} or null
 * @return {{width: number, height: number, scene: ?, draw: function(?): void}}
 */
export function sheetOf(scene, strips) {
  const {palette, size} = scene;
  const scales = Object.entries(scalesOf(scene)).filter(([, scale]) => scale);
  const head = 12 + LINE * (size.width < WIDE ? scales.length : 1);
  const below = strips ? strips.height + GAP : 0;
  const width = size.width + 2 * MARGIN;
  const height = head + size.height + below + MARGIN;
  return {
    width,
    height,
    scene,
    draw(ctx) {
      ctx.fillStyle = palette.ground;
      ctx.fillRect(0, 0, width, height);
      ctx.save();
      ctx.translate(MARGIN, 0);
      drawScales(ctx, scales, palette, size.width < WIDE);
      ctx.translate(0, head);
      ctx.beginPath();
      ctx.rect(0, 0, size.width, size.height);
      ctx.clip();
      drawPicture(ctx, scene);
      ctx.restore();
      if (!strips) return;
      ctx.save();
      ctx.translate(MARGIN, head + size.height + GAP);
      strips.draw(ctx, {width: size.width}, palette, null);
      ctx.restore();
    },
  };
}

/**
 * The same in the middle of a sheet of another shape, as large as it fits.
 *
 * @param {?} sheet
 * @param {number} width
 * @param {number} height
 * @return {?}
 */
export function fitTo(sheet, width, height) {
  const scale = Math.min(width / sheet.width, height / sheet.height);
  return {width, height, scene: sheet.scene, draw(ctx) {
    ctx.fillStyle = sheet.scene.palette.ground;
    ctx.fillRect(0, 0, width, height);
    ctx.save();
    ctx.translate((width - sheet.width * scale) / 2, (height - sheet.height * scale) / 2);
    ctx.scale(scale, scale);
    sheet.draw(ctx);
    ctx.restore();
  }};
}

/** The scales of the colours: name, smallest, colours, largest. */
function drawScales(ctx, scales, palette, stacked) {
  let middle = 6 + LINE / 2;
  let x = 0;
  const write = (text, color, after) => {
    if (!text) return;
    ctx.fillStyle = color;
    ctx.fillText(text, x, middle);
    x += ctx.measureText(text).width + after;
  };
  ctx.font = "12px " + palette.font;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const [kind, {name, note, low, high, one}] of scales) {
    write(name, palette.ink, 6);
    write(note, palette.quiet, 6);
    write(low, palette.quiet, 6);
    drawRamp(ctx, palette, kind, x, middle, one);
    x += RAMP.width + 6;
    write(high, palette.quiet, 24);
    if (!stacked) continue;
    x = 0;
    middle += LINE;
  }
}

/** From the smallest to the largest, with ticks where ±1 stands on a scale that goes on beyond. */
function drawRamp(ctx, palette, kind, x, middle, one) {
  const colors = {
    value: [palette.negative, palette.zero, palette.positive],
    gradient: [palette.gradNegative, palette.zero, palette.gradPositive],
    gate: [palette.gate0, palette.gate1],
  }[kind];
  const y = middle - RAMP.height / 2;
  const fill = ctx.createLinearGradient(x, 0, x + RAMP.width, 0);
  colors.forEach((color, k) => fill.addColorStop(k / (colors.length - 1), color));
  ctx.fillStyle = fill;
  ctx.fillRect(x, y, RAMP.width, RAMP.height);
  ctx.strokeStyle = palette.hairline;
  ctx.lineWidth = 1;
  ctx.strokeRect(x - 0.5, y - 0.5, RAMP.width + 1, RAMP.height + 1);
  if (!one) return;
  ctx.fillStyle = palette.quiet;
  for (const side of [-1, 1]) ctx.fillRect(x + RAMP.width / 2 * (1 + side * one) - 0.5, y - 2, 1, RAMP.height + 4);
}
