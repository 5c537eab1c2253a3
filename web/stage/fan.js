import {boxOf} from "./layout.js";
import {middleOf} from "./routes.js";

/**
 * The wires into layers that read several steps at once: from every step they read, to its place in what is read.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawFans(ctx, scene) {
  const {layout, palette} = scene;
  if (layout.detail !== "full") return;
  const near = nearCell(scene);
  const inSight = ({t, lags}) => t >= scene.from - lags.length && t <= scene.to + lags.length;
  const cells = layout.cells.filter((cell) => cell.lags.length > 1 && inSight(cell));
  const isNear = (cell) => near && near.layer === cell.layer && near.t === cell.t;
  for (const cell of cells.filter((one) => !isNear(one)).concat(cells.filter(isNear))) {
    ctx.strokeStyle = isNear(cell) ? palette.accent : palette.edge;
    ctx.lineWidth = isNear(cell) ? 1.8 : 1.1;
    for (const [k, lag] of cell.lags.entries()) {
      const t = cell.t + lag;
      if (t < 0 || t >= layout.steps) continue;
      const x0 = middleOf(layout, t);
      const [y0, y1] = [cell.under - 2, cell.y + cell.h + 2];
      const x1 = entryOf(layout, cell, k);
      ctx.globalAlpha = (scene.known(cell.source.tensor, t) ? 1 : 0.45) * (isNear(cell) ? 1 : lag ? 0.55 : 1);
      ctx.beginPath();
      ctx.moveTo(x0, y0);
      ctx.bezierCurveTo(x0, y0 + (y1 - y0) * 0.55, x1, y0 + (y1 - y0) * 0.45, x1, y1);
      ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
}

/** The cell that is looked at: pointed at, or being computed. */
function nearCell({hover, hoverCell, selection, lit, layout}) {
  const pick = hover || selection;
  const isPicked = ({tensor, gradient, layer}) => layer && [tensor, gradient].includes(pick.tensor);
  const row = pick && layout.rows.find(isPicked);
  if (row) return {layer: row.layer, t: pick.t};
  if (hoverCell) return hoverCell;
  const made = lit && layout.rows.find(({tensor, layer}) => layer && tensor === lit.equation.output);
  return made ? {layer: made.layer, t: lit.t} : null;
}

/** Where a wire comes in: at its slot, where the slots stand side by side; else side by side below the box. */
function entryOf(layout, cell, k) {
  const {vx, vw} = layout.columns[cell.t + 1];
  const row = layout.rows.find((one) => one.layer === cell.layer);
  if (row.slots > 1 && boxOf(layout, row, cell.t).rows === 1) return vx + vw * (k + 0.5) / cell.lags.length;
  return vx + vw / 2 + (k - (cell.lags.length - 1) / 2) * Math.min(12, vw / (cell.lags.length + 1));
}

/**
 * Between the steps that stand one after another in a window: a line.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawSlots(ctx, {layout, palette, from, to, timeline}) {
  for (const row of layout.rows.filter(({slots}) => slots > 1)) {
    ctx.beginPath();
    for (let t = Math.max(0, from - 1); t <= Math.min(to, layout.steps - 1); t++) {
      const {x, y, w, h, rows} = boxOf(layout, row, t);
      if (timeline.knownAt(row.tensor, t) === Infinity) continue;
      for (let k = 1; k < row.slots; k++) {
        const [dx, dy] = rows === 1 ? [w * k / row.slots, 0] : [0, h * k / row.slots];
        ctx.moveTo(x + dx, y + dy);
        ctx.lineTo(rows === 1 ? x + dx : x + w, rows === 1 ? y + h : y + dy);
      }
    }
    ctx.strokeStyle = palette.quiet;
    ctx.lineWidth = 1.2;
    ctx.stroke();
  }
}
