import {isRecurrent, setLayers, setTraining} from "../state/edits.js";
import {strings} from "./en.js";
import {beside as words} from "./en.beside.js";

/** What can be set beside a model: the same with one change, each with its name. */

const CELLS = ["elman", "gru", "lstm"];
const MOST = 6;

/** @param {?} structure @return {string} what the open model is called */
export function ownName({variants, variant, preset}) {
  const layer = preset.model.layers.find(isRecurrent);
  return variants[variant] || (layer ? strings.model.cells[layer.cell] : words.net);
}

/**
 * @param {?} structure
 * @param {number} updates
 * @return {?} the model that goes on from here
 */
export function branchOf(structure, updates) {
  const own = ownName(structure);
  return {own, name: updates ? words.from(own, updates) : own, text: words.branch(updates), change() {}, branches: true};
}

/**
 * @param {?} structure
 * @param {number} updates
 * @return {!Array<?>} {text, name, own, change, branches} as the action addModel takes them
 */
export function choicesOf(structure, updates) {
  const {preset, variants, trains} = structure;
  if (variants.length >= MOST) return [];
  const own = ownName(structure);
  const layer = preset.model.layers.find(isRecurrent);
  const choices = [];
  const add = (text, name, change) => choices.push({own, text, name, change, branches: false});
  if (layer) {
    for (const cell of CELLS.filter((one) => one !== layer.cell)) {
      const name = strings.model.cells[cell];
      add(words.cell(name), name, (made) => setLayers(made, "cell", cell));
    }
    for (const units of [Math.floor(layer.hidden / 2), layer.hidden * 2].filter((n) => n >= 1 && n <= 512)) {
      add(words.units(units), words.sized(own, units), (made) => setLayers(made, "hidden", units));
    }
  }
  if (trains) {
    const other = preset.training.optimizer === "adam" ? "sgd" : "adam";
    const name = strings.training.optimizers[other];
    add(words.cell(name), own + ", " + name, (made) => setTraining(made, "optimizer", other));
    choices.push(branchOf(structure, updates));
  }
  return choices;
}
