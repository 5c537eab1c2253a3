import {endOf} from "../state/schedule.js";

const maps = new WeakMap();

/**
 * Where the playhead of another model is at the same moment: in the same phase at the same step of time, as far through
 * its operations there. A net that goes through time less often waits for its turn.
 *
 * @param {?} structure
 * @param {?} other
 * @param {number} playhead over the schedule of structure
 * @return {number} over the schedule of other
 */
export function sameMoment(structure, other, playhead) {
  if (!maps.has(structure)) maps.set(structure, new WeakMap());
  const known = maps.get(structure);
  if (!known.has(other)) known.set(other, mapOf(structure, other));
  const map = known.get(other);
  const k = Math.min(map.length - 1, Math.floor(playhead));
  const after = map[Math.min(map.length - 1, k + 1)];
  return map[k] + (after - map[k]) * (playhead - k);
}

/** For every position of one schedule the position in the other. */
function mapOf(structure, other) {
  const there = runsOf(other);
  const places = new Map(there.map((run) => [run.key, run]));
  const map = [0];
  for (const {key, from, to} of runsOf(structure)) {
    const run = places.get(key);
    for (let k = from + 1; k <= to; k++) {
      const at = run ? Math.round(run.from + (run.to - run.from) * (k - from) / (to - from)) : 0;
      map[k] = Math.max(map[k - 1], at);
    }
  }
  map[map.length - 1] = endOf(other);
  return map;
}

/**
 * Operations that follow one another in a phase at a step. Passes through time are counted from the last, since there the
 * answers are.
 */
function runsOf({schedule, equations}) {
  const runs = [];
  for (let k = 0; k < schedule.length / 2; k++) {
    const moment = equations[schedule[2 * k]].phase + schedule[2 * k + 1];
    const last = runs[runs.length - 1];
    if (last && last.moment === moment) last.to = k + 1;
    else runs.push({moment, from: k, to: k + 1, key: ""});
  }
  const counts = new Map();
  for (const run of runs.slice().reverse()) {
    const pass = counts.get(run.moment) || 0;
    counts.set(run.moment, pass + 1);
    run.key = run.moment + " " + pass;
  }
  return runs;
}
