import {createEngine} from "./engine.js";

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
export async function bench({cell = "lstm", hidden = 64, batch = 1, steps = 32, seconds = 2, simd = true} = {}) {
  const engine = createEngine({onStructure: ignore, onFrame: ignore, onStopped: ignore, onFailed: ignore, simd});
  try {
    await engine.open(await engine.benchmark(cell, hidden, batch, steps));
    const {firstLoss} = await engine.measure(WARM_UP);
    const run = await engine.measure(seconds);
    return {charsPerSecond: run.updates * batch * steps / run.seconds, firstLoss, lastLoss: run.lastLoss};
  } finally {
    engine.close();
  }
}
