import {formatPower} from "../text/number.js";

/** Scales with round ticks, and how axes write their numbers; and how to read a colour. */

/** A step of an axis is a power of ten times one of these, whichever is nearest by ratio. */
const STEPS = [1, 2, 5, 10];

/**
 * From values to pixels, as `scale(value)`; what lies outside the domain stays at its end.
 *
 * @param {!Array<number>} domain [least, most]
 * @param {!Array<number>} range pixels
 * @param {boolean=} log
 * @return {?} with domain, range, log and invert(pixel)
 */
export function scaleOf(domain, range, log = false) {
  const [from, to] = range;
  const [low, high] = log ? domain.map(Math.log10) : domain;
  const between = (part) => Math.min(1, Math.max(0, part));
  const scale = (value) => {
    const part = high === low ? 0.5 : ((log ? Math.log10(value) : value) - low) / (high - low);
    return from + between(part) * (to - from);
  };
  const invert = (pixel) => {
    const value = low + between((pixel - from) / (to - from)) * (high - low);
    return log ? 10 ** value : value;
  };
  return Object.assign(scale, {domain, range, log, invert});
}

/**
 * A scale whose domain ends at powers of ten if it is logarithmic, otherwise at multiples of a step that makes about
 * `count` of them.
 *
 * @param {!Array<number>} domain [least, most]
 * @param {!Array<number>} range pixels
 * @param {boolean} log
 * @param {number=} count
 * @return {?}
 */
export function roundScale([least, most], range, log, count = 10) {
  if (log) return scaleOf([10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most))], range, true);
  let step = 0;
  for (let turn = 0; turn < 9 && stepOf(most - least, count) !== step; turn++) {
    step = stepOf(most - least, count);
    least = multiple(Math.floor(least / step + 1e-9), step);
    most = multiple(Math.ceil(most / step - 1e-9), step);
  }
  return scaleOf([least, most], range);
}

/**
 * A scale that shows all these numbers: logarithmic when they are positive and span more than a factor of thirty, otherwise
 * linear from zero.
 *
 * @param {!Array<number>} values
 * @param {!Array<number>} range pixels
 * @return {?}
 */
export function fittingScale(values, range) {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (least > 0 && most / least > 30) return roundScale([least, most], range, true);
  return roundScale([Math.min(0, least), most > 0 ? most : 1], range, false, 4);
}

/**
 * Few ticks: powers of ten on a logarithmic scale (halved in number until they fit), round steps on a linear one.
 *
 * @param {?} scale
 * @param {number} count
 * @return {!Array<number>}
 */
export function ticksOf({domain: [least, most], log}, count) {
  if (!log) return multiples(least, most, stepOf(most - least, count));
  let ticks = multiples(Math.log10(least), Math.log10(most), 1).map((power) => Number("1e" + power));
  if (ticks.length < 2) return [least, most];
  while (ticks.length > count + 1) ticks = ticks.filter((_, k) => k % 2 === 0);
  return ticks;
}

function stepOf(span, count) {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  return multiple(STEPS.findLast((step, k) => k === 0 || rough / power >= Math.sqrt(step * STEPS[k - 1])), power);
}

/** So many steps, without what a sum of steps would gather behind the last digit. */
const multiple = (n, step) => Number((n * step).toPrecision(12));

function multiples(least, most, step) {
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(most / step + 1e-9);
  return Array.from({length: last - first + 1 || 0}, (_, k) => multiple(first + k, step));
}

/**
 * @param {number} value
 * @return {string} short: 0.01, 5, 1.2k
 */
export function tickText(value) {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if ((size < 1e-3 || size > 1e4) && Math.abs(Math.log10(size) % 1) < 1e-9) return formatPower(Math.round(Math.log10(size)));
  return shortened(value, size).replace(/-/g, "\u2212");
}

function shortened(value, size) {
  if (size < 1e-4 || size >= 1e7) return value.toExponential(0);
  if (size < 1e3) return String(Number(value.toPrecision(3)));
  return size < 1e6 ? Number((value / 1e3).toPrecision(6)) + "k" : Number((value / 1e6).toPrecision(6)) + "M";
}

/**
 * @param {string} color as a token has it, #rrggbb
 * @return {!Array<number>} red, green, blue, 0 … 255
 */
export const parseColor = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
