import {el} from "../../dom/dom.js";
import {field, numberField, segmented, setMessage} from "../../dom/controls.js";
import {views} from "../../text/en.views.js";
import {formatNumber} from "../../text/number.js";

const MOST_N = 5;
/** Where the exercise says nothing: a little smoothing. */
const K = 0.1;
const DISCOUNT = 0.5;

/**
 * How n-grams are counted and smoothed: what the exercise says, until the reader says otherwise.
 *
 * @param {?} given `ngram` of the preset, or nothing
 * @return {{n: number, smoothing: string, k: number, discount: number, weights: !Array<number>}}
 */
export function countingOf(given) {
  const {n = 2, smoothing = "addK", k, weights = []} = given || {};
  const discounts = smoothing === "backoff";
  return {n, smoothing, k: discounts || k === undefined ? K : k, discount: discounts && k !== undefined ? k : DISCOUNT,
    weights: fitting(weights, n)};
}

/**
 * The same as the core asks for it: k is the number that belongs to the smoothing, the share taken off each count for
 * "backoff".
 *
 * @param {?} counting
 * @return {{n: number, smoothing: string, k: number, weights: !Array<number>}}
 */
export const askedOf = ({n, smoothing, k, discount, weights}) =>
  ({n, smoothing, k: smoothing === "backoff" ? discount : k, weights});

/**
 * n, the smoothing and what the smoothing asks for.
 *
 * @param {?} counting what is edited
 * @param {function(): void} changed
 * @return {?} {node, taken() when the core answered, refused(problem) → whether it is about one of these}
 */
export function countingControls(counting, changed) {
  const words = views.ngram;
  let good = Object.assign({}, counting);
  const change = (patch) => {
    Object.assign(counting, patch);
    arrange();
    changed();
  };
  const orders = Array.from({length: MOST_N}, (_, j) => String(j + 1)).map((value) => ({value, text: value}));
  const n = segmented(orders, (value) =>
    change({n: Number(value), weights: fitting(counting.weights, Number(value))}));
  const smoothing = segmented(Object.entries(words.smoothings).map(([value, text]) => ({value, text})),
    (value) => change({smoothing: value}));
  const numbers = {k: numberField((k) => change({k})), discount: numberField((discount) => change({discount}))};
  const rows = {k: field(words.k, numbers.k), discount: field(words.discount, numbers.discount)};
  const owners = {k: "addK", discount: "backoff"};
  const weights = el("div", {class: "mix", role: "group", "aria-label": words.weights});
  let inputs = [];

  const buildWeights = () => {
    inputs = counting.weights.map((_, j) => numberField((value) =>
      change({weights: summingToOne(counting.weights, j, value)}), {"aria-label": words.weight(j + 1)}));
    weights.replaceChildren(...inputs.map((input, j) => el("span", {class: "mix-part"},
      el("span", {class: "math", text: "λ"}), el("sub", {text: String(j + 1)}), input)));
  };

  /** What the choices ask for; a number that the core has yet to take stays as it was typed. */
  const arrange = () => {
    n.show(String(counting.n));
    smoothing.show(counting.smoothing);
    for (const [name, row] of Object.entries(rows)) row.hidden = counting.smoothing !== owners[name];
    weights.hidden = counting.smoothing !== "interpolate";
    if (inputs.length !== counting.weights.length) buildWeights();
    inputs.forEach((input, j) => input.show(formatNumber(counting.weights[j], 3)));
  };

  const taken = () => {
    good = Object.assign({}, counting);
    for (const [name, input] of Object.entries(numbers)) {
      input.show(formatNumber(counting[name]));
      setMessage(rows[name], null);
    }
  };
  arrange();
  taken();

  const nField = field(words.n, n);
  nField.classList.add("math-label");
  rows.k.classList.add("math-label");
  return {
    node: el("div", {class: "view-controls"}, nField, field(words.smoothing, smoothing), ...Object.values(rows),
      weights),
    taken,
    refused(problem) {
      const name = Object.keys(rows).find((key) => owners[key] === counting.smoothing
        && counting[key] !== good[key]);
      if (!name) return false;
      setMessage(rows[name], problem);
      counting[name] = good[name];
      return true;
    },
  };
}

/** As many weights as there are lengths; where the number is another, each counts the same. */
function fitting(weights, n) {
  return weights.length === n ? weights : Array.from({length: n}, () => 1 / n);
}

/** One weight as typed, the others shrunk or grown alike, so that together they are 1. */
function summingToOne(weights, at, value) {
  const own = weights.length === 1 ? 1 : Math.max(0, Math.min(1, value));
  const others = weights.reduce((sum, weight, j) => (j === at ? sum : sum + weight), 0);
  return weights.map((weight, j) => (j === at ? own
    : others > 0 ? weight * (1 - own) / others : (1 - own) / (weights.length - 1)));
}
