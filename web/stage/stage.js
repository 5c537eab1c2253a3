import {createAtlas} from "../charts/atlas.js";
import {el, setText} from "../dom/dom.js";
import {operationAt, stepAt} from "../state/schedule.js";
import {stage as strings} from "../text/en.stage.js";
import {createCamera} from "./camera.js";
import {circuitOf} from "./circuit.js";
import {createDepth} from "./depth.js";
import {anchorOf, hitCircuit, hitNetwork} from "./hit.js";
import {cellOfKeys} from "./keys.js";
import {layoutOf} from "./layout.js";
import {createLegend} from "./legend.js";
import {stagePalette} from "./palette.js";
import {drawPicture} from "./picture.js";
import {listen} from "./pointer.js";
import {readerOf} from "./reader.js";
import {createSave} from "./save/menu.js";
import {sceneOf} from "./scene.js";
import {createStrips} from "./strips.js";
import {timelineOf} from "./timeline.js";
import {createTooltip} from "./tooltip.js";
import {createTwin} from "./twin.js";

/** An unfolded cell needs this height for its numbers. */
const LEAST_HEIGHT = 390;
const DRAWN_BY = ["structure", "frame", "playhead", "hover", "selection", "explanation", "zoom", "theme"];

/**
 * The stage: the network unrolled through time, and the cell that is unfolded. It is painted again only when something
 * it shows has changed, at most once a frame.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function stage(root, store, actions) {
  const bar = el("div", {class: "stage-bar"});
  const canvas = /** @type {!HTMLCanvasElement} */ (el("canvas",
      {class: "stage-canvas", tabindex: "0", role: "application", "aria-label": strings.label}));
  const fold = el("button", {type: "button", class: "stage-fold", hidden: true, onclick: () => actions.unfold(null)},
      el("span", {class: "stage-fold-arrow", "aria-hidden": "true", text: "←"}), el("span", {text: strings.fold}));
  const view = el("div", {class: "stage-view"}, canvas, fold);
  const live = el("p", {class: "stage-unseen", "aria-live": "polite"});
  const tableRoot = el("div", {class: "stage-twin"});
  const stripsRoot = el("div", {class: "stage-under"});
  root.append(bar, view, live, stripsRoot, tableRoot);

  const ctx = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const atlas = createAtlas();
  const tooltip = createTooltip(view);
  const updateTwin = createTwin(tableRoot, bar);
  const local = {
    view: "values", hoverCell: null, hoverMatrix: null, structure: null, timeline: null, palette: null, layout: null,
    key: "", scene: null, reader: null, frame: null, read: null, playhead: 0, size: null, unfolded: false, top: 0,
  };
  const look = (chosen) => {
    local.view = chosen;
    const {structure, playhead} = store.get();
    if (structure && playhead < structure.schedule.length / 2) actions.seek(structure.schedule.length / 2);
    ask();
  };
  const updateLegend = createLegend(bar, look);
  const updateStrips = createStrips(stripsRoot, actions);
  createSave(bar, () => local.scene, store);
  let asked = 0;
  let twinTimer = 0;
  /** @type {?} */
  let box = null;

  const ask = () => {
    if (!asked) asked = requestAnimationFrame(draw);
  };
  const camera = createCamera(ask);
  const depth = createDepth(view, canvas);
  const coarse = window.matchMedia("(pointer: coarse)");
  canvas.addEventListener("focus", ask);
  canvas.addEventListener("blur", ask);

  /** A new structure, a new width or another zoom moves everything. An unfolded cell has the room that is in sight. */
  const arrange = (structure, unfolded) => {
    if (!box) box = {width: view.clientWidth, height: view.clientHeight};
    const width = Math.max(280, Math.round(box.width));
    const given = box.height - 2;
    const room = given > 240 ? Math.min(640, given) : Math.max(330, Math.min(620, window.innerHeight * 0.56));
    const sight = given > 240 ? Math.round(given) : Math.round(room);
    const key = [structure.version, structure.steps, width, Math.round(room), sight, camera.zoom, unfolded].join();
    if (local.structure !== structure) {
      local.structure = structure;
      local.timeline = timelineOf(structure);
      local.key = "";
    }
    if (local.key === key) return;
    local.key = key;
    local.layout = layoutOf(structure, {width, height: room}, {zoom: camera.zoom,
      exists: (tensor, t) => local.timeline.knownAt(tensor, t) !== Infinity});
    const height = unfolded ? Math.max(sight, LEAST_HEIGHT) : local.layout.height;
    local.size = {width, height};
    const density = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    canvas.style.height = height + "px";
    depth.cue();
  };

  function draw() {
    asked = 0;
    const state = store.get();
    const {structure, frame} = state;
    if (!structure || !frame || !frame.data || frame.version !== structure.version) return;
    if (!local.palette) local.palette = stagePalette();
    camera.aim(state.zoom);
    if (camera.cell && !local.unfolded) local.top = view.scrollTop;
    const folded = local.unfolded && !camera.cell;
    local.unfolded = Boolean(camera.cell);
    arrange(structure, local.unfolded);
    if (folded) view.scrollTop = local.top;
    const {layout, timeline} = local;
    const {height, width} = local.size;
    const lit = timeline.at(state.playhead);
    const moved = state.playhead !== local.playhead;
    camera.follow(layout, lit ? lit.t : null, moved);
    local.playhead = state.playhead;
    const scene = sceneOf({structure, frame, layout, timeline, palette: local.palette, atlas, reader: readerFor(frame),
      playhead: state.playhead, scroll: camera.scroll(layout), view: structure.trains ? local.view : "values",
      digits: state.decimals || 4,
      hover: state.hover, selection: state.selection, hoverCell: local.hoverCell, hoverMatrix: local.hoverMatrix,
      coarse: coarse.matches, focusCell: focusCell(state)});
    local.scene = scene;
    if (!local.unfolded) depth.follow(scene, moved);
    const density = window.devicePixelRatio || 1;
    ctx.setTransform(density, 0, 0, density, 0, 0);
    const cell = camera.cell;
    const found = cell && layout.cellAt(cell.layer, cell.t, cell.rev);
    const known = found && found.opens ? found : null;
    scene.circuit = known ? circuitOf(structure, cell, {width, height}) : null;
    scene.circuitScroll = known ? camera.inside(scene.circuit.width - width) : 0;
    Object.assign(scene, {size: local.size, cell: known, part: camera.part, top: local.top});
    drawPicture(ctx, scene);
    fold.hidden = !known || camera.part < 1;
    updateLegend(scene, structure.trains);
    updateStrips(scene, state);
    describe();
  }

  /** The cell that Enter opens, while the keys are here. */
  const focusCell = (state) => {
    if (!canvas.matches(":focus-visible")) return null;
    const {layer, t} = cellOfKeys(state);
    return local.layout.cellAt(layer, t, false);
  };

  /** What a frame is read with, made anew only for new numbers. */
  const readerFor = (frame) => {
    const known = local.reader && local.frame === frame && local.read === local.structure;
    if (!known) local.reader = readerOf(local.structure, frame);
    local.frame = frame;
    local.read = local.structure;
    return local.reader;
  };

  /** What is happening, in words, for those who do not see it. */
  function describe() {
    if (twinTimer) return;
    twinTimer = setTimeout(() => {
      twinTimer = 0;
      if (!local.scene || store.get().training) return;
      const {structure, playhead, watching} = store.get();
      updateTwin(local.scene, Math.max(0, local.scene.rest ? structure.steps - 1 : stepAt(structure, playhead)));
      const now = operationAt(structure, playhead);
      const text = !now ? strings.playhead.nothing
        : local.scene.rest ? strings.playhead.all : strings.playhead.at(now.equation.text, now.t);
      canvas.setAttribute("aria-label", strings.label + ". " + text);
      if (!watching) setText(live, text);
    }, 220);
  }

  const stopListening = listen(canvas, {
    hit: (x, y) => local.scene && (local.scene.circuit && camera.part === 1 ? hitCircuit : hitNetwork)(local.scene, x, y),
    zoomed: () => camera.part === 1 && Boolean(local.scene && local.scene.circuit),
    chooseLoss(step) {
      look("gradients");
      actions.onlyLoss(store.get().frame.report.alone === step ? -1 : step);
    },
    camera, store, actions, tooltip, local, ask, layout: () => local.layout, scene: () => local.scene,
  });

  const unsubscribe = store.subscribe((state, previous) => {
    if (state.theme !== previous.theme) local.palette = null;
    if (state.zoom !== previous.zoom) tooltip.hide();
    if (DRAWN_BY.some((key) => state[key] !== previous[key])) ask();
  });
  const sizes = new ResizeObserver((entries) => {
    box = entries[entries.length - 1].contentRect;
    ask();
  });
  sizes.observe(view);
  const repaint = () => {
    local.palette = null;
    ask();
  };
  // For those who want to point at something on the stage: where it is in the window.
  /** @type {?} */ (root).stageAnchor = (name) => {
    const box = local.scene && camera.part === 0 ? anchorOf(local.scene, name) : null;
    if (!box) return null;
    const {left, top} = canvas.getBoundingClientRect();
    return {left: left + box.x - local.scene.scroll, top: top + box.y, width: box.w, height: box.h};
  };
  const themes = new MutationObserver(repaint);
  themes.observe(document.documentElement, {attributes: true, attributeFilter: ["data-theme", "class", "style"]});
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", repaint);
  ask();

  return () => {
    unsubscribe();
    stopListening();
    sizes.disconnect();
    themes.disconnect();
    dark.removeEventListener("change", repaint);
    root.replaceChildren();
  };
}
