import {cssOf, levelOf, wantsDarkText} from "../stage/palette.js";
import {formatFixed, formatTiny} from "../text/number.js";

/** Cells this large show their number, and hatch what is negative. */
const DIGITS_WIDTH = 27;
const DIGITS_HEIGHT = 12;
const HATCH = 7;

/**
 * One vector as a grid of coloured cells, row after row.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {{x: number, y: number, w: number, h: number, columns: number, rows: number}} box
 * @param {{data: !Float32Array, from: number, count: number}} data
 * @param {{kind: string, scale: number, palette: ?, image: ?, digits: boolean}} options image: a scratch made by scratch()
 */
export function drawHeatmap(ctx, box, data, options) {
  const {kind, scale, palette, image} = options;
  const ramp = palette.ramps[kind];
  const {columns, rows} = box;
  const pixels = image.pixels(columns, rows);
  for (let k = 0; k < columns * rows; k++) {
    pixels[k] = k < data.count ? ramp[levelOf(data.data[data.from + k], kind, scale)] : 0;
  }
  image.paint(ctx, box);
  const w = box.w / columns;
  const h = box.h / rows;
  if (kind !== "gate" && w >= HATCH && h >= HATCH) hatch(ctx, box, data, options);
  if (w >= 4.5 && h >= 4.5) grid(ctx, box, palette, data.count);
  if (options.digits && w >= DIGITS_WIDTH && h >= DIGITS_HEIGHT) digits(ctx, box, data, options);
}

/**
 * A small canvas to paint pixels on before they are stretched over a box.
 *
 * @return {{pixels: function(number, number): !Uint32Array, paint: function(!CanvasRenderingContext2D, ?): void}}
 */
export function scratch() {
  const canvas = document.createElement("canvas");
  const own = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d", {willReadFrequently: true}));
  const sizes = new Map();
  let now = null;
  return {
    pixels(columns, rows) {
      const key = columns * 4096 + rows;
      now = sizes.get(key);
      if (!now) {
        const image = own.createImageData(columns, rows);
        now = {image, pixels: new Uint32Array(image.data.buffer)};
        sizes.set(key, now);
      }
      return now.pixels;
    },
    paint(ctx, box) {
      const {image} = now;
      if (canvas.width < image.width || canvas.height < image.height) {
        canvas.width = Math.max(canvas.width, image.width);
        canvas.height = Math.max(canvas.height, image.height);
      }
      own.putImageData(image, 0, 0);
      ctx.imageSmoothingEnabled = image.width > box.w * 2 || image.height > box.h * 2;
      ctx.drawImage(canvas, 0, 0, image.width, image.height, box.x, box.y, box.w, box.h);
    },
  };
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
  const size = Math.min(15, Math.floor(h * 0.62), Math.floor(w / 2.6));
  ctx.font = Math.max(9, size) + "px " + palette.font;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const ramp = palette.ramps[kind];
  const room = Math.floor((w - 3) / (Math.max(9, size) * 0.555));
  const write = writerFor(data, room);
  for (let k = 0; k < data.count; k++) {
    const value = data.data[data.from + k];
    ctx.fillStyle = wantsDarkText(ramp, levelOf(value, kind, scale)) ? "#14161a" : "#ffffff";
    ctx.fillText(write(value), box.x + (k % box.columns + 0.5) * w, box.y + (Math.floor(k / box.columns) + 0.5) * h + 0.5);
  }
}

/** Writes the numbers of one vector alike: with as many decimals as the longest of them has room for, four at most. */
function writerFor({data, from, count}, room) {
  let whole = true;
  let longest = 1;
  for (let k = from; k < from + count; k++) {
    if (data[k] !== Math.round(data[k])) whole = false;
    longest = Math.max(longest, (data[k] < 0 ? 1 : 0) + String(Math.floor(Math.abs(data[k]))).length);
  }
  const decimals = Math.min(4, room - longest - 1);
  if (whole && longest <= room) return (value) => formatFixed(value, 0);
  return decimals > 0 ? (value) => formatFixed(value, decimals) : formatTiny;
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
