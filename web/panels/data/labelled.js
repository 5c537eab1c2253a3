import {el, watch} from "../../dom/dom.js";
import {field, numberField, setMessage} from "../../dom/controls.js";
import {folded, toggle} from "../../dom/folded.js";
import {exampleAt, placeOf, setData, setExample, valueAt} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {examples} from "./examples.js";
import {fitLines, putInto, typedInto} from "./typing.js";
import {cutField} from "./unit.js";

const MOST_LINES = 4;

/**
 * Sentences with a label each: the one that is shown can be rewritten, all are in a list.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} stops listening
 */
export function labelled(root, store, actions) {
  const words = strings.data;
  const text = el("textarea", {rows: "1", spellcheck: "false", autocomplete: "off", autocapitalize: "off"});
  const known = el("datalist", {id: "known-labels"});
  const label = el("input", {type: "text", list: "known-labels", autocomplete: "off", spellcheck: "false"});
  const textField = field(words.sentence, text);
  const labelField = field(words.label, label, known);
  const padTo = numberField((value) => actions.changePreset((preset) => setData(preset, "padTo", value), "padTo"),
    {inputmode: "numeric"});
  const mask = toggle(words.mask, (on) => actions.changePreset((preset) => setData(preset, "mask", on), "padTo"));
  const padField = field(words.padTo, padTo);
  const maskField = field(words.mask, mask);
  maskField.title = words.maskHelp;
  const unit = cutField(store, actions);
  const more = folded(padField, maskField, ...unit.rows);
  textField.classList.add("tall");
  root.append(textField, labelField);

  const shown = () => placeOf(store.get().structure, store.get().structure.example);
  const put = (key) => (place, value) => actions.changePreset((preset) => setExample(preset, place,
    Object.assign({}, valueAt(preset.data, place), {[key]: value})), "texts", true);
  text.addEventListener("input", () => fitLines(text, MOST_LINES));
  typedInto(text, shown, put("text"));
  typedInto(label, shown, put("label"));

  const stopList = examples(root, store, actions, {
    mark: (structure, k) => (exampleAt(structure, k) || {label: ""}).label,
    fresh: ({data}, place) => ({text: words.fresh.sentence, label: valueAt(data, place).label}),
  });
  root.append(more);

  const stops = [stopList, unit.stop,
    watch(store, ["structure"], ({structure}, previous) => {
      const data = structure && structure.preset.data;
      const example = data && data.labelled && exampleAt(structure, structure.example);
      if (!example) return;
      const other = !previous.structure || previous.structure.example !== structure.example;
      putInto(text, example.text, other);
      fitLines(text, MOST_LINES);
      putInto(label, example.label, other);
      const labels = structure.answers || Array.from(new Set(data.labelled.map((one) => one.label)));
      known.replaceChildren(...labels.map((name) => el("option", {value: name})));
      padField.hidden = data.padTo === undefined;
      maskField.hidden = data.padTo === undefined;
      if (data.padTo !== undefined) padTo.show(String(data.padTo));
      mask.checked = data.mask !== false;
      more.tidy();
    }),
    watch(store, ["error", "errorAt"], ({error, errorAt}) => {
      setMessage(textField, errorAt === "texts" ? error : null);
      setMessage(padField, errorAt === "padTo" ? error : null);
      if (errorAt === "padTo") more.reveal(padField);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
