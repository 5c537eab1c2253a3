import {createHistory} from "../state/history.js";
import {endOf} from "../state/schedule.js";

/**
 * Edits: each acts at once, can be undone, and leaves things as they were when the core refuses it.
 *
 * @param {?} store
 * @param {?} engine
 * @param {function(): void} pause
 * @return {?} {before(key), undo(), redo(), attempt(at, task), edit(at, key, task), decode(), fail(message)}
 */
export function createEditing(store, engine, pause) {
  const history = createHistory(
    async () => {
      const {presetId, structure, temperature, topK, topP, draw, view} = store.get();
      const saved = structure ? await engine.save() : null;
      return {presetId, preset: structure && structure.preset, saved, view, decoding: {temperature, topK, topP, draw}};
    },
    async ({presetId, preset, saved, view, decoding}) => {
      if (!preset) return;
      pause();
      const json = JSON.stringify(preset);
      if (presetId !== store.get().presetId) {
        await engine.open(json);
        store.set({view});
      }
      store.set(Object.assign({presetId, error: null, errorAt: null}, decoding));
      await engine.restore(json, saved);
      await decode();
      reveal();
    },
    (canUndo, canRedo) => store.set({canUndo, canRedo}));

  /** Said again when it is the same as before: the control may have taken it back meanwhile. */
  const fail = (error, at = null) => {
    store.set({error: null, errorAt: null});
    store.set({error: ofOpen(messageOf(error), store.get().structure), errorAt: at});
  };

  /** What was edited must be seen: a playhead on its way would hide it. */
  const reveal = () => {
    const {structure, watching} = store.get();
    store.set({watching: false, playhead: watching || !structure ? endOf(structure) : store.get().playhead});
  };

  const attempt = async (at, task) => {
    const {structure} = store.get();
    try {
      await task();
      const now = store.get();
      const answered = now.errorAt === at || now.errorAt === null || now.structure !== structure;
      if (answered) store.set({error: null, errorAt: null});
      return true;
    } catch (error) {
      fail(error, at);
      return false;
    }
  };

  const decode = () => {
    const {temperature, topK, topP, draw} = store.get();
    return engine.decoding(temperature, topK, topP, draw);
  };

  /** A changed net starts with its preset's way to write; the controls stay where they are. */
  const keepDecoding = async () => {
    const {temperature, topK, topP, draw, structure: {preset}} = store.get();
    const given = decodingOf(preset);
    const kept = temperature === given.temperature && topK === given.topK && topP === given.topP && draw === 1;
    if (!kept) await decode();
  };

  return {
    before: history.before,
    undo: history.undo,
    redo: history.redo,
    fail,
    attempt,
    decode,

    /**
     * @param {?string} at the control an error belongs to
     * @param {string} key edits with the same key that follow quickly are one
     * @param {function(): ?} task
     * @return {!Promise<boolean>} whether the core took it
     */
    async edit(at, key, task) {
      const forget = history.before(key);
      const done = await attempt(at, async () => {
        const {structure} = store.get();
        await task();
        if (store.get().structure !== structure) await keepDecoding();
      });
      if (done) reveal();
      else forget();
      return done;
    },
  };
}

/**
 * How a preset's net writes at first.
 *
 * @param {?} preset
 * @return {{temperature: number, topK: number, topP: number}}
 */
export function decodingOf({decoding}) {
  const {temperature, topK, topP} = Object.assign({temperature: 1, topK: 0, topP: 1}, decoding);
  return {temperature, topK, topP};
}

/** A refusal need not say that it is about the variant that is open. */
function ofOpen(message, structure) {
  const {variants = [], variant = 0} = structure || {};
  const suffix = " (in the variant " + variants[variant] + ")";
  return message.endsWith(suffix) ? message.slice(0, -suffix.length) : message;
}

/** @param {?} error @return {string} */
export const messageOf = (error) => (error && error.message ? error.message : String(error));
