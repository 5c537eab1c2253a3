/** The memory that undo may hold, in bytes; the oldest entries go first. */
const MOST_BYTES = 48e6;
const MOST_ENTRIES = 200;
/** Edits with the same key that follow one another this quickly are one edit. */
const COALESCE_MS = 900;

/**
 * Undo and redo. An entry is a moment before an edit: the preset as it was and everything the core had learned.
 *
 * @param {function(): !Promise<?>} capture the present moment, as {presetId, preset, saved: Float32Array}
 * @param {function(?): !Promise<?>} restore back to such a moment
 * @param {function(boolean, boolean): void} changed hears whether there is something to undo, to redo
 * @return {?} {before(key), undo(), redo()}
 */
export function createHistory(capture, restore, changed) {
  const past = [];
  let future = [];
  let busy = false;

  const tell = () => changed(past.length > 0, future.length > 0);

  const trim = () => {
    const bytes = () => past.reduce((sum, entry) => sum + entry.bytes, 0);
    while (past.length > MOST_ENTRIES || (past.length > 1 && bytes() > MOST_BYTES)) past.shift();
  };

  const entryOf = (key) => {
    const entry = {key, time: performance.now(), bytes: 0, moment: capture()};
    entry.moment.then((moment) => {
      entry.bytes = moment && moment.saved ? moment.saved.byteLength : 0;
      trim();
    }, () => {});
    return entry;
  };

  const move = async (from, to) => {
    if (busy || from.length === 0) return false;
    busy = true;
    try {
      const entry = from.pop();
      to.push(entryOf(""));
      await restore(await entry.moment);
      return true;
    } finally {
      busy = false;
      tell();
    }
  };

  return {
    /**
     * Call right before an edit: what is asked of the core next comes after the moment kept here.
     *
     * @param {string} key
     * @return {function(): void} to be called when the core refuses the edit: then all is as if it had not been announced
     */
    before(key) {
      const last = past[past.length - 1];
      const now = performance.now();
      if (last && key && last.key === key && now - last.time < COALESCE_MS && future.length === 0) {
        const {time} = last;
        last.time = now;
        return () => {
          last.time = time;
        };
      }
      const entry = entryOf(key);
      const undone = future;
      past.push(entry);
      future = [];
      tell();
      return () => {
        const at = past.indexOf(entry);
        if (at < 0) return;
        if (at === past.length - 1) future = undone;
        past.splice(at, 1);
        tell();
      };
    },
    undo: () => move(past, future),
    redo: () => move(future, past),
  };
}
