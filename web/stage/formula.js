import {el} from "../dom/dom.js";
import {formatNumber} from "../text/number.js";
import {isReversed} from "./directions.js";
import {bareName} from "./layers.js";

/** Who is pointed at here: a number, or with index −1 all numbers of a step. It is no question for its own explanation. */
export const quietly = ({tensor, t}, index) => ({tensor, t: Math.max(0, t), index, quiet: true});

/**
 * An explanation as two lines of writing: in symbols, and the same in numbers.
 *
 * @param {?} node of the tree
 * @param {boolean} numbers
 * @param {?} handlers {turned: whether matrices are written as transposes, hover(pick or null), unfold(key), open: the key of the product that is unfolded, digits,
 *     tensorOf(name)}
 * @return {!Node}
 */
export function formulaOf(node, numbers, handlers) {
  return write(node, numbers, handlers, 0);
}

/** Longer sums are written with dots. */
const MOST = 6;
const SIGNS = {sum: " + ", product: " · ", difference: " − ", quotient: " / "};
const RANK = {sum: 1, difference: 1, product: 2, quotient: 2, dot: 2, apply: 3, symbol: 3, number: 3};
const WORDS = /^(tanh|softmax|log|exp|mean|max|target|ReLU|relu|sigmoid|linear|over|of|if|the|or|free)$/;
const FUNCTIONS = {sigmoid: "σ", relu: "ReLU", relu_slope: "ReLU′"};

function write(node, numbers, handlers, rank) {
  const {kind} = node;
  if (kind === "symbol") return symbol(node, numbers, handlers, rank);
  if (kind === "dot") return dot(node, numbers, handlers);
  const out = el("span", {class: "formula-" + kind});
  const own = kind === "apply" && node.function === "negative" ? 1 : RANK[kind] || 1;
  const brackets = own < rank;
  if (brackets) out.append("(");
  if (kind === "number") out.append(formatNumber(node.value, handlers.digits));
  else if (kind === "apply") out.append(...applied(node, numbers, handlers));
  else {
    const args = node.args || [];
    args.forEach((arg, k) => {
      if (args.length > MOST && k >= MOST - 2 && k < args.length - 1) {
        if (k === MOST - 2) out.append(el("span", {class: "formula-sign", text: (SIGNS[kind] || " ") + "…"}));
        return;
      }
      if (k) out.append(el("span", {class: "formula-sign", text: SIGNS[kind] || " " + kind + " "}));
      out.append(write(arg, numbers, handlers, own + (kind !== "sum" && k ? 1 : 0)));
    });
  }
  if (brackets) out.append(")");
  return out;
}

/** A function of something: −x and x² are written as such. */
function applied(node, numbers, handlers) {
  const inner = (rank) => node.args.map((arg) => write(arg, numbers, handlers, rank));
  if (node.function === "negative") return [el("span", {class: "formula-sign", text: "−"}), ...inner(2)];
  if (node.function === "square") return [...inner(3), el("sup", {text: "2"})];
  const name = FUNCTIONS[node.function] || node.function;
  const args = inner(0);
  const shown = args.length > MOST ? args.slice(0, MOST - 2).concat(["…"], args.slice(-1)) : args;
  const listed = shown.flatMap((arg, k) => (k ? [el("span", {class: "formula-sign", text: ", "}), arg] : [arg]));
  return [el("span", {class: name.length > 1 ? "formula-function" : "formula-letter", text: name}), "(", ...listed, ")"];
}

/** One symbol with its step and unit as a subscript; pointing at it lights its cell on the stage. */
function symbol(node, numbers, handlers, rank) {
  const out = el("span", {class: "formula-symbol"});
  if (numbers) {
    const text = formatNumber(node.value, handlers.digits);
    out.textContent = node.value < 0 && rank > 0 ? "(" + text + ")" : text;
    out.classList.add(node.value < 0 ? "formula-negative" : "formula-positive");
  } else {
    const at = isMatrix(node, handlers) ? (handlers.turned ? [node.index, node.row] : [node.row, node.index]) : isOne(node, handlers) ? null : node.index;
    out.append(...letters(node.tensor, isWeight(node, handlers) ? null : node.t, at));
  }
  return point(out, handlers, quietly(isWeight(node, handlers) ? {tensor: node.tensor, t: node.row} : node, node.index));
}

