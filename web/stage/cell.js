import {colorOf, drawHeatmap} from "../charts/heatmap.js";
import {isStart} from "./directions.js";
import {drawPins} from "./held.js";
import {pickOf} from "./hit.js";
import {tensorOf} from "./layers.js";
import {unitBox} from "./layout.js";
import {gradientOf} from "./rows.js";
import {arrowHead, bentLine, operator, plate, roundBox} from "./shapes.js";
import {written} from "./wires.js";
import {streamWidth} from "./streams.js";
import {inputsOf, mixesUnits} from "./timeline.js";

const LANES = 32;

/**
 * Paints one unfolded cell: vectors with their numbers, gates as valves, memory as a stream of lanes.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene with scene.circuit
 */
export function drawCircuit(ctx, scene) {
  const {circuit, palette, layout} = scene;
  ctx.fillStyle = palette.surface;
  roundBox(ctx, {x: 2.5, y: 2.5, w: circuit.width - 5, h: circuit.height - 5}, 12);
  ctx.fill();
  ctx.strokeStyle = palette.hairline;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = palette.quiet;
  ctx.font = "13px " + palette.font;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillText(circuit.title, layout.width + scene.circuitScroll - 18, 24);
  for (const stream of circuit.streams) drawStream(ctx, scene, stream);
  for (const wire of circuit.wires) drawWire(ctx, scene, wire);
  for (const valve of circuit.valves) drawValve(ctx, scene, valve);
  for (const {x, y, sign} of circuit.operators) drawOperator(ctx, scene, x, y, sign);
  for (const one of circuit.plates) plate(ctx, one.x, one.y, written(scene, one.name), palette, scene.hoverMatrix === one.tensor);
  for (const formula of circuit.formulas) drawFormula(ctx, scene, formula);
  const shown = circuit.boxes.map((box) => shownIn(scene, box));
  scene.atlas.clear();
  for (const one of shown) if (one.data) one.slot = scene.atlas.add(one.box, one.data, one);
  scene.atlas.commit();
  for (const one of shown) drawBox(ctx, scene, one);
  drawMarks(ctx, scene);
}

/** What a box shows now: its value, on the way back its gradient, or nothing yet. */
function shownIn(scene, box) {
  const {reader, palette, atlas, lit} = scene;
  const {tensor, t} = box;
  const gradient = gradientOf(tensor);
  const back = Boolean(scene.backward && !isStart(tensor, t, scene.structure.steps) && scene.known(gradient, t) && reader.vector(gradient, t));
  const name = back ? gradient : tensor;
  const kind = back ? "gradient" : box.kind;
  const output = lit && lit.t === t ? lit.equation.output : "";
  return {
    box, kind, palette, atlas, digits: true, slot: null, back, name,
    data: scene.known(tensor, t) ? reader.vector(name, t) : null,
    scale: reader.scaleOf(kind),
    isLit: output !== "" && (output === tensor || output === gradient || tensor.startsWith(output + ".")),
  };
}

function drawBox(ctx, scene, shown) {
  const {palette} = scene;
  const {box, data, back, isLit} = shown;
  if (data) {
    ctx.globalAlpha = scene.partOf(shown.name, box.t);
    drawHeatmap(ctx, box, data, shown);
  } else {
    ctx.fillStyle = palette.ground;
    ctx.fillRect(box.x, box.y, box.w, box.h);
  }
  ctx.strokeStyle = isLit ? palette.accent : palette.edge;
  ctx.lineWidth = isLit ? 2.4 : 1;
  ctx.globalAlpha = isLit ? 1 : 0.7;
  ctx.strokeRect(box.x - 0.5, box.y - 0.5, box.w + 1, box.h + 1);
  ctx.globalAlpha = 1;
  if (data) drawPins(ctx, scene, box, box, box.size);
  const color = back ? palette.gradPositive : palette.ink;
  label(ctx, scene, box, back ? "d" + box.label : box.label, isLit ? palette.accent : color);
}

