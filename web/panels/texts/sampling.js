import {watch} from "../../dom/dom.js";
import {field, numberField, segmented, setMessage, slider} from "../../dom/controls.js";
import {folded} from "../../dom/folded.js";
import {setDecoding} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {formatFixed, formatNumber} from "../../text/number.js";

const FIRST_TOP_K = 3;
const FIRST_TOP_P = 0.9;

/**
 * How the drawn text is drawn: from all symbols, from the k likeliest, or from those that make up a share p; at a
 * temperature.
 *
 * @param {?} store
 * @param {?} actions
 * @return {?} {temperature: a row for all nets that choose, more: what few need}
 */
export function samplingRows(store, actions) {
  const words = strings.texts;
  const starts = {
    greedy: () => ({topK: 1, topP: 1}),
    all: () => ({topK: 0, topP: 1}),
    topK: () => ({topK: Math.min(FIRST_TOP_K, most()), topP: 1}),
    topP: () => ({topK: 0, topP: FIRST_TOP_P}),
  };
  const most = () => (store.get().structure && store.get().structure.head ? store.get().structure.head.size : 2);
  const way = segmented(Object.entries(words.ways).map(([value, text]) => ({value, text})),
    (name) => actions.setSampling(starts[name]()));
  /** 0.05 … 10, wider than the slider goes. */
  const typed = numberField((value) => actions.setSampling({temperature: value}), {class: "number short",
    "aria-label": words.temperature});
  const temperature = slider({min: -2, max: 2, step: 0.05, "aria-label": words.temperature},
    (power) => actions.setSampling({temperature: Number((2 ** power).toPrecision(3))}, true));
  const topK = numberField((k) => actions.setSampling({topK: Math.round(k)}), {inputmode: "numeric"});
  const topKSlider = slider({min: 2, max: 10, step: 1, "aria-label": words.topK}, 
    (k) => actions.setSampling({topK: k}, true));
  const topP = numberField((p) => actions.setSampling({topP: p}));
  const topPSlider = slider({min: 0.05, max: 0.95, step: 0.05, "aria-label": words.topP},
    (p) => actions.setSampling({topP: p}, true));
  const length = numberField((n) => actions.changePreset((preset) => setDecoding(preset, "length", n), "length"),
    {inputmode: "numeric"});
  const rows = {
    length: field(words.length, length),
    way: field(words.by, way),
    temperature: field(words.temperature, temperature, typed),
    topK: field(words.topK, topK, topKSlider),
    topP: field(words.topP, topP, topPSlider),
  };
  const more = folded(rows.length, rows.way, rows.topK, rows.topP);
  rows.way.classList.add("tall");
  rows.temperature.classList.add("wide");

  watch(store, ["temperature", "topK", "topP", "structure"], (state) => {
    const {topK: k, topP: p, structure} = state;
    const now = k === 1 ? "greedy" : k > 1 ? "topK" : p < 1 ? "topP" : "all";
    const speaks = writes(structure);
    way.show(now);
    rows.length.hidden = !speaks;
    if (speaks) length.show(String((structure.preset.decoding || {length: 1}).length));
    rows.way.hidden = !speaks;
    rows.temperature.hidden = speaks && now === "greedy";
    rows.topK.hidden = !speaks || now !== "topK";
    rows.topP.hidden = !speaks || now !== "topP";
    temperature.show(Math.log2(state.temperature), formatNumber(state.temperature, 2));
    typed.show(formatNumber(state.temperature, 4));
    topKSlider.max = String(Math.max(3, Math.min(20, most())));
    topK.show(String(k));
    topKSlider.show(k, String(k));
    topP.show(formatNumber(p, 3));
    topPSlider.show(p, formatFixed(p, 2));
    more.tidy();
  });

  watch(store, ["error", "errorAt"], ({error, errorAt}) => {
    const refused = errorAt === "temperature" ? error : null;
    setMessage(rows.temperature.hidden ? rows.way : rows.temperature, refused);
    if (refused) typed.refuse();
  });
  watch(store, ["error", "errorAt"], ({error, errorAt}) => {
    setMessage(rows.length, errorAt === "length" ? error : null);
    if (errorAt === "length") more.reveal(rows.length);
  });
  return {temperature: rows.temperature, more};
}

/**
 * Whether a net writes texts by itself.
 *
 * @param {?} structure
 * @return {boolean}
 */
export function writes(structure) {
  if (!structure || !structure.head || structure.head.kind !== "softmax") return false;
  return Boolean(structure.preset.data.texts || structure.source);
}
