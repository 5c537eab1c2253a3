import {el, watch} from "../../dom/dom.js";
import {field, numberField, segmented, setMessage, tell, unreadable} from "../../dom/controls.js";
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
 * n, the smoothing and what the smoothing asks for: they stand in the preset, so they can be undone.
 *
 * @param {?} counting what is counted now; follows the preset
 * @param {?} store
 * @param {?} actions
 * @param {function(): void} changed
 * @return {?} {node, stop()}
 */
export function countingControls(counting, store, actions, changed) {
  const words = views.ngram;
  const mixes = mixesOf(store.get());
  let last = "";
  const change = (patch) => {
    const next = Object.assign({}, counting, patch);
    last = Object.keys(patch)[0];
    actions.changePreset((preset) => {
      preset.ngram = askedOf(next);
    }, "ngram");
  };
  const orders = Array.from({length: MOST_N}, (_, j) => String(j + 1)).map((value) => ({value, text: value}));
  const n = segmented(orders, (value) =>
    change({n: Number(value), weights: mixes.get(Number(value)) || fitting([], Number(value))}));
  const smoothing = segmented(Object.entries(words.smoothings).map(([value, text]) => ({value, text})),
    (value) => change({smoothing: value}));
  const numbers = {k: numberField((k) => change({k})), discount: numberField((discount) => change({discount}))};
  const rows = {k: field(words.k, numbers.k), discount: field(words.discount, numbers.discount)};
  const owners = {k: "addK", discount: "backoff"};
  const weights = el("div", {class: "mix", role: "group", "aria-label": words.weights});
  const mixed = el("p", {class: "message", hidden: true});
  const mix = el("div", {class: "field"}, el("div", {class: "controls"}, weights), mixed);
  mix.addEventListener("unread", ({detail}) => tell(mixed, unreadable(words.aWeight, detail)));
  let inputs = [];

  const weigh = (j, value) => {
    const fits = value >= 0 && value <= 1;
    tell(mixed, fits ? null : words.notAWeight(formatNumber(value)));
    if (fits) change({weights: summingToOne(counting.weights, j, value)});
    else inputs[j].refuse();
  };

  const buildWeights = () => {
    inputs = counting.weights.map((_, j) => numberField((value) => weigh(j, value), {"aria-label": words.weight(j + 1)}));
    weights.replaceChildren(...inputs.map((input, j) => el("span", {class: "mix-part"},
      el("span", {class: "math", text: "λ"}), el("sub", {text: String(j + 1)}), input)));
  };

  const arrange = () => {
    n.show(String(counting.n));
    smoothing.show(counting.smoothing);
    for (const [name, row] of Object.entries(rows)) row.hidden = counting.smoothing !== owners[name];
    mix.hidden = counting.smoothing !== "interpolate";
    tell(mixed, null);
    if (inputs.length !== counting.weights.length) buildWeights();
    inputs.forEach((input, j) => input.show(formatNumber(counting.weights[j], 3)));
    for (const [name, input] of Object.entries(numbers)) input.show(formatNumber(counting[name]));
  };
  arrange();

  let given = JSON.stringify(store.get().structure.preset.ngram);
  const stops = [
    watch(store, ["structure"], ({structure: {preset}}) => {
      const now = JSON.stringify(preset.ngram);
      if (now === given) return;
      given = now;
      const {k, discount} = counting;
      Object.assign(counting, countingOf(preset.ngram));
      if (counting.smoothing === "backoff") counting.k = k;
      else counting.discount = discount;
      if (preset.ngram && preset.ngram.weights) mixes.set(counting.n, counting.weights);
      arrange();
      changed();
    }),
    watch(store, ["error", "errorAt"], ({error, errorAt}) => {
      for (const [name, row] of Object.entries(rows)) {
        setMessage(row, errorAt === "ngram" && name === last ? error : null);
      }
    }),
  ];

  const nField = field(words.n, n);
  nField.classList.add("math-label");
  rows.k.classList.add("math-label");
  return {
    node: el("div", {class: "view-controls"}, nField, field(words.smoothing, smoothing), ...Object.values(rows),
      mix),
    stop: () => stops.forEach((stop) => stop()),
  };
}

/** The weights used last for each n, of one exercise: going there and back brings them again. */
let remembered = {id: "", mixes: new Map()};

/** @return {!Map<number, !Array<number>>} */
function mixesOf({presetId, structure: {preset: {ngram}}}) {
  if (remembered.id !== presetId) remembered = {id: presetId, mixes: new Map()};
  const {n, weights} = ngram || {};
  if (weights && weights.length === n) remembered.mixes.set(n, weights);
  return remembered.mixes;
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
