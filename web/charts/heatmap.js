import {cssOf, levelOf, standingOut, wantsDarkText} from "../stage/palette.js";
import {formatFixed, formatTiny} from "../text/number.js";

/** Cells this large show their number; smaller ones hatch what is negative. */
const DIGITS_WIDTH = 27;
const ONE_DIGIT_WIDTH = 12;
const DIGITS_HEIGHT = 11.4;
const HATCH = 7;
/** Smaller ones have room for one line. */
const SMALL = 12;

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
  const written = options.digits && (Boolean(options.writing) || hasRoom(w, h));
  if (kind !== "gate" && !written && w >= HATCH && h >= HATCH) hatch(ctx, box, data, options);
  if (w >= 4.5 && h >= 4.5) grid(ctx, box, palette, data.count);
  if (written) digits(ctx, box, data, options);
}

/**
 * @param {number} w
 * @param {number} h
 * @return {boolean} whether a cell of this size shows its number
 */
export function hasRoom(w, h) {
  return w >= DIGITS_WIDTH && h >= DIGITS_HEIGHT;
}

/**
 * @param {!Array<?>} vectors
 * @param {number} w
 * @param {number} h
 * @return {boolean} whether cells of this size show these numbers: single digits need little
 */
export function hasRoomFor(vectors, w, h) {
  const small = vectors.every((data) => lengthOf(data) === 1 && decimalsOf(data) === 0);
  return hasRoom(w, h) || (small && w >= ONE_DIGIT_WIDTH && h >= DIGITS_HEIGHT);
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

/** Nearer to 0 than this level a negative cell is as good as 0. */
const LEAST_LEVEL = 118;
/** Cells whose levels differ by less than this are hatched alike. */
const SHADE = 30;

/** Slanted lines over negative cells, so that the sign is not told by colour alone. */
function hatch(ctx, box, data, options) {
  for (let level = 0; level <= LEAST_LEVEL; level += SHADE) hatchShade(ctx, box, data, options, level);
}

/** Those of one shade, in lines that stand out from it as a mark must. */
function hatchShade(ctx, box, data, {kind, scale, palette}, shade) {
  const w = box.w / box.columns;
  const h = box.h / box.rows;
  let any = false;
  const size = Math.min(w, h, 14);
  ctx.beginPath();
  for (let k = 0; k < data.count; k++) {
    const value = data.data[data.from + k];
    if (!(value < 0)) continue;
    const level = levelOf(value, kind, at(scale, k));
    if (level < shade || level >= shade + SHADE || level > LEAST_LEVEL) continue;
    any = true;
    const x = box.x + (k % box.columns) * w;
    const y = box.y + Math.floor(k / box.columns) * h;
    if (size >= SMALL) {
      ctx.moveTo(x + 1, y + size * 0.55);
      ctx.lineTo(x + size * 0.55, y + 1);
    }
    ctx.moveTo(x + 1, y + size - 0.5);
    ctx.lineTo(x + size - 0.5, y + 1);
  }
  if (!any) return;
  ctx.strokeStyle = standingOut(palette.ramps[kind], Math.min(LEAST_LEVEL, shade + SHADE / 2));
  ctx.lineWidth = size >= SMALL ? 1 : 0.7;
  ctx.stroke();
}

/** The scale of the k-th of some numbers. */
const at = (scale, k) => (typeof scale === "number" ? scale : scale[k]);

/** The numbers themselves, all of a vector written alike. */
function digits(ctx, box, data, {kind, scale, palette, writing}) {
  const w = box.w / box.columns;
  const h = box.h / box.rows;
  const {size, write} = writing || writingFor([data], w, h);
  ctx.font = size + "px " + palette.font;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const ramp = palette.ramps[kind];
  for (let k = 0; k < data.count; k++) {
    const value = data.data[data.from + k];
    ctx.fillStyle = wantsDarkText(ramp, levelOf(value, kind, at(scale, k))) ? "#14161a" : "#ffffff";
    ctx.fillText(write(value), box.x + (k % box.columns + 0.5) * w, box.y + (Math.floor(k / box.columns) + 0.5) * h + 0.5);
  }
}

/**
 * How the numbers of some vectors are written into cells of w × h: the size of the type, and as many decimals as the
 * longest of them has room for, four at most.
 *
 * @param {!Array<?>} vectors
 * @param {number} w
 * @param {number} h
 * @return {{size: number, write: function(number): string}}
 */
export function writingFor(vectors, w, h) {
  const longest = vectors.reduce((most, data) => Math.max(most, lengthOf(data)), 1);
  const needed = vectors.reduce((most, data) => Math.max(most, decimalsOf(data)), 0);
  const room = (size) => Math.floor((w - 3.5) / (size * 0.555));
  let size = Math.max(9, Math.min(15, Math.floor(h * 0.62), Math.floor(w / 2.6)));
  const wanted = needed ? Math.min(3, needed) + 1 : 0;
  while (size > 10 && room(size) - longest < wanted) size--;
  if (size === 10 && room(9) - longest >= Math.min(3, wanted) && room(10) - longest < 3) size = 9;
  const decimals = Math.min(needed, room(size) - longest - 1);
  const fits = needed ? decimals > 0 : longest <= room(size);
  return {size, write: fits ? (value) => formatFixed(value, Math.max(0, decimals)) : formatTiny};
}

/** Characters before the decimal point. */
function lengthOf({data, from, count}) {
  let longest = 1;
  for (let k = from; k < from + count; k++) {
    longest = Math.max(longest, (data[k] < 0 ? 1 : 0) + String(Math.floor(Math.abs(data[k]))).length);
  }
  return longest;
}

/** How many decimals, at most four, say these numbers to four decimals. */
function decimalsOf({data, from, count}) {
  let decimals = 0;
  for (let k = from; k < from + count; k++) {
    const exact = Number(data[k].toFixed(4));
    while (decimals < 4 && Number(data[k].toFixed(decimals)) !== exact) decimals++;
  }
  return decimals;
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
