import {isCut} from "./layers.js";
import {bentLine} from "./shapes.js";
import {backOf, tip} from "./wires.js";

/**
 * Gradients on their way back through time: dashed, against the wires, as wide as the logarithm of what they carry.
 * Where the sequence is cut for training they stop.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawGradientWires(ctx, scene) {
  const {layout, palette, reader, structure} = scene;
  if (!scene.backward || layout.detail === "strip") return;
  ctx.strokeStyle = palette.gradPositive;
  ctx.lineJoin = "round";
  for (const row of layout.rows.filter(({state}) => state)) {
    const gradient = Number.isFinite(scene.timeline.knownAt(row.gradient, layout.steps - 1)) ? row.gradient : "dlogits";
    const builds = row.rev ? -1 : 1;
    for (let t = Math.min(layout.steps - 1, scene.to); t >= Math.max(0, scene.from - 2); t--) {
      if (t + builds < 0 || t + builds >= layout.steps || isCut(structure, Math.max(t, t + builds))) continue;
      if (!scene.known(gradient, t)) continue;
      const size = reader.largestAt(gradient, t);
      if (!(size > 0)) continue;
      const points = backOf(scene, row, t);
      ctx.beginPath();
      ctx.setLineDash([6, 4]);
      ctx.lineWidth = Math.max(0.8, 4.6 + Math.log10(size / reader.gradients) * 1.3);
      bentLine(ctx, points, 9);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.lineWidth = 1.8;
      ctx.beginPath();
      if (layout.detail === "full") tip(ctx, points);
      ctx.stroke();
    }
  }
}
