import {el, setText} from "../dom/dom.js";
import {operationAt, stepAt} from "../state/schedule.js";
import {stage as strings} from "../text/en.stage.js";
import {createCamera} from "./camera.js";
import {createCard} from "./card.js";
import {createComposer} from "./compose.js";
import {createCrawl} from "./crawl.js";
import {createCrumbs} from "./crumbs.js";
import {createDepth} from "./depth.js";
import {createDrag} from "./drag.js";
import {anchorOf} from "./hit.js";
import {cellOfKeys} from "./keys.js";
import {createLegend} from "./legend.js";
import {LEVELS, pathOf} from "./levels.js";
import {stagePalette} from "./palette.js";
import {drawPicture} from "./picture.js";
import {listen} from "./pointer.js";
import {createSave} from "./save/menu.js";
import {sheetOf} from "./save/sheet.js";
import {createStrips} from "./strips.js";
import {createTooltip} from "./tooltip.js";
import {createTwin} from "./twin.js";
import {createWays} from "./ways.js";

/** An unfolded cell needs this height for its numbers. */
const LEAST_HEIGHT = 390;
const DRAWN_BY = ["structure", "frame", "playhead", "hover", "selection", "explanation", "zoom", "theme", "range"];

/**
 * The stage: the network unrolled through time, the cell in it that is unfolded, the number that is gone into. It is
 * painted again only when something it shows has changed, at most once a frame.
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
  const view = el("div", {class: "stage-view"}, canvas);
  const live = el("p", {class: "stage-unseen", "aria-live": "polite"});
  const tableRoot = el("div", {class: "stage-twin"});
  const stripsRoot = el("div", {class: "stage-under"});
  root.append(bar, view, live, stripsRoot, tableRoot);

  const ctx = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const tooltip = createTooltip(view);
  const updateTwin = createTwin(tableRoot, bar);
  const composer = createComposer();
  const crawl = createCrawl();
  const local = {view: "values", hoverCell: null, hoverMatrix: null, palette: null, look: "", layout: null, scene: null, playhead: 0, top: 0};
  const look = (chosen) => {
    local.view = chosen;
    const {structure, playhead} = store.get();
    if (structure && playhead < structure.schedule.length / 2) actions.seek(structure.schedule.length / 2);
    ask();
  };
  const updateLegend = createLegend(bar, look, actions.letGo, (range) => actions.setSetting({range}));
  const strips = createStrips(stripsRoot, actions);
  createSave(bar, () => local.scene && sheetOf(local.scene, strips.picture()), store, actions);
  let asked = 0;
  let twinTimer = 0;
  /** @type {?} */
  let box = null;

  const ask = () => {
    if (!asked) asked = requestAnimationFrame(draw);
  };
  const camera = createCamera(ask);
  const depth = createDepth(view, canvas);
  const ways = createWays(actions, ask);
  const updateCard = createCard(view, store, actions);
  const coarse = window.matchMedia("(pointer: coarse)");
  canvas.addEventListener("focus", ask);
  canvas.addEventListener("blur", ask);

  /** To so many levels of the way. */
  const go = (count) => {
    const {zoom, selection} = store.get();
    if (selection && selection.inside) actions.select(Object.assign({}, selection, {inside: false}));
    if (count === 1 && zoom) actions.unfold(null);
    canvas.focus({preventScroll: true});
  };
  const showCrumbs = createCrumbs(view, go);

  /** The room there is: for the network, and in sight for what is inside of it. */
  const measure = () => {
    if (!box) box = {width: view.clientWidth, height: view.clientHeight};
    const given = box.height - 2;
    const height = given > 240 ? Math.min(640, given) : Math.max(330, Math.min(620, window.innerHeight * 0.56));
    return {width: Math.max(280, Math.round(box.width)), height, sight: Math.max(Math.round(given > 240 ? given : height), LEAST_HEIGHT)};
  };

  /** The canvas is as large as what it shows. */
  const resize = ({width, height}) => {
    const density = window.devicePixelRatio || 1;
    const [w, h] = [Math.round(width * density), Math.round(height * density)];
    if (canvas.width !== w || canvas.height !== h) {
      Object.assign(canvas, {width: w, height: h});
      canvas.style.height = height + "px";
      depth.cue();
    }
    ctx.setTransform(density, 0, 0, density, 0, 0);
  };

  function draw() {
    asked = 0;
    const state = store.get();
    const {structure, frame} = state;
    if (!structure || !frame || !frame.data || frame.version !== structure.version) return;
    if (!local.palette || local.look !== lookNow()) {
      local.look = lookNow();
      local.palette = stagePalette();
    }
    const before = camera.path.length;
    camera.aim(pathOf(state));
    const outside = camera.path.length === 1;
    if (before === 1 && !outside) local.top = view.scrollTop;
    const room = measure();
    const {layout, timeline} = composer.arrange(structure, room, camera.near());
    const lit = timeline.at(state.playhead);
    const moved = state.playhead !== local.playhead;
    camera.follow(layout, lit ? lit.t : null, moved);
    const scene = composer.scene(state, camera, {width: room.width, sight: room.sight, palette: local.palette, top: local.top,
      view: structure.trains ? local.view : "values", hoverCell: local.hoverCell, hoverMatrix: local.hoverMatrix,
      coarse: coarse.matches, crawl: state.training && !state.reduced ? crawl(structure, frame) : null, focusCell: focusCell(state, layout)});
    Object.assign(local, {scene, layout, playhead: state.playhead});
    scene.ways = ways(scene, state);
    resize(scene.size);
    if (outside && before > 1) view.scrollTop = local.top;
    if (outside) depth.follow(scene, moved);
    drawPicture(ctx, scene);
    showCrumbs(camera.path);
    strips.show(scene, state);
    updateCard(scene);
    root.dispatchEvent(new CustomEvent("drawn", {detail: scene}));
    updateLegend(scene, structure.trains);
    describe();
  }

  /** The cell that Enter opens, while the keys are here. */
  const focusCell = (state, layout) => {
    if (!canvas.matches(":focus-visible")) return null;
    const {layer, t, rev} = cellOfKeys(state);
    return layout.cellAt(layer, t, rev);
  };

  /** What is happening, in words, for those who do not see it. */
  function describe() {
    if (twinTimer) return;
    twinTimer = setTimeout(() => {
      twinTimer = 0;
      if (!local.scene || store.get().training) return;
      const {structure, playhead, watching} = store.get();
      const {circuit, rest} = local.scene;
      const step = circuit ? circuit.t : rest ? structure.steps - 1 : stepAt(structure, playhead);
      updateTwin(local.scene, Math.max(0, step));
      const now = operationAt(structure, playhead);
      const text = !now ? strings.playhead.nothing
        : local.scene.rest ? strings.playhead.all : strings.playhead.at(now.equation.text, now.t);
      const place = local.scene.path.slice(1).map(({name}) => name + ". ").join("");
      canvas.setAttribute("aria-label", strings.label + ". " + place + text);
      if (!watching) setText(live, place + text);
    }, 220);
  }

  const hit = (x, y) => (local.scene && camera.level() ? LEVELS[camera.level()].hit(local.scene, x, y) : null);
  const stopDragging = createDrag(view, canvas, {hit, scene: () => local.scene, store, actions});
  const stopListening = listen(canvas, {
    hit,
    back: () => go(camera.path.length - 1),
    chooseLoss(step) {
      look("gradients");
      actions.onlyLoss(store.get().frame.report.alone === step ? -1 : step);
    },
    camera, store, actions, tooltip, local, ask, layout: () => local.layout, scene: () => local.scene,
  });

  const unsubscribe = store.subscribe((state, previous) => {
    if (state.theme !== previous.theme) local.palette = null;
    if (state.zoom !== previous.zoom || state.selection !== previous.selection) tooltip.hide();
    if (DRAWN_BY.some((key) => state[key] !== previous[key])) ask();
  });
  const sizes = new ResizeObserver((entries) => {
    box = entries[entries.length - 1].contentRect;
    ask();
  });
  sizes.observe(view);
  const {documentElement: page} = document;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  /** What the colours depend on: attributes are set anew more often than they change. */
  const lookNow = () => [page.dataset.theme, page.dataset.contrast, page.className, page.getAttribute("style"), dark.matches].join();
  // For those who want to point at something on the stage: where it is in the window.
  /** @type {?} */ (root).stageAnchor = (name) => {
    const found = local.scene && camera.level() === "net" ? anchorOf(local.scene, name) : null;
    if (!found) return null;
    const {left, top} = canvas.getBoundingClientRect();
    return {left: left + found.x - local.scene.scroll, top: top + found.y, width: found.w, height: found.h};
  };
  const themes = new MutationObserver(ask);
  themes.observe(page, {attributes: true, attributeFilter: ["data-theme", "data-contrast", "class", "style"]});
  dark.addEventListener("change", ask);
  ask();

  return () => {
    unsubscribe();
    stopListening();
    stopDragging();
    sizes.disconnect();
    themes.disconnect();
    dark.removeEventListener("change", ask);
    root.replaceChildren();
  };
}
