import {archive, workerSource} from "../generated.js";
import {Frame} from "./frame.js";
import {CALLS} from "./protocol.js";

/** What the first worker unpacked and compiled, for every later one too. @type {?Promise<!Object>} */
let unpacked = null;

/**
 * The core in its worker, as promises: one function for each of CALLS, `run(on)` for training until told otherwise,
 * `beside(on)` for frames of the models beside the open one, `measure(seconds)` for training that nobody watches,
 * `look(seconds)` for pictures that nobody sees, `presets()` for all of them by id and `close()` for the end.
 *
 * @param {{onStructure: function(!Object), onFrame: function(!Frame), onStopped: function(string), onFailed: function(string), simd: (boolean|undefined)}} options
 *     simd: false for the plain kernels even where there are faster ones
 * @return {!Object<string, function(...*): !Promise<*>>}
 */
export function createEngine({onStructure, onFrame, onStopped, onFailed, simd = true}) {
  const waiting = new Map();
  let last = 0;
  let structure = null;
  /** @type {!Array<?>} */
  let beside = [];
  const worker = new Worker(URL.createObjectURL(new Blob([workerSource], {type: "text/javascript"})));

  const ask = (call, args) => new Promise((resolve, reject) => {
    waiting.set(++last, {resolve, reject});
    worker.postMessage({id: last, call, args});
  });

  worker.onmessage = ({data}) => {
    if (data.structure) {
      structure = data.structure;
      beside = data.beside;
      for (const one of [structure, ...beside]) one.beside = [structure, ...beside].filter((other) => other !== one);
      onStructure(structure);
    } else if (data.frame) {
      onFrame(together(data.frame, structure, beside));
      requestAnimationFrame(() => worker.postMessage({painted: true}));
    } else if (data.stopped) {
      onStopped(data.stopped);
    } else {
      const {resolve, reject} = waiting.get(data.id);
      waiting.delete(data.id);
      "error" in data ? reject(new Error(data.error)) : resolve(data.value);
    }
  };
  worker.onerror = (e) => {
    const message = e.message || "the worker could not start";
    onFailed(message);
    for (const {reject} of waiting.values()) reject(new Error(message));
    waiting.clear();
  };

  unpacked = unpacked || ask("unpack", [archive]);
  const started = unpacked.then(({core, kernels}) => ask("start", [core, simd ? kernels : null]));
  started.catch((e) => onFailed(e.message));

  const engine = {
    run: (on) => started.then(() => ask("run", [on])),
    beside: (on) => started.then(() => ask("beside", [on])),
    measure: (seconds) => started.then(() => ask("measure", [seconds])),
    look: (seconds) => started.then(() => ask("look", [seconds])),
    presets: () => unpacked.then(({presets}) => JSON.parse(presets)),
    async close() {
      worker.terminate();
    },
  };
  for (const call of CALLS) {
    engine[call] = (...args) => started.then(() => ask(call, args));
  }
  return engine;
}

/**
 * The frame of the open model; it and those beside it know of each other.
 *
 * @param {?} sent @param {?} structure @param {!Array<?>} beside their structures
 * @return {!Frame}
 */
function together({data, report, ghost, beside: numbers}, structure, beside) {
  const frame = new Frame(structure, data, report, ghost);
  const all = [{structure, frame}].concat(beside.map((one, k) =>
    ({structure: one, frame: new Frame(one, numbers[k], {points: 0, alone: report.alone}, null)})));
  for (const one of all) one.frame.beside = all.filter((other) => other !== one);
  return frame;
}
