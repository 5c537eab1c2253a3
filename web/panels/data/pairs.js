import {el, watch} from "../../dom/dom.js";
import {field, setMessage} from "../../dom/controls.js";
import {folded} from "../../dom/folded.js";
import {exampleAt, placeOf, setExample, valueAt} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {examples} from "./examples.js";
import {putInto, typedInto} from "./typing.js";
import {cutField} from "./unit.js";

/**
 * Pairs of texts: what is read and what is to be written.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} stops listening
 */
export function pairs(root, store, actions) {
  const words = strings.data;
  const inputs = [words.source, words.to].map(() => el("input", {type: "text", class: "pair", autocomplete: "off",
    spellcheck: "false", autocapitalize: "off"}));
  const rows = [field(words.source, inputs[0]), field(words.to, inputs[1])];
  const unit = cutField(store, actions);
  const more = folded(...unit.rows);
  root.append(...rows);

  const shown = () => placeOf(store.get().structure, store.get().structure.example);
  inputs.forEach((input, side) => typedInto(input, shown, (place, value) => actions.changePreset((preset) => {
    const pair = valueAt(preset.data, place).slice();
    pair[side] = value;
    setExample(preset, place, pair);
  }, "texts", true)));

  const stopList = examples(root, store, actions, {
    mark: (structure, k) => {
      const [source, target] = exampleAt(structure, k) || ["", ""];
      return structure.examples[k] === source ? "→ " + target : "";
    },
    fresh: () => [words.fresh.source, words.fresh.target],
  });
  root.append(more);
  const stops = [stopList, unit.stop,
    watch(store, ["structure"], ({structure}, previous) => {
      const data = structure && structure.preset.data;
      const pair = data && data.pairs && exampleAt(structure, structure.example);
      if (!pair) return;
      const other = !previous.structure || previous.structure.example !== structure.example;
      inputs.forEach((input, side) => putInto(input, pair[side], other));
      more.tidy();
    }),
    watch(store, ["error", "errorAt"], ({error, errorAt}) => setMessage(rows[1], errorAt === "texts" ? error : null)),
  ];
  return () => stops.forEach((stop) => stop());
}
