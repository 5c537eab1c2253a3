import {barsBox} from "./bars.js";
import {saidAt} from "./circuit-words.js";
import {isStart} from "./directions.js";
import {handleAt} from "./handle.js";
import {boxOf} from "./layout.js";
import {gradientOf} from "./rows.js";
import {cutAt} from "./seams.js";
import {platesOf} from "./wires.js";
import {stage as strings} from "../text/en.stage.js";
import {isCut} from "./layers.js";

/**
 * What is under a point of the unrolled network. Pure.
 *
 * @param {?} scene
 * @param {number} x in the canvas
 * @param {number} y
 * @return {?} {pick, row, t} on a number, {loss: its step, note} on a loss, {cell} on a cell, {cell, corner} on its handle, {matrix} on a plate, {note}
 *     where there are only words, or null
 */
export function hitNetwork(scene, x, y) {
  const {layout, scroll} = scene;
  if (x < layout.gutter) return null;
  const px = x + scroll;
  const handled = handleAt(scene, px, y);
  if (handled) return {cell: handled, corner: true};
  const cell = layout.cells.find((one) => one.framed && inside(one, px, y)) || null;
  const plate = platesOf(scene).find((one) => Math.abs(one.x - px) < 15 && Math.abs(one.y - y) < 10);
  if (plate) return {matrix: plate.tensor, name: plate.name, t: plate.t, cell};
  const column = layout.columns.find((one) => px >= one.vx && px <= one.vx + one.vw);
  if (column) {
    for (const row of layout.rows) {
      if (y < row.y - 1 || y > row.y + row.h + 1 || row.form === "token") continue;
      if (row.form === "loss") {
        if (isOneOfMany(scene, column.t)) return {loss: column.t, note: strings.onlyLoss(column.t + 1, scene.frame.report.alone === column.t)};
        continue;
      }
      const start = isStart(row.tensor, column.t, layout.steps);
      if (start ? !row.state : column.t < 0 || column.t >= layout.steps) continue;
      const shown = scene.shownAt(row, column.t);
      if (!shown.known || shown.never) continue;
      const box = row.form === "bars" ? barsBox(layout, row, column.t) : boxOf(layout, row, column.t);
      const index = indexAt(box, row.size, px, y);
      if (index < 0) continue;
      return {pick: pickOf(shown.tensor, start ? -1 : column.t, index), row, t: column.t, cell};
    }
  }
  return cell ? {cell} : noteAt(scene, px, y);
}

/** Whether a step has a loss, and is not the only one. */
function isOneOfMany({structure, timeline, known}, t) {
  const has = (step) => timeline.knownAt("loss", step) < Infinity;
  return structure.trains && t >= 0 && t < structure.steps && has(t) && known("loss", t)
    && Array.from({length: structure.steps}, (_, step) => step).some((step) => step !== t && has(step));
}

/** What is there to be said where nothing is computed: on padding, on a cut. */
function noteAt({layout, structure}, x, y) {
  if (layout.padding.some((one) => x >= one.x && x <= one.x + one.w)) return {note: strings.padding};
  const near = Math.min(7, layout.column / 3);
  const column = layout.columns.find(({t}) => isCut(structure, t) && Math.abs(cutAt(layout, t) - x) < near);
  return column && y < layout.foot ? {note: strings.cut(column.t, column.t + 1)} : null;
}

/**
 * A place on the network worth pointing at: "gate" is the first gate of the second step. What stands at the last
 * step alone is there; a matrix is where its first plate is.
 *
 * @param {?} scene
 * @param {string} name
 * @return {?}
 */
export function anchorOf(scene, name) {
  const {layout, timeline} = scene;
  const plate = platesOf(scene).find(({tensor}) => tensor === name);
  if (plate) return {x: plate.x - 8, y: plate.y - 6, w: 16, h: 12};
  const isMeant = ({kind, symbol}) => (name === "gate" ? kind === "gate" && symbol !== "o" : symbol === name);
  const rows = layout.rows.filter(isMeant);
  const row = rows.find(({layer}) => layer > 0) || rows[0];
  if (!row) return null;
  const early = Math.min(1, layout.steps - 1);
  return boxOf(layout, row, timeline.knownAt(row.tensor, early) === Infinity ? layout.steps - 1 : early);
}

/**
 * The unit of a grid under a point, or −1.
 *
 * @param {{x: number, y: number, w: number, h: number, columns: number, rows: number}} box
 * @param {number} size
 * @param {number} x
 * @param {number} y
 * @return {number}
 */
export function indexAt(box, size, x, y) {
  const c = Math.min(box.columns - 1, Math.max(0, Math.floor((x - box.x) / box.w * box.columns)));
  const r = Math.min(box.rows - 1, Math.max(0, Math.floor((y - box.y) / box.h * box.rows)));
  const index = r * box.columns + c;
  return index < size ? index : -1;
}

/**
 * A number on the page. The state handed in is a tensor of its own.
 *
 * @param {string} tensor
 * @param {number} t
 * @param {number} index
 * @return {{tensor: string, t: number, index: number}}
 */
export function pickOf(tensor, t, index) {
  return t < 0 ? {tensor: tensor + "0", t: 0, index} : {tensor, t, index};
}

/**
 * @param {{x: number, y: number, w: number, h: number}} box
 * @param {number} x
 * @param {number} y
 * @return {boolean}
 */
export function inside(box, x, y) {
  return x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
}

/**
 * What is under a point of the unfolded cell.
 *
 * @param {?} scene
 * @param {number} x
 * @param {number} y
 * @return {?}
 */
export function hitCircuit(scene, x, y) {
  const {circuit} = scene;
  x += scene.circuitScroll;
  const plate = circuit.plates.find((one) => Math.abs(one.x - x) < 16 && Math.abs(one.y - y) < 11);
  if (plate) return {matrix: plate.tensor, name: plate.name, t: circuit.t, inside: true};
  for (const box of circuit.boxes) {
    if (!inside(box, x, y) || !scene.known(box.tensor, box.t)) continue;
    const index = indexAt(box, box.size, x, y);
    const start = isStart(box.tensor, box.t, scene.layout.steps);
    const gradient = scene.backward && !start ? gradientOf(box.tensor) : "";
    const isBack = gradient && scene.known(gradient, box.t) && scene.reader.vector(gradient, box.t);
    const tensor = isBack ? gradient : box.tensor;
    if (index >= 0) return {pick: pickOf(tensor, start ? -1 : box.t, index), inside: true};
  }
  const note = saidAt(scene, x, y);
  return note ? {note, inside: true} : null;
}