const isWeight = ({tensor}, {tensorOf}) => Boolean(tensorOf(tensor)) && tensorOf(tensor).role === "weight";

/** Whether a tensor is one number a step, which needs no unit. */
function isOne({tensor}, {tensorOf}) {
  const found = tensorOf(tensor);
  return Boolean(found) && ["activation", "flow"].includes(found.role) && found.shape.length === 1 && !tensor.endsWith("0");
}

/** Whether a number stands in a matrix of weights, or in the gradient of one. */
function isMatrix({tensor}, {tensorOf}) {
  const found = tensorOf(tensor);
  return Boolean(found) && (found.role === "weight" || found.role === "gradient") && found.shape.length > 1;
}

/** A row of a matrix times a vector: folded it is one product, unfolded its terms stand below. */
function dot(node, numbers, handlers) {
  const id = key(node);
  const out = el("button", {type: "button", class: "formula-dot", "aria-expanded": String(handlers.open === id),
    onclick: () => handlers.unfold(id)});
  const seen = node.right[node.right.length - 1] || node.left[node.left.length - 1];
  if (numbers) out.append(el("span", {text: formatNumber(node.value, handlers.digits)}));
  else out.append(...dotLetters(node, handlers));
  const whole = !isWeight(node.left[0], handlers) || !seen ? null : quietly(seen, -1);
  return whole ? point(out, handlers, whole) : out;
}

/** Two rows of numbers, multiplied: a row (transposed, a column) of a matrix and a vector, or a sum over time. */
function dotLetters({left, right}, handlers) {
  const one = left[0];
  const last = left[left.length - 1];
  const overTime = !isWeight(one, handlers);
  const column = isMatrix(one, handlers) && one.row !== last.row;
  const first = overTime ? letters(one.tensor, null, one.row === last.row ? null : one.index)
    : letters(one.tensor, null, column ? one.index : one.row, column !== handlers.turned);
  const sum = overTime ? [el("span", {class: "formula-function", text: "Σ"}), el("sub", {}, el("i", {text: "t"}))] : [];
  const seen = right[right.length - 1];
  if (!seen) return [...sum, ...first];
  const second = overTime ? letters(seen.tensor, null, seen.row !== right[0].row ? seen.index : null) : joined(right);
  return [...sum, ...first, el("span", {class: "formula-sign", text: " · "}), ...second];
}

/** A vector by its name; one put together of several, or of several steps, by all of them. */
function joined(numbers) {
  const parts = [];
  for (const {tensor, t} of numbers.filter(Boolean)) {
    if (!parts.some((part) => part.tensor === tensor && part.t === t)) parts.push({tensor, t});
  }
  if (parts.length === 1) return letters(parts[0].tensor, parts[0].t, null);
  const shown = parts.length > MOST ? parts.slice(0, 2).concat(null, parts.slice(-1)) : parts;
  const sign = (text) => el("span", {class: "formula-sign", text});
  const names = shown.flatMap((part, k) => [...(k ? [sign("; ")] : []), ...(part ? letters(part.tensor, part.t, null) : ["…"])]);
  return [sign("["), ...names, sign("]")];
}

/**
 * Which product of an explanation this is.
 *
 * @param {?} node
 * @return {string}
 */
export function key({left, right}) {
  return left[0].tensor + "·" + (right.length ? right[right.length - 1].tensor : "");
}

/**
 * Every product of a matrix row and a vector in an explanation.
 *
 * @param {?} node
 * @return {!Array<?>}
 */
export function dotsOf(node) {
  if (node.kind === "dot") return node.left.length ? [node] : [];
  return (node.args || []).flatMap(dotsOf);
}

/**
 * Whether what is pointed at on the stage is a number a node speaks of.
 *
 * @param {?} node
 * @param {?} hover
 * @return {boolean}
 */
export function speaksOf(node, hover) {
  if (!hover) return false;
  return node.picks.some(({tensor, t, index}) => tensor === hover.tensor && (t === null || t === hover.t)
    && (index < 0 || hover.index < 0 || index === hover.index));
}

/**
 * Says of which numbers a node speaks.
 *
 * @param {?} node
 * @param {!Array<?>} picks t null: at every step
 * @return {?}
 */
