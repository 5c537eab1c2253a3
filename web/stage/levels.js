import {drawCircuit} from "./cell.js";
import {hitCircuit, hitNetwork, pickOf} from "./hit.js";
import {isStart} from "./directions.js";
import {layersOf} from "./layers.js";
import {unitBox} from "./layout.js";
import {pickBox} from "./marks.js";
import {drawNumber, hitNumber} from "./number.js";
import {drawNetwork} from "./paint.js";
import {gradientOf, printable} from "./rows.js";
import {nameOf} from "./terms.js";
import {stage as strings} from "../text/en.stage.js";

/** The three levels of the stage: how each is painted, and what is under a point of it. */
export const LEVELS = {
  net: {draw: drawNetwork, hit: hitNetwork},
  cell: {draw: drawCircuit, hit: hitCircuit},
  number: {draw: drawNumber, hit: hitNumber},
};

/**
 * The way into the stage that the page wants: the network, the cell that is unfolded, the number that is gone into.
 *
 * @param {?} state of the page
 * @return {!Array<?>} levels {kind, key, cell | pick, name}
 */
export function pathOf({structure, zoom, selection}) {
  const path = [{kind: "net", key: "", name: strings.levels.net}];
  if (zoom) {
    const {layer, t, rev} = zoom;
    path.push({kind: "cell", key: [layer, t, Boolean(rev)].join(), cell: zoom, name: cellName(structure, zoom)});
  }
  if (selection && selection.inside) {
    const {tensor, t, index} = selection;
    path.push({kind: "number", key: [tensor, t, index].join(), pick: selection, name: nameOf(structure, selection)});
  }
  return path;
}

/** A cell in words: "LSTM cell, layer 2, step 3, “l”". */
function cellName(structure, {layer, t, rev}) {
  const {tokens} = structure;
  const {cell, number} = layersOf(structure)[layer - 1];
  const named = number ? strings.inLayer(strings.cellNames[cell], number) : strings.cellNames[cell];
  return (rev ? strings.back : "") + strings.levels.cell(named, t + 1) + (tokens ? ", “" + printable(tokens[t]) + "”" : "");
}

/**
 * Where a level stands in the one before it, in the window of the stage.
 *
 * @param {?} scene
 * @param {number} k of the level, from 1
 * @return {{x: number, y: number, w: number, h: number}}
 */
export function placeIn(scene, k) {
  const {path, size, top} = scene;
  const {cell, pick} = path[k];
  const outer = path[k - 1].kind;
  const found = outer === "cell" ? unitIn(scene, pick) : cell ? scene.layout.cellAt(cell.layer, cell.t, cell.rev) : pickBox(scene, pick);
  if (!found) return {x: size.width * 0.4, y: size.height * 0.4, w: size.width * 0.2, h: size.height * 0.2};
  const [dx, dy] = outer === "cell" ? [scene.circuitScroll, 0] : [scene.scroll, top];
  return {x: found.x - dx, y: found.y - dy, w: found.w, h: found.h};
}

/** A number in the circuit. */
function unitIn({circuit, structure}, pick) {
  const here = (box) => [box.tensor, gradientOf(box.tensor)].some((name) => {
    const own = pickOf(name, isStart(box.tensor, box.t, structure.steps) ? -1 : box.t, 0);
    return own.tensor === pick.tensor && own.t === pick.t;
  });
  const box = circuit && circuit.boxes.find(here);
  return box ? unitBox(box, pick.index) : null;
}
