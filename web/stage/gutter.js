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
  for (const row of layout.rows) {
    if (row.form === "token") continue;
    const y = row.y + (row.form === "bars" ? row.h - 30 : row.h / 2);
    const gradient = scene.gradientLane(row);
    const lit = scene.lit && (scene.lit.equation.output === row.tensor || scene.lit.equation.output === row.gradient);
    const right = gutter - (narrow ? 10 : 18);
    ctx.textBaseline = "middle";
    ctx.textAlign = "right";
    ctx.fillStyle = lit ? palette.accent : gradient ? palette.gradPositive : palette.ink;
    const symbol = (gradient ? "d" : "") + (row.symbol === "loss" ? "" : row.symbol);
    const tall = row.h >= 13;
    ctx.font = "italic " + (tall ? 17 : 12) + "px " + palette.serif;
    ctx.fillText(symbol, right, y);
    const room = right - (symbol ? ctx.measureText(symbol).width + 8 : 0);
    ctx.fillStyle = lit ? palette.accent : palette.quiet;
    word(ctx, row.word, room, y, room - (structure.layers.length > 1 ? 18 : 4), tall ? [13, 12, 11, 10] : [10], palette.font);
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

/** A name, smaller or shortened to its first word where there is no room for all. */
function word(ctx, text, x, y, room, sizes, font) {
  for (const words of [text, text.split(" ")[0]]) {
    for (const size of sizes) {
      ctx.font = size + "px " + font;
      if (ctx.measureText(words).width > room) continue;
      ctx.fillText(words, x, y);
      return;
    }
  }
}
