import {readPalette} from "../dom/palette.js";

const LEVELS = 255;
/** A little more than 3 to 1, as a thin line is blurred. */
const LEAST_CONTRAST = 3.4;

/**
 * The theme as the canvas needs it: the tokens, and a ramp of 256 packed colours for each kind of number.
 *
 * @return {?} {ink, quiet, …, font, serif, dark, ramps: {value, gradient, gate}}
 */
export function stagePalette() {
  const palette = readPalette();
  const color = parser();
  const zero = color(palette.zero);
  const ramps = {
    value: ramp([color(palette.negative), zero, color(palette.positive)]),
    gradient: ramp([color(palette.gradNegative), zero, color(palette.gradPositive)]),
    gate: ramp([color(palette.gate0), color(palette.gate1)]),
  };
  const [r, g, b] = color(palette.ground);
  const style = getComputedStyle(document.documentElement);
  const edge = style.getPropertyValue("--edge").trim() || palette.quiet;
  const soft = style.getPropertyValue("--accent-soft").trim() || palette.hairline;
  return Object.assign({}, palette, {ramps, edge, soft, dark: luminance(r, g, b) < 0.3});
}

/**
 * Where a number stands on a ramp, 0 … 255. Gates run from 0 to 1; everything else from −scale to +scale. Gradients
 * span many sizes, so theirs is a square-root scale; values are even up to ±1 and logarithmic beyond.
 *
 * @param {number} value
 * @param {string} kind "value" | "gradient" | "gate"
 * @param {number} scale
 * @return {number}
 */
export function levelOf(value, kind, scale) {
  return levelsOf(kind, scale)(value);
}

/**
 * The same for many numbers of one kind.
 *
 * @param {string} kind "value" | "gradient" | "gate"
 * @param {number} scale
 * @return {function(number): number}
 */
export function levelsOf(kind, scale) {
  const level = (part) => Math.round(((part > -1 ? (part > 1 ? 1 : part) : -1) + 1) * LEVELS / 2);
  if (kind === "gate") return (value) => level(value * 2 - 1);
  if (kind === "gradient") return (value) => level(value < 0 ? -Math.sqrt(-value / scale) : Math.sqrt(value / scale));
  const most = scale > 1 ? reach(scale) : scale;
  return scale > 1 ? (value) => level((value < 0 ? -reach(-value) : reach(value)) / most) : (value) => level(value / most);
}

/**
 * How far from the middle a value of this size stands: as itself up to 1, one more for every power of ten beyond.
 *
 * @param {number} size
 * @return {number}
 */
export function reach(size) {
  return size <= 1 ? size : 1 + Math.log10(size);
}

/**
 * @param {!Uint32Array} ramp
 * @param {number} level
 * @return {string} a CSS colour
 */
export function cssOf(ramp, level) {
  const packed = ramp[level];
  return "rgb(" + (packed & 255) + "," + ((packed >> 8) & 255) + "," + ((packed >> 16) & 255) + ")";
}

/**
 * Whether dark writing is easier to read on this colour than light writing.
 *
 * @param {!Uint32Array} ramp
 * @param {number} level
 * @return {boolean}
 */
export function wantsDarkText(ramp, level) {
  const packed = ramp[level];
  return luminance(packed & 255, (packed >> 8) & 255, (packed >> 16) & 255) > 0.2;
}

const marks = new WeakMap();

/**
 * A line's colour on a cell of this one: its own, as much darker or lighter as a mark must be, 3 to 1.
 *
 * @param {!Uint32Array} ramp
 * @param {number} level
 * @return {string}
 */
export function standingOut(ramp, level) {
  if (!marks.has(ramp)) marks.set(ramp, new Map());
  const known = marks.get(ramp);
  if (!known.has(level)) known.set(level, markOn(ramp, level));
  return known.get(level);
}

function markOn(ramp, level) {
  const packed = ramp[level];
  const own = [packed & 255, (packed >> 8) & 255, (packed >> 16) & 255];
  const ground = luminance(...own);
  const end = wantsDarkText(ramp, level) ? 0 : 255;
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = own.map((c) => Math.round(c + (end - c) * part));
    const [low, high] = [ground, luminance(...mixed)].sort((a, b) => a - b);
    if ((high + 0.05) / (low + 0.05) >= LEAST_CONTRAST) return "rgb(" + mixed.join(",") + ")";
  }
  return end ? "#ffffff" : "#000000";
}

/** Colours between the given ones, evenly, packed as ImageData wants them. */
function ramp(stops) {
  const packed = new Uint32Array(LEVELS + 1);
  for (let level = 0; level <= LEVELS; level++) {
    const place = level / LEVELS * (stops.length - 1);
    const k = Math.min(stops.length - 2, Math.floor(place));
    const mix = (c) => Math.round(stops[k][c] + (stops[k + 1][c] - stops[k][c]) * (place - k));
    packed[level] = (255 << 24 | mix(2) << 16 | mix(1) << 8 | mix(0)) >>> 0;
  }
  return packed;
}

/** Any CSS colour to [r, g, b], by painting it. */
function parser() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const ctx = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d", {willReadFrequently: true}));
  return (text) => {
    ctx.fillStyle = "#888";
    ctx.fillStyle = text;
    ctx.fillRect(0, 0, 1, 1);
    return ctx.getImageData(0, 0, 1, 1).data;
  };
}

function luminance(r, g, b) {
  const linear = (c) => (c <= 10 ? c / 3295 : Math.pow((c / 255 + 0.055) / 1.055, 2.4));
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
