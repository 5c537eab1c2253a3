import {stage as strings} from "../text/en.stage.js";
import {fieldOf, layerOf, tensorOf} from "./layers.js";

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
  const y = layout.foot + 6;
  const [x0, x1] = [first.vx, last.vx + last.vw];
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  ctx.moveTo(x0, y - 2);
  ctx.lineTo(x0, y + 5);
  ctx.lineTo(x1, y + 5);
  ctx.lineTo(x1, y - 2);
  ctx.stroke();
  ctx.fillStyle = palette.accent;
  ctx.font = "12px " + palette.font;
  ctx.textBaseline = "middle";
  const words = strings.sees(field.from + 1, field.to + 1);
  const beside = x1 + 8 + ctx.measureText(words).width < scene.scroll + layout.width;
  ctx.textAlign = beside ? "left" : "right";
  ctx.fillText(words, beside ? x1 + 8 : x0 - 8, y + 4);
}

/**
 * The input steps that what is looked at can see.
 *
 * @param {?} scene
 * @return {?{from: number, to: number}}
 */
export function fieldAt({structure, hover, selection, hoverCell}) {
  const isTimed = ({tensor}) => !["weight", "gradient"].includes((tensorOf(structure, tensor) || {role: ""}).role);
  const of = (pick) => pick && isTimed(pick) && fieldOf(structure, layerOf(structure, pick.tensor), pick.t);
  return of(hover) || (hoverCell && fieldOf(structure, hoverCell.layer, hoverCell.t)) || of(selection) || null;
}
