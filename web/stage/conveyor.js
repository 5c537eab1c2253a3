import {isReversed} from "./directions.js";
import {bentLine, operator} from "./shapes.js";

/**
 * The conveyor: the memory that runs through all steps (c; in a GRU, h), with the places where it is forgotten and written.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawConveyors(ctx, scene) {
  const {layout, structure, palette} = scene;
  if (layout.detail === "strip") return;
  directionsOf(structure).forEach(({cell, prefix, gates}) => {
    const memory = layout.rows.find(({id}) => id === prefix + (cell === "gru" ? "h" : "c"));
    if (!memory || gates.length === 0) return;
    const first = layout.columns[0];
    const last = layout.columns[layout.columns.length - 1];
    const pad = layout.detail === "full" ? 5 : 2;
    ctx.fillStyle = palette.soft;
    ctx.fillRect(first.vx + first.vw, memory.y - pad, last.vx + last.vw + (layout.detail === "full" ? 20 : 0) - first.vx - first.vw, memory.h + 2 * pad);
  });
}

/**
 * Where the conveyor is forgotten and written, at every step.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawValves(ctx, scene) {
  const {layout, structure} = scene;
  if (layout.detail !== "full") return;
  for (const {cell, prefix, gates: all} of directionsOf(structure)) {
    const memory = layout.rows.find(({id}) => id === prefix + (cell === "gru" ? "h" : "c"));
    if (!memory || all.length === 0) continue;
    const gates = cell === "gru" ? {forget: layout.rows.some(({id}) => id === prefix + "u") ? "u" : "z", write: ["n"]} : {forget: "f", write: ["i", "g"]};
    for (const column of layout.columns.slice(1, layout.steps + 1)) valves(ctx, scene, {memory, prefix, gates, column});
  }
}

/** Every direction of every layer. */
function directionsOf({layers}) {
  const back = (layer) => Object.assign({}, layer, {prefix: layer.prefix + "rev."});
  const gated = layers.filter(({gates}) => gates && gates.length);
  return gated.flatMap((layer) => (layer.bidirectional ? [layer, back(layer)] : [layer]));
}

/** The × and the + on the conveyor of one step, with the lines of the gates that drive them. */
function valves(ctx, scene, {memory, prefix, gates, column}) {
  const {layout, palette} = scene;
  const y = memory.y + memory.h / 2;
  const inner = column.vx - column.x - 18;
  const edge = isReversed(prefix) ? column.vx + column.vw + 1 : column.vx - 1;
  const aside = isReversed(prefix) ? 1 : -1;
  const forgetX = Math.round(edge + aside * inner * 0.72) + 0.5;
  const writeX = Math.round(edge + aside * inner * 0.27) + 0.5;
  const radius = Math.min(6.5, inner * 0.2);
  const row = (symbol) => layout.rows.find(({id}) => id === prefix + symbol);
  const forget = row(gates.forget);
  const write = gates.write.map(row);
  const lowest = write[write.length - 1];
  ctx.strokeStyle = palette.edge;
  ctx.lineWidth = 1.1;
  ctx.globalAlpha = scene.known(forget.tensor, column.t) ? 1 : 0.45;
  ctx.beginPath();
  bentLine(ctx, [[edge, forget.y + forget.h / 2], [forgetX, forget.y + forget.h / 2], [forgetX, y + radius]], 6);
  ctx.stroke();
  ctx.globalAlpha = scene.known(lowest.tensor, column.t) ? 1 : 0.45;
  ctx.beginPath();
  for (const source of write) bentLine(ctx, [[edge, source.y + source.h / 2], [writeX, source.y + source.h / 2], [writeX, y + radius]], 5);
  ctx.stroke();
  if (write.length > 1) operator(ctx, writeX, Math.round((write[0].y + write[0].h + lowest.y) / 2), "×", palette, {radius: radius * 0.8, color: palette.quiet});
  operator(ctx, forgetX, y, "×", palette, {radius, color: palette.quiet});
  operator(ctx, writeX, y, "+", palette, {radius, color: palette.quiet});
  ctx.globalAlpha = 1;
}
