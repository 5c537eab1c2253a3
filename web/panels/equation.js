import {colorOf} from "../charts/heatmap.js";
import {el, watch} from "../dom/dom.js";
import {endOf, operationAt} from "../state/schedule.js";
import {dotsOf, equationOf, formulaOf, key, letters, marked, quietly, speaksOf} from "../stage/formula.js";
import {stagePalette} from "../stage/palette.js";
import {readerOf} from "../stage/reader.js";
import {ofGradient, wordsOf} from "../stage/rows.js";
import {formatNumber} from "../text/number.js";
import {stage} from "../text/en.stage.js";

const strings = stage.formula;
const MOST = 64;

/**
 * The formula strip: the selected number, or the operation under the playhead, in symbols, in numbers, and what comes
 * out; a matrix product unfolds into its terms. Reads explanation, selection, playhead and hover.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function equation(root, store, actions) {
  const body = el("div", {class: "formula-body"});
  const copy = el("button", {type: "button", class: "formula-copy", text: strings.copy, onclick: () => copyLatex(store, copy)});
  const clear = el("button", {type: "button", class: "formula-copy", text: strings.clear, onclick: () => actions.select(null)});
  const into = el("button", {type: "button", class: "formula-copy", text: strings.into,
    onclick: () => actions.select(Object.assign({}, store.get().selection, {inside: true}))});
  const title = el("span", {class: "formula-title", text: strings.title});
  root.classList.add("formula");
  root.append(el("div", {class: "formula-head"}, title, into, clear, copy), body);
  let open = "";
  /** @type {?} */
  let palette = null;
  let drawn = "";

  const handlers = {
    get open() {
      return open;
    },
    get digits() {
      return store.get().decimals || 4;
    },
    get turned() {
      return Boolean(store.get().structure.turned);
    },
    get palette() {
      palette = palette || stagePalette();
      return palette;
    },
    hover: (pick) => actions.hoverAt(pick),
    tensorOf: (wanted) => store.get().structure.tensors.find(({name}) => name === wanted),
    unfold(chosen) {
      open = open === chosen ? "" : chosen;
      drawn = "";
      render(store.get());
    },
  };

  const render = (state) => {
    const {structure, explanation, selection, playhead} = state;
    if (!structure) return;
    const operation = operationAt(structure, playhead);
    const rest = playhead >= endOf(structure);
    const ofNow = explanation && operation && explanation.output === operation.equation.output && explanation.t === operation.t;
    const current = explanation && (explanation.pick || (!rest && ofNow)) ? explanation : null;
    clear.hidden = !selection;
    into.hidden = !selection || Boolean(selection.inside) || !current;
    copy.hidden = !current || !current.latex;
    const given = selection && !current ? selection : null;
    const mark = [given ? given.tensor + given.t + "," + given.index : "", structure.version,
      current ? [current.output, current.t, current.unit, current.value].join() : "", handlers.digits,
      rest ? "rest" : operation ? operation.position : "none", open, selection ? "s" : ""].join("|");
    if (mark === drawn && current === last && !given) return;
    if (!last || !current || last.output !== current.output || last.t !== current.t) open = keep(open, current);
    drawn = mark;
    last = current;
    title.textContent = current ? headline(structure, current) : given ? wordsOf(structure, given.tensor)
      : operation && !rest ? wordsOf(structure, operation.equation.output) || strings.title : strings.title;
    body.replaceChildren(...(current ? explained(state, current, handlers) : given ? told(state, given)
      : listed(structure, rest ? null : operation, actions)));
  };
  let last = null;

  const unwatch = watch(store, ["structure", "explanation", "selection", "playhead", "frame", "theme", "decimals"], render);
  const unthemed = store.subscribe((state, {theme, dark}) => {
    if (state.theme !== theme || state.dark !== dark) palette = null;
  });
  const unhover = watch(store, ["hover"], ({hover}) => {
    for (const node of body.querySelectorAll("*")) if (node.picks) node.classList.toggle("formula-lit", speaksOf(node, hover));
  });
  return () => {
    unwatch();
    unhover();
    unthemed();
    root.replaceChildren();
  };
}

