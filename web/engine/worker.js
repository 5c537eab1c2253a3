import {decimals} from "./decimals.js";
import {unpackLzma} from "./lzma.js";
import {CALLS, QUESTIONS} from "./protocol.js";

/** How long one slice of training lasts, in milliseconds: a command is answered after at most one of them. */
const SLICE = 8;

/** So many models are shown one under the other. */
const MOST_SHOWN = 3;

/** The core's boundary, once it is there. @type {?Object} */
let core = null;
let version = 0;
let training = false;
let beside = false;
let painted = true;
let perSlice = 1;
const speed = {since: 0, updates: 0, perSecond: 0};
const next = new MessageChannel();

self.onmessage = async ({data}) => {
  if (data.painted) {
    painted = true;
    return;
  }
  try {
    self.postMessage({id: data.id, value: await answer(data.call, data.args)});
  } catch (e) {
    self.postMessage({id: data.id, error: message(e)});
  }
};

next.port1.onmessage = () => {
  if (!training) {
    return;
  }
  try {
    slice();
    next.port2.postMessage(null);
  } catch (e) {
    training = false;
    publish();
    self.postMessage({stopped: message(e)});
  }
};

/** @param {string} call @param {!Array<*>} args @return {!Promise<*>} */
async function answer(call, args) {
  if (call === "unpack") {
    return unpack(/** @type {?} */ (args[0]));
  }
  if (call === "start") {
    const [module, fast] = /** @type {!Array<?>} */ (args);
    core = (await TeaVM.wasmGC.load(module, {
      noAutoImports: true,
      installImports(imports) {
        imports.decimals = decimals;
        imports.kernels = kernels(fast, imports.env.memory);
      },
    })).exports;
    return null;
  }
  if (call === "run") {
    run(Boolean(args[0]));
    return null;
  }
  if (call === "beside") {
    beside = Boolean(args[0]);
    version = 0;
    if (core.isOpen()) publish();
    return null;
  }
  if (call === "measure") {
    return measure(Number(args[0]));
  }
  if (call === "look") {
    return look(Number(args[0]));
  }
  if (!CALLS.includes(call)) {
    throw new Error("the worker knows no call " + call);
  }
  try {
    const value = core[call](...args);
    return value === undefined ? null : value;
  } finally {
    if (!QUESTIONS.includes(call) && core.isOpen()) {
      publish();                                   // after an error too: training may have come some way before it
    }
  }
}

/**
 * What every worker needs, once for all of them: the compiled core, its kernels (null where there is no SIMD) and the
 * presets as JSON.
 *
 * @param {{text: string, sizes: !Array<number>}} archive
 * @return {!Promise<!Object>}
 */
async function unpack({text, sizes: [core, kernels, presets]}) {
  const letters = atob(text);
  const packed = new Uint8Array(letters.length);
  for (let k = 0; k < packed.length; k++) packed[k] = letters.charCodeAt(k);
  const bytes = unpackLzma(packed, core + kernels + presets);
  const fast = bytes.subarray(core, core + kernels);
  const compiler = /** @type {?} */ (WebAssembly);      // whose second argument is newer than what is known of it
  return {
    core: await compiler.compile(bytes.subarray(0, core), {builtins: ["js-string"]}),
    kernels: WebAssembly.validate(fast) ? await compiler.compile(fast) : null,
    presets: new TextDecoder().decode(bytes.subarray(core + kernels)),
  };
}

/**
 * The kernels on the core's memory; without them, functions that give 0 and that the core, seeing 0 lanes, leaves alone.
 *
 * @param {?WebAssembly.Module} module null: do without
 * @param {!WebAssembly.Memory} memory
 * @return {!Object}
 */
function kernels(module, memory) {
  return module ? new WebAssembly.Instance(module, {env: {memory}}).exports : new Proxy({}, {get: () => () => 0});
}

/** @param {boolean} on */
function run(on) {
  if (on && !training) {
    Object.assign(speed, {since: performance.now(), updates: 0});
    next.port2.postMessage(null);
  }
  training = on;
  if (!on) {
    speed.perSecond = 0;
    publish();
  }
}

/**
 * Trains for so many seconds and shows nothing.
 *
 * @param {number} seconds
 * @return {!Object} how far it came, and how many bytes the core's memory has now
 */
function measure(seconds) {
  const start = performance.now();
  core.train(1);
  const firstLoss = core.trainingLoss();
  let updates = 1;
  let spent = 0;
  for (let n = 1; spent < seconds; spent = (performance.now() - start) / 1000) {
    core.train(n);
    updates += n;
    n = performance.now() - start < 20 ? 2 * n : n;
  }
  const memory = core.memory(core.opened()).buffer.byteLength;
  return {updates, seconds: spent, firstLoss, lastLoss: core.trainingLoss(), memory};
}

/** What a picture costs, over so many seconds: forward, backward and a copy of every number. @param {number} seconds */
function look(seconds) {
  const start = performance.now();
  let pictures = 0;
  let bytes = 0;
  let spent = 0;
  for (; spent < 1000 * seconds; spent = performance.now() - start) {
    core.look();
    bytes = numbersOf(core.opened()).byteLength;
    JSON.parse(core.report(true));
    pictures++;
  }
  return {milliseconds: spent / pictures, bytes};
}

/** Trains for about SLICE milliseconds, then shows where that led if the page is ready to see it. */
function slice() {
  const start = performance.now();
  core.train(perSlice);
  const now = performance.now();
  speed.updates += perSlice;
  perSlice = Math.max(1, Math.min(4096, Math.round(perSlice * Math.min(2, SLICE / Math.max(0.5, now - start)))));
  if (now - speed.since > 500) {
    Object.assign(speed, {since: now, updates: 0, perSecond: speed.updates * 1000 / (now - speed.since)});
  }
  if (painted) {
    publish();
  }
}

/**
 * Runs the example once more, forward and backward, and sends every number of it in one copy for each model shown; where
 * something is held by hand, also every number of the same run with nothing held, its ghost.
 */
function publish() {
  const others = othersShown();
  const ghost = core.holds() ? free() : null;
  core.look();
  for (const k of others) core.lookBeside(k);
  if (core.version() !== version) {
    version = core.version();
    const beside = others.map((k) => JSON.parse(core.structureBeside(k)));
    self.postMessage({structure: JSON.parse(core.structure()), beside});
  }
  const [data, ...beside] = [core.opened(), ...others].map(numbersOf);
  const report = JSON.parse(core.report(!training));
  report.updatesPerSecond = speed.perSecond;
  const sent = [data, ...beside, ghost].filter(Boolean).map(({buffer}) => buffer);
  self.postMessage({frame: {version, data, report, ghost, beside}}, sent);
  painted = false;
}

/** Which models stand beside the open one: the first, as many as there is room for. */
function othersShown() {
  const all = Array.from({length: beside ? core.variants() : 0}, (_, k) => k);
  return all.filter((k) => k !== core.opened()).slice(0, MOST_SHOWN - 1);
}

/** @return {!Float32Array} the numbers of a run in which nothing is held */
function free() {
  core.lookFree();
  return numbersOf(core.opened());
}

/** @param {number} model @return {!Float32Array} */
function numbersOf(model) {
  return core.memory(model).slice(0, core.frameSize(model));
}

/** @param {*} e @return {string} */
function message(e) {
  return e instanceof Error ? e.message : String(e);
}
