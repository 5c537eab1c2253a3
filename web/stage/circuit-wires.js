import {colorOfLit, litPart, upTo} from "./circuit-lit.js";
import {tensorOf} from "./layers.js";
import {arrowHead, bentLine, operator, roundBox} from "./shapes.js";

/**
 * A line on which a vector goes, and what of it is being computed in the accent.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {?} wire {points, arrow, control, tensor, t, of}
 */
export function drawWire(ctx, scene, {points, arrow, control, tensor, t, of}) {
  const {palette, backward} = scene;
  const part = backward ? 0 : litPart(scene, of);
  ctx.globalAlpha = feedsHeld(scene, tensor, t) ? 0.2 : scene.known(tensor, t) ? (backward ? 0.35 : 1) : 0.4;
  ctx.strokeStyle = control ? palette.ink : palette.edge;
  ctx.lineWidth = control ? 1.4 : 1.2;
  ctx.beginPath();
  bentLine(ctx, points, 10);
  ctx.stroke();
  const [ax, ay] = points[points.length - 2];
  const [bx, by] = points[points.length - 1];
  ctx.beginPath();
  if (arrow) arrowHead(ctx, bx, by, Math.sign(bx - ax), Math.sign(by - ay), 5);
  ctx.stroke();
  if (control) {
    ctx.beginPath();
    ctx.arc(bx, by, 2.6, 0, 2 * Math.PI);
    ctx.fillStyle = palette.ink;
    ctx.fill();
  }
  ctx.globalAlpha = 1;
  if (!part) return;
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 2.4;
  ctx.beginPath();
  bentLine(ctx, upTo(points, part), 10);
  ctx.stroke();
}

/** Whether a tensor is what a gate would be computed from, were not all of the gate held by hand. */
function feedsHeld({reader, structure}, tensor, t) {
  const gate = (tensor || "").replace(/\ba\.(?=[a-z]$)/, "");
  if (!tensor || gate === tensor || !reader.holds(gate)) return false;
  return Array.from({length: tensorOf(structure, gate).cols}, (_, k) => reader.held(gate, t, k)).every(Number.isFinite);
}

/**
 * What is done where lines meet: a sign in a circle, or a function's name.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {?} one {x, y, sign, of}
 */
export function drawOperator(ctx, scene, {x, y, sign, of}) {
  const {palette} = scene;
  const isLit = litPart(scene, of) > 0;
  const color = colorOfLit(scene, isLit, palette.ink);
  if (sign.length === 1) {
    operator(ctx, x, y, sign, palette, {radius: isLit ? 12 : 10, color});
    return;
  }
  ctx.font = "italic 13px " + palette.serif;
  const w = ctx.measureText(sign).width + 14;
  roundBox(ctx, {x: x - w / 2, y: y - 10, w, h: 20}, 10);
  ctx.fillStyle = palette.surface;
  ctx.fill();
  ctx.strokeStyle = color;
  ctx.lineWidth = isLit ? 2 : 1;
  ctx.stroke();
  ctx.fillStyle = color;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(sign, x, y);
}
