import {stage as strings} from "../text/en.stage.js";
import {isCut} from "./layers.js";

/** What divides time: the encoder from the decoder, the pieces that training is cut into, the padding at the end. */

/**
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawSeams(ctx, scene) {
  drawPadding(ctx, scene);
  drawDivide(ctx, scene);
  drawCuts(ctx, scene);
}

function drawDivide(ctx, {layout, structure, palette, scroll}) {
  const {source} = structure;
  if (!source || source >= layout.steps) return;
  const before = layout.columns[source];
  const after = layout.columns[source + 1];
  const x = Math.round((before.x + before.w + after.x) / 2) + 0.5;
  ctx.strokeStyle = palette.edge;
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  ctx.moveTo(x, 6);
  ctx.lineTo(x, layout.height - 6);
  ctx.stroke();
  ctx.font = "600 12px " + palette.font;
  ctx.fillStyle = palette.quiet;
  ctx.textBaseline = "alphabetic";
  const left = scroll + layout.gutter;
  ctx.textAlign = "right";
  if (x - left > ctx.measureText(strings.sides.enc).width + 16) ctx.fillText(strings.sides.enc, x - 10, 18);
  ctx.textAlign = "left";
  ctx.fillText(strings.sides.dec, Math.max(x, left) + 10, 18);
}

/** Where the gradient stops: a dashed line with scissors on it. */
function drawCuts(ctx, scene) {
  const {layout, structure, palette} = scene;
  if (!structure.truncate) return;
  ctx.strokeStyle = palette.gradPositive;
  ctx.fillStyle = palette.gradPositive;
  ctx.font = "12px " + palette.font;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  const words = strings.cutEvery(structure.truncate);
  let said = structure.truncate * layout.column < ctx.measureText(words).width + 30;
  for (let t = Math.max(1, scene.from); t <= Math.min(layout.steps - 1, scene.to + 1); t++) {
    if (!isCut(structure, t)) continue;
    const x = cutAt(layout, t);
    ctx.lineWidth = 1;
    ctx.globalAlpha = layout.column < 8 ? 0.5 : 0.8;
    ctx.setLineDash([4, 4]);
    ctx.beginPath();
    ctx.moveTo(x, layout.column < 8 ? 4 : 22);
    ctx.lineTo(x, layout.foot - 12);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
    if (structure.truncate * layout.column >= 18) scissors(ctx, x, 11);
    if (!said && x > scene.scroll + layout.gutter) {
      ctx.fillText(words, x + 12, 11);
      said = true;
    }
  }
}

/**
 * Where the cut before a step stands.
 *
 * @param {?} layout
 * @param {number} t
 * @return {number}
 */
export function cutAt(layout, t) {
  const {x} = layout.columns[t + 1];
  return Math.round(x + (layout.detail === "full" ? 1 : -0.5)) + 0.5;
}

/** Two blades that open downwards. */
function scissors(ctx, x, y) {
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  for (const side of [1, -1]) {
    ctx.moveTo(x + side * 3.2 + 2.2, y - 4);
    ctx.arc(x + side * 3.2, y - 4, 2.2, 0, 2 * Math.PI);
    ctx.moveTo(x + side * 2, y - 2.2);
    ctx.lineTo(x - side * 3, y + 8);
  }
  ctx.stroke();
}

/** Steps that are not computed: slanted lines, and the words once. */
function drawPadding(ctx, {layout, palette, scroll}) {
  const {padding} = layout;
  if (!padding.length) return;
  const first = padding[0];
  const last = padding[padding.length - 1];
  const top = Math.max(14, layout.rows[0].y);
  const token = layout.rows.find(({form}) => form === "token");
  const bottom = token ? token.y - 2 : layout.foot - 14;
  const [x0, x1] = [first.x, last.x + last.w];
  const sight = Math.min(x1, scroll + layout.width);
  if (sight <= x0) return;
  ctx.save();
  ctx.beginPath();
  for (const {x, w} of padding) if (x < sight) ctx.rect(x + (w > 6 ? 2 : 0), top, w - (w > 6 ? 4 : 0), bottom - top);
  ctx.fillStyle = palette.soft;
  ctx.globalAlpha = 0.35;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.clip();
  ctx.strokeStyle = palette.hairline;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  const tall = bottom - top;
  for (let x = x0 - tall; x < sight; x += 9) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + tall, top);
  }
  ctx.stroke();
  ctx.restore();
  drawPaddingWords(ctx, {layout, palette}, {x0, x1: sight, top, bottom});
}

function drawPaddingWords(ctx, {layout, palette}, {x0, x1, top, bottom}) {
  ctx.font = "12px " + palette.font;
  const width = ctx.measureText(strings.padding).width;
  const upright = width + 20 > x1 - x0;
  if (width + 20 > bottom - top && upright) return;
  ctx.save();
  ctx.translate((x0 + x1) / 2, (top + bottom) / 2);
  if (upright) ctx.rotate(-Math.PI / 2);
  ctx.fillStyle = palette.ground;
  ctx.fillRect(-width / 2 - 8, -11, width + 16, 22);
  ctx.fillStyle = palette.quiet;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(strings.padding, 0, 0.5);
  ctx.restore();
}