/** The name above a box, with as much of its word as there is room for: a stream may share the edge. */
function label(ctx, {palette}, box, text, color) {
  const y = box.y - 6;
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = "left";
  ctx.font = "italic 17px " + palette.serif;
  const plain = text.replace(/\(.*/, "");
  ctx.fillStyle = color;
  ctx.fillText(plain, box.x, y);
  let x = box.x + ctx.measureText(plain).width + 2;
  if (text !== plain) {
    ctx.font = "13px " + palette.serif;
    ctx.fillText(text.slice(plain.length), x, y);
    x += ctx.measureText(text.slice(plain.length)).width;
  }
  if (!box.word || /^d?a\b/.test(plain)) return;
  ctx.font = "12px " + palette.font;
  ctx.fillStyle = palette.quiet;
  const end = box.x + box.w - box.taken;
  const word = [box.word, box.word.split(" ")[0]].find((one) => x + 6 + ctx.measureText(one).width <= end + 1);
  if (word) ctx.fillText(word, x + 6, y);
}

/** The lanes of a vector: colour is the value, thickness what the gate lets through. */
function drawStream(ctx, scene, {tensor, t, from, to, gate, inverted}) {
  const {reader, palette, circuit} = scene;
  const upright = from[0] === to[0];
  const box = circuit.boxes.find((one) => one.tensor === tensor) || circuit.boxes[0];
  const thick = upright ? streamWidth(box.w) : Math.min(48, box.h * 0.84);
  const data = reader.vector(tensor, t);
  ctx.fillStyle = palette.soft;
  const [x0, y0] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
  const [dx, dy] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  if (upright) ctx.fillRect(x0 - thick / 2, y0, thick, dy);
  else ctx.fillRect(x0, y0 - thick / 2, dx, thick);
  const opening = gate ? reader.vector(gate, circuit.t) : null;
  if (!data || !scene.known(tensor, t) || (gate && !scene.known(gate, circuit.t))) return;
  const lanes = Math.min(LANES, data.count);
  const lane = thick / lanes;
  ctx.globalAlpha = Math.min(scene.partOf(tensor, t), gate ? scene.partOf(gate, circuit.t) : 1);
  for (let k = 0; k < lanes; k++) {
    const unit = Math.floor(k * data.count / lanes);
    const open = opening ? (inverted ? 1 - opening.data[opening.from + unit] : opening.data[opening.from + unit]) : 1;
    const width = lane * 0.84 * open;
    ctx.fillStyle = colorOf(palette, "value", data.data[data.from + unit], reader.scaleOf("value"));
    const middle = (k + 0.5) * lane - thick / 2;
    if (upright) ctx.fillRect(x0 + middle - width / 2, y0, width, dy);
    else ctx.fillRect(x0, y0 + middle - width / 2, dx, width);
  }
  ctx.globalAlpha = 1;
}

/** A gate in a stream: a wall with a door for every unit, open as far as the gate says. */
function drawValve(ctx, scene, {x, y, gate, upright, inverted}) {
  const {reader, palette, circuit} = scene;
  const box = circuit.boxes.find((one) => one.tensor === gate);
  const thick = upright ? Math.min(48, box.h * 0.84) : streamWidth(box.w);
  const data = reader.vector(gate, circuit.t);
  const depth = 7;
  ctx.fillStyle = palette.surface;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1.2;
  const shell = upright ? {x: x - depth / 2 - 1.5, y: y - thick / 2 - 3, w: depth + 3, h: thick + 6}
    : {x: x - thick / 2 - 3, y: y - depth / 2 - 1.5, w: thick + 6, h: depth + 3};
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
      ctx.fillRect(x - depth / 2, y + start, depth, shut);
      ctx.fillRect(x - depth / 2, y + start + lane - shut, depth, shut);
    } else {
      ctx.fillRect(x + start, y - depth / 2, shut, depth);
      ctx.fillRect(x + start + lane - shut, y - depth / 2, shut, depth);
    }
  }
  ctx.globalAlpha = 1;
}

function drawWire(ctx, scene, {points, arrow, control, tensor, t}) {
  const {palette} = scene;
  ctx.globalAlpha = feedsHeld(scene, tensor, t) ? 0.2 : scene.known(tensor, t) ? 1 : 0.4;
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
}

/** Whether a tensor is what a gate would be computed from, were not all of the gate held by hand. */
function feedsHeld({reader, structure}, tensor, t) {
  const gate = (tensor || "").replace(/\ba\.(?=[a-z]$)/, "");
  if (!tensor || gate === tensor || !reader.holds(gate)) return false;
  return Array.from({length: tensorOf(structure, gate).cols}, (_, k) => reader.held(gate, t, k)).every(Number.isFinite);
}

function drawOperator(ctx, {palette}, x, y, sign) {
  if (sign.length === 1) {
    operator(ctx, x, y, sign, palette, {radius: 10, color: palette.ink});
    return;
  }
  ctx.font = "italic 13px " + palette.serif;
  const w = ctx.measureText(sign).width + 14;
  roundBox(ctx, {x: x - w / 2, y: y - 10, w, h: 20}, 10);
  ctx.fillStyle = palette.surface;
  ctx.fill();
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = palette.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(sign, x, y);
}

function drawFormula(ctx, {palette, circuit}, {x, y, text, align}) {
  ctx.font = "italic 14px " + palette.serif;
  ctx.fillStyle = palette.quiet;
  ctx.textAlign = /** @type {?} */ (align);
  ctx.textBaseline = "middle";
  ctx.fillText(text, Math.min(x, align === "center" ? x : circuit.width - 14 - ctx.measureText(text).width), y);
}

function drawMarks(ctx, scene) {
  const {circuit, palette, timeline, structure} = scene;
  for (const pick of [scene.selection, scene.hover]) {
    const box = pick && circuit.boxes.find((one) => same(one, pick, structure.steps));
    if (!box) continue;
    const k = timeline.operationOf(pick.tensor, box.t);
    const equation = k === null ? null : structure.equations[structure.schedule[2 * k]];
    const inputs = equation ? inputsOf(structure, equation, box.t) : [];
    const mixed = equation && mixesUnits(structure, equation);
    for (const input of inputs) {
      const isInput = (one) => one.t === input.t && [one.tensor, gradientOf(one.tensor)].includes(input.tensor);
      for (const source of circuit.boxes.filter(isInput)) {
        ring(ctx, mixed || pick.index >= source.size ? source : unitBox(source, pick.index), palette.accent, 1.4);
      }
    }
    ring(ctx, unitBox(box, pick.index), palette.accent, 2.4);
  }
}

const same = (box, pick, steps) => {
  const named = (name) => {
    const own = pickOf(name, isStart(box.tensor, box.t, steps) ? -1 : box.t, pick.index);
    return own.tensor === pick.tensor && own.t === pick.t;
  };
  return pick.index < box.size && (named(box.tensor) || named(gradientOf(box.tensor)));
};

function ring(ctx, {x, y, w, h}, color, width) {
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.strokeRect(x - 1, y - 1, w + 2, h + 2);
}
