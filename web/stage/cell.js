import {drawHeatmap} from "../charts/heatmap.js";
import {paths as words} from "../text/en.paths.js";
import {drawFlows} from "./circuit-back.js";
import {drawOperator, drawWire} from "./circuit-wires.js";
import {isStart} from "./directions.js";
import {drawHand} from "./held.js";
import {pickOf} from "./hit.js";
import {unitBox} from "./layout.js";
import {gradientOf} from "./rows.js";
import {saturatedOf} from "./saturation.js";
import {plate, roundBox} from "./shapes.js";
import {drawStream, drawValve} from "./streams.js";
import {inputsOf, mixesUnits} from "./timeline.js";
import {written} from "./wires.js";

/** Cells smaller than this carry no flag. */
const FLAGGED = 7;

/**
 * Paints one unfolded cell: vectors with their numbers, gates as valves, memory as a stream of lanes; on the way back,
 * the gradients against them.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene with scene.circuit
 */
export function drawCircuit(ctx, scene) {
  const {circuit, palette} = scene;
  ctx.fillStyle = palette.surface;
  roundBox(ctx, {x: 2.5, y: 2.5, w: circuit.width - 5, h: circuit.height - 5}, 12);
  ctx.fill();
  ctx.strokeStyle = palette.hairline;
  ctx.lineWidth = 1;
  ctx.stroke();
  for (const stream of circuit.streams) drawStream(ctx, scene, stream);
  for (const wire of circuit.wires) drawWire(ctx, scene, wire);
  drawFlows(ctx, scene);
  for (const valve of circuit.valves) drawValve(ctx, scene, valve);
  for (const one of circuit.operators) drawOperator(ctx, scene, one);
  for (const one of circuit.plates) plate(ctx, one.x, one.y, written(scene, one.name), palette, scene.hoverMatrix === one.tensor);
  for (const formula of circuit.formulas) drawFormula(ctx, scene, formula);
  const shown = circuit.boxes.map((box) => shownIn(scene, box));
  scene.atlas.clear();
  for (const one of shown) if (one.data) one.slot = scene.atlas.add(one.box, one.data, one);
  scene.atlas.commit();
  for (const one of shown) {
    drawBox(ctx, scene, one);
    if (one.data) drawFlags(ctx, scene, one.box);
  }
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
    scale: reader.scalesOf(kind, name),
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
  if (data) drawHand(ctx, scene, box);
  const color = back ? palette.gradPositive : palette.ink;
  label(ctx, scene, box, back ? "d" + box.label : box.label, isLit ? palette.accent : color);
}

/** The units that no longer follow what comes in, and how many of all they are. */
function drawFlags(ctx, scene, box) {
  const found = saturatedOf(scene, box.tensor, box.t);
  if (!found || !found.count) return;
  const {palette} = scene;
  ctx.fillStyle = palette.warning;
  ctx.strokeStyle = palette.surface;
  ctx.lineWidth = 1;
  for (const k of found.units) {
    const {x, y, w, h} = unitBox(box, k);
    if (Math.min(w, h) < FLAGGED) continue;
    const size = Math.min(7, w / 2, h / 2);
    ctx.beginPath();
    ctx.moveTo(x + w - size, y);
    ctx.lineTo(x + w, y);
    ctx.lineTo(x + w, y + size);
    ctx.closePath();
    ctx.stroke();
    ctx.fill();
  }
  ctx.font = "600 11px " + palette.font;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillText("◥ " + words.flag(found.count, found.size), box.flag.x, box.flag.y + box.flag.h / 2);
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

function drawFormula(ctx, scene, {x, y, text: plain, align}) {
  const {palette, circuit} = scene;
  const text = plain.replace(/\bW[a-z]\b/g, (name) => written(scene, name));
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
