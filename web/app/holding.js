import {strings} from "../text/en.hold.js";

/**
 * What is held by hand where one looks: a part of the preset, but set number by number, so that it follows a hand.
 *
 * @param {{store: ?, engine: ?, queue: function(string, function(): ?): void, edit: function(?string, string, function(): ?): !Promise<boolean>}} parts
 * @return {?} {hold(places, value, flowing), letGo()}
 */
export function createHolding({store, engine, queue, edit}) {
  /** The core says what is held now; a structure tells only of what can be. */
  const note = (clamps) => {
    const {structure} = store.get();
    structure.preset = Object.assign({}, structure.preset, {clamps: JSON.parse(clamps)});
  };

  return {
    /**
     * @param {!Array<{tensor: string, t: number, index: number}>} places gates and states; t or index −1: all
     * @param {number} value NaN lets go
     * @param {boolean=} flowing one of many small changes that are undone together, as under a moving hand
     */
    hold(places, value, flowing = false) {
      const key = "hold " + JSON.stringify(places);
      queue(flowing ? key : key + value, () => edit(null, flowing ? key : "", async () => {
        for (const {tensor, t, index} of places) note(await engine.hold(tensor, t, index, value));
      }).then((done) => done && !flowing && store.set({announcement: Number.isNaN(value) ? strings.say.free : strings.say.held(value)})));
    },

    /** Lets go of everything. */
    letGo() {
      queue("let go", () => edit(null, "", () => engine.letGo())
        .then((done) => done && store.set({announcement: strings.say.free})));
    },
  };
}
