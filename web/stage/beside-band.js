import {el} from "../dom/dom.js";
import {sameMoment} from "./beside-time.js";
import {createBitmaps} from "./bitmaps.js";
import {hitNetwork} from "./hit.js";
import {layoutOf} from "./layout.js";
import {tensorOf} from "./layers.js";
import {drawNetwork} from "./paint.js";
import {samePick} from "./pick.js";
import {readerOf} from "./reader.js";
import {sceneOf} from "./scene.js";
import {timelineOf} from "./timeline.js";
import {createTooltip} from "./tooltip.js";

/** The height a band asks for: its rows are squeezed to the least that can be read. */
const HEIGHT = 190;

/**
 * A model beside the open one: the same picture, lower, at the same moment and the same place in time.
 *
 * @param {?} store
 * @param {?} actions
 * @param {function(): void} open
 * @return {?} {element, draw(scene of the open one, {structure, frame}) gives its scene, name(what it is called for those who do not see it)}
 */
export function createBand(store, actions, open) {
  const canvas = /** @type {!HTMLCanvasElement} */ (el("canvas", {class: "beside-canvas", role: "img"}));
  const element = el("div", {class: "beside-view"}, canvas);
  const ctx = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const tooltip = createTooltip(element);
  const made = {structure: null, timeline: null, layout: null, key: "", frame: null, reader: null};
  const bitmaps = createBitmaps();
  let scene = null;

  const arrange = (main, {structure, frame}) => {
    const {width, zoom} = main.layout;
    const key = [structure.version, width, zoom].join();
    if (made.structure !== structure || made.key !== key) {
      const timeline = timelineOf(structure);
      const exists = (tensor, t) => timeline.knownAt(tensor, t) !== Infinity;
      const layout = layoutOf(structure, {width, height: HEIGHT}, {zoom, exists, low: true});
      Object.assign(made, {structure, key, timeline, layout});
    }
    if (made.frame !== frame) Object.assign(made, {frame, reader: readerOf(structure, frame)});
    return made;
  };

  const hover = (event) => {
    const {left, top} = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const found = scene && hitNetwork(scene, x, y);
    const pick = found && found.pick ? found.pick : null;
    if (pick) tooltip.show(scene, found, x, y);
    else tooltip.hide();
    const {structure, hover: before} = store.get();
    const shared = pick && has(structure, pick) ? pick : null;
    if (!samePick(shared, before)) actions.hoverAt(shared);
  };
  canvas.addEventListener("pointermove", hover);
  canvas.addEventListener("pointerleave", () => {
    tooltip.hide();
    if (store.get().hover) actions.hoverAt(null);
  });
  canvas.addEventListener("click", open);

  return {
    element,
    name: (text) => canvas.setAttribute("aria-label", text),
    draw(main, model) {
      const {structure, frame} = model;
      const {timeline, layout, reader} = arrange(main, model);
      const here = (pick) => (pick && has(structure, pick) ? pick : null);
      scene = sceneOf(Object.assign({}, main, {structure, frame, timeline, layout, reader,
        playhead: sameMoment(main.structure, structure, main.playhead), hover: here(main.hover), selection: here(main.selection),
        hoverCell: null, hoverMatrix: null, focusCell: null, coarse: false, crawl: null, ways: null, bitmaps, size: {width: layout.width, height: layout.height}}));
      const density = window.devicePixelRatio || 1;
      const [w, h] = [layout.width, layout.height].map((size) => Math.round(size * density));
      if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, {width: w, height: h});
      canvas.style.height = layout.height + "px";
      ctx.setTransform(density, 0, 0, density, 0, 0);
      ctx.fillStyle = scene.palette.ground;
      ctx.fillRect(0, 0, layout.width, layout.height);
      drawNetwork(ctx, scene);
      return scene;
    },
  };
}

/** Whether a net has this number. */
function has(structure, {tensor, index}) {
  const found = tensorOf(structure, tensor);
  return Boolean(found) && index < found.cols;
}