/** A product stays unfolded when the next explanation has it too; alone in its equation it starts unfolded. */
function keep(open, current) {
  const dots = current ? dotsOf(current.tree) : [];
  if (dots.some((dot) => key(dot) === open)) return open;
  return dots.length ? key(dots[dots.length - 1]) : "";
}

function headline(structure, {output}) {
  return wordsOf(structure, output) || output;
}

/** Symbols, numbers, result; below, the terms of the unfolded product. */
function explained({structure, frame, range}, explanation, handlers) {
  if (explanation.equation.includes("←")) return updated(explanation, handlers);
  const {output, t, unit, tree, value} = explanation;
  const left = el("span", {class: "formula-left"}, ...letters(output, t < 0 ? null : t, unit));
  if (tree.kind === "symbol" && /(^|\.)set\./.test(tree.tensor)) {
    return [el("div", {class: "formula-lines"}, left, el("span"),
        el("span", {class: "formula-line", text: stage.held(formatNumber(value, handlers.digits))}))];
  }
  const equals = () => el("span", {class: "formula-sign", text: "="});
  const plain = ["dot", "symbol", "number"].includes(tree.kind);
  const line = (classes, inNumbers) => el("span", {class: classes}, formulaOf(tree, inNumbers, handlers));
  const numbers = plain ? [] : [el("span"), equals(), line("formula-line formula-numbers", true)];
  const lines = el("div", {class: "formula-lines"},
      left, equals(), line("formula-line", false), ...numbers,
      el("span"), equals(), resultOf(value, handlers.digits));
  const dots = dotsOf(tree);
  const chosen = dots.find((dot) => key(dot) === handlers.open);
  return chosen ? [lines, terms(chosen, readerOf(structure, frame, range), handlers)] : [lines];
}

/** A number that was sought, the exact one in its title. */
function resultOf(value, digits) {
  return el("span", {class: "formula-result", title: String(value), text: formatNumber(value, digits)});
}

/** The optimiser's rule, the gradient it follows, and what the weight was before and is after. */
function updated({equation, tree, before, after}, handlers) {
  const {tensor, row, index, value} = tree;
  const at = [row, index];
  const number = (of) => resultOf(of, handlers.digits);
  const line = (name, ...what) => [el("span", {class: "formula-left"}, ...letters(name, null, at)),
    el("span", {class: "formula-sign", text: what.length > 1 ? ":" : "="}), el("span", {}, ...what)];
  const isTold = Number.isFinite(before) && Number.isFinite(after);
  const weight = ofGradient(tensor);
  const arrow = el("span", {class: "formula-sign", text: " → "});
  return [el("div", {class: "formula-equation"}, el("span", {class: "formula-line"}, ...equationOf(equation, () => null))),
    el("div", {class: "formula-lines"}, ...line(tensor, number(value)),
        ...(isTold ? line(weight, number(before), arrow, number(after)) : []))];
}

/** A number that was not computed but given. */
function told({structure, frame, decimals}, {tensor, t, index}) {
  const found = frame && frame.tensor(tensor);
  const value = found && index < found.cols ? found.at(Math.min(t, found.rows - 1), index) : NaN;
  const weight = structure.tensors.some(({name, role}) => name === tensor && role === "weight");
  const at = weight && found && found.rows > 1 ? [t, index] : index;
  return [el("div", {class: "formula-lines"},
      el("span", {class: "formula-left"}, ...letters(tensor, weight ? null : t, at)),
      el("span", {class: "formula-sign", text: "="}),
      el("span", {}, el("span", {class: "formula-result", text: formatNumber(value, decimals)}),
          el("span", {class: "formula-words", text: "  " + strings.given})))];
}

