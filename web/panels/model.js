import {el, setText, watch} from "../dom/dom.js";
import {field, numberField, segmented, setMessage, slider} from "../dom/controls.js";
import {choice, folded, toggle} from "../dom/folded.js";
import {isRecurrent, setAttention, setDepth, setInitialisation, setLayers, setOutput} from "../state/edits.js";
import {strings} from "../text/en.js";
import {formatCount, formatNumber} from "../text/number.js";
import {stackOf} from "./model/stack.js";

const DEFAULT = {layers: [{cell: "lstm", hidden: 16, forgetBias: 0}]};

/**
 * The model: cell, units, layers, and what each cell lets one choose. The simple controls are about the recurrent
 * layers; where there are others, or several, the stack shows each.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function modelPanel(root, store, actions) {
  const words = strings.model;
  const choices = (names) => Object.entries(names).map(([value, text]) => ({value, text}));
  const change = (at, key, flowing = false) => (value) =>
    actions.changePreset((preset) => setLayers(preset, key, value), at, flowing);
  const start = (key) => (value) => actions.changePreset((preset) => setInitialisation(preset, key, value), "start");

  const cell = segmented(choices(words.cells), change("cell", "cell"));
  const units = numberField(change("units", "hidden"), {inputmode: "numeric"});
  const unitsSlider = slider({min: 0, max: 8, step: 1, "aria-label": words.units},
    (power) => change("units", "hidden", true)(2 ** power));
  const layers = segmented(["1", "2", "3", "4"].map((value) => ({value, text: value})),
    (value) => actions.changePreset((preset) => setDepth(preset, Number(value)), "layers"));
  const direction = segmented(choices(words.directions), change("direction", "direction"));
  const activation = segmented(choices(words.activations), change("activation", "activation"));
  const reset = segmented(choices(words.resets), change("reset", "reset"));
  const forget = numberField(change("forgetBias", "forgetBias"));
  const at = choice(choices(words.ats),
    (value) => actions.changePreset((preset) => setOutput(preset, "at", value), "at"));
  const attention = toggle(words.attention,
    (on) => actions.changePreset((preset) => setAttention(preset, on), "attention"));
  const initial = segmented(choices(words.initials), change("initial", "initial"));
  const kind = choice(choices(words.initialisations), start("kind"));
  const gain = numberField(start("gain"));

  const rows = {
    cell: field(words.cell, cell),
    units: field(words.units, units, unitsSlider),
    layers: field(words.layers, layers),
    direction: field(words.direction, direction),
    activation: field(words.activation, activation),
    reset: field(words.reset, reset),
    forgetBias: field(words.forgetBias, forget),
    at: field(words.answer, at),
    attention: field(words.attention, attention),
    initial: field(words.initial, initial),
    start: field(words.initialisation, kind),
    gain: field(words.gain, gain),
  };
  const stack = stackOf(actions);
  const more = folded(rows.initial, rows.start, rows.gain);
  const parameters = el("span", {class: "aside"});
  root.append(el("h3", {}, el("span", {text: words.title}), parameters), rows.cell, rows.units, rows.layers,
    rows.direction, rows.activation, rows.reset, rows.forgetBias, rows.at, rows.attention, stack.element, more);

  watch(store, ["structure"], ({structure}) => {
    const preset = structure ? structure.preset : {data: {}, model: DEFAULT};
    const {model, data} = preset;
    const recurrent = model.layers.filter(isRecurrent);
    const layer = recurrent[0] || {};
    const some = recurrent.length > 0;
    setText(parameters, structure ? words.parameters(formatCount(structure.parameters)) : "");
    cell.show(layer.cell);
    units.show(String(layer.hidden));
    unitsSlider.show(Math.log2(layer.hidden || 1), String(layer.hidden));
    layers.show(String(recurrent.length));
    direction.show(layer.direction || "forward");
    activation.show(layer.activation || "tanh");
    reset.show(layer.reset || "after");
    forget.show(formatNumber(layer.forgetBias || 0));
    for (const row of [rows.cell, rows.layers]) row.hidden = !some;
    const stacked = model.layers.length > 1 || !some;
    rows.units.hidden = stacked;
    rows.direction.hidden = !some || layer.cell === "jordan" || Boolean(data.texts)
      || decodes(structure);
    rows.activation.hidden = !["elman", "jordan"].includes(layer.cell);
    rows.reset.hidden = layer.cell !== "gru";
    rows.forgetBias.hidden = layer.cell !== "lstm";
    stack.element.hidden = !stacked;
    stack.show(model.layers);

    const {output} = model;
    rows.at.hidden = !output || !answersWhole(data, output);
    at.show(output ? output.at : "every");
    rows.attention.hidden = !decodes(structure);
    attention.checked = Boolean(model.decoder && model.decoder.attention);
    rows.initial.hidden = !some || isGiven(preset.state);
    initial.show(layer.initial || "zero");
    const {kind: begin, gain: size} = Object.assign({kind: "uniform", gain: 1}, model.initialisation);
    kind.show(begin);
    gain.show(formatNumber(size));
    rows.start.hidden = isGiven(preset.weights);
    rows.gain.hidden = !some || isGiven(preset.weights);
    more.tidy();
  });

  watch(store, ["error", "errorAt"], ({error, errorAt}) => {
    for (const [name, row] of Object.entries(rows)) setMessage(row, errorAt === name ? error : null);
    if (errorAt && rows[errorAt]) more.reveal(rows[errorAt]);
  });
}

/** Whether a preset says these numbers itself. */
const isGiven = (numbers) => Boolean(numbers) && Object.keys(numbers).length > 0;

/** Whether the net reads to the end before it writes, and so must keep a state from there. */
const decodes = (structure) => Boolean(structure) && Boolean(structure.source);

/** Whether one answer is wanted for all steps together, so that it can be taken from here or there. */
const answersWhole = ({labelled, task}, {at}) =>
  Boolean(labelled) || (Boolean(task) && at !== "every" && at !== "decoder");
