/** Small strokes the painters share. Each paints and leaves the context's path behind it. */

/**
 * @param {!CanvasRenderingContext2D} ctx
 * @param {{x: number, y: number, w: number, h: number}} box
 * @param {number} radius
 */
export function roundBox(ctx, {x, y, w, h}, radius) {
  const r = Math.max(0, Math.min(radius, w / 2, h / 2));
  ctx.beginPath();
  ctx.moveTo(x + r, y);
  ctx.arcTo(x + w, y, x + w, y + h, r);
  ctx.arcTo(x + w, y + h, x, y + h, r);
  ctx.arcTo(x, y + h, x, y, r);
  ctx.arcTo(x, y, x + w, y, r);
  ctx.closePath();
}

/**
 * A path through points with rounded corners.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {!Array<!Array<number>>} points
 * @param {number} radius
 */
export function bentLine(ctx, points, radius) {
  ctx.moveTo(points[0][0], points[0][1]);
  for (let k = 1; k < points.length - 1; k++) {
    const [x, y] = points[k];
    const before = Math.abs(x - points[k - 1][0]) + Math.abs(y - points[k - 1][1]);
    const after = Math.abs(x - points[k + 1][0]) + Math.abs(y - points[k + 1][1]);
    ctx.arcTo(x, y, points[k + 1][0], points[k + 1][1], Math.min(radius, before / 2, after / 2));
  }
  const end = points[points.length - 1];
  ctx.lineTo(end[0], end[1]);
}

/**
 * The head of an arrow that ends at (x, y) and points along (dx, dy).
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} dx
 * @param {number} dy
 * @param {number=} size
 */
export function arrowHead(ctx, x, y, dx, dy, size = 5) {
  ctx.moveTo(x - dx * size - dy * size * 0.6, y - dy * size + dx * size * 0.6);
  ctx.lineTo(x, y);
  ctx.lineTo(x - dx * size + dy * size * 0.6, y - dy * size - dx * size * 0.6);
}

/**
 * An operator in a circle: × + ⊙ σ …
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {string} sign
 * @param {?} palette
 * @param {{radius: number, color: string}} options
 */
export function operator(ctx, x, y, sign, palette, {radius, color}) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = palette.surface;
  ctx.fill();
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.stroke();
  const arm = radius * 0.52;
  if (sign === "×" || sign === "+") {
    ctx.beginPath();
    const [a, b] = sign === "×" ? [arm * 0.74, arm * 0.74] : [arm, 0];
    ctx.moveTo(x - a, y - b);
    ctx.lineTo(x + a, y + b);
    ctx.moveTo(x + b, y - a);
    ctx.lineTo(x - b, y + a);
    ctx.lineWidth = 1.4;
    ctx.stroke();
    return;
  }
  ctx.fillStyle = color;
  ctx.font = "italic " + Math.round(radius * 1.25) + "px " + palette.serif;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(sign, x, y + 0.5);
}

/**
 * A label on a wire: a matrix by its name, on a small plate.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {string} name such as "Wx": the letters after the first are a subscript; "enc.Wx": its side raised; "Wxᵀ": transposed
 * @param {?} palette
 * @param {boolean} lit
 */
export function plate(ctx, x, y, name, palette, lit) {
  const [, side, letter, below, turned] = name.match(/^(?:(\w+)\.)?(.)([^ᵀ]*)(ᵀ?)$/) || ["", "", "", "", ""];
  const over = (side || "") + (turned ? "⊤" : "");
  const above = "9px " + palette.font;
  const big = "italic 13px " + palette.serif;
  const small = "italic 10px " + palette.serif;
  ctx.font = big;
  const first = ctx.measureText(letter).width;
  ctx.font = small;
  const last = ctx.measureText(below).width;
  ctx.font = above;
  const raised = over ? ctx.measureText(over).width + 1 : 0;
  const width = first + Math.max(last, raised) + 10;
  roundBox(ctx, {x: x - width / 2, y: y - 9, w: width, h: 18}, 9);
  ctx.fillStyle = lit ? palette.accent : palette.ground;
  ctx.fill();
  ctx.strokeStyle = lit ? palette.accent : palette.hairline;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = lit ? palette.ground : palette.quiet;
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  const start = x - width / 2 + 5;
  if (over) ctx.fillText(over, start + first + 1, y - 0.5);
  ctx.font = big;
  ctx.fillText(letter, start, y + 4);
  ctx.font = small;
  ctx.fillText(below, start + first, y + (over ? 7.5 : 6.5));
}
