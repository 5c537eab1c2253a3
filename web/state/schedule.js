/**
 * Where the playhead is: positions count operations of structure.schedule = [equation, t, equation, t, …].
 */

/** @param {?} structure @return {number} the position at which everything is known */
export function endOf(structure) {
  return structure ? structure.schedule.length / 2 : 0;
}

/**
 * The operation that has happened last.
 *
 * @param {?} structure
 * @param {number} playhead
 * @return {?{equation: ?, t: number, position: number}}
 */
export function operationAt(structure, playhead) {
  const position = Math.min(endOf(structure), Math.ceil(playhead)) - 1;
  if (position < 0) return null;
  const {schedule, equations} = structure;
  return {equation: equations[schedule[2 * position]], t: schedule[2 * position + 1], position};
}

/**
 * The step of time the playhead is at; the last one mentioned when the operation belongs to no step; −1 before the
 * first.
 *
 * @param {?} structure
 * @param {number} playhead
 * @return {number}
 */
export function stepAt(structure, playhead) {
  if (!structure) return -1;
  let position = Math.min(endOf(structure), Math.ceil(playhead)) - 1;
  while (position >= 0 && structure.schedule[2 * position + 1] < 0) position--;
  return position < 0 ? -1 : structure.schedule[2 * position + 1];
}

/**
 * From which position on the value of a tensor at step t is known; 0 when no operation makes it.
 *
 * @param {?} structure
 * @param {string} tensor
 * @param {number} t
 * @return {number}
 */
export function knownFrom(structure, tensor, t) {
  const {schedule, equations} = structure;
  for (let k = 0; k < schedule.length; k += 2) {
    if (schedule[k + 1] === t && equations[schedule[k]].output === tensor) return k / 2 + 1;
  }
  return 0;
}

/**
 * The next place to stop, a unit further on or back.
 *
 * @param {?} structure
 * @param {number} playhead
 * @param {string} unit "operation" | "step" | "sequence" | "epoch"
 * @param {number} direction 1 or −1
 * @return {number}
 */
export function nextStop(structure, playhead, unit, direction) {
  const end = endOf(structure);
  const here = direction > 0 ? Math.floor(playhead) : Math.ceil(playhead);
  if (unit === "operation") return Math.max(0, Math.min(end, here + direction));
  const stops = stopsOf(structure, unit);
  if (direction > 0) return stops.find((stop) => stop > here) ?? end;
  return stops.filter((stop) => stop < here).pop() ?? 0;
}

/**
 * The step of time the playhead is in, from its first operation to behind its last.
 *
 * @param {?} structure
 * @param {number} playhead
 * @return {{from: number, to: number}}
 */
export function around(structure, playhead) {
  const to = nextStop(structure, Math.max(0, Math.ceil(playhead) - 1), "step", 1);
  return {from: nextStop(structure, to, "step", -1), to};
}

/** @type {!WeakMap<!Object, !Object<string, !Array<number>>>} */
const known = new WeakMap();

/** Boundaries where the step of time (unit "step") or the phase (otherwise) changes. */
function stopsOf(structure, unit) {
  if (!known.has(structure)) known.set(structure, {});
  const stops = known.get(structure);
  const kind = unit === "step" ? "step" : "phase";
  if (!stops[kind]) stops[kind] = read(structure, kind);
  return stops[kind];
}

function read(structure, kind) {
  const {schedule, equations} = structure;
  const end = endOf(structure);
  const mark = (k) => {
    const phase = equations[schedule[2 * k]].phase;
    return kind === "step" ? phase + schedule[2 * k + 1] : phase;
  };
  const stops = [0];
  for (let k = 1; k < end; k++) if (mark(k) !== mark(k - 1)) stops.push(k);
  stops.push(end);
  return stops;
}
