import {stage as strings} from "../text/en.stage.js";
import {layersOf} from "./layers.js";

/**
 * The names of the lanes, at the left; they stay while the steps scroll.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawGutter(ctx, scene) {
  const {layout, palette, structure, scroll} = scene;
  const {gutter, height} = layout;
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
  const wordy = labels.filter(({row, room}) => wordFor(ctx, row.word, room, 11, palette) !== "");
  const fits = (size) => wordy.every(({row, room}) => wordFor(ctx, row.word, room, size, palette) !== "");
  const size = [13, 12, 11].find(fits) || 11;
  ctx.textBaseline = "middle";
  ctx.textAlign = "right";
  for (const {row, parts, font, y, room, right, lit} of labels) {
    let x = right;
    for (const {text, gradient} of parts.slice().reverse()) {
      ctx.font = font;
      ctx.fillStyle = lit ? palette.accent : gradient ? palette.gradPositive : palette.ink;
      ctx.fillText(text, x, y);
      x -= ctx.measureText(text).width;
    }
    const text = wordFor(ctx, row.word, room, row.h < 13 ? 10 : size, palette);
    ctx.fillStyle = lit ? palette.accent : palette.quiet;
    ctx.fillText(text, room + leftOf(structure), y);
  }
  if (isNumbered(structure)) {
    for (const group of layout.groups.filter(({layer}) => layer > 0)) {
      const {number, framed} = layersOf(structure)[group.layer - 1];
      if (!framed || !number) continue;
      ctx.save();
      ctx.translate(12, group.y + group.h / 2);
      ctx.rotate(-Math.PI / 2);
      ctx.textAlign = "center";
      ctx.font = "600 11px " + palette.font;
      ctx.fillStyle = palette.quiet;
      ctx.fillText(strings.layer(number), 0, 0);
      ctx.restore();
    }
  }
}

const isNumbered = (structure) => layersOf(structure).some(({number}) => number > 0);
const leftOf = (structure) => (isNumbered(structure) ? 18 : 4);

/** What stands before a lane, where, and how much room its symbol leaves for a word. */
function labelOf(ctx, scene, row) {
  const {layout, palette, structure, lit} = scene;
  const {gutter, narrow} = layout;
  const right = gutter - (narrow ? 10 : 18);
  const left = leftOf(structure);
  const parts = symbolsOf(row, scene.standing(row));
  const whole = parts.map(({text}) => text).join("");
  let size = row.h >= 13 ? 17 : 12;
  const width = () => {
    ctx.font = "italic " + size + "px " + palette.serif;
    return whole ? ctx.measureText(whole).width : 0;
  };
  while (size > 10 && width() > right - left) size--;
  const room = right - (whole ? width() + 8 : 0) - left;
  return {row, parts, font: "italic " + size + "px " + palette.serif, right, room,
    y: row.y + (row.form === "bars" ? row.h - 30 : row.h / 2),
    lit: Boolean(lit) && (lit.equation.output === row.tensor || lit.equation.output === row.gradient)};
}

/** The letters of a lane: h, on the way back dh, and both while some steps still show h. */
function symbolsOf({symbol, rev}, standing) {
  if (symbol === "loss") return [];
  if (symbol === "alpha") symbol = "α";
  const arrow = rev ? "←" : "";
  const value = {text: arrow + symbol, gradient: false};
  const gradient = {text: arrow + "d" + symbol, gradient: true};
  if (standing === "both") return [value, {text: " · ", gradient: false}, gradient];
  return [standing === "gradient" ? gradient : value];
}

/** A name, shortened to its first word where there is no room for all, or left out; leaves its font set. */
function wordFor(ctx, text, room, size, palette) {
  ctx.font = size + "px " + palette.font;
  return [text, text.split(" ")[0]].find((words) => ctx.measureText(words).width <= room) || "";
}
