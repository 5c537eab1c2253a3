import {paths as words} from "../../text/en.paths.js";
import {formatNumber} from "../../text/number.js";

/** Height of the bars of one state, and what lies between two states, in pixels. */
const BAR = 28;
const GAP = 6;
const LETTER_WIDTH = 9;
/** Which of the hues a way has: those that meet in one cell differ. */
const HUES = {h: 0, Wh: 0, c: 1, i: 2, r: 2, f: 3, z: 3, g: 4, n: 4, o: 5};
const LETTER_HEIGHT = 12;

/**
 * The states whose gradient comes on several ways through time: of a plain recurrent net there is but one.
 *
 * @param {?} paths what the core tells of a layer
 * @return {!Array<{state: string, ways: !Array<string>, norms: !Array<!Array<number>>, shares: !Array<!Array<number>>}>}
 */
export function statesOf(paths) {
  const all = paths ? ["c", "h"].map((state) => Object.assign({state}, paths[state])) : [];
  const several = all.filter(({ways}) => ways.length > 2 || ways.includes("c"));
  return several.some(({state}) => state === "h") ? several : [];
}

/**
 * @param {!Array<?>} states as statesOf gives them
 * @return {number} what their bars take below a chart
 */
export const heightOf = (states) => states.length * (BAR + GAP);

/**
 * The hue of a way, the same for all states.
 *
 * @param {?} palette
 * @param {string} by
 * @return {string}
 */
export const colorOfWay = ({series, edge}, by) => (by === "above" ? edge : series[HUES[by]]);

/**
 * Under a chart over time, at every step a bar for each state, divided among the ways its gradient came by.
 *
 * @param {?} ctx
 * @param {!Array<?>} states
 * @param {?} place where the chart above stands: {across, left}
 * @param {number} top
 * @param {?} palette
 */
export function drawPaths(ctx, states, {across, left}, top, palette) {
  const pitch = across(2) - across(1);
  const w = Math.max(1, Math.min(28, pitch - (pitch > 5 ? 2 : 0)));
  states.forEach(({state, ways, shares}, row) => {
    const bottom = top + row * (BAR + GAP) + BAR;
    ctx.font = "italic 13px " + palette.serif;
    ctx.textAlign = "right";
    ctx.textBaseline = "middle";
    ctx.fillStyle = palette.ink;
    ctx.fillText(words.title(state), left - 12, bottom - BAR / 2);
    shares[0].forEach((_, t) => {
      let y = bottom;
      ways.forEach((by, k) => {
        const h = shares[k][t] * BAR;
        y -= h;
        const x = across(t + 1) - w / 2;
        ctx.fillStyle = colorOfWay(palette, by);
        ctx.fillRect(x, y, w, Math.max(0, h - (h > 3 ? 1 : 0)));
        if (w < LETTER_WIDTH || h < LETTER_HEIGHT) return;
        ctx.fillStyle = palette.ground;
        ctx.font = "italic 12px " + palette.serif;
        ctx.textAlign = "center";
        ctx.fillText(by === "above" ? "↓" : by, across(t + 1), y + h / 2, w);
      });
    });
  });
}

/**
 * @param {!Array<?>} states
 * @param {number} y below the top of the bars
 * @return {?} the state whose bars are there
 */
export const stateAt = (states, y) => states[Math.floor(y / (BAR + GAP))] || null;

/**
 * @param {?} state as statesOf gives it
 * @param {number} t
 * @return {!Array<string>} each way that brought anything, with its share and size
 */
export function linesOf({state, ways, norms, shares}, t) {
  return ways.flatMap((by, k) => (norms[k][t] > 0
    ? [words.percent(shares[k][t]) + " " + words.way(state, by) + ", " + formatNumber(norms[k][t], 3)] : []));
}

/**
 * The ways of a state at a step in one sentence, the largest share first.
 *
 * @param {?} state as the core tells it: {ways, norms, shares}
 * @param {string} letter
 * @param {number} t
 * @return {string}
 */
export function sentenceOf({ways, norms, shares}, letter, t) {
  const parts = ways.map((by, k) => ({by, share: shares[k][t], norm: norms[k][t]})).filter(({norm}) => norm > 0);
  parts.sort((one, other) => other.share - one.share);
  return parts.length ? words.came(letter, t + 1, parts) : words.none(letter, t + 1);
}

/**
 * @param {!Array<?>} states
 * @return {{head: !Array<string>, columns: !Array<!Array<number>>}} every way's norms, for a table of the steps
 */
export function columnsOf(states) {
  const all = states.flatMap(({state, ways, norms}) => ways.map((by, k) => ({name: words.column(state, by), norms: norms[k]})));
  return {head: all.map(({name}) => name), columns: all.map(({norms}) => norms)};
}
