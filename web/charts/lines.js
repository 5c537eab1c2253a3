import {fittingScale, roundScale, scaleOf, ticksOf, tickText} from "./scales.js";

const TOP = 10;
const GAP = 10;
const LETTER = 13;
const DASHES = [[], [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], [1, 4]];
const MARKS = ["circle", "square", "triangle", "diamond", "cross", "ring"];

/**
 * How the k-th of several models is drawn, everywhere: a colour, a dash and a mark that stay apart without the colour.
 *
 * @param {?} palette
 * @param {number} k
 * @return {{color: string, dash: !Array<number>, mark: string}}
 */
export const styleOf = ({series}, k) =>
  ({color: series[k % series.length], dash: DASHES[k % DASHES.length], mark: MARKS[k % MARKS.length]});

/**
 * Several lines over one pair of axes, each named at one of its ends. A number that is none leaves a gap. Pure: the
 * same arguments paint the same pixels.
 *
 * @param {?} ctx a 2-D context
 * @param {{width: number, height: number}} size
 * @param {!Array<?>} series {label, x, y, color, dash, mark: the shape of its points or "", width}
 * @param {?} options {palette, log: whether the vertical axis is logarithmic, null to fit, from: where the horizontal
 *     axis starts, xName, band: {x, low, high, color} or null, first: whether names stand at the first point, not the
 *     last}
 * @return {?} where things are, for those who point: {across, scale, left, right, top, bottom}
 */
export function drawLines(ctx, {width, height}, series, options) {
  const {palette, log = null, from = 0, xName = "", band = null, first = false} = options;
  const named = series.filter(({label}) => label);
  ctx.font = "500 12px " + palette.font;
  const names = Math.max(0, ...named.map(({label}) => ctx.measureText(label).width));
  ctx.font = "11px " + palette.font;
  const values = series.flatMap(({y}) => Array.from(y)).filter((v) => Number.isFinite(v) && (log !== true || v > 0));
  const last = Math.max(...series.map(({x}) => (x.length ? x[x.length - 1] : 0)), from + 1);
  const bottom = height - (xName ? 36 : 20);
  const scale = scaleFor(values, log, [bottom, TOP]);
  const ticks = ticksOf(scale, Math.max(2, Math.round(height / 48)));
  const ruled = Math.ceil(Math.max(...ticks.map((tick) => ctx.measureText(tickText(tick)).width))) + 10;
  const written = names ? Math.min(names + GAP + 8, width * 0.4) : 10;
  const left = first ? written : ruled;
  const right = width - (first ? ruled : written);
  const across = scaleOf([from, last], [left, right]);
  const place = {across, scale, left, right, top: TOP, bottom, first};

  axes(ctx, place, ticks, palette, xName);
  if (band) fillBand(ctx, place, band);
  for (const one of series) stroke(ctx, place, one, palette);
  nameEnds(ctx, place, named, palette, width);
  return place;
}

function scaleFor(values, log, range) {
  if (log === null || (log && values.length === 0)) return fittingScale(values.length ? values : [1], range);
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (log) {
    const flat = most / least < 3;
    return roundScale(flat ? [least / 3, most * 3] : [least, most], range, true);
  }
  const room = (most - least || 1) * 0.06;
  return roundScale([least - room, most + room], range, false, 5);
}

function axes(ctx, {across, scale, left, right, bottom, first}, ticks, palette, xName) {
  ctx.lineWidth = 1;
  ctx.textBaseline = "middle";
  ctx.textAlign = first ? "left" : "right";
  for (const tick of ticks) {
    const row = Math.round(scale(tick)) + 0.5;
    ctx.strokeStyle = palette.hairline;
    path(ctx, [[left, row], [right, row]]);
    ctx.fillStyle = palette.quiet;
    ctx.fillText(tickText(tick), first ? right + 6 : left - 6, row);
  }
  ctx.textBaseline = "alphabetic";
  const steps = ticksOf(across, Math.max(2, Math.floor((right - left) / 70))).filter((tick) => tick % 1 === 0);
  for (const tick of steps) {
    const x = across(tick);
    ctx.textAlign = x < left + 8 ? "left" : x > right - 10 ? "right" : "center";
    ctx.fillText(tickText(tick), x, bottom + 15);
  }
  if (!xName) return;
  ctx.textAlign = "center";
  ctx.fillText(xName, (left + right) / 2, bottom + 31);
}

