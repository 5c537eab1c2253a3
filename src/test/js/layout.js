import {barsBox} from "/stage/bars.js";
import {boardOf} from "/stage/board.js";
import {circuitOf} from "/stage/circuit.js";
import {startOf} from "/stage/directions.js";
import {hitCircuit, hitNetwork, pickOf} from "/stage/hit.js";
import {hitNumber} from "/stage/number.js";
import {boxOf, layoutOf, unitBox} from "/stage/layout.js";
import {readerOf} from "/stage/reader.js";
import {sceneOf} from "/stage/scene.js";
import {timelineOf} from "/stage/timeline.js";

/** What is wrong with the layout of one structure at one size and zoom, in words; nothing when all is well. */

const NEAR = 0.01;

/**
 * Everything at rest, as the stage has it.
 *
 * @param {?} structure
 * @param {{width: number, height: number}} size
 * @param {number} zoom
 * @return {?}
 */
function sceneAt(structure, size, zoom) {
  const timeline = timelineOf(structure);
  const numbers = Math.max(...structure.tensors.map(({offset, rows, stride, cols}) => offset + rows * Math.max(stride, cols)));
  const frame = {data: new Float32Array(numbers), report: {alone: -1}};
  const layout = layoutOf(structure, size, {zoom, exists: (tensor, t) => timeline.knownAt(tensor, t) !== Infinity});
  return sceneOf({structure, frame, layout, timeline, palette: null, atlas: null, reader: readerOf(structure, frame),
    playhead: timeline.end, scroll: 0, view: "values", digits: 4, hover: null, selection: null, hoverCell: null,
    hoverMatrix: null, coarse: false, focusCell: null});
}

/** Every vector there is: {row, t, box, tensor}. */
function vectorsOf(scene) {
  const {layout} = scene;
  const vectors = [];
  for (const row of layout.rows) {
    if (row.form === "token" || row.form === "loss") continue;
    const start = startOf(row.tensor, layout.steps);
    for (const {t} of layout.columns) {
      const inside = t >= 0 && t < layout.steps;
      if (!inside && !(row.state && t === start)) continue;
      const shown = scene.shownAt(row, t);
      if (shown.never || !scene.reader.vector(row.tensor, t)) continue;
      const box = row.form === "bars" ? barsBox(layout, row, t) : boxOf(layout, row, t);
      vectors.push({row, t, box, pick: (index) => pickOf(row.tensor, t === start ? -1 : t, index)});
    }
  }
  return vectors;
}

const apart = (a, b) => a.x + a.w <= b.x + NEAR || b.x + b.w <= a.x + NEAR || a.y + a.h <= b.y + NEAR || b.y + b.h <= a.y + NEAR;
const told = ({x, y, w, h}) => [x, y, w, h].map((value) => Math.round(value * 10) / 10).join(" ");
const same = (one, other) => Boolean(one) && one.tensor === other.tensor && one.t === other.t && one.index === other.index;

/** Boxes of one step may stand only above each other, those of a lane only beside each other. */
function overlaps(vectors) {
  const wrong = [];
  const groups = new Map();
  for (const one of vectors) {
    for (const key of ["t" + one.t, one.row.id]) groups.set(key, (groups.get(key) || []).concat(one));
  }
  for (const group of groups.values()) {
    group.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
    for (let k = 1; k < group.length; k++) {
      const [a, b] = [group[k - 1], group[k]];
      if (!apart(a.box, b.box)) wrong.push(a.row.id + "(" + a.t + ") at " + told(a.box) + " lies over " + b.row.id + "(" + b.t + ") at " + told(b.box));
    }
  }
  return wrong;
}

/**
 * @param {?} structure
 * @param {{width: number, height: number}} size
 * @param {number} zoom
 * @return {!Array<string>}
 */
