import {formatPower} from "../text/number.js";

/** The only file that knows d3: scales with round ticks, and how axes write their numbers; and how to read a colour. */

/**
 * A linear or logarithmic scale over the values, rounded outwards.
 *
 * @param {!Array<number>} domain [least, most]
 * @param {!Array<number>} range pixels
 * @param {boolean=} log
 * @return {?} a d3 scale
 */
export function scaleOf(domain, range, log = false) {
  const scale = log ? d3.scaleLog() : d3.scaleLinear();
  return scale.domain(domain).range(range).clamp(true);
}

/**
 * A scale that shows all these numbers: logarithmic when they are positive and span more than a factor of thirty, otherwise
 * linear from zero.
 *
 * @param {!Array<number>} values
 * @param {!Array<number>} range pixels
 * @return {{scale: ?, log: boolean}}
 */
export function fittingScale(values, range) {
  const least = d3.min(values);
  const most = d3.max(values);
  if (least > 0 && most / least > 30) {
    return {scale: scaleOf([least, most], range, true).nice(), log: true};
  }
  return {scale: scaleOf([Math.min(0, least), most > 0 ? most : 1], range).nice(4), log: false};
}

/**
 * Few ticks: powers of ten on a logarithmic scale (halved in number until they fit), round steps on a linear one.
 *
 * @param {?} scale
 * @param {number} count
 * @param {boolean=} log
 * @return {!Array<number>}
 */
export function ticksOf(scale, count, log = false) {
  if (!log) return scale.ticks(count);
  let ticks = scale.ticks().filter((value) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9);
  if (ticks.length < 2) return [scale.domain()[0], scale.domain()[1]];
  while (ticks.length > count + 1) ticks = ticks.filter((_, k) => k % 2 === 0);
  return ticks;
}

/**
 * @param {number} value
 * @return {string} short: 0.01, 5, 1.2k
 */
export function tickText(value) {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if ((size < 1e-3 || size > 1e4) && Math.abs(Math.log10(size) % 1) < 1e-9) return formatPower(Math.round(Math.log10(size)));
  const text = size < 1e-4 ? d3.format(".0e")(value) : size >= 1e7 ? d3.format(".0e")(value) : size >= 1000 ? d3.format("~s")(value) : d3.format("~g")(Number(value.toPrecision(3)));
  return text.replace("-", "\u2212");
}

/**
 * @param {string} color as a token has it, #rrggbb
 * @return {!Array<number>} red, green, blue, 0 … 255
 */
export const parseColor = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
