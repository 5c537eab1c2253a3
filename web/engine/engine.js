import {archive, workerSource} from "../generated.js";
import {Frame} from "./frame.js";
import {CALLS} from "./protocol.js";

/** What the first worker unpacked and compiled, for every later one too. @type {?Promise<!Object>} */
let unpacked = null;

/** The same while there is none, so that nobody sees a change. */
const NONE = [];

/**
 * The core in its worker, as promises: one function for each of CALLS, `run(on)` for training until told otherwise,
 * `beside(on)` for frames of the models beside the open one, `measure(seconds)` for training that nobody watches, `look(seconds)` for pictures that nobody sees,
 * `presets()` for all of them by id and `close()` for the end.
 *
 * @param {{onStructure: function(!Object), onFrame: function(!Frame, !Array<?>), onStopped: function(string), onFailed: function(string), simd: (boolean|undefined)}} options
 *     onFrame: hears also {structure, frame} of each model shown beside the open one; simd: false for the plain kernels even where there are faster ones
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
      onStructure(structure);
    } else if (data.frame) {
      const {report} = data.frame;
      const others = data.frame.beside.map((numbers, k) =>
        ({structure: beside[k], frame: new Frame(beside[k], numbers, {points: 0, alone: report.alone}, null)}));
      onFrame(new Frame(structure, data.frame.data, report, data.frame.ghost), others.length ? others : NONE);
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
