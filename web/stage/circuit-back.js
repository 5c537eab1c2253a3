import {paths as words} from "../text/en.paths.js";
import {upTo} from "./circuit-lit.js";
import {arrowHead, bentLine} from "./shapes.js";

/** Width of the largest gradient, what a power of ten less takes off it, and the least there is, in pixels. */
const WIDEST = 8;
const DECADE = 2.6;
const LEAST = 1;
/** This near, in pixels, a flow is pointed at. */
const NEAR = 7;

/**
 * Gradients on their way back through the cell: dashed, against its lines, as wide as the logarithm of what they carry,
 * with the shares of those that meet.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene with circuit and ways
 */
export function drawFlows(ctx, scene) {
  const {palette} = scene;
  const flows = flowsOf(scene);
  ctx.strokeStyle = palette.gradPositive;
  ctx.fillStyle = palette.gradPositive;
  for (const flow of flows) {
    const isLit = Boolean(scene.lit && scene.lit.t === flow.t && scene.lit.equation.output === flow.gradient);
    const points = isLit ? upTo(flow.points, scene.lit.part) : flow.points;
    ctx.lineWidth = widthOf(scene, flow);
    ctx.globalAlpha = isLit || !scene.lit ? 1 : 0.75;
    ctx.setLineDash([7, 4]);
    ctx.beginPath();
    bentLine(ctx, points, 10);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.lineWidth = Math.max(1.4, Math.min(2.4, ctx.lineWidth));
    const [[ax, ay], [bx, by]] = points.slice(-2);
    ctx.beginPath();
    arrowHead(ctx, bx, by, Math.sign(bx - ax), Math.sign(by - ay), 4 + ctx.lineWidth);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  for (const {share, at, sign = ""} of flows) {
    if (at && share !== null) drawShare(ctx, palette, at, sign + words.percent(share));
  }
}

function drawShare(ctx, palette, [x, y, align], text) {
  ctx.font = "600 12px " + palette.font;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  ctx.lineWidth = 4;
  ctx.strokeStyle = palette.surface;
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}

/** A gradient that the core has told nothing of yet is as wide as one of middling size. */
function widthOf({ways}, {size}) {
  if (size === null) return WIDEST / 2;
  return Math.max(LEAST, WIDEST + DECADE * Math.log10(size / ways.largest));
}

/**
 * What flows back through the cell at the playhead: {points, gradient, t, state, size, share, at}.
 *
 * @param {?} scene
 * @return {!Array<?>}
 */
export function flowsOf(scene) {
  const {circuit, ways} = scene;
  if (!scene.backward) return [];
  const told = ways && ways.layer === circuit.layer && ways.rev === circuit.rev ? ways : null;
  const flows = [];
  for (const flow of circuit.flows) {
    if (flow.t < 0 || flow.t >= scene.structure.steps || !scene.known(flow.gradient, flow.t)) continue;
    const size = told ? sizeOf(told, flow) : null;
    if (size === 0) continue;
    const share = told && flow.by ? sum(told, "shares", flow) : null;
    flows.push(Object.assign({}, flow, {size, share, at: flow.at || null}));
  }
  return flows;
}

/** How large what a flow brings is: the gradient it belongs to, or what of it came by these ways. */
const sizeOf = (told, flow) =>
  (flow.by ? sum(told, "norms", flow) : (told.sizes[flow.gradient] || [])[flow.t] || 0);

function sum(told, what, {state, by, t}) {
  const {ways} = told[state];
  return by.reduce((so, name) => so + (ways.includes(name) ? told[state][what][ways.indexOf(name)][t] : 0), 0);
}

/**
 * @param {?} scene
 * @param {number} x in the circuit
 * @param {number} y
 * @return {?} the flow under a point
 */
export function flowAt(scene, x, y) {
  return flowsOf(scene).find(({points}) => points.slice(1).some(([bx, by], k) => {
    const [ax, ay] = points[k];
    const [left, right] = [Math.min(ax, bx) - NEAR, Math.max(ax, bx) + NEAR];
    const [top, bottom] = [Math.min(ay, by) - NEAR, Math.max(ay, by) + NEAR];
    return x >= left && x <= right && y >= top && y <= bottom;
  })) || null;
}
