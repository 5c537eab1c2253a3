import {watch} from "../dom/dom.js";
import {recall} from "../dom/storage.js";
import {bench} from "../engine/bench.js";
import {createEngine} from "../engine/engine.js";
import {barPanel} from "../panels/bar.js";
import {cataloguePanel} from "../panels/catalogue.js";
import {checksPanel} from "../panels/checks.js";
import {comparePanel} from "../panels/compare.js";
import {dataPanel} from "../panels/data.js";
import {equation} from "../panels/equation.js";
import {helpPanel} from "../panels/help.js";
import {lessonPanel} from "../panels/lesson.js";
import {modelPanel} from "../panels/model.js";
import {noticesPanel} from "../panels/notices.js";
import {playhead} from "../panels/playhead.js";
import {predictionPanel} from "../panels/prediction.js";
import {progressPanel} from "../panels/progress.js";
import {recitalPanel} from "../panels/recital.js";
import {samplesPanel} from "../panels/samples.js";
import {settingsPanel} from "../panels/settings.js";
import {truthPanel} from "../panels/truth.js";
import {textsPanel} from "../panels/texts.js";
import {trainingPanel} from "../panels/training.js";
import {viewsPanel} from "../panels/views.js";
import {VIEWS} from "../panels/views/index.js";
import {weightsPanel} from "../panels/weights.js";
import {besideStage} from "../stage/beside.js";
import {createBesideMenu} from "../stage/beside-menu.js";
import {stage} from "../stage/stage.js";
import {loops, shapeOf} from "../state/shape.js";
import {createStore} from "../state/store.js";
import {endOf} from "../state/schedule.js";
import {createActions} from "./actions.js";
import {explainSelection} from "./explainer.js";
import {showCallouts} from "./callouts.js";
import {listenToKeys} from "./keyboard.js";
import {createMeter} from "./meter.js";
import {strings} from "../text/en.js";
import {followTheme} from "./theme.js";

const FIRST = "hello-charlm";
/** The finished picture stands this long before the playhead runs through it. */
const LOOK_MS = 2500;

const store = createStore(Object.assign({
  structure: null, frame: null, comparing: false, catalog: [], presetId: null, originals: {}, training: false, updatesPerSecond: 0,
  playhead: 0, watching: false, unit: "operation", speed: 1,
  view: "", hover: null, near: false, selection: null, zoom: null, explanation: null,
  error: null, errorAt: null, notice: null, announcement: "", canUndo: false, canRedo: false,
  theme: "auto", contrast: "auto", stark: false, range: "global", motion: "auto", decimals: 4, turned: false, writes: false, dark: false, reduced: false, temperature: 1, topK: 0, topP: 1, draw: 1,
}, recall("settings", {})));

/** Whether what is picked out on the page is still there. */
const sameShape = (before, after) => Boolean(before) && formOf(before) === formOf(after);
/** What is held by hand comes and goes on the same net. */
const formOf = ({tensors}) => tensors.filter(({role}) => role !== "clamp").map(({name, rows, cols}) => [name, rows, cols]).join(" ");

const meter = createMeter();
const stopped = (message) => store.set({training: false, notice: strings.errors.stopped(message)});
/** Until the core has spoken only the frame of the page stands, so that nothing jumps. */
const show = () => document.documentElement.classList.add("begun");
const engine = createEngine({
  onStructure(structure) {
    const before = store.get();
    const atEnd = before.playhead >= endOf(before.structure);
    store.set(Object.assign({
      structure,
      playhead: atEnd ? endOf(structure) : Math.min(before.playhead, endOf(structure)),
    }, sameShape(before.structure, structure) ? {} : {selection: null, hover: null, near: false, zoom: null, explanation: null}));
  },
  onFrame(frame) {
    show();
    store.set({frame, updatesPerSecond: meter(frame.report.updates, store.get().training)});
  },
  onFailed(message) {
    show();
    store.set({error: strings.errors.failed(message), errorAt: null, training: false});
  },
  onStopped: stopped,
});
/** For the console, and for whoever drives the page by script. */
globalThis["unrolled"] = {engine, store};
globalThis["unrolledBench"] = bench;
/** The exercises by id, once they are unpacked. @type {!Map<string, ?>} */
const presets = new Map();
const actions = createActions(store, engine, presets, Array.from(VIEWS.keys()));

