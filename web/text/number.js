/** How numbers are written, everywhere: significant digits, a real minus sign, no padding. */

const MINUS = "\u2212";
const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * @param {number} value
 * @param {number=} digits significant digits
 * @return {string}
 */
export function formatNumber(value, digits = 4) {
  if (value === undefined || value === null) return "";
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? MINUS + "∞" : "∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e7 || size < 1e-4) return scientific(value, Math.min(digits, 3));
  const rounded = Number(value.toPrecision(digits));
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return withMinus(trim(rounded.toFixed(Math.min(places, 12))));
}

/**
 * A fixed number of decimals, so that a column of numbers stands still while it moves.
 *
 * @param {number} value
 * @param {number=} decimals
 * @return {string}
 */
export function formatFixed(value, decimals = 3) {
  if (!Number.isFinite(value)) return formatNumber(value);
  const size = Math.abs(value);
  if (size >= 1e6) return scientific(value, 3);
  const places = size >= 1000 ? 0 : size >= 100 ? Math.min(decimals, 1) : size >= 10 ? Math.min(decimals, 2) : decimals;
  const text = value.toFixed(places);
  return withMinus(Number(text) === 0 ? text.replace("-", "") : text);
}

/**
 * A loss or a norm: four decimals while they say something, then powers of ten.
 *
 * @param {?number} value
 * @return {string}
 */
export function formatLoss(value) {
  if (value === null || value === undefined) return "–";
  return value !== 0 && Math.abs(value) < 0.001 ? scientific(value, 3) : formatFixed(value, 4);
}

/**
 * Ten to a whole power, as axes write it: 10⁻⁵.
 *
 * @param {number} exponent
 * @return {string}
 */
export function formatPower(exponent) {
  return "10" + Array.from(String(exponent), (c) => (c === "-" ? "⁻" : SUPERSCRIPT[Number(c)])).join("");
}

/**
 * Five characters at most, for small cells: −.12, 1.3, 12, 1k, 7e30.
 *
 * @param {number} value
 * @return {string}
 */
export function formatTiny(value) {
  if (!Number.isFinite(value)) return formatNumber(value);
  const size = Math.abs(value);
  if (size < 0.005) return "0";
  if (size < 0.995) return withMinus(value.toFixed(2).replace("0.", "."));
  if (size < 9.95) return withMinus(value.toFixed(1));
  if (size < 1000) return withMinus(value.toFixed(0));
  if (size < 99500) return withMinus((value / 1000).toFixed(0)) + "k";
  return withMinus(value.toExponential(0).replace("+", ""));
}

/**
 * Whole numbers with thin groups: 12 400.
 *
 * @param {number} value
 * @return {string}
 */
export function formatCount(value) {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/**
 * What a person typed as a number, or NaN. Accepts a real minus sign, a decimal comma and simple fractions.
 *
 * @param {string} text
 * @return {number}
 */
export function parseNumber(text) {
  const plain = text.trim().replace(/\u2212/g, "-").replace(/^([^,.]*),([^,.]*)$/, "$1.$2");
  const fraction = plain.match(/^(-?[\d.]+)\s*\/\s*([\d.]+)$/);
  if (fraction) return Number(fraction[1]) / Number(fraction[2]);
  return plain === "" ? NaN : Number(plain);
}

function scientific(value, digits) {
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
  return withMinus(trim(mantissa)) + "·" + formatPower(Number(exponent));
}

const trim = (text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

const withMinus = (text) => text.replace("-", MINUS);