export function marked(node, picks) {
  node.picks = picks;
  return node;
}

function point(element, handlers, pick) {
  if (!pick) return element;
  element.addEventListener("pointerenter", () => handlers.hover(pick));
  element.addEventListener("pointerleave", () => handlers.hover(null));
  return marked(element, [pick]);
}

/**
 * A tensor's name as mathematics writes it: a letter, its block, unit and step below, in brackets the step.
 *
 * @param {string} tensor
 * @param {?number} t null: a weight
 * @param {?} index null: the whole vector; [row, column] in a matrix
 * @param {boolean=} transposed
 * @return {!Array<!Node>}
 */
export function letters(tensor, t, index, transposed = false) {
  const whole = bareName(tensor);
  const held = /(^|\.)set\./.test(tensor);
  const bare = whole.replace(/^set\./, "");
  const initial = /^[hcy]0$/.test(bare);
  const match = (initial ? bare[0] : bare).match(/^(d?)(logits|loss|target|share|both|joined|window|dropped|keep|ctx|alpha|bhn|W[a-z]|b[y]|[A-Za-z])(?:\.([a-z]+|\d+))?$/);
  const [, d, main, block] = match || [null, "", bare, null];
  const nodes = [];
  if (d) nodes.push(el("span", {class: "formula-d", text: "d"}));
  const letter = /^W|^b[yh]/.test(main) ? main[0] : main === "alpha" ? "α" : main;
  const isWord = letter.replace("\u0302", "").length > 1;
  const kind = (isWord ? "formula-function" : "formula-letter") + (isReversed(tensor) ? " formula-reversed" : "");
  nodes.push(el("span", {class: kind, text: letter}));
  const below = [letter.length === main.length || letter === "α" ? "" : main.slice(1), block || ""].filter(Boolean).join(".");
  const unit = index === null ? "" : Array.isArray(index) ? index.map((k) => k + 1).join(",") : String(index + 1);
  const layer = tensor.match(/^l(\d+)\./);
  const side = tensor.match(/(?:^|\.)(enc|dec)\./);
  const above = [layer ? "(" + layer[1] + ")" : "", side ? side[1] : "", held ? "set" : "", transposed ? "ᵀ" : ""].filter(Boolean);
  const sup = above.map((text) => el("sup", {class: text === "ᵀ" ? "" : "formula-layer", text}));
  const sub = below || unit ? [el("sub", {}, el("i", {text: below}), below && unit ? "," + unit : unit)] : [];
  if (sup.length && sub.length) nodes.push(el("span", {class: "formula-stack"}, el("span", {}, ...sup), ...sub));
  else nodes.push(...sup, ...sub);
  const timed = t !== null && main !== "L" && !(d && /^(W|b(?!oth))/.test(main));
  if (timed) nodes.push(el("span", {class: "formula-step", text: "(" + (initial ? 0 : t + 1) + ")"}));
  return nodes;
}

/**
 * A plain equation such as "c(t) = f(t) ⊙ c(t−1)", its letters in italics and function names upright.
 *
 * @param {string} text
 * @param {function(string): ?{enter: function(), leave: function(), tensor: string}} handlerOf for a symbol
 * @return {!Array<!Node>}
 */
export function equationOf(text, handlerOf) {
  const parts = text.match(/(?:l\d+\.)?(?:rev\.)?(?:enc\.|dec\.|(?:e|window)\.(?=dropped|keep|ddropped))?[A-Za-zφηΣσ∂βερμ]+\u0302?(?:\.(?:[a-z]+|\d+))?|[^A-Za-zφηΣσ∂βερμ]+/g) || [];
  return parts.map((part) => {
    if (!/^[A-Za-zφηΣσ∂βερμ]/.test(part)) return el("span", {class: "formula-sign", text: part});
    if (part === "t" || part === "T") return el("span", {class: "formula-letter", text: part});
    if (WORDS.test(part)) return el("span", {class: "formula-function", text: part});
    const node = el("span", {class: "formula-symbol"}, ...letters(part, null, null));
    const handler = handlerOf(part);
    if (handler) {
      node.addEventListener("pointerenter", handler.enter);
      node.addEventListener("pointerleave", handler.leave);
      marked(node, [{tensor: handler.tensor, t: null, index: -1}]);
    }
    return node;
  });
}
