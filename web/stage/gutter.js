import {stage as strings} from "../text/en.stage.js";
import {layersOf} from "./layers.js";

/** Lanes lower than this are named by their letters alone. */
const LEAST_FOR_WORDS = 9;

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
  const fits = (size) => ({row, room}) => widthOf(ctx, row.word, size, palette) <= room;
  const wordy = labels.filter(fits(11));
  const usual = [13, 12, 11].find((size) => wordy.every(fits(size))) || 11;
  const taken = [];
  ctx.textBaseline = "middle";
  ctx.textAlign = "right";
  for (const {parts, font, size, width, y, right, lit} of labels) {
    if (!claim(taken, right, y, width, size)) continue;
    let x = right;
    ctx.font = font;
    for (const {text, gradient} of parts.slice().reverse()) {
      ctx.fillStyle = lit ? palette.accent : gradient ? palette.gradPositive : palette.ink;
      ctx.fillText(text, x, y);
      x -= ctx.measureText(text).width;
    }
  }
  for (const label of labels) {
    const {row, parts, y, room, lit} = label;
    if (parts.length > 0 && row.h < LEAST_FOR_WORDS) continue;
    const size = row.h < 13 ? 10 : usual;
    if (!fits(size)(label)) continue;
    const end = room + leftOf(structure);
    if (!claim(taken, end, y, widthOf(ctx, row.word, size, palette), size)) continue;
    ctx.fillStyle = lit ? palette.accent : palette.quiet;
    ctx.fillText(row.word, end, y);
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
  let size = row.h >= 13 ? 17 : row.h >= 11 ? 12 : 10;
  const width = () => {
    ctx.font = "italic " + size + "px " + palette.serif;
    return whole ? ctx.measureText(whole).width : 0;
  };
  while (size > 10 && width() > right - left) size--;
  const room = right - (whole ? width() + 8 : 0) - left;
  const y = row.y + Math.max(row.h / 2, row.form === "bars" ? row.h - 30 : 0);
  return {row, parts, font: "italic " + size + "px " + palette.serif, size, width: width(), right, room, y,
    lit: Boolean(lit) && (lit.equation.output === row.tensor || lit.equation.output === row.gradient)};
}

/** Takes a place for a text that ends at x, unless something stands there. */
function claim(taken, x, y, width, size) {
  const isFree = taken.every((one) => Math.abs(one.y - y) >= 0.4 * (one.size + size) || x <= one.x - one.width || x - width >= one.x);
  if (isFree && width > 0) taken.push({x, y, width, size});
  return isFree;
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

/** How wide a name is; leaves its font set. */
function widthOf(ctx, text, size, palette) {
  ctx.font = size + "px " + palette.font;
  return ctx.measureText(text).width;
}
