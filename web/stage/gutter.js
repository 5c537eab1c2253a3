import {stage as strings} from "../text/en.stage.js";

/**
 * The names of the lanes, at the left; they stay while the steps scroll.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawGutter(ctx, scene) {
  const {layout, palette, structure, scroll} = scene;
  const {gutter, height, narrow} = layout;
  ctx.fillStyle = palette.ground;
  ctx.fillRect(0, 0, gutter - 4, height);
  if (scroll > 1) {
    const fade = ctx.createLinearGradient(gutter - 4, 0, gutter + 8, 0);
    fade.addColorStop(0, palette.ground);
    fade.addColorStop(1, palette.ground + "00");
    ctx.fillStyle = fade;
    ctx.fillRect(gutter - 4, 0, 12, height);
  }
  const labels = layout.rows.filter(({form}) => form !== "token").map((row) => labelOf(ctx, scene, row));
  const size = [13, 12, 11].find((one) => labels.every(({row, room}) => wordFor(ctx, row.word, room, one, palette) !== "")) || 11;
  ctx.textBaseline = "middle";
  ctx.textAlign = "right";
  for (const {row, symbol, font, y, room, right, lit, gradient} of labels) {
    ctx.font = font;
    ctx.fillStyle = lit ? palette.accent : gradient ? palette.gradPositive : palette.ink;
    ctx.fillText(symbol, right, y);
    const text = wordFor(ctx, row.word, room, row.h < 13 ? 10 : size, palette);
    ctx.fillStyle = lit ? palette.accent : palette.quiet;
    ctx.fillText(text, room + (structure.layers.length > 1 ? 18 : 4), y);
  }
  if (structure.layers.length > 1) {
    for (const group of layout.groups.filter(({layer}) => layer > 0)) {
      ctx.save();
      ctx.translate(12, group.y + group.h / 2);
      ctx.rotate(-Math.PI / 2);
      ctx.textAlign = "center";
      ctx.font = "600 11px " + palette.font;
      ctx.fillStyle = palette.quiet;
      ctx.fillText(strings.layer(group.layer), 0, 0);
      ctx.restore();
    }
  }
}

/** What stands before a lane, where, and how much room its symbol leaves for a word. */
function labelOf(ctx, scene, row) {
  const {layout, palette, structure, lit} = scene;
  const {gutter, narrow} = layout;
  const right = gutter - (narrow ? 10 : 18);
  const gradient = scene.gradientLane(row);
  const symbol = (gradient ? "d" : "") + (row.symbol === "loss" ? "" : row.symbol);
  const font = "italic " + (row.h >= 13 ? 17 : 12) + "px " + palette.serif;
  ctx.font = font;
  const room = right - (symbol ? ctx.measureText(symbol).width + 8 : 0) - (structure.layers.length > 1 ? 18 : 4);
  return {row, symbol, font, right, room, gradient, y: row.y + (row.form === "bars" ? row.h - 30 : row.h / 2),
    lit: Boolean(lit) && (lit.equation.output === row.tensor || lit.equation.output === row.gradient)};
}

/** A name, shortened to its first word where there is no room for all, or left out; leaves its font set. */
function wordFor(ctx, text, room, size, palette) {
  ctx.font = size + "px " + palette.font;
  return [text, text.split(" ")[0]].find((words) => ctx.measureText(words).width <= room) || "";
}
