import {parseColor} from "./scales.js";

const LARGEST = 44;
const SMALLEST = 9;
const WRITTEN = 30;
const GAP = 1;

/**
 * How large a matrix stands in a width: cells as large as there is room for, square, with room for the labels.
 *
 * @param {number} width
 * @param {number} rows
 * @param {number} columns
 * @param {number} labels the width of the longest label of a row
 * @return {{cell: number, left: number, top: number, width: number, height: number}}
 */
export function matrixSize(width, rows, columns, labels) {
  const left = Math.min(labels + 14, width * 0.4);
  const cell = Math.max(SMALLEST, Math.min(LARGEST, Math.floor((width - left - 4) / Math.max(1, columns))));
  return {cell, left, top: 28, width: left + columns * cell + 4, height: 28 + rows * cell + 4};
}

/**
 * Numbers from 0 to 1 as a matrix of shades, with its labels. Pure: the same arguments paint the same pixels.
 *
 * @param {?} ctx a 2-D context
 * @param {{cell: number, left: number, top: number}} place as matrixSize says
 * @param {!Array<!Array<number>>} values
 * @param {?} options {palette, rowLabels: [{text, wrong}…], columnLabels, write: how a number is written, hover: {r, c}
 *     or null}
 */
export function drawMatrix(ctx, {cell, left, top}, values, {palette, rowLabels, columnLabels, write, hover}) {
  const from = parseColor(palette.gate0);
  const to = parseColor(palette.gate1);
  const size = Math.max(11, Math.min(16, cell * 0.5));
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  columnLabels.forEach((text, c) => {
    ctx.font = (hover && hover.c === c ? "600 " : "") + size + "px " + palette.font;
    ctx.fillStyle = hover && hover.c === c ? palette.accent : palette.ink;
    ctx.fillText(text, left + (c + 0.5) * cell, top - 13, cell - 1);
  });
  values.forEach((row, r) => {
    const {text, wrong} = rowLabels[r];
    ctx.font = (hover && hover.r === r ? "600 " : "") + size + "px " + palette.font;
    ctx.fillStyle = wrong ? palette.wrong : hover && hover.r === r ? palette.accent : palette.ink;
    ctx.textAlign = "right";
    ctx.fillText(text, left - 8, top + (r + 0.5) * cell, left - 10);
    ctx.textAlign = "center";
    row.forEach((value, c) => {
      const share = Math.max(0, Math.min(1, value));
      const [red, green, blue] = from.map((part, k) => Math.round(part + (to[k] - part) * share));
      const x = left + c * cell;
      const y = top + r * cell;
      ctx.fillStyle = "rgb(" + red + "," + green + "," + blue + ")";
      ctx.fillRect(x, y, cell - GAP, cell - GAP);
      ctx.strokeStyle = palette.hairline;
      ctx.lineWidth = 1;
      ctx.strokeRect(x + 0.5, y + 0.5, cell - GAP - 1, cell - GAP - 1);
      if (cell < WRITTEN) return;
      ctx.font = "11px " + palette.font;
      ctx.fillStyle = brightness(red, green, blue) > 0.21 ? "#14161a" : "#ffffff";
      ctx.fillText(write(value), x + cell / 2, y + cell / 2 + 0.5);
    });
  });
  if (!hover) return;
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 2;
  ctx.strokeRect(left + hover.c * cell, top + hover.r * cell, cell - GAP, cell - GAP);
}

/**
 * @param {{cell: number, left: number, top: number}} place
 * @param {!Array<!Array<number>>} values
 * @param {?{x: number, y: number}} at
 * @return {?{r: number, c: number}} the cell at a point
 */
export function cellAt({cell, left, top}, values, at) {
  if (!at) return null;
  const r = Math.floor((at.y - top) / cell);
  const c = Math.floor((at.x - left) / cell);
  return r >= 0 && r < values.length && c >= 0 && c < values[r].length ? {r, c} : null;
}

/** Relative luminance, as WCAG 2 has it. */
function brightness(...rgb) {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
