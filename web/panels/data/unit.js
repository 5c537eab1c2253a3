import {watch} from "../../dom/dom.js";
import {field, numberField, segmented, setMessage} from "../../dom/controls.js";
import {setData} from "../../state/edits.js";
import {strings} from "../../text/en.js";

/**
 * What texts are cut into, and below how many times a word counts as unknown.
 *
 * @param {?} store
 * @param {?} actions
 * @return {{rows: !Array<?>, stop: function(): void}}
 */
export function cutField(store, actions) {
  const words = strings.data;
  const change = (key) => (value) => actions.changePreset((preset) => setData(preset, key, value), "unit");
  const unit = segmented(Object.entries(words.units).map(([value, text]) => ({value, text})), change("unit"));
  const unknown = numberField(change("unknownBelow"), {inputmode: "numeric"});
  const unitField = field(words.unit, unit);
  const unknownField = field(words.unknownBelow, unknown);
  const stops = [
    watch(store, ["structure"], ({structure}) => {
      if (!structure) return;
      const {data} = structure.preset;
      unit.show(data.unit || "char");
      unknownField.hidden = data.unit !== "word" || Boolean(data.pairs);
      unknown.show(String(data.unknownBelow || 1));
    }),
    watch(store, ["error", "errorAt"], ({error, errorAt}) => setMessage(unitField, errorAt === "unit" ? error : null)),
  ];
  return {rows: [unitField, unknownField], stop: () => stops.forEach((stop) => stop())};
}
