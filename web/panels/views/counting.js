import {el} from "../../dom/dom.js";
import {field, numberField, segmented} from "../../dom/controls.js";
import {views} from "../../text/en.views.js";
import {formatNumber} from "../../text/number.js";

const MOST_N = 5;

/**
 * How n-grams are counted and smoothed: what the exercise says, until the reader says otherwise.
 *
 * @param {?} given `ngram` of the preset, or nothing
 * @return {{n: number, smoothing: string, k: number, weights: !Array<number>}}
 */
export function countingOf(given) {
  const {n, smoothing, k, weights} = given || {};
  const length = n || 2;
  return {n: length, smoothing: smoothing || "addK", k: k === undefined ? 0.1 : k,
    weights: fitting(weights || [], length)};
}

/**
 * n, the smoothing and what the smoothing asks for.
 *
 * @param {!{n: number, smoothing: string, k: number, weights: !Array<number>}} counting what is edited
 * @param {function(): void} changed
 * @return {?} {node, show()}
 */
export function countingControls(counting, changed) {
  const words = views.ngram;
  const change = (patch) => {
    Object.assign(counting, patch);
    show();
    changed();
  };
  const orders = Array.from({length: MOST_N}, (_, j) => String(j + 1)).map((value) => ({value, text: value}));
  const n = segmented(orders, (value) =>
    change({n: Number(value), weights: fitting(counting.weights, Number(value))}));
  const smoothing = segmented(Object.entries(words.smoothings).map(([value, text]) => ({value, text})),
    (value) => change({smoothing: value}));
  const k = numberField((value) => change({k: value}), {"aria-label": words.k});
  const kField = field(words.k, k);
  const weights = el("div", {class: "mix", role: "group", "aria-label": words.weights});
  let inputs = [];

  const buildWeights = () => {
    inputs = counting.weights.map((_, j) => numberField((value) =>
      change({weights: summingToOne(counting.weights, j, value)}), {"aria-label": words.weight(j + 1)}));
    weights.replaceChildren(...inputs.map((input, j) =>
      el("span", {class: "mix-part"}, el("span", {class: "math", text: "λ"}), el("sub", {text: String(j + 1)}), input)));
  };
  const show = () => {
    n.show(String(counting.n));
    smoothing.show(counting.smoothing);
    k.show(formatNumber(counting.k));
    kField.hidden = counting.smoothing !== "addK";
    weights.hidden = counting.smoothing !== "interpolate";
    if (inputs.length !== counting.weights.length) buildWeights();
    inputs.forEach((input, j) => input.show(formatNumber(counting.weights[j], 3)));
  };
  show();
  const nField = field(words.n, n);
  nField.classList.add("math-label");
  kField.classList.add("math-label");
  return {node: el("div", {class: "view-controls"}, nField, field(words.smoothing, smoothing), kField, weights), show};
}

/** As many weights as there are lengths; where the number is another, each counts the same. */
function fitting(weights, n) {
  return weights.length === n ? weights : Array.from({length: n}, () => 1 / n);
}

/** One weight as typed, the others shrunk or grown alike, so that together they are 1. */
function summingToOne(weights, at, value) {
  const own = Math.max(0, Math.min(1, value));
  if (weights.length === 1) return [1];
  const others = weights.reduce((sum, weight, j) => (j === at ? sum : sum + weight), 0);
  return weights.map((weight, j) => (j === at ? own
    : others > 0 ? weight * (1 - own) / others : (1 - own) / (weights.length - 1)));
}
