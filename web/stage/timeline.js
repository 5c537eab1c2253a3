import {isStart} from "./directions.js";
import {looksBack} from "./head.js";
import {tensorOf} from "./layers.js";

/**
 * The schedule, turned over: for every number, the operation after which it is known.
 *
 * @param {?} structure
 * @return {?} {end, steps, phases: [{phase, from, to}], knownAt(tensor, t), operationOf(tensor, t), at(playhead)}
 */
export function timelineOf(structure) {
  const {schedule, equations, steps, tensors} = structure;
  const end = schedule.length / 2;
  const made = new Map();
  const phases = [];
  for (let k = 0; k < end; k++) {
    const {output, phase} = equations[schedule[2 * k]];
    const t = schedule[2 * k + 1];
    if (!made.has(output)) made.set(output, new Map());
    if (phase !== "update" && !made.get(output).has(t)) made.get(output).set(t, k);
    const last = phases[phases.length - 1];
    if (last && last.phase === phase) last.to = k + 1;
    else phases.push({phase, from: k, to: k + 1});
  }
  const roles = new Map(tensors.map(({name, role}) => [name, role]));
  const given = (name) => ["weight", "input", "state0", "clamp"].includes(roles.get(name));

  /** Blocks are made with the whole (a.i by a), the whole with its last block. */
  const operationOf = (name, t) => {
    const own = made.get(name);
    if (own) return own.has(t) ? own.get(t) : own.has(-1) ? own.get(-1) : null;
    const whole = name.replace(/\.[a-z]$/, "");
    if (whole !== name && made.has(whole)) return operationOf(whole, t);
    const gate = name.match(/^((?:l\d+\.)?(?:rev\.)?d?)a\.([a-z])$/);
    if (gate) return operationOf(gate[1] + gate[2], t);
    let latest = null;
    for (const key of made.keys()) {
      if (key.startsWith(name + ".") && made.get(key).has(t)) latest = Math.max(latest || 0, made.get(key).get(t));
    }
    return latest;
  };
  const cache = new Map();

  return {
    end,
    steps,
    phases,
    operationOf,
    /** The playhead from which on this is known: 0 always, Infinity never. */
    knownAt(name, t) {
      if (t < 0 || t >= steps) return isStart(name, t, steps) && roles.has(name + "0") ? 0 : Infinity;
      if (!cache.has(name)) cache.set(name, new Array(steps));
      const row = cache.get(name);
      if (row[t] === undefined) {
        const k = operationOf(name, t);
        row[t] = k !== null ? k + 1 : given(name) ? 0 : Infinity;
      }
      return row[t];
    },
    /** The operation under the playhead: null before the first, and at rest after the last. */
    at(playhead) {
      if (playhead <= 0 || playhead >= end) return null;
      const k = Math.ceil(playhead) - 1;
      return {k, equation: equations[schedule[2 * k]], t: schedule[2 * k + 1], part: playhead - k};
    },
  };
}

/**
 * The numbers an operation reads at a step; t −1 is the state handed in; all: it reads every step.
 *
 * @param {?} structure
 * @param {?} equation
 * @param {number} t
 * @return {!Array<{tensor: string, t: number, all: boolean}>}
 */
export function inputsOf(structure, equation, t) {
  const inputs = [];
  for (const {tensor, lag, steps} of equation.inputs) {
    const found = tensorOf(structure, tensor);
    if (!found || found.role === "weight" || t < 0) continue;
    const end = steps === "all" ? readTo(structure, equation) : 0;
    for (let step = 0; step < end; step++) inputs.push({tensor, t: step, all: true});
    if (end) continue;
    const at = steps === "last" ? structure.steps - 1 : t + lag;
    const inside = at >= 0 && at < structure.steps;
    if (inside || isStart(tensor, at, structure.steps)) inputs.push({tensor, t: at, all: false});
  }
  return inputs;
}

/** All steps, but a decoder looks back at its encoder only. */
function readTo(structure, {phase}) {
  return looksBack(structure) && phase === "forward" ? structure.source : structure.steps;
}

/**
 * Whether an operation mixes units (a matrix product) or works unit by unit.
 *
 * @param {?} structure
 * @param {?} equation
 * @return {boolean}
 */
export function mixesUnits(structure, equation) {
  return equation.inputs.some(({tensor}) => {
    const found = tensorOf(structure, tensor);
    return found && found.role === "weight" && found.shape.length > 1;
  }) || /softmax/.test(equation.text);
}
