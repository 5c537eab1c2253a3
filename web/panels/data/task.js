import {el, setText, settled, setValue, watch} from "../../dom/dom.js";
import {field, numberField, setMessage, slider} from "../../dom/controls.js";
import {setTask} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {formatNumber} from "../../text/number.js";
import {visible} from "../../text/symbols.js";
import {examples} from "./examples.js";

/** Ranges of the sliders; a number beyond can be typed. */
const RANGES = {
  symbols: [2, 10, 1], distractors: [0, 40, 1], length: [4, 80, 1], position: [0, 1, 0.05], clauses: [2, 8, 1],
  shortest: [1, 12, 1], longest: [1, 16, 1], steps: [2, 200, 1], sequences: [1, 64, 1], count: [1, 400, 1],
  testCount: [0, 200, 1],
};
/** Symbols of one example that are shown. */
const MOST_SYMBOLS = 120;

/**
 * Data made by a rule: the rule's numbers can be changed, what it made can be looked through.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} stops listening
 */
export function task(root, store, actions) {
  const words = strings.data;
  const name = el("p", {class: "quiet"});
  const fields = el("div");
  const made = el("p", {class: "made"});
  root.append(name, fields, made);
  const stopList = examples(root, store, actions, {mark: () => "", fresh: null});
  let shape = "";
  let rows = {};

  const change = (key, flowing = false) => (value) =>
    actions.changePreset((preset) => setTask(preset, key, value), "task." + key, flowing);

  const rowOf = (key, value) => {
    const label = words.taskFields[key] || key;
    if (typeof value === "string") {
      const text = el("input", {type: "text", autocomplete: "off", spellcheck: "false"});
      const take = change(key, true);
      text.addEventListener("input", settled(() => take(text.value), 250));
      return Object.assign(field(label, text), {put: (now) => setValue(text, now)});
    }
    const number = numberField(change(key));
    const range = RANGES[key];
    const slide = range && slider({min: range[0], max: range[1], step: range[2], "aria-label": label},
      change(key, true));
    const row = slide ? field(label, number, slide) : field(label, number);
    return Object.assign(row, {put: (now) => {
      number.show(formatNumber(now, 6));
      if (slide) slide.show(now, formatNumber(now, 6));
    }});
  };

  const build = (values) => {
    rows = {};
    const last = ([key]) => (key === "seed" ? 1 : 0);
    for (const [key, value] of Object.entries(values).sort((a, b) => last(a) - last(b))) {
      if (key !== "name" && ["string", "number"].includes(typeof value)) rows[key] = rowOf(key, value);
    }
    fields.replaceChildren(...Object.values(rows));
  };

  /** What goes in and what is wanted, in one line each. */
  const showMade = ({tokens, targets, steps, source}) => {
    made.hidden = !tokens;
    if (!tokens) return;
    const read = tokens.slice(0, source || steps);
    const line = (symbols) => symbols.filter((symbol) => !/^⟨.*⟩$/.test(symbol)).slice(0, MOST_SYMBOLS).map(visible)
      .join(" ") + (symbols.length > MOST_SYMBOLS ? " …" : "");
    made.replaceChildren(el("span", {text: line(read)}),
      ...(targets ? [el("span", {class: "made-answer", text: "→ " + line(targets)})] : []));
  };

  const stops = [stopList,
    watch(store, ["structure"], ({structure}) => {
      const values = structure && structure.preset.data.task;
      if (!values) return;
      setText(name, words.tasks[values.name] || values.name);
      const now = JSON.stringify([values.name, Object.keys(values)]);
      if (now !== shape) build(values);
      shape = now;
      for (const [key, row] of Object.entries(rows)) row.put(values[key]);
      showMade(structure);
    }),
    watch(store, ["error", "errorAt"], ({error, errorAt}) => {
      for (const [key, row] of Object.entries(rows)) setMessage(row, errorAt === "task." + key ? error : null);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
