import {nextStop, operationAt, stepAt} from "../state/schedule.js";
import {isReversed, isStart} from "./directions.js";
import {pickOf} from "./hit.js";
import {layerOf, layersOf, tensorOf} from "./layers.js";
import {gradientOf} from "./rows.js";

/** A key makes steps wider or narrower by this much. */
const NEARER = 1.5;

/**
 * The keys of the stage. Arrows step the playhead; with a number selected inside a cell they move the selection. Enter
 * goes a level deeper, Escape back; + and − look nearer or from farther away, 0 at everything.
 *
 * @param {?} event
 * @param {?} parts {store, actions, camera, scene, layout, back}
 * @return {boolean} whether the key meant something here
 */
export function moveOn(event, parts) {
  const {store, actions, camera, scene, back} = parts;
  const {structure, selection, playhead} = store.get();
  if (!structure || !scene() || event.ctrlKey || event.metaKey || event.altKey) return false;
  const sideways = {ArrowLeft: -1, ArrowRight: 1}[event.key] || 0;
  const upward = {ArrowUp: -1, ArrowDown: 1}[event.key] || 0;
  if (camera.level() === "cell" && selection && (sideways || upward)) {
    return moveSelection(scene(), selection, sideways, upward, actions);
  }
  if (sideways && event.shiftKey) {
    actions.watch(false);
    actions.seek(nextStop(structure, playhead, "sequence", sideways));
  } else if (sideways) {
    actions.stepPlayhead(sideways);
  } else if (event.key === "Enter") {
    deeper(parts);
  } else if (event.key === "Escape") {
    if (camera.path.length > 1) back();
    else if (selection) actions.select(null);
    else return false;
  } else if (event.key === "0") {
    if (camera.path.length > 1) actions.unfold(null);
    if (selection && selection.inside) actions.select(Object.assign({}, selection, {inside: false}));
    camera.fit(parts.layout());
  } else if (event.key === "+" || event.key === "=") {
    nearer(parts, NEARER);
  } else if (event.key === "-" || event.key === "−") {
    if (camera.path.length > 1) back();
    else nearer(parts, 1 / NEARER);
  } else {
    return false;
  }
  return true;
}

/** Wider or narrower steps about the one that is looked at; when they are as wide as they get, into its cell. */
function nearer(parts, factor) {
  const {camera, store} = parts;
  if (camera.path.length > 1) {
    deeper(parts);
    return;
  }
  const layout = parts.layout();
  const {x, w} = layout.columns[cellOfKeys(store.get()).t + 1];
  const at = x + w / 2 - camera.scroll(layout);
  camera.widen(layout, factor, Math.max(layout.gutter, Math.min(layout.width, at)), true);
}

/** From the network into the cell, from the cell into its selected number; what has no cell is a number itself. */
function deeper({store, actions, camera, scene, layout}) {
  const {selection} = store.get();
  const cell = cellOfKeys(store.get());
  const shown = layout().cellAt(cell.layer, cell.t, cell.rev);
  if (camera.level() === "net") {
    const own = selection && !layerOf(store.get().structure, selection.tensor);
    if (own) actions.select(Object.assign({}, selection, {inside: true}));
    else if (shown && shown.opens) actions.unfold(cell);
    else if (selection) actions.select(Object.assign({}, selection, {inside: true}));
  } else if (camera.level() === "cell" && selection) {
    actions.select(Object.assign({}, selection, {inside: true}));
  } else if (camera.level() === "cell") {
    const {boxes, t: now} = scene().circuit;
    const here = boxes.filter(({tensor, t}) => t === now && scene().known(tensor, t));
    const box = here.find(({name}) => name === "h") || here.find(({name}) => name !== "x") || here[0];
    if (box) actions.select(pickOf(box.tensor, box.t, 0));
  }
}

/**
 * Goes into a number: where a cell is unfolded, the way there leads through the number's own.
 *
 * @param {{tensor: string, t: number, index: number}} pick
 * @param {?} parts {store, actions, layout}
 */
export function levelled(pick, {store, actions, layout}) {
  const {structure, zoom} = store.get();
  const {role} = tensorOf(structure, pick.tensor) || {role: ""};
  const timed = role !== "weight" && role !== "gradient";
  const cell = zoom && timed && layout().cellAt(layerOf(structure, pick.tensor), pick.t, isReversed(pick.tensor));
  if (cell && cell.opens) actions.unfold({layer: cell.layer, t: cell.t, rev: cell.rev});
  actions.select({tensor: pick.tensor, t: pick.t, index: pick.index, inside: true});
}

/**
 * The cell the keys would open: that of the selection, or the one the playhead is in.
 *
 * @param {?} state of the page
 * @return {{layer: number, t: number, rev: boolean}}
 */
export function cellOfKeys({structure, selection, playhead}) {
  const layers = layersOf(structure);
  const operation = operationAt(structure, playhead);
  const tensor = selection ? selection.tensor : operation && operation.t >= 0 ? operation.equation.output : "";
  const own = tensor ? layerOf(structure, tensor) : 0;
  const layer = own && layers[own - 1].framed ? own : layers.findIndex(({framed}) => framed) + 1;
  const step = selection ? selection.t : stepAt(structure, playhead);
  const t = Math.max(0, Math.min(structure.steps - 1, step));
  return {layer, t, rev: layer === own && isReversed(tensor)};
}

function moveSelection(scene, selection, sideways, upward, actions) {
  const here = (box) => [box.tensor, gradientOf(box.tensor)].some((name) => {
    const own = pickOf(name, isStart(box.tensor, box.t, scene.structure.steps) ? -1 : box.t, 0);
    return own.tensor === selection.tensor && own.t === selection.t;
  });
  const found = scene.circuit && scene.circuit.boxes.find(here);
  if (!found) return false;
  const index = selection.index + sideways + upward * found.columns;
  if (index >= 0 && index < found.size) actions.select({tensor: selection.tensor, t: selection.t, index});
  return true;
}
