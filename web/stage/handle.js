import {stage as strings} from "../text/en.stage.js";
import {sameCell} from "./circuit.js";
import {roundBox} from "./shapes.js";

/** What a finger needs; the handle itself is smaller. */
const FINGER = 44;
const SIZE = 24;

/**
 * The handle that opens a cell: at its upper right corner, over its edge, so that it hides no number.
 *
 * @param {?} layout
 * @param {?} cell
 * @param {boolean} labelled
 * @return {{x: number, y: number, w: number, h: number}}
 */
export function handleBox(layout, cell, labelled) {
  if (layout.detail !== "full") return {x: cell.x + (cell.w - SIZE) / 2, y: cell.y - SIZE + 2, w: SIZE, h: SIZE};
  const {vx, vw} = layout.columns[cell.t + 1];
  const besidePlate = cell.x + cell.w - 57 > vx + vw / 2 + 17;
  const w = labelled && besidePlate ? 64 : SIZE + 4;
  return {x: cell.x + cell.w - w + 7, y: cell.y - SIZE + 5, w, h: SIZE};
}

/**
 * The cell whose handle is under a point. In narrow steps only the handle that is shown can be met.
 *
 * @param {?} scene
 * @param {number} x
 * @param {number} y
 * @return {?}
 */
export function handleAt({layout, coarse, hoverCell, focusCell}, x, y) {
  if (layout.detail === "strip") return null;
  const cells = layout.detail === "full" ? layout.cells : [hoverCell, focusCell].filter(Boolean);
  return cells.find((cell) => {
    if (!cell.opens) return false;
    const box = handleBox(layout, cell, !coarse);
    const [dx, dy] = coarse ? [Math.max(0, FINGER - box.w) / 2, Math.max(0, FINGER - box.h) / 2] : [0, 0];
    return x >= box.x - dx && x <= box.x + box.w + dx && y >= box.y - dy && y <= box.y + box.h + dy;
  }) || null;
}

/**
 * The handles: under a mouse that of the cell it points at, or that the keys would open; for fingers all of them.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawHandles(ctx, scene) {
  const {layout, hoverCell, focusCell, coarse, from, to} = scene;
  if (layout.detail === "strip") return;
  for (const cell of layout.cells) {
    if (!cell.opens || cell.t < from - 1 || cell.t > to) continue;
    const near = sameCell(cell, hoverCell) || sameCell(cell, focusCell);
    if (near || (coarse && layout.detail === "full")) drawHandle(ctx, scene, handleBox(layout, cell, !coarse), near);
    else if (layout.detail === "full") drawIcon(ctx, cell.x + cell.w - 10, cell.y + 10, 3, scene.palette.edge);
  }
}

function drawHandle(ctx, {palette}, box, near) {
  roundBox(ctx, box, box.h / 2);
  ctx.fillStyle = palette.surface;
  ctx.fill();
  ctx.strokeStyle = near ? palette.accent : palette.edge;
  ctx.lineWidth = 1;
  ctx.stroke();
  const color = near ? palette.accent : palette.ink;
  drawIcon(ctx, box.x + (box.w > 40 ? 15 : box.w / 2), box.y + box.h / 2, 4.5, color);
  if (box.w <= 40) return;
  ctx.font = "12px " + palette.font;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = color;
  ctx.fillText(strings.open, box.x + 25, box.y + box.h / 2 + 0.5);
}

/** Two corners pulled apart. */
function drawIcon(ctx, x, y, size, color) {
  ctx.beginPath();
  for (const side of [1, -1]) {
    ctx.moveTo(x, y);
    ctx.lineTo(x + side * size, y - side * size);
    ctx.moveTo(x + side * (size - 4), y - side * size);
    ctx.lineTo(x + side * size, y - side * size);
    ctx.lineTo(x + side * size, y - side * (size - 4));
  }
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.3;
  ctx.stroke();
}
