import {stage as strings} from "../text/en.stage.js";
import {fieldOf, layerOf} from "./layers.js";

/**
 * Under the axis a bracket over the steps that the number pointed at, or else the selected one, can see.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawField(ctx, scene) {
  const {layout, palette} = scene;
  const field = fieldAt(scene);
  if (!field) return;
  const first = layout.columns[field.from + 1];
  const last = layout.columns[field.to + 1];
  const y = layout.foot + 8;
  const [x0, x1] = [first.vx, last.vx + last.vw];
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  ctx.moveTo(x0, y - 4);
  ctx.lineTo(x0, y + 3);
  ctx.lineTo(x1, y + 3);
  ctx.lineTo(x1, y - 4);
  ctx.stroke();
  ctx.fillStyle = palette.accent;
  ctx.font = "12px " + palette.font;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  const words = strings.sees(field.from + 1, field.to + 1);
  const half = ctx.measureText(words).width / 2;
  const middle = Math.max(layout.gutter + scene.scroll + half + 4, Math.min(layout.content - half - 4, (x0 + x1) / 2));
  ctx.fillText(words, middle, y + 16);
}

/**
 * The input steps that what is looked at can see.
 *
 * @param {?} scene
 * @return {?{from: number, to: number}}
 */
export function fieldAt({structure, hover, selection, hoverCell}) {
  const of = (pick) => pick && fieldOf(structure, layerOf(structure, pick.tensor), pick.t);
  return of(hover) || (hoverCell && fieldOf(structure, hoverCell.layer, hoverCell.t)) || of(selection) || null;
}
