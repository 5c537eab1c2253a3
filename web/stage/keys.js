import {nextStop, stepAt} from "../state/schedule.js";
import {isReversed, isStart} from "./directions.js";
import {pickOf} from "./hit.js";
import {layerOf, layersOf} from "./layers.js";
import {gradientOf} from "./rows.js";

/**
 * The keys of the stage. Arrows step the playhead; with a number selected inside a cell they move the selection.
 *
 * @param {?} event
 * @param {?} parts {store, actions, zoomed, scene}
 * @return {boolean} whether the key meant something here
 */
export function moveOn(event, {store, actions, zoomed, scene}) {
  const {structure, selection, zoom, playhead} = store.get();
  if (!structure || event.ctrlKey || event.metaKey || event.altKey) return false;
  const sideways = {ArrowLeft: -1, ArrowRight: 1}[event.key] || 0;
  const upward = {ArrowUp: -1, ArrowDown: 1}[event.key] || 0;
  if (zoomed() && selection && (sideways || upward)) {
    return moveSelection(scene(), selection, sideways, upward, actions);
  }
  if (sideways && event.shiftKey) {
    actions.watch(false);
    actions.seek(nextStop(structure, playhead, "sequence", sideways));
    return true;
  }
  if (sideways) {
    actions.stepPlayhead(sideways);
    return true;
  }
  if (event.key === "Enter") {
    const cell = cellOfKeys(store.get());
    const shown = scene() && scene().layout.cellAt(cell.layer, cell.t, cell.rev);
    if (!zoom && shown && shown.opens) actions.unfold(cell);
    return true;
  }
  if (event.key === "Escape") {
    if (selection) actions.select(null);
    else if (zoom) actions.unfold(null);
    else return false;
    return true;
  }
  return false;
}

/**
 * The cell the keys would open: that of the selection, or the one at the step of the playhead.
 *
 * @param {?} state of the page
 * @return {{layer: number, t: number, rev: boolean}}
 */
export function cellOfKeys({structure, selection, playhead}) {
  const layers = layersOf(structure);
  const own = selection ? layerOf(structure, selection.tensor) : 0;
  const layer = own && layers[own - 1].framed ? own : layers.findIndex(({framed}) => framed) + 1;
  const step = selection ? selection.t : stepAt(structure, playhead);
  const t = Math.max(0, Math.min(structure.steps - 1, step));
  return {layer, t, rev: Boolean(selection) && isReversed(selection.tensor)};
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
