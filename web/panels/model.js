import {el, setText, watch} from "../dom/dom.js";
import {field, numberField, segmented, setMessage, slider} from "../dom/controls.js";
import {setDepth, setLayers} from "../state/edits.js";
import {strings} from "../text/en.js";
import {formatCount, formatNumber} from "../text/number.js";

/**
 * The model: cell, units, layers, and what each cell lets one choose.
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

  const rows = {
    cell: field(words.cell, cell),
    units: field(words.units, units, unitsSlider),
    layers: field(words.layers, layers),
    direction: field(words.direction, direction),
    activation: field(words.activation, activation),
    reset: field(words.reset, reset),
    forgetBias: field(words.forgetBias, forget),
  };
  const parameters = el("span", {class: "aside"});
  root.append(el("h3", {}, el("span", {text: words.title}), parameters), ...Object.values(rows));

  watch(store, ["structure"], ({structure}) => {
    const model = structure ? structure.preset.model : {layers: [{cell: "lstm", hidden: 16, forgetBias: 0}]};
    const layer = model.layers[0];
    setText(parameters, structure ? words.parameters(formatCount(structure.parameters)) : "");
    cell.show(layer.cell);
    units.show(String(layer.hidden));
    unitsSlider.show(Math.log2(layer.hidden), String(layer.hidden));
    layers.show(String(model.layers.length));
    direction.show(layer.direction || "forward");
    rows.direction.hidden = layer.cell === "jordan" || Boolean(structure && structure.preset.data.texts);
    activation.show(layer.activation || "tanh");
    reset.show(layer.reset || "after");
    forget.show(formatNumber(layer.forgetBias || 0));
    rows.activation.hidden = !["elman", "jordan"].includes(layer.cell);
    rows.reset.hidden = layer.cell !== "gru";
    rows.forgetBias.hidden = layer.cell !== "lstm";
  });

  watch(store, ["error", "errorAt"], ({error, errorAt}) => {
    for (const [name, row] of Object.entries(rows)) setMessage(row, errorAt === name ? error : null);
  });
}
