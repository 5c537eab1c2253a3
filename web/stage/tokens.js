import {answersOf, targetAt} from "./head.js";
import {boxOf, unitBox} from "./layout.js";
import {printable} from "./rows.js";

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
  const every = everyOf(layout, w);
  if (t % every) return;
  const fed = fedAt(scene, t);
  const own = fed !== structure.tokens[t];
  write(ctx, scene, row, {text: printable(fed), x: vx + vw / 2, w, every,
    color: lit && lit.t === t ? palette.accent : own ? palette.warning : palette.ink});
}

/** What a step was given: a decoder without its teacher is given what it wrote, not what it should have written. */
function fedAt({structure, reader}, t) {
  const {source, tokens, vocabulary} = structure;
  const input = source > 0 && t > source && vocabulary ? reader.vector("x", t) : null;
  if (!input) return tokens[t];
  const symbol = input.data.subarray(input.from, input.from + input.count).indexOf(1);
  return symbol < 0 ? tokens[t] : vocabulary[symbol];
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
    const every = everyOf(layout, w);
    const text = structure.tokens[layout.steps + k] || "⟨pad⟩";
    if (k % every === 0) write(ctx, scene, row, {text, x: x + w / 2, w, every, color: palette.quiet});
  }
}

/** Of very narrow steps only every so many has room for its letter. */
const everyOf = ({upright}, w) => Math.max(1, Math.ceil((upright ? 11 : 7) / w));

function write(ctx, scene, row, {text, x, w, every, color}) {
  const {layout, palette} = scene;
  const {upright} = layout;
  ctx.fillStyle = color;
  ctx.textBaseline = "middle";
  const full = layout.detail === "full";
  const short = Array.from(text).length <= 2;
  if (upright && !short) {
    ctx.save();
    ctx.translate(x, row.y + 2);
    ctx.rotate(-Math.PI / 2);
    ctx.textAlign = "right";
    let tall = Math.min(13, Math.max(10, w * every * 0.7));
    ctx.font = tall + "px " + palette.font;
    while (tall > 10 && ctx.measureText(text).width > row.h - 2) ctx.font = --tall + "px " + palette.font;
    ctx.fillText(shortened(ctx, text, row.h - 2), 0, 0);
    ctx.restore();
    return;
  }
  const {font, fitting} = fitted(ctx, layout, {text, room: w * every - (full ? 6 : 2), w, short, full, family: palette.font});
  if (scene.written !== font) ctx.font = font;             // to set it costs more than to write with it
  scene.written = font;
  ctx.textAlign = "center";
  ctx.fillText(fitting, x, upright ? row.y + 10 : row.y + row.h / 2);
}

/** The largest writing in which a text has room; measured once a layout. */
function fitted(ctx, layout, {text, room, w, short, full, family}) {
  if (!fits.has(layout)) fits.set(layout, new Map());
  const known = fits.get(layout);
  const key = text + "\n" + w + room;
  if (known.has(key)) return known.get(key);
  const most = full ? (short ? 30 : 17) : Math.min(17, Math.max(9, w * 0.7));
  const least = Math.min(most, full ? 11 : 9);
  let size = most;
  const font = () => (short && full ? "600 " : "") + size + "px " + family;
  ctx.font = font();
  while (size > least && ctx.measureText(text).width > room) {
    size--;
    ctx.font = font();
  }
  const found = {font: font(), fitting: labelled(ctx, text, Math.max(room, 8))};
  known.set(key, found);
  return found;
}

/** @type {!WeakMap<!Object, !Map<string, {font: string, fitting: string}>>} */
const fits = new WeakMap();

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

/** What stands for a special symbol where it has the room of one letter. */
const BRIEF = {"⟨s⟩": "▷", "⟨/s⟩": "□", "⟨unk⟩": "?", "⟨pad⟩": "–"};

/**
 * An answer under its bar.
 *
 * @param {!CanvasRenderingContext2D} ctx with its font
 * @param {string} text
 * @param {number} room
 * @return {string}
 */
export function labelled(ctx, text, room) {
  return BRIEF[text] && ctx.measureText(text).width > room ? BRIEF[text] : shortened(ctx, text, room);
}

/**
 * Over an answer that has too many symbols for bars: the likeliest of them; and where the one that was wanted stands.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawNames(ctx, scene) {
  const {layout, structure, palette, reader, from, to} = scene;
  const row = layout.rows.find(({named, head}) => named && head);
  if (!row) return;
  const answers = answersOf(structure);
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  for (let t = Math.max(0, from); t <= Math.min(to, layout.steps - 1); t++) {
    const shown = scene.shownAt(row, t);
    const data = reader.vector(row.tensor, t);
    if (shown.never || !data) continue;
    const box = boxOf(layout, row, t);
    const target = targetAt(structure, t);
    if (target >= 0) ringed(ctx, unitBox(box, target), palette.right);
    if (!scene.known(row.tensor, t)) continue;
    let best = 0;
    for (let k = 1; k < data.count; k++) if (data.data[data.from + k] > data.data[data.from + best]) best = k;
    ctx.font = "600 12px " + palette.font;
    ctx.fillStyle = best === target ? palette.right : palette.ink;
    ctx.fillText(shortened(ctx, printable(answers[best] || ""), layout.column - 4), box.x + box.w / 2, box.y - 5);
  }
}

function ringed(ctx, {x, y, w, h}, color) {
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.6;
  ctx.strokeRect(x, y, w, h);
}
