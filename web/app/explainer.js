import {calmly} from "../dom/dom.js";
import {knownFrom, operationAt} from "../state/schedule.js";

const READABLE_MS = 120;
/** What a number was explained with stays this long when the pointer leaves it: the way to the formula is long. */
const LEFT_MS = 900;

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
        explanation = wanted ? await explained(wanted) : null;
      } catch (gone) {
        explanation = null;     // the net has changed under the question; the next frame asks anew
      }
      const {structure} = store.get();
      if (structure && structure.version === version) store.set({explanation});
    } while (again);
  };

  /** Of a number that is gone into, what its function was applied to is explained too. */
  const explained = async ({operation, unit, pick}) => {
    const explanation = parsed(await engine.explain(operation, unit));
    const {kind, args} = explanation.tree;
    const [only] = pick && pick.inside && kind === "apply" && args.length === 1 ? args : [];
    const made = only && only.kind === "symbol" ? knownFrom(store.get().structure, only.tensor, only.t) : 0;
    const inner = made ? parsed(await engine.explain(made - 1, only.index)) : null;
    return Object.assign(explanation, {pick, inner});
  };
  const soon = calmly(ask);
  const calm = calmly(ask, READABLE_MS);

  let left = 0;
  store.subscribe((state, previous) => {
    const moved = state.selection !== previous.selection || Math.ceil(state.playhead) !== Math.ceil(previous.playhead);
    const changed = state.frame !== previous.frame;
    const pointed = state.hover !== previous.hover && !state.selection;
    if (pointed) clearTimeout(left);
    if (moved || (pointed && state.hover && !state.hover.quiet)) soon();
    else if (pointed && !(state.hover && state.hover.quiet)) left = setTimeout(soon, LEFT_MS);
    else if (changed) (state.training ? calm : soon)();
  });
}

/** Which operation and which unit of it to explain, or null: of the number selected, pointed at, or under the playhead. */
function wantedOf({structure, selection, hover, playhead}) {
  if (!structure) return null;
  const pick = selection || (hover && !hover.quiet ? hover : null);
  if (pick) {
    const made = knownFrom(structure, pick.tensor, pick.t) || knownFrom(structure, pick.tensor, -1);
    if (made) return {operation: made - 1, unit: pick.index || 0, pick};
  }
  const now = operationAt(structure, playhead);
  return now && playhead < structure.schedule.length / 2 ? {operation: now.position, unit: 0, pick: null} : null;
}

const parsed = (answer) => (typeof answer === "string" ? JSON.parse(answer) : answer);
