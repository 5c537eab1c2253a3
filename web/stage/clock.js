import {around, endOf, nextStop} from "../state/schedule.js";

/** How long one unit takes at speed 1, in milliseconds. */
const PACE = {operation: 420, step: 900, sequence: 3600, epoch: 1400};
const REST = 1800;

/**
 * The clock of the playhead. While the page watches, it carries the playhead on or back, a unit at a time, rests at the
 * end and begins again; in a loop it goes round one step. It waits while something is pointed at. Where motion is reduced
 * it jumps from unit to unit.
 *
 * @param {?} store
 * @param {?} actions
 * @return {{wake: function(): void, stop: function(): void}}
 */
export function createClock(store, actions) {
  let asked = 0;
  let last = 0;
  let rested = 0;
  let waited = 0;
  /** @type {?{from: number, to: number}} */
  let range = null;

  const tick = (time) => {
    asked = 0;
    const {structure, playhead, watching, training, near, unit, speed, reduced, loop, reverse} = store.get();
    if (!watching || training || !structure) {
      last = 0;
      range = null;
      if (structure && playhead % 1) actions.seek(Math.ceil(playhead));
      return;
    }
    asked = requestAnimationFrame(tick);
    const passed = last ? Math.min(100, time - last) : 0;
    last = time;
    if (near || document.hidden) return;
    if (!loop) range = {from: 0, to: endOf(structure)};
    else if (!range || playhead < range.from || playhead > range.to || range.to - range.from > structure.schedule.length / 4) range = around(structure, playhead);
    const [start, goal] = reverse ? [range.to, range.from] : [range.from, range.to];
    if (reverse ? playhead <= goal : playhead >= goal) {
      rested += passed * Math.max(1, speed);
      if (rested < (loop ? REST / 4 : REST)) return;
      rested = 0;
      if (unit === "epoch" && structure.trains && !loop && !reverse) {
        actions.trainOnce();
        actions.watch(true);
      }
      actions.seek(start);
      return;
    }
    rested = 0;
    const within = (position) => Math.max(range.from, Math.min(range.to, position));
    const far = unit === "epoch" ? "sequence" : unit;
    if (reduced) {
      waited += passed * speed;
      if (waited < PACE[unit]) return;
      waited = 0;
      actions.seek(within(nextStop(structure, playhead, far, reverse ? -1 : 1)));
      return;
    }
    actions.seek(within(playhead + (reverse ? -1 : 1) * passed * speed * rate(structure, playhead, unit)));
  };

  return {
    wake() {
      if (!asked && store.get().watching) asked = requestAnimationFrame(tick);
    },
    stop() {
      cancelAnimationFrame(asked);
      asked = 0;
    },
  };
}

/** Operations a millisecond: the unit the playhead is in takes its pace, however many operations it has. */
function rate(structure, playhead, unit) {
  if (unit === "operation") return 1 / PACE.operation;
  if (unit === "epoch") return endOf(structure) / (PACE.epoch * 2);
  const to = nextStop(structure, Math.floor(playhead), unit, 1);
  const from = nextStop(structure, to, unit, -1);
  return (to - from) / PACE[unit];
}