const part = (id) => /** @type {?} */ (document.getElementById(id));
followTheme(store);
const panels = {
  bar: barPanel, catalogue: cataloguePanel, help: helpPanel, settings: settingsPanel, notices: noticesPanel,
  lesson: lessonPanel, data: dataPanel, model: modelPanel, training: trainingPanel,
  views: viewsPanel, stage, playhead, equation, weights: weightsPanel,
  compare: comparePanel, prediction: predictionPanel, truth: truthPanel, texts: textsPanel, samples: samplesPanel,
  recital: recitalPanel, progress: progressPanel, checks: checksPanel,
};
for (const [id, panel] of Object.entries(panels)) panel(part(id), store, actions);
besideStage(part("stage"), store, actions);
createBesideMenu(part("model"), store, actions);
listenToKeys(store, actions);
explainSelection(store, engine);
watch(store, ["turned"], ({turned}, previous) => turned !== Boolean(previous.turned) && engine.turn(turned));
watch(store, ["writes"], ({writes}, previous) => writes !== Boolean(previous.writes) && engine.writes(writes));
/** On a phone the formula of a picked number comes to where it was tapped. */
watch(store, ["selection"], ({selection}) => part("equation").classList.toggle("picked", Boolean(selection)));

/** Ready is when the first numbers are on the screen and the controls answer. */
async function start() {
  if (await engine.presets().then(offer, () => false)) {
    await actions.openPreset(asked() || FIRST);
    sayIfUnknown();
    followAddress();
  }
  await painted();
  document.documentElement.dataset["unrolled"] = store.get().frame ? "ready" : "failed";
  performance.mark("unrolled:ready");
  const {stageAnchor} = part("stage");
  const anchor = (name) => (stageAnchor && !store.get().view ? stageAnchor(name) : null);
  if (store.get().presetId === FIRST) showCallouts(part("callouts"), anchor, store);
  setTimeout(showOnce, LOOK_MS);
}

/** Fills the catalogue. @param {!Object<string, ?>} all by id @return {boolean} */
function offer(all) {
  for (const [id, preset] of Object.entries(all)) presets.set(id, preset);
  store.set({catalog: Array.from(presets, ([id, preset]) => {
    const {title, group, task, lesson, training} = preset;
    return {id, title, group: group || "", task: task || lesson || "", trains: Boolean(training),
      shape: shapeOf(preset), loops: loops(preset)};
  })});
  return true;
}

/** The address names the exercise, so that it can be linked to. */
function followAddress() {
  store.subscribe(({presetId, structure}, previous) => {
    if (structure && structure !== previous.structure) document.title = structure.preset.title + " · " + strings.name;
    if (presetId === previous.presetId || !presetId || presetId === asked()) return;
    history.replaceState(null, "", "#" + presetId);
  });
  window.addEventListener("hashchange", () => {
    sayIfUnknown();
    if (asked() && asked() !== store.get().presetId) actions.openPreset(asked());
  });
}

/** An address that asks for an exercise there is not: the open one stays, and so does its address. */
function sayIfUnknown() {
  const id = location.hash.slice(1);
  if (!id || asked() || document.getElementById(id)) return;
  actions.openPreset(id);
  history.replaceState(null, "", "#" + store.get().presetId);
}

/** The exercise the address asks for, or nothing. */
function asked() {
  const id = location.hash.slice(1);
  return presets.has(id) ? id : "";
}

/** Whoever has done nothing yet is shown how the numbers come about. */
function showOnce() {
  const {frame, reduced, training, canUndo, selection, zoom, playhead, structure, view} = store.get();
  const busy = training || canUndo || selection || zoom || view;
  if (frame && !reduced && !busy && playhead >= endOf(structure)) actions.watch(true);
}

const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => {
    setTimeout(resolve, 0);
  });
});

start();