/** A dot product, term by term: the weight, the number it weighs, and a bar as long as the term. */
function terms(node, reader, handlers) {
  const {palette} = handlers;
  const {left, right} = node;
  const parts = left.map(({value}, k) => value * (right[k] ? right[k].value : 1));
  const most = parts.reduce((so, part) => Math.max(so, Math.abs(part)), 1e-12);
  const chip = ({tensor, index, value}) => swatched(palette, reader.kindOf(tensor), value,
      (kind) => reader.scaleOf(kind, tensor, index));
  const list = el("ol", {class: "formula-terms", tabindex: "0"});
  parts.slice(0, MOST).forEach((part, k) => {
    const bar = el("span", {class: "formula-bar " + (part < 0 ? "formula-bar-negative" : "formula-bar-positive")});
    bar.style.setProperty("--part", String(Math.abs(part / most)));
    const from = right[k] || left[k];
    const pick = quietly(from, from.index);
    const weight = {tensor: left[k].tensor, t: left[k].row, index: left[k].index};
    const item = el("li", {}, chip(left[k]), el("span", {class: "formula-sign", text: right[k] ? "×" : ""}), right[k] ? chip(right[k]) : el("span"),
        el("span", {class: "formula-axis"}, bar));
    marked(item, [pick, weight]);
    item.addEventListener("pointerenter", () => handlers.hover(pick));
    item.addEventListener("pointerleave", () => handlers.hover(null));
    list.append(item);
  });
  const rest = parts.length - MOST;
  return el("div", {class: "formula-unfolded"}, list, rest > 0 ? el("p", {class: "formula-more", text: strings.more(rest)}) : null);
}

/** A number with its colour on the stage. */
function swatched(palette, kind, value, scaleOf) {
  const swatch = el("i", {class: "formula-swatch"});
  swatch.style.background = colorOf(palette, kind, value, scaleOf(kind));
  return el("span", {class: "formula-chip", title: formatNumber(value, 9)}, swatch, formatNumber(value, 2));
}

/** No number chosen: the equation under the playhead, or at rest all equations of the way forward. */
function listed(structure, operation, actions) {
  const shown = operation ? [operation.equation] : structure.equations.filter(({phase}) => phase === "forward");
  const lines = shown.slice(0, 24).map((one) => {
    const t = operation ? operation.t : structure.steps - 1;
    const handlerOf = (symbol) => {
      const input = one.inputs.concat([{tensor: one.output, lag: 0}])
        .find(({tensor}) => tensor === symbol || tensor.endsWith("." + symbol));
      const tensor = input && structure.tensors.find(({name}) => name === input.tensor);
      if (!tensor || tensor.role === "weight" || t + input.lag < 0) return null;
      const pick = quietly({tensor: input.tensor, t: t + input.lag}, -1);
      return {enter: () => actions.hoverAt(pick), leave: () => actions.hoverAt(null), tensor: input.tensor};
    };
    return el("div", {class: "formula-equation"}, el("span", {class: "formula-line"}, ...equationOf(one.text, handlerOf)),
        /\ba\b/.test(one.output) ? null : el("span", {class: "formula-words", text: wordsOf(structure, one.output)}));
  });
  if (operation) return [el("div", {class: "formula-awaited"}, ...lines.map((line) => line.firstChild))];
  return [el("p", {class: "formula-hint", text: strings.hint}), el("div", {class: "formula-list"}, ...lines)];
}

function copyLatex(store, button) {
  const {explanation} = store.get();
  if (!explanation) return;
  const done = () => {
    button.textContent = strings.copied;
    setTimeout(() => {
      button.textContent = strings.copy;
    }, 1400);
  };
  const plain = () => {
    const area = el("textarea", {class: "stage-unseen", "aria-hidden": "true"});
    area.value = explanation.latex;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    done();
  };
  if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(explanation.latex).then(done, plain);
  else plain();
}
