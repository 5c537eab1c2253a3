import {printable} from "./rows.js";
import {standing} from "./stack.js";

/**
 * What goes in at a step: a letter, a word, as much of it as there is room for.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {?} row
 * @param {number} t
 */
export function drawToken(ctx, scene, row, t) {
  const {layout, structure, palette, lit} = scene;
  if (t < 0 || t >= layout.steps) return;
  const {vx, vw, w} = layout.columns[t + 1];
  write(ctx, scene, row, {text: printable(structure.tokens[t]), x: vx + vw / 2, w, t,
    color: lit && lit.t === t ? palette.accent : palette.ink});
}

/**
 * The sign that stands for nothing, under each step of padding.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawPaddingTokens(ctx, scene) {
  const {layout, structure, palette, scroll} = scene;
  const row = layout.rows.find(({form}) => form === "token");
  if (!row) return;
  for (const {k, x, w} of layout.padding) {
    if (x > scroll + layout.width) return;
    const text = structure.tokens[layout.steps + k] || "⟨pad⟩";
    write(ctx, scene, row, {text, x: x + w / 2, w, t: k, color: palette.quiet});
  }
}

function write(ctx, {layout, structure, palette}, row, {text, x, w, t, color}) {
  const upright = standing(structure, layout.detail);
  const every = Math.max(1, Math.ceil(11 / w));
  if (t % every) return;
  ctx.fillStyle = color;
  ctx.textBaseline = "middle";
  const full = layout.detail === "full";
  const short = Array.from(text).length <= 2;
  if (upright && !short) {
    ctx.save();
    ctx.translate(x, row.y + 2);
    ctx.rotate(-Math.PI / 2);
    ctx.textAlign = "right";
    ctx.font = Math.min(13, Math.max(9, w * every * 0.7)) + "px " + palette.font;
    ctx.fillText(shortened(ctx, text, row.h - 4), 0, 0);
    ctx.restore();
    return;
  }
  const most = full ? (short ? 30 : 17) : Math.min(17, Math.max(9, w * 0.7));
  const least = Math.min(most, full ? 11 : 9);
  const room = w * every - (full ? 6 : 2);
  let size = most;
  const font = () => {
    ctx.font = (short && full ? "600 " : "") + size + "px " + palette.font;
  };
  font();
  while (size > least && ctx.measureText(text).width > room) {
    size--;
    font();
  }
  ctx.textAlign = "center";
  const fitting = shortened(ctx, text, Math.max(room, 8));
  ctx.fillText(fitting, x, upright ? row.y + 10 : row.y + row.h / 2);
}

/**
 * As much of a text as there is room for, with dots for the rest.
 *
 * @param {!CanvasRenderingContext2D} ctx with its font
 * @param {string} text
 * @param {number} room
 * @return {string}
 */
export function shortened(ctx, text, room) {
  const width = ctx.measureText(text).width;
  if (width <= room) return text;
  const letters = Array.from(text);
  let keep = Math.max(1, Math.floor(letters.length * room / width));
  while (keep > 1 && ctx.measureText(letters.slice(0, keep).join("") + "…").width > room) keep--;
  return letters.length <= 2 ? text : letters.slice(0, keep).join("") + "…";
}
