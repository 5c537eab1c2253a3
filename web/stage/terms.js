import {formatNumber} from "../text/number.js";
import {answersOf} from "./head.js";
import {bareName, tensorOf} from "./layers.js";
import {printable} from "./rows.js";

/** How a number came about, as the core explains it, put in rows: every product with its factors, and the sum so far. */

const FUNCTIONS = {sigmoid: "σ", relu: "ReLU", relu_slope: "ReLU′", negative: "−"};
const SIGNS = {sum: " + ", product: " · ", difference: " − ", quotient: " / "};

/**
 * A number as mathematics writes it below a letter.
 *
 * @param {number} n
 * @return {string}
 */
export const below = (n) => Array.from(String(n), (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");

/**
 * A number by its name: f₂(3), Wx.f₂,₃.
 *
 * @param {?} structure
 * @param {{tensor: string, t: number, index: number}} pick
 * @return {string}
 */
export function nameOf(structure, {tensor, t, index}) {
  const found = tensorOf(structure, tensor);
  if (isWeight(found)) return written(tensor) + (found.shape.length > 1 ? below(t + 1) + "," : "") + below(index + 1);
  return written(tensor) + (found && found.cols > 1 ? below(index + 1) : "") + "(" + (t + 1) + ")";
}

/**
 * Names as they are written in a line: of the second layer h⁽²⁾, not l2.h, and ←h where time runs back.
 *
 * @param {string} text
 * @return {string}
 */
export const written = (text) => text.replace(/\b(?:l(\d+)\.)?(rev\.)?([A-Za-z]+)/g, (_, layer, rev, name) =>
  (rev ? "←" : "") + name + (layer ? "⁽" + Array.from(layer, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("") + "⁾" : ""));

const isWeight = (found) => Boolean(found) && (found.role === "weight" || found.role === "gradient");

/**
 * The terms of a number. What a function was applied to has its own, where the core explained that too.
 *
 * @param {?} structure
 * @param {?} explanation
 * @return {{groups: !Array<?>, total: ?, closing: string}} groups of like terms {key, labels: one for each factor, heads:
 *     one for each term, terms: [{factors: [{text, value, pick}], value, sum}]}; total: what they come to {text, value}, where
 *     something was done with it then, and `closing` says what
 */
export function termsOf(structure, {tree, inner}) {
  const [only] = tree.kind === "apply" && tree.args.length === 1 ? tree.args : [null];
  const rooted = only && only.kind === "symbol" && inner ? inner.tree : only;
  const summed = rooted || (tree.kind === "quotient" ? tree.args[1] : tree);
  const groups = merged(groupsOf(structure, summed, summed.value));
  const text = only ? said(structure, only) : tree.kind === "quotient" ? "Σ" : "";
  const closing = only ? FUNCTIONS[tree.function] || tree.function : tree.kind === "quotient" ? "÷" : "";
  return {groups, total: closing ? {text, value: summed.value} : null, closing};
}

function groupsOf(structure, node, sum) {
  if (node.kind === "sum") return node.args.flatMap((arg, k) => groupsOf(structure, arg, node.sums[k]));
  if (node.kind === "dot" && node.left.length) return pairsOf(structure, node);
  const factors = node.kind === "product" ? node.args : [node];
  const [first] = factors.map(symbolIn).filter(Boolean);
  return [{
    key: factors.map((factor) => said(structure, factor, false)).join("·"),
    labels: factors.map((factor) => said(structure, factor)),
    heads: [first ? headOf(structure, first) : ""],
    terms: [{factors: factors.map((factor) => factorOf(structure, factor)), value: node.value, sum}],
  }];
}

/** The terms of a row times a column: as long as they are of the same two tensors, one group. */
function pairsOf(structure, {left, right, products, sums}) {
  const overTime = !isWeight(tensorOf(structure, left[0].tensor));
  const groups = [];
  left.forEach((one, k) => {
    const pair = right[k] ? [one, right[k]] : [one];
    const of = pair[pair.length - 1];
    const labels = pair.map((leaf) => said(structure, leaf, overTime, overTime));
    const key = labels.join("·");
    let group = groups[groups.length - 1];
    if (!group || group.key !== key) groups.push(group = {key, labels, heads: [], terms: []});
    group.heads.push(overTime ? String(of.t + 1) : headOf(structure, of));
    group.terms.push({factors: pair.map((leaf) => factorOf(structure, leaf)), value: products[k], sum: sums[k]});
  });
  return groups;
}

/** Neighbours that differ in their unit alone stand in one group. */
function merged(groups) {
  const out = [];
  for (const group of groups) {
    const last = out[out.length - 1];
    if (!last || last.key !== group.key) {
      out.push(group);
      continue;
    }
    if (last.terms.length === 1 && last.labels.length === group.labels.length) last.labels = last.key.split("·");
    last.heads.push(...group.heads);
    last.terms.push(...group.terms);
  }
  return out;
}

const symbolIn = (node) => (node.kind === "symbol" ? node : (node.args || []).map(symbolIn).find(Boolean) || null);

function factorOf(structure, node) {
  const of = node.kind === "apply" ? node.args.length === 1 && symbolIn(node.args[0]) : node.kind === "symbol" && node;
  const pick = of ? pickOfLeaf(structure, of) : null;
  return {text: said(structure, node), value: node.value, pick};
}

/**
 * Which number of the page a leaf of an explanation is.
 *
 * @param {?} structure
 * @param {?} leaf
 * @return {{tensor: string, t: number, index: number}}
 */
export function pickOfLeaf(structure, {tensor, t, row, index}) {
  return {tensor, t: isWeight(tensorOf(structure, tensor)) ? row : Math.max(0, t), index};
}

/** Over a term: which unit, where it stands for a symbol that. */
function headOf(structure, {tensor, index}) {
  const plain = bareName(tensor).replace(/^d/, "");
  const symbols = plain === "x" ? structure.vocabulary : ["y", "logits"].includes(plain) ? answersOf(structure) : null;
  const found = tensorOf(structure, tensor);
  if (!found || found.cols < 2) return "";
  return symbols && symbols.length === found.cols ? printable(symbols[index]) : String(index + 1);
}

/** An expression in a line of writing; `whole`: with its unit, `timeless`: without its step. */
function said(structure, node, whole = true, timeless = false) {
  const {kind, args} = node;
  const inner = () => args.map((arg) => said(structure, arg, whole));
  if (kind === "number") return formatNumber(node.value);
  if (kind === "dot") return written(node.left[0].tensor + (node.right.length ? " · " + node.right[0].tensor : ""));
  if (kind === "apply" && node.function === "square") return inner()[0] + "²";
  if (kind === "apply") return (FUNCTIONS[node.function] || node.function) + "(" + inner().join(", ") + ")";
  if (kind !== "symbol") return inner().join(SIGNS[kind] || " ");
  const name = whole ? nameOf(structure, pickOfLeaf(structure, node)) : written(node.tensor) + (node.t < 0 ? "" : "(" + (node.t + 1) + ")");
  return timeless || node.t < 0 ? name.replace(/\(\d+\)$/, "") : name;
}
