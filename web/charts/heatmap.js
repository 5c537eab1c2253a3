import {cssOf, levelOf, wantsDarkText} from "../stage/palette.js";
import {formatFixed, formatTiny} from "../text/number.js";

/** Cells this large show their number; smaller ones hatch what is negative. */
const DIGITS_WIDTH = 27;
const DIGITS_HEIGHT = 12;
const HATCH = 7;

/**
 * One vector as a grid of coloured cells, row after row: the pixels that the atlas holds for it, stretched over the box,
 * and over them, where the cells are large enough, their borders, signs and numbers.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {{x: number, y: number, w: number, h: number, columns: number, rows: number}} box
 * @param {{data: !Float32Array, from: number, count: number}} data
 * @param {?} options {kind, scale, palette, atlas, slot, digits}; slot: what atlas.add gave for this vector
 */
export function drawHeatmap(ctx, box, data, options) {
  const {kind, palette, atlas, slot} = options;
  atlas.paint(ctx, slot, box);
  const w = box.w / box.columns;
  const h = box.h / box.rows;
  const written = options.digits && w >= DIGITS_WIDTH && h >= DIGITS_HEIGHT;
  if (kind !== "gate" && !written && w >= HATCH && h >= HATCH) hatch(ctx, box, data, options);
  if (w >= 4.5 && h >= 4.5) grid(ctx, box, palette, data.count);
  if (written) digits(ctx, box, data, options);
}

/** Thin lines of the surface between the cells. */
function grid(ctx, box, palette, count) {
  const w = box.w / box.columns;
  const h = box.h / box.rows;
  ctx.beginPath();
  for (let c = 1; c < box.columns; c++) {
    ctx.moveTo(box.x + c * w, box.y);
    ctx.lineTo(box.x + c * w, box.y + box.h);
  }
  for (let r = 1; r < box.rows; r++) {
    ctx.moveTo(box.x, box.y + r * h);
    ctx.lineTo(box.x + (count < box.columns * r + 1 ? 0 : box.w), box.y + r * h);
  }
  ctx.strokeStyle = palette.surface;
  ctx.lineWidth = w >= 10 && h >= 9 ? 1 : 0.5;
  ctx.stroke();
}

/** Slanted lines over negative cells, so that the sign is not told by colour alone. */
function hatch(ctx, box, data, {kind, scale, palette}) {
  const w = box.w / box.columns;
  const h = box.h / box.rows;
  ctx.beginPath();
  for (let k = 0; k < data.count; k++) {
    if (!(data.data[data.from + k] < 0) || levelOf(data.data[data.from + k], kind, scale) > 118) continue;
    const x = box.x + (k % box.columns) * w;
    const y = box.y + Math.floor(k / box.columns) * h;
    const size = Math.min(w, h, 14);
    ctx.moveTo(x + 1, y + size * 0.55);
    ctx.lineTo(x + size * 0.55, y + 1);
    ctx.moveTo(x + 1, y + size - 0.5);
    ctx.lineTo(x + size - 0.5, y + 1);
  }
  ctx.strokeStyle = palette.dark ? "rgba(20,22,26,0.35)" : "rgba(255,255,255,0.5)";
  ctx.lineWidth = 1;
  ctx.stroke();
}

/** The numbers themselves, as many digits as fit. */
function digits(ctx, box, data, {kind, scale, palette}) {
  const w = box.w / box.columns;
  const h = box.h / box.rows;
  let size = Math.max(9, Math.min(15, Math.floor(h * 0.62), Math.floor(w / 2.6)));
  while (size > 10 && decimalsIn(data, roomFor(w, size)) < 3) size--;
  ctx.font = size + "px " + palette.font;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const ramp = palette.ramps[kind];
  const write = writerFor(data, roomFor(w, size));
  for (let k = 0; k < data.count; k++) {
    const value = data.data[data.from + k];
    ctx.fillStyle = wantsDarkText(ramp, levelOf(value, kind, scale)) ? "#14161a" : "#ffffff";
    ctx.fillText(write(value), box.x + (k % box.columns + 0.5) * w, box.y + (Math.floor(k / box.columns) + 0.5) * h + 0.5);
  }
}

const roomFor = (w, size) => Math.floor((w - 5) / (size * 0.555));

/** How many decimals the longest number of a vector has room for; Infinity when all are whole. */
function decimalsIn({data, from, count}, room) {
  let whole = true;
  let longest = 1;
  for (let k = from; k < from + count; k++) {
    if (data[k] !== Math.round(data[k])) whole = false;
    longest = Math.max(longest, (data[k] < 0 ? 1 : 0) + String(Math.floor(Math.abs(data[k]))).length);
  }
  return whole && longest <= room ? Infinity : room - longest - 1;
}

/** Writes the numbers of one vector alike: with as many decimals as fit, four at most. */
function writerFor(data, room) {
  const decimals = decimalsIn(data, room);
  if (decimals === Infinity) return (value) => formatFixed(value, 0);
  return decimals > 0 ? (value) => formatFixed(value, Math.min(4, decimals)) : formatTiny;
}

/**
 * The colour of one number.
 *
 * @param {?} palette
 * @param {string} kind
 * @param {number} value
 * @param {number} scale
 * @return {string}
 */
export function colorOf(palette, kind, value, scale) {
  return cssOf(palette.ramps[kind], levelOf(value, kind, scale));
}
