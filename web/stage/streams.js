import {colorOf} from "../charts/heatmap.js";
import {colorOfLit, litPart} from "./circuit-lit.js";
import {roundBox} from "./shapes.js";

/** More lanes than this are not told apart. */
const LANES = 32;
/** Lanes this thick are outlined, so that they are seen whatever their colour. */
const OUTLINED = 2.6;
const DEPTH = 7;

/**
 * How wide the stream of a vector is that stands in a box of this width.
 *
 * @param {number} w
 * @return {number}
 */
export function streamWidth(w) {
  return Math.min(36, w * 0.36);
}

const thickOf = (box, upright) => (upright ? streamWidth(box.w) : Math.min(48, box.h * 0.84));

/**
 * The lanes of a vector on its belt: colour is the value, thickness what the gate lets through. On the way back the
 * belt is still there, and its lanes are pale.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {?} stream
 */
export function drawStream(ctx, scene, {tensor, t, from, to, gate, inverted, of}) {
  const {reader, palette, circuit} = scene;
  const upright = from[0] === to[0];
  const box = circuit.boxes.find((one) => one.tensor === tensor) || circuit.boxes[0];
  const thick = thickOf(box, upright);
  const [x0, y0] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
  const [dx, dy] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  const belt = upright ? {x: x0 - thick / 2, y: y0, w: thick, h: dy} : {x: x0, y: y0 - thick / 2, w: dx, h: thick};
  ctx.fillStyle = palette.soft;
  ctx.fillRect(belt.x, belt.y, belt.w, belt.h);
  edges(ctx, scene, belt, upright, litPart(scene, of) > 0);
  const data = reader.vector(tensor, t);
  const opening = gate ? reader.vector(gate, circuit.t) : null;
  if (!data || !scene.known(tensor, t) || (gate && !scene.known(gate, circuit.t))) return;
  const lanes = Math.min(LANES, data.count);
  const lane = thick / lanes;
  const seen = Math.min(scene.partOf(tensor, t), gate ? scene.partOf(gate, circuit.t) : 1);
  const fill = (width, middle, color) => {
    ctx.fillStyle = color;
    if (upright) ctx.fillRect(x0 + middle - width / 2, y0, width, dy);
    else ctx.fillRect(x0, y0 + middle - width / 2, dx, width);
  };
  for (let k = 0; k < lanes; k++) {
    const unit = Math.floor(k * data.count / lanes);
    const open = opening ? (inverted ? 1 - opening.data[opening.from + unit] : opening.data[opening.from + unit]) : 1;
    const width = lane * 0.84 * open;
    const middle = (k + 0.5) * lane - thick / 2;
    ctx.globalAlpha = seen * (scene.backward ? 0.12 : 0.5);
    if (lane >= OUTLINED) fill(width, middle, palette.edge);
    ctx.globalAlpha = seen * (scene.backward ? 0.35 : 1);
    const inner = lane >= OUTLINED ? Math.max(width * 0.4, width - 1) : width;
    fill(inner, middle, colorOf(palette, "value", data.data[data.from + unit], reader.scaleOf("value", tensor, unit)));
  }
  ctx.globalAlpha = 1;
}

/** The two edges of a belt, so that one sees how much of it the lanes fill. */
function edges(ctx, scene, {x, y, w, h}, upright, isLit) {
  ctx.strokeStyle = colorOfLit(scene, isLit, scene.palette.edge);
  ctx.lineWidth = isLit ? 1.6 : 1;
  ctx.globalAlpha = isLit ? 1 : 0.45;
  ctx.beginPath();
  for (const side of [0, 1]) {
    if (upright) {
      ctx.moveTo(x + side * w, y);
      ctx.lineTo(x + side * w, y + h);
    } else {
      ctx.moveTo(x, y + side * h);
      ctx.lineTo(x + w, y + side * h);
    }
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/**
 * A gate in a stream: a wall with a door for every unit, open as far as the gate says.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 * @param {?} valve
 */
export function drawValve(ctx, scene, {x, y, gate, upright, inverted, of}) {
  const {reader, palette, circuit} = scene;
  const box = circuit.boxes.find((one) => one.tensor === gate);
  const thick = thickOf(box, !upright);
  const data = reader.vector(gate, circuit.t);
  const isLit = litPart(scene, of) > 0;
  ctx.fillStyle = palette.surface;
  ctx.strokeStyle = colorOfLit(scene, isLit, palette.ink);
  ctx.lineWidth = isLit ? 2.2 : 1.2;
  const shell = upright ? {x: x - DEPTH / 2 - 1.5, y: y - thick / 2 - 3, w: DEPTH + 3, h: thick + 6}
    : {x: x - thick / 2 - 3, y: y - DEPTH / 2 - 1.5, w: thick + 6, h: DEPTH + 3};
  roundBox(ctx, shell, 3);
  ctx.fill();
  ctx.stroke();
  if (!data || !scene.known(gate, circuit.t)) return;
  const lanes = Math.min(LANES, data.count);
  const lane = thick / lanes;
  ctx.fillStyle = palette.ink;
  ctx.globalAlpha = scene.partOf(gate, circuit.t);
  for (let k = 0; k < lanes; k++) {
    const value = data.data[data.from + Math.floor(k * data.count / lanes)];
    const shut = lane * (1 - (inverted ? 1 - value : value)) / 2;
    const start = k * lane - thick / 2;
    if (upright) {
      ctx.fillRect(x - DEPTH / 2, y + start, DEPTH, shut);
      ctx.fillRect(x - DEPTH / 2, y + start + lane - shut, DEPTH, shut);
    } else {
      ctx.fillRect(x + start, y - DEPTH / 2, shut, DEPTH);
      ctx.fillRect(x + start + lane - shut, y - DEPTH / 2, shut, DEPTH);
    }
  }
  ctx.globalAlpha = 1;
}
