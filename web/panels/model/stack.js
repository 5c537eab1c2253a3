import {el, setText} from "../../dom/dom.js";
import {numberField, slider} from "../../dom/controls.js";
import {choice} from "../../dom/folded.js";
import {isRecurrent, setLayer} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {formatNumber} from "../../text/number.js";

const BENT = ["dense", "conv"];

/**
 * The layers as they stand upon one another, the lowest at the bottom, each with its numbers to change.
 *
 * @param {?} actions
 * @return {?} {element, show(layers)}
 */
export function stackOf(actions) {
  const words = strings.model;
  const element = el("ol", {class: "layer-stack", "aria-label": words.stack});
  let shape = "";
  let rows = [];

  const change = (k, key, flowing = false) => (value) =>
    actions.changePreset((preset) => setLayer(preset, k, key, value), "layers", flowing);

  const number = (k, key, what, name) => {
    const input = numberField(change(k, key), {inputmode: "numeric", "aria-label": words.ofLayer(what, name),
      class: "number short"});
    const node = el("span", {class: "with-unit"}, input, el("span", {class: "unit", text: what}));
    return {node, unit: null, show: (layer) => input.show(String(layer[key]))};
  };

  const bend = (k, name) => {
    const select = choice(Object.entries(words.activations).map(([value, text]) => ({value, text})),
      change(k, "activation"), {"aria-label": words.ofLayer(words.activation, name)});
    return {node: select, unit: null, show: ({activation}) => select.show(activation || "tanh")};
  };

  const flip = (k, name) => {
    const select = choice(Object.entries(words.flips).map(([value, text]) => ({value, text})),
      (value) => change(k, "flip")(value === "true"),
      {"aria-label": words.ofLayer(words.flip, name), class: "whole-row"});
    return {node: select, unit: null, show: (layer) => select.show(String(Boolean(layer.flip)))};
  };

  const drop = (k, name) => {
    const said = el("span", {class: "unit whole-row"});
    const move = slider({min: 0, max: 0.95, step: 0.05, "aria-label": words.ofLayer(words.dropShare, name)},
      change(k, "drop", true));
    const typed = numberField(change(k, "drop"), {"aria-label": words.ofLayer(words.dropShare, name),
      class: "number short"});
    const node = el("span", {class: "with-unit with-slider"}, move, typed);
    return {node, unit: said, show: (layer) => {
      const text = words.drop(Number((100 * layer.drop).toFixed(1)));
      move.show(layer.drop, text);
      typed.show(formatNumber(layer.drop, 6));
      setText(said, text);
    }};
  };

  const partsOf = (layer, k, name) => {
    if (layer.cell === "embedding") return [number(k, "size", words.perSymbol, name)];
    if (layer.cell === "window") {
      return [number(k, "before", words.before, name), number(k, "after", words.after, name)];
    }
    if (layer.cell === "dropout") return [drop(k, name)];
    const units = number(k, "hidden", words.unitsWord, name);
    if (layer.cell === "conv") return [units, number(k, "width", words.width, name), bend(k, name), flip(k, name)];
    return BENT.includes(layer.cell) ? [units, bend(k, name)] : [units];
  };

  const build = (layers) => {
    const recurrent = layers.filter(isRecurrent).length;
    let count = 0;
    rows = layers.map((layer, k) => {
      if (isRecurrent(layer)) count++;
      const plain = words.layerNames[layer.cell] || layer.cell;
      const name = isRecurrent(layer) && recurrent > 1 ? plain + " " + count : plain;
      const parts = partsOf(layer, k, name);
      const row = el("li", {class: "layer-row " + layer.cell}, el("span", {class: "layer-name", text: name}),
        el("div", {class: "layer-parts"}, ...parts.flatMap(({node, unit}) => [node, unit])));
      return {row, show: (now) => parts.forEach((part) => part.show(now))};
    });
    element.replaceChildren(...rows.map(({row}) => row).reverse());
  };

  return {
    element,
    show(layers) {
      const now = JSON.stringify(layers.map(({cell}) => cell));
      if (now !== shape) build(layers);
      shape = now;
      layers.forEach((layer, k) => rows[k].show(Object.assign({before: 0, after: 0, width: 1, drop: 0}, layer)));
    },
  };
}