export function wrongWith(structure, size, zoom) {
  const scene = sceneAt(structure, size, zoom);
  const {layout} = scene;
  const plain = (one) => JSON.stringify(one.layout);
  const wrong = plain(scene) === plain(sceneAt(structure, size, zoom)) ? [] : ["the same arguments, other boxes"];
  const vectors = vectorsOf(scene);
  wrong.push(...overlaps(vectors));
  for (const {row, t, box, pick} of vectors) {
    const name = row.id + "(" + t + ")";
    const inside = box.x >= layout.gutter - NEAR && box.x + box.w <= layout.content + NEAR && box.y >= -NEAR && box.y + box.h <= layout.height + NEAR;
    if (!inside || !(box.w > 0 && box.h > 0)) wrong.push(name + " at " + told(box) + " is outside");
    for (let index = 0; index < row.size; index++) {
      const {x, y, w, h} = unitBox(box, index);
      const found = hitNetwork(scene, x + w / 2, y + h / 2);
      if (same(found && found.pick, pick(index))) continue;
      wrong.push("in the middle of " + name + "[" + index + "] is " + JSON.stringify(found && (found.pick || Object.keys(found))));
    }
  }
  for (const cell of layout.cells) {
    if (cell.opens && cell.t === Math.min(1, layout.steps - 1)) wrong.push(...wrongInside(scene, cell, size));
  }
  return wrong;
}

/** The same of an unfolded cell. */
function wrongInside(scene, cell, {width, height}) {
  const circuit = circuitOf(scene.structure, cell, {width, height: Math.max(390, height)});
  const wrong = [];
  circuit.boxes.forEach((box, k) => {
    const name = circuit.title + ": " + box.tensor;
    for (const other of circuit.boxes.slice(0, k)) if (!apart(box, other)) wrong.push(name + " lies over " + other.tensor);
    if (box.x < 0 || box.y < 0 || box.x + box.w > circuit.width || box.y + box.h > circuit.height) wrong.push(name + " at " + told(box) + " is outside");
    for (let index = 0; index < box.size; index++) {
      const {x, y, w, h} = unitBox(box, index);
      const found = hitCircuit(Object.assign({circuit, circuitScroll: 0}, scene), x + w / 2, y + h / 2);
      const start = box.t === startOf(box.tensor, scene.layout.steps);
      if (scene.known(box.tensor, box.t) && !same(found && found.pick, pickOf(box.tensor, start ? -1 : box.t, index))) {
        wrong.push("in the middle of " + name + "[" + index + "] is " + JSON.stringify(found && (found.pick || Object.keys(found))));
      }
    }
  });
  return wrong;
}

/**
 * What is wrong with one number unfolded: its tiles, and whether each term of the explanation has its place.
 *
 * @param {?} structure
 * @param {?} explanation
 * @param {{tensor: string, t: number, index: number}} pick
 * @param {{width: number, height: number}} size
 * @return {!Array<string>}
 */
export function wrongOnBoard(structure, explanation, pick, size) {
  const board = boardOf(structure, explanation, pick, size);
  const plain = JSON.stringify(board);
  const wrong = plain === JSON.stringify(boardOf(structure, explanation, pick, size)) ? [] : ["the same arguments, another board"];
  const {tiles} = board;
  tiles.forEach((tile, k) => {
    if (tile.x < 0 || tile.y < 0 || tile.x + tile.w > board.width || tile.y + tile.h > board.height) wrong.push("outside: " + told(tile));
    for (const other of tiles.slice(0, k)) if (!apart(tile, other)) wrong.push(told(tile) + " lies over " + told(other));
    const found = hitNumber({board, structure}, tile.x + tile.w / 2, tile.y + tile.h / 2);
    if (tile.pick ? !same(found.pick, tile.pick) : !found.note) wrong.push("at " + told(tile) + " is " + JSON.stringify(found));
  });
  const leaves = (node) => (node.kind === "symbol" ? [node] : (node.left || []).concat(node.right || [], node.args || []).flatMap(leaves));
  for (const {tensor, index} of leaves(explanation.tree)) {
    const there = tiles.some(({pick: one, text}) => (one && one.tensor === tensor && one.index === index) || (text || "").includes(bare(tensor)));
    if (!there) wrong.push(tensor + "[" + index + "] has no tile");
  }
  return wrong;
}

const bare = (tensor) => tensor.replace(/^(l\d+\.)?(rev\.)?/, "").split(".")[0];
