import {createAtlas} from "../charts/atlas.js";
import {createBitmaps} from "./bitmaps.js";
import {boardOf} from "./board.js";
import {circuitOf} from "./circuit.js";
import {layoutOf} from "./layout.js";
import {samePick} from "./pick.js";
import {readerOf} from "./reader.js";
import {sceneOf} from "./scene.js";
import {timelineOf} from "./timeline.js";

/**
 * Puts the scene together from the state of the page and the camera. What does not change with the playhead is made anew
 * only when what it was made of has.
 *
 * @return {?} {arrange(structure, room, zoom) → {layout, timeline}, scene(state, camera, parts) → the scene}
 */
export function createComposer() {
  const atlas = createAtlas();
  const bitmaps = createBitmaps();
  const [timelines, layouts, readers, circuits, boards] = [memo(), memo(), memo(), memo(), memo()];
  let now = {layout: null, timeline: null};

  const inside = (state, {path}, {width, sight}) => {
    const {structure} = state;
    const {cell} = path.find(({kind}) => kind === "cell") || {cell: null};
    const {pick} = path.find(({kind}) => kind === "number") || {pick: null};
    const told = state.explanation && pick && samePick(state.explanation.pick, pick) ? state.explanation : null;
    const size = {width, height: sight};
    return {
      pick,
      explanation: told,
      circuit: cell && circuits([structure, width, sight, cell.layer, cell.t, Boolean(cell.rev)], () => circuitOf(structure, cell, size)),
      board: pick && boards([structure, width, sight, told, pick], () => boardOf(structure, told, pick, size)),
    };
  };

  return {
    arrange(structure, {width, height}, zoom) {
      const timeline = timelines([structure], () => timelineOf(structure));
      const exists = (tensor, t) => timeline.knownAt(tensor, t) !== Infinity;
      now = {timeline, layout: layouts([structure, width, height, zoom], () => layoutOf(structure, {width, height}, {zoom, exists}))};
      return now;
    },
    scene(state, camera, parts) {
      const {structure, frame} = state;
      const inner = inside(state, camera, parts);
      const outside = camera.path.length === 1;
      const {width, sight} = parts;
      const height = outside ? now.layout.height : inner.board ? inner.board.height : sight;
      return Object.assign(sceneOf(Object.assign({
        structure, frame, atlas, bitmaps, playhead: state.playhead, hover: state.hover, selection: state.selection,
        digits: state.decimals || 4, reader: readers([structure, frame, state.range],
          () => readerOf(structure, frame, state.range)),
        scroll: camera.scroll(now.layout), path: camera.path, depth: camera.depth, size: {width, height},
        circuitScroll: inner.circuit ? camera.inside(inner.circuit.width - width) : 0,
      }, now, parts)), inner);
    },
  };
}

/** Keeps what was made last, until it is to be made of something else. */
function memo() {
  let of = null;
  let made = null;
  return (parts, make) => {
    if (!of || parts.some((part, k) => part !== of[k])) made = make();
    of = parts;
    return made;
  };
}
