import {endOf, nextStop} from "../state/schedule.js";
import {createComparing} from "./comparing.js";
import {createEditing, decodingOf, messageOf} from "./editing.js";
import {createHolding} from "./holding.js";
import {createPace} from "./pace.js";
import {createQueue} from "./queue.js";
import {formatCount, formatLoss} from "../text/number.js";
import {strings} from "../text/en.js";

/**
 * Everything that can be done on the page. Panels call these; only the files of this folder ask the core.
 *
 * @param {?} store
 * @param {?} engine as createEngine returns it
 * @param {!Map<string, ?>} presets by id
 * @param {!Array<string>} views the names of those that can take the stage's place
 * @return {?}
 */
export function createActions(store, engine, presets, views) {
  const queue = createQueue();
  const run = createPace(engine, () => store.get().frame.report.updates);

  const pause = () => {
    if (!store.get().training) return;
    store.set({training: false});
    run(false);
  };

  const {attempt, edit, before, decode, fail, undo, redo} = createEditing(store, engine, pause);

  const showAll = () => store.set({watching: false, playhead: endOf(store.get().structure)});

  const train = async (running) => {
    if (running) {
      before("train");
      showAll();
      store.set({notice: null});
    }
    store.set({training: running});
    try {
      await run(running);
    } catch (error) {
      store.set({training: false, notice: strings.errors.stopped(messageOf(error))});
    }
  };

  const trainOnce = () => {
    const {structure} = store.get();
    if (!structure || !structure.trains) return;
    pause();
    showAll();
    const forget = before("train-once");
    attempt(null, () => engine.train(1)).then((done) => done || forget());
  };

  return Object.assign(createHolding({store, engine, queue, edit}), {
    toggleTraining() {
      const {structure, training} = store.get();
      if (!structure || !structure.trains) return;
      train(!training);
      const {updates, loss} = store.get().frame.report;
      const paused = () => strings.say.paused(formatCount(updates), formatLoss(loss));
      store.set({announcement: training ? paused() : strings.say.training});
    },

    trainOnce,

    reset() {
      pause();
      edit(null, "", () => engine.reset())
        .then((done) => done && store.set({notice: null, announcement: strings.say.reset}));
    },

    newSeed() {
      pause();
      const seed = 1 + Math.floor(Math.random() * 9999);
      edit(null, "", () => engine.seed(seed)).then((done) => done && store.set({announcement: strings.say.seed(seed)}));
    },

    /** @param {string} id */
    async openPreset(id) {
      const wanted = presets.get(id);
      if (!wanted) return fail(strings.errors.unknownPreset(id));
      pause();
      const forget = store.get().structure ? before("") : () => {};
      const {presetId, draw} = store.get();
      store.set({presetId: id, draw: 1});
      if (!await attempt(null, () => engine.open(JSON.stringify(wanted)))) {
        store.set({presetId, draw});
        return forget();
      }
      const {structure, originals} = store.get();
      const {preset} = structure;
      store.set(Object.assign({
        view: openingView(structure, views),
        originals: Object.assign({}, originals, {[id]: structure.essence}),
        selection: null, hover: null, near: false, zoom: null, explanation: null, notice: null, comparing: false, announcement: preset.title,
      }, decodingOf(preset)));
      showAll();
    },

    /**
     * @param {function(?): void} mutator edits a copy of the open preset
     * @param {string=} at the control an error belongs to
     * @param {boolean=} flowing one of many small changes that are undone together, as of a slider
     */
    changePreset(mutator, at = "", flowing = false) {
      queue("preset " + at, () => {
        const preset = JSON.parse(JSON.stringify(store.get().structure.preset));
        mutator(preset);
        return edit(at || null, flowing ? "preset " + at : "", () => engine.change(JSON.stringify(preset)));
      });
    },

    /**
     * @param {string} tensor
     * @param {number} index
     * @param {number} value
     * @param {boolean=} typed is an edit of its own; values under a moving hand are one
     */
    setNumber(tensor, index, value, typed = false) {
      const key = tensor + "[" + index + "]";
      queue(key, () => edit("weights", typed ? "" : key, () => engine.set(tensor, index, value)));
    },

    /** @param {string} tensor @param {string} text */
    pasteMatrix(tensor, text) {
      queue("paste", () => edit("paste", "paste " + tensor, () => engine.paste(tensor, text)));
    },

    /** Goes to the moment of training nearest to an update. @param {number} update */
    travel(update) {
      pause();
      queue("travel", () => edit(null, "travel", () => engine.travel(update)));
    },

    /** Only the loss of one step is sent back on the stage. @param {number} step −1: all of them */
    onlyLoss: (step) => queue("alone", () => attempt(null, () => engine.alone(step))),

    undo() {
      undo().then((done) => done && store.set({notice: null, announcement: strings.say.undone}));
    },

    redo() {
      redo().then((done) => done && store.set({announcement: strings.say.redone}));
    },

    /** @param {boolean} watching @param {boolean=} reverse against time */
    watch(watching, reverse = false) {
      const {structure, playhead, loop} = store.get();
      if (watching) pause();
      const [goal, start] = reverse ? [0, endOf(structure)] : [endOf(structure), 0];
      store.set({watching, reverse, playhead: watching && !loop && playhead === goal ? start : playhead});
    },

    /** @param {boolean} loop whether playing goes round the step of time it is in */
    setLoop: (loop) => store.set({loop}),

    /** @param {number} playhead */
    seek(playhead) {
      store.set({playhead: Math.max(0, Math.min(endOf(store.get().structure), playhead))});
    },

    /** @param {number} direction 1 or −1 */
    stepPlayhead(direction) {
      const {structure, playhead, unit} = store.get();
      if (!structure) return;
      pause();
      if (unit === "epoch" && direction > 0 && structure.trains && playhead >= endOf(structure)) {
        trainOnce();
        return;
      }
      const far = unit === "epoch" ? "sequence" : unit;
      store.set({watching: false, playhead: nextStop(structure, playhead, far, direction)});
    },

    /** @param {string} unit */
    setUnit: (unit) => store.set({unit}),

    /** @param {number} speed */
    setSpeed: (speed) => store.set({speed}),

    /** @param {?} pick */
    select: (pick) => store.set({selection: pick}),

    /** @param {?} pick */
    hoverAt: (pick, near = Boolean(pick)) => store.set({hover: pick, near}),

    /** @param {?} cell */
    unfold: (cell) => store.set({zoom: cell}),

    /**
     * @param {!Object} patch temperature, topK (0 for off), topP (1 for off)
     * @param {boolean=} flowing one of many small changes that are undone together, as of a slider
     */
    setSampling(patch, flowing = false) {
      const forget = before(flowing ? "sampling " + Object.keys(patch).join() : "");
      const state = store.get();
      const inForce = Object.fromEntries(Object.keys(patch).map((key) => [key, state[key]]));
      store.set(patch);
      queue("decoding", () => attempt("temperature", decode).then((done) => {
        if (done) return;
        forget();
        const asked = Object.keys(patch).every((key) => store.get()[key] === patch[key]);
        if (asked) store.set(inForce);
      }));
    },

    redraw() {
      store.set({draw: store.get().draw + 1});
      queue("decoding", () => attempt("temperature", decode));
    },

    /** @param {number} k */
    chooseExample: (k) => queue("example", () => attempt("texts", () => engine.choose(k))),

    ...createComparing(store, engine, {queue, edit, before, attempt, pause}),

    /**
     * A question to the core about a view; it changes nothing.
     *
     * @param {string} name
     * @param {!Object} args
     * @return {!Promise<?>} rejects with what the core says against it
     */
    ask: (name, args) => engine.view(name, JSON.stringify(args)).then(JSON.parse),

    /** @param {string} name of the view that takes the stage's place, or "" for the network */
    chooseView(name) {
      store.set({view: name});
      if (name) showAll();
    },

    dismissError: () => store.set({error: null, errorAt: null}),

    /** @param {!Object} patch theme, motion, decimals */
    setSetting: (patch) => store.set(patch),
  });
}

/** The first that the preset wants open, of those that take the stage's place; "" is the network. */
function openingView({preset, views}, known) {
  const wanted = (preset.view && preset.view.open) || [];
  return wanted.find((name) => known.includes(name) && (views || []).includes(name)) || "";
}
