import {exampleAt, setExample} from "../../state/edits.js";
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
    read: ({preset: {data}, example}) => (data.sequences ? exampleAt(data, example) || null : null),
    write: (preset, example, inputs, targets) => setExample(preset, example,
      Object.assign({}, exampleAt(preset.data, example), {inputs}, targets ? {targets} : {})),
  });
  const stopList = examples(root, store, actions, {
    mark: () => "",
    fresh: ({data}, k) => JSON.parse(JSON.stringify(exampleAt(data, k))),
  });
  return () => {
    stopRows();
    stopList();
  };
}
