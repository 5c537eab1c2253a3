import {createEngine} from "./engine.js";

/** What is trained everywhere: symbols are fixed in the core. */
export const SYMBOLS = 65;
export const STEPS = 32;
const WARM_UP = 0.5;
const ignore = () => {};

/**
 * Trains a character model of 65 symbols in a worker of its own, as fast as it goes: with Adam, the state set to zero before every sequence.
 * For the console, so that others can be run beside it.
 *
 * @param {{cell: (string|undefined), hidden: (number|undefined), batch: (number|undefined), steps: (number|undefined), seconds: (number|undefined),
 *     simd: (boolean|undefined)}=} asked cell is rnn, gru or lstm; without simd the plain kernels are measured
 * @return {!Promise<{charsPerSecond: number, firstLoss: number, lastLoss: number}>}
 */
export function bench({cell = "lstm", hidden = 64, batch = 1, steps = STEPS, seconds = 2, simd = true} = {}) {
  return inWorker({cell, hidden, batch, steps, simd}, async (engine) => {
    const {firstLoss} = await engine.measure(WARM_UP);
    const run = await engine.measure(seconds);
    return {charsPerSecond: run.updates * batch * steps / run.seconds, firstLoss, lastLoss: run.lastLoss};
  });
}

/**
 * Several runs of one net after one warm-up, and the row that tells of them.
 *
 * @param {{cell: string, hidden: number, batch: number}} net
 * @param {number} runs
 * @param {number} seconds of each
 * @return {!Promise<?>} {where, cell, hidden, batch, charsPerSecond, min, max}
 */
export function benchTraining({cell, hidden, batch}, runs, seconds) {
  return inWorker({cell, hidden, batch, steps: STEPS, simd: true}, async (engine) => {
    await engine.measure(WARM_UP);
    const speeds = [];
    for (let k = 0; k < runs; k++) {
      const run = await engine.measure(seconds);
      speeds.push(Math.round(run.updates * batch * STEPS / run.seconds));
    }
    return {where: "browser", cell, hidden, batch,
      charsPerSecond: Math.round(median(speeds)), min: Math.min(...speeds), max: Math.max(...speeds)};
  });
}

/**
 * What one frame costs: forward, backward and a copy of every number.
 *
 * @param {{cell: string, hidden: number}} net
 * @param {number} seconds
 * @return {!Promise<{cell: string, hidden: number, milliseconds: number, bytes: number}>}
 */
export function benchPicture({cell, hidden}, seconds) {
  return inWorker({cell, hidden, batch: 1, steps: STEPS, simd: true}, async (engine) => {
    const {milliseconds, bytes} = await engine.look(seconds);
    return {cell, hidden, milliseconds, bytes};
  });
}

/** @param {!Array<number>} values @return {number} the middle one, or the mean of the two in the middle */
export function median(values) {
  const sorted = values.slice().sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function inWorker({cell, hidden, batch, steps, simd}, measure) {
  const engine = createEngine({onStructure: ignore, onFrame: ignore, onStopped: ignore, onFailed: ignore, simd});
  try {
    await engine.open(await engine.benchmark(cell, hidden, batch, steps));
    return await measure(engine);
  } finally {
    engine.close();
  }
}
