import {calmly} from "../dom/dom.js";
import {knownFrom, operationAt} from "../state/schedule.js";

const READABLE_MS = 120;

/**
 * Keeps `explanation` in the store true: of the number that is selected, else of the operation the playhead is at,
 * asked from the core again whenever numbers changed. One question at a time; the newest counts.
 *
 * @param {?} store
 * @param {?} engine
 */
export function explainSelection(store, engine) {
  let asking = false;
  let again = false;

  /** @type {function(): ?} */
  const ask = async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      await askNewest();
    } finally {
      asking = false;
    }
  };

  const askNewest = async () => {
    do {
      again = false;
      const wanted = wantedOf(store.get());
      const version = store.get().structure ? store.get().structure.version : 0;
      let explanation = null;
      try {
        explanation = wanted ? parsed(await engine.explain(wanted.operation, wanted.unit)) : null;
      } catch (gone) {
        explanation = null;     // the net has changed under the question; the next frame asks anew
      }
      const {structure} = store.get();
      if (structure && structure.version === version) store.set({explanation});
    } while (again);
  };
  const soon = calmly(ask);
  const calm = calmly(ask, READABLE_MS);

  store.subscribe((state, previous) => {
    const moved = state.selection !== previous.selection || Math.ceil(state.playhead) !== Math.ceil(previous.playhead);
    const changed = state.frame !== previous.frame;
    if (moved) soon();
    else if (changed) (state.training ? calm : soon)();
  });
}

/** Which operation and which unit of it to explain, or null. */
function wantedOf({structure, selection, playhead}) {
  if (!structure) return null;
  if (selection) {
    const made = knownFrom(structure, selection.tensor, selection.t) || knownFrom(structure, selection.tensor, -1);
    if (made) return {operation: made - 1, unit: selection.index || 0};
  }
  const now = operationAt(structure, playhead);
  return now && playhead < structure.schedule.length / 2 ? {operation: now.position, unit: 0} : null;
}

const parsed = (answer) => (typeof answer === "string" ? JSON.parse(answer) : answer);
