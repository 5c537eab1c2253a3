import {watch} from "../dom/dom.js";
import {withModel, withoutModel, withName} from "../state/variants.js";
import {messageOf} from "./editing.js";

/**
 * What can be done with models beside each other.
 *
 * @param {?} store
 * @param {?} engine
 * @param {?} parts {queue, edit, before, attempt, pause}
 * @return {?}
 */
export function createComparing(store, engine, {queue, edit, before, attempt, pause}) {
  const preset = () => JSON.parse(JSON.stringify(store.get().structure.preset));
  const change = (edited) => engine.change(JSON.stringify(edited));
  const editModels = (task) => queue("variant", () => edit("variant", "", task));
  /** @type {?boolean} */
  let shown = null;

  watch(store, ["structure", "comparing", "view"], ({structure, comparing, view}) => {
    const wanted = Boolean(comparing && structure && structure.variants.length > 1 && !view);
    if (wanted === Boolean(shown)) return;
    shown = wanted;
    engine.beside(wanted).catch((error) => store.set({error: messageOf(error)}));
  });

  return {
    /** @param {number} k which of the models beside each other is looked into */
    chooseVariant: (k) => queue("variant", () => {
      const forget = before("");
      return attempt("variant", () => engine.variant(k)).then((done) => done || forget());
    }),

    /** Shows the models one under the other, or the open one alone. @param {boolean} comparing */
    compare: (comparing) => store.set({comparing}),

    /**
     * One more model beside the open one, which is then looked into.
     *
     * @param {{name: string, own: string, change: function(?), branches: boolean}} model own: what the open one is called
     *     if it has no name yet; change: of its preset; branches: whether it goes on from where the open one stands
     */
    addModel({name, own, change: mutate, branches}) {
      pause();
      editModels(async () => {
        const edited = withModel(preset(), name, own, mutate);
        await (branches ? engine.branch : engine.change)(JSON.stringify(edited));
        await engine.variant(edited.variants.length - 1);
        store.set({comparing: true});
      });
    },

    /** @param {number} k */
    removeModel(k) {
      editModels(async () => {
        if (k === store.get().structure.variant) await engine.variant(k > 0 ? k - 1 : 1);
        await change(withoutModel(preset(), k));
      });
    },

    /** @param {number} k @param {string} name */
    renameModel: (k, name) => editModels(() => change(withName(preset(), k, name))),
  };
}