function fillBand(ctx, {across, scale}, {x, low, high, color}) {
  ctx.fillStyle = color;
  ctx.globalAlpha = 0.18;
  for (let k = 0; k + 1 < x.length; k++) {
    if (![low[k], high[k], low[k + 1], high[k + 1]].every(Number.isFinite)) continue;
    ctx.beginPath();
    ctx.moveTo(across(x[k]), scale(low[k]));
    ctx.lineTo(across(x[k + 1]), scale(low[k + 1]));
    ctx.lineTo(across(x[k + 1]), scale(high[k + 1]));
    ctx.lineTo(across(x[k]), scale(high[k]));
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

function stroke(ctx, {across, scale}, {x, y, color, dash = [], mark = "", width = 1.8}, palette) {
  const known = (k) => Number.isFinite(y[k]) && (!scale.log || y[k] > 0);
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.lineJoin = "round";
  ctx.setLineDash(dash);
  ctx.beginPath();
  for (let k = 0; k < y.length; k++) {
    if (!known(k)) continue;
    if (k > 0 && known(k - 1)) ctx.lineTo(across(x[k]), scale(y[k]));
    else ctx.moveTo(across(x[k]), scale(y[k]));
  }
  ctx.stroke();
  ctx.setLineDash([]);
  if (!mark) return;
  const every = Math.max(1, Math.ceil(y.length / 24));
  for (let k = y.length - 1; k >= 0; k -= every) {
    if (known(k)) drawMark(ctx, across(x[k]), scale(y[k]), mark, color, palette.ground);
  }
}

/**
 * One point, by its shape.
 *
 * @param {?} ctx
 * @param {number} x
 * @param {number} y
 * @param {string} mark
 * @param {string} color
 * @param {string} ground
 */
export function drawMark(ctx, x, y, mark, color, ground) {
  const r = 3.6;
  const low = y + r - 0.4;
  ctx.beginPath();
  if (mark === "square") ctx.rect(x - r + 0.4, y - r + 0.4, 2 * r - 0.8, 2 * r - 0.8);
  else if (mark === "triangle") polygon(ctx, [[x, y - r - 0.6], [x + r + 0.4, low], [x - r - 0.4, low]]);
  else if (mark === "diamond") polygon(ctx, [[x, y - r - 0.8], [x + r + 0.8, y], [x, y + r + 0.8], [x - r - 0.8, y]]);
  else if (mark === "cross") polygon(ctx, [[x - r, y - 1.4], [x - 1.4, y - 1.4], [x - 1.4, y - r], [x + 1.4, y - r],
    [x + 1.4, y - 1.4], [x + r, y - 1.4], [x + r, y + 1.4], [x + 1.4, y + 1.4], [x + 1.4, y + r], [x - 1.4, y + r],
    [x - 1.4, y + 1.4], [x - r, y + 1.4]]);
  else ctx.arc(x, y, r - 0.4, 0, 2 * Math.PI);
  ctx.lineWidth = 1.4;
  ctx.fillStyle = mark === "ring" ? ground : color;
  ctx.strokeStyle = mark === "ring" ? color : ground;
  ctx.stroke();
  ctx.fill();
}

function polygon(ctx, points) {
  points.forEach(([x, y], k) => (k === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
  ctx.closePath();
}

/** Names beside the ends of their lines, moved apart where they would touch. */
function nameEnds(ctx, {across, scale, left, right, top, bottom, first}, named, palette, width) {
  const ends = named.flatMap((one) => {
    const known = Array.from(one.y.keys()).filter((k) => Number.isFinite(one.y[k]));
    if (known.length === 0) return [];
    const k = known[first ? 0 : known.length - 1];
    const y = scale(one.y[k]);
    return [{text: one.label, color: one.color, x: across(one.x[k]), y, at: y}];
  }).sort((a, b) => a.y - b.y);
  spread(ends, top, bottom);
  ctx.font = "500 12px " + palette.font;
  ctx.textAlign = first ? "right" : "left";
  ctx.textBaseline = "middle";
  const sign = first ? -1 : 1;
  const edge = first ? left : right;
  const room = first ? left - GAP - 2 : width - right - GAP - 2;
  for (const {text, color, x, y, at} of ends) {
    ctx.strokeStyle = color;
    ctx.lineWidth = 1;
    ctx.globalAlpha = 0.6;
    const apart = Math.abs(at - y) > 3 || Math.abs(edge - x) > 4;
    if (apart) path(ctx, [[x + 3 * sign, y], [edge + 2 * sign, y], [edge + (GAP - 2) * sign, at]]);
    ctx.globalAlpha = 1;
    ctx.fillStyle = color;
    ctx.fillText(text, edge + GAP * sign, at, Math.max(10, room));
  }
}

/** Rows at least a letter apart, in their order, as near as can be to where they belong. */
function spread(ends, top, bottom) {
  for (let k = 1; k < ends.length; k++) ends[k].at = Math.max(ends[k].at, ends[k - 1].at + LETTER);
  let limit = bottom;
  for (let k = ends.length - 1; k >= 0; k--) {
    ends[k].at = Math.max(top, Math.min(ends[k].at, limit));
    limit = ends[k].at - LETTER;
  }
}

/**
 * A hairline at the pointer, and a dot on every line there.
 *
 * @param {?} ctx
 * @param {?} place as drawLines returned it
 * @param {!Array<?>} series
 * @param {number} k which of the points, counted in the longest of the series
 * @param {?} palette
 */
export function drawGuide(ctx, {across, scale, top, bottom}, series, k, palette) {
  const longest = series.reduce((most, one) => (one.x.length > most.x.length ? one : most), series[0]);
  const x = Math.round(across(longest.x[k])) + 0.5;
  ctx.strokeStyle = palette.edge;
  ctx.lineWidth = 1;
  path(ctx, [[x, top], [x, bottom]]);
  for (const {x: xs, y, color} of series) {
    const j = nearest(xs, longest.x[k]);
    if (Number.isFinite(y[j])) drawMark(ctx, across(xs[j]), scale(y[j]), "circle", color, palette.ground);
  }
}

/**
 * @param {!IArrayLike<number>} x ascending
 * @param {number} wanted
 * @return {number} the index of the value nearest to it
 */
export function nearest(x, wanted) {
  let low = 0;
  let high = x.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low > 0 && wanted - x[low - 1] < x[low] - wanted ? low - 1 : low;
}

function path(ctx, points) {
  ctx.beginPath();
  points.forEach(([x, y], k) => (k === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
  ctx.stroke();
}
