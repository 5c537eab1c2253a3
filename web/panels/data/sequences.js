import {exampleAt, placeOf, setExample, valueAt} from "../../state/edits.js";
import {examples} from "./examples.js";
import {numberRows} from "./numbers.js";

/**
 * Several sequences of numbers: the rows of the one that is shown, and a list of all.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} stops listening
 */
export function sequences(root, store, actions) {
  const stopRows = numberRows(root, store, actions, {
    read: (structure) => (structure.preset.data.sequences ? exampleAt(structure, structure.example) || null : null),
    write: (preset, structure, inputs, targets) => {
      const place = placeOf(structure, structure.example);
      setExample(preset, place, Object.assign({}, valueAt(preset.data, place), {inputs}, targets ? {targets} : {}));
    },
  });
  const stopList = examples(root, store, actions, {
    mark: () => "",
    fresh: ({data}, place) => JSON.parse(JSON.stringify(valueAt(data, place))),
  });
  return () => {
    stopRows();
    stopList();
  };
}
