<<<<<<< HEAD
import {createEngine} from "../engine/engine.js";
import {presets} from "../generated.js";
import {barPanel} from "../panels/bar.js";
import {cataloguePanel} from "../panels/catalogue.js";
import {checksPanel} from "../panels/checks.js";
import {dataPanel} from "../panels/data.js";
import {equationPanel} from "../panels/equation.js";
import {helpPanel} from "../panels/help.js";
import {lessonPanel} from "../panels/lesson.js";
import {modelPanel} from "../panels/model.js";
import {noticesPanel} from "../panels/notices.js";
import {playheadPanel} from "../panels/playhead.js";
import {predictionPanel} from "../panels/prediction.js";
import {progressPanel} from "../panels/progress.js";
import {settingsPanel} from "../panels/settings.js";
import {textsPanel} from "../panels/texts.js";
import {trainingPanel} from "../panels/training.js";
import {weightsPanel} from "../panels/weights.js";
import {stage} from "../stage/stage.js";
import {createStore} from "../state/store.js";
import {endOf} from "../state/schedule.js";
import {createActions} from "./actions.js";
import {showCallouts} from "./callouts.js";
import {listenToKeys} from "./keyboard.js";
import {createMeter} from "./meter.js";
import {strings} from "../text/en.js";
import {followTheme, recall} from "./theme.js";

const FIRST = "hello-charlm";

const catalog = presets.map(({id, json}) => {
  const {title, group, task, lesson, training} = JSON.parse(json);
  return {id, title, group: group || "", task: task || lesson || "", trains: Boolean(training)};
});

const store = createStore(Object.assign({
  structure: null, frame: null, catalog, presetId: null, training: false, updatesPerSecond: 0,
  playhead: 0, watching: false, unit: "operation", speed: 1,
  hover: null, selection: null, zoom: null, explanation: null,
  error: null, errorAt: null, notice: null, announcement: "", canUndo: false, canRedo: false,
  theme: "auto", motion: "auto", decimals: 4, dark: false, reduced: false, temperature: 1,
}, recall("settings", {})));

/** Whether what is picked out on the page is still there. */
const sameShape = (before, after) => Boolean(before) && JSON.stringify(before.tensors) === JSON.stringify(after.tensors);

const meter = createMeter();
const stopped = (message) => store.set({training: false, notice: strings.errors.stopped(message)});
const engine = createEngine({
  onStructure(structure) {
    const before = store.get();
    const {decoding} = structure.preset;
    const atEnd = before.playhead >= endOf(before.structure);
    store.set(Object.assign({
      structure,
      playhead: atEnd ? endOf(structure) : Math.min(before.playhead, endOf(structure)),
      temperature: decoding && decoding.temperature ? decoding.temperature : before.temperature,
    }, sameShape(before.structure, structure) ? {} : {selection: null, hover: null, zoom: null, explanation: null}));
  },
  onFrame(frame) {
    const {training, frame: before} = store.get();
    const {report} = frame;
    store.set({frame, updatesPerSecond: meter(report.updates, training)});
    if (report.stopped && !(before && before.report.stopped === report.stopped)) stopped(report.stopped);
  },
  onError: (message) => store.set({error: String(message), errorAt: null, training: false}),
  onStopped: stopped,
});
const actions = createActions(store, engine, new Map(presets.map(({id, json}) => [id, json])));

const part = (id) => /** @type {?} */ (document.getElementById(id));
followTheme(store);
const panels = {
  bar: barPanel, catalogue: cataloguePanel, help: helpPanel, settings: settingsPanel, notices: noticesPanel,
  lesson: lessonPanel, data: dataPanel, model: modelPanel, training: trainingPanel,
  stage, playhead: playheadPanel, equation: equationPanel, weights: weightsPanel,
  prediction: predictionPanel, texts: textsPanel, progress: progressPanel, checks: checksPanel,
};
for (const [id, panel] of Object.entries(panels)) panel(part(id), store, actions);
listenToKeys(store, actions);

/** Ready is when the first numbers are on the screen and the controls answer. */
async function start() {
  const asked = decodeURIComponent(location.hash.slice(1));
  await actions.openPreset(catalog.some(({id}) => id === asked) ? asked : FIRST);
  await painted();
  document.documentElement.dataset["unrolled"] = store.get().frame ? "ready" : "failed";
  performance.mark("unrolled:ready");
  const {stageAnchor} = part("stage");
  showCallouts(part("callouts"), stageAnchor || (() => null));
  if (store.get().frame && !store.get().reduced && !store.get().training) actions.watch(true);
}

const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => {
    setTimeout(resolve, 0);
  });
});

start();
=======
import {workerSource, wasmBase64} from "../generated.js";

const binary = atob(wasmBase64);
const bytes = new Uint8Array(binary.length);
for (let i = 0; i < binary.length; i++) { bytes[i] = binary.charCodeAt(i); }
const worker = new Worker(URL.createObjectURL(new Blob([workerSource], {type: "text/javascript"})));
worker.onmessage = ({data}) => {
  const scale = d3.scaleLinear().domain([0, 1]).range([0, 10]);
  document.getElementById("out").textContent = (data.failed || data.greeting + ", " + data.error) + ", " + scale(0.5);
  document.documentElement.dataset["unrolled"] = data.failed ? "failed" : "ready";
};
worker.postMessage({bytes: bytes.buffer});
>>>>>>> main
