import {el, settled, setText, setValue, watch} from "../../dom/dom.js";
import {figure} from "../../dom/figure.js";
import {field, slider} from "../../dom/controls.js";
import {drawTree, layoutTree, nodeAt} from "../../charts/tree.js";
import {createPoll} from "../../state/poll.js";
import {strings} from "../../text/en.js";
import {formatFixed, formatNumber} from "../../text/number.js";
import {visible} from "../../text/symbols.js";

const TRAINING_MS = 300;
const TYPING_MS = 250;
const WIDEST = 10;
const FIRST_WIDTH = 3;
const FIRST_LENGTH = 8;
/** Dropped nodes a step shows. */
const DROPPED = 4;
/** How far a key moves a tree that is too wide, in pixels. */
const SCROLL = 80;
/** A beginning this short stands at the root. */
const SHORT = 7;
const END = "⟨/s⟩";

/**
 * The search for the likeliest text: every step keeps the best few and drops the rest.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function beamView(root, store, actions) {
  const words = strings.figures.beam;
  let width = 0;
  /** @type {?} */
  let answer = null;
  let layout = layoutTree([], 0, 0, 1);

  const value = el("output", {class: "figure"});
  const control = slider({min: 1, max: WIDEST, step: 1, "aria-label": words.width}, (moved) => {
    width = moved;
    setText(value, String(width));
    ask(0);
  });
  const start = el("input", {type: "text", class: "prime", spellcheck: "false", autocomplete: "off",
    autocapitalize: "off"});
  const startField = field(words.prime, start);
  start.addEventListener("input", settled(() => ask(0), TYPING_MS));
  const message = el("p", {class: "message", role: "status"});
  const best = answerBox(words.best, "beam-best");
  const greedy = answerBox(words.greedy, "");
  const verdict = el("p", {class: "quiet", role: "status"});

  const chart = figure("beam-chart", (ctx, size, palette, at) => {
    if (!answer) return null;
    const hover = nodeAt(layout, at);
    const path = bestPath(answer);
    drawTree(ctx, layout, {palette, best: path, hover, name: nameOf,
      write: shareText, more: words.more,
      start: start.value && start.value.length <= SHORT ? start.value : words.start});
    if (!hover) return null;
    const {node: {p, logp, kept, id}} = hover;
    const state = path.has(id) ? words.onBest : kept ? words.kept : words.pruned;
    const lines = words.point(textOf(hover), formatNumber(p, 4), formatFixed(logp, 3), state);
    return {x: hover.x + layout.box / 2 + 22, y: hover.y, lines};
  });
  const scroller = el("div", {class: "beam-scroll", tabindex: "0", role: "group", "aria-label": words.tree,
    onkeydown: (event) => {
      const way = {ArrowLeft: -1, ArrowRight: 1}[event.key];
      if (!way || event.target !== scroller || scroller.scrollWidth <= scroller.clientWidth) return;
      event.preventDefault();
      scroller.scrollBy(way * SCROLL, 0);
    }}, chart.box);
  const sheet = el("div", {class: "sheet"},
    el("div", {class: "sheet-head"}, el("h2", {text: words.title})),
    el("div", {class: "beam-controls"}, field(words.width, control, value), startField), message,
    el("div", {class: "beam-answers"}, best.box, greedy.box), verdict, scroller);
  root.append(sheet);

  const arrange = () => {
    if (!answer) return;
    layout = layoutTree(answer.steps, DROPPED, scroller.clientWidth, longest(answer.steps));
    chart.canvas.style.width = layout.width + "px";
    chart.canvas.style.height = layout.height + "px";
    chart.draw();
  };

  const poll = createPoll((args) => actions.ask("beam", args), (heard) => {
    answer = heard;
    best.show(answer.best);
    greedy.show(answer.greedy);
    const gain = answer.best.logp - answer.greedy.logp;
    setText(verdict, gain > 1e-9 ? words.better(formatNumber(Math.exp(gain), 3)) : words.same);
    const said = (name, {text, logp}) => name + ": " + text + ", " + words.logp(logp);
    chart.describe([words.label(answer.steps.length, width), said(words.best, answer.best),
      said(words.greedy, answer.greedy)].join(". "));
    chart.table(() => tableOf(layout));
    arrange();
  }, (refusal) => setText(message, refusal));

  const ask = (pause) => {
    const {structure} = store.get();
    const {decoding = {}} = structure.preset;
    const from = structure.source ? {"source": start.value} : {"prime": start.value};
    poll.ask(Object.assign({"width": width, "length": decoding.length || FIRST_LENGTH}, from), pause);
  };

  let begun = "";
  const stop = watch(store, ["structure", "frame"], ({structure, frame, training}) => {
    if (!structure || !frame) return;
    const {decoding = {}, data = {}} = structure.preset;
    if (!width) {
      width = decoding.beam > 1 ? decoding.beam : FIRST_WIDTH;
      control.show(width, String(width));
      setText(value, String(width));
    }
    const read = structure.tokens.slice(0, structure.source || 0).filter((one) => !/^⟨.*⟩$/.test(one));
    const source = structure.source ? read.join(data.unit === "word" ? " " : "") : decoding.prime || "";
    setText(startField.querySelector(".label"), structure.source ? words.source : words.prime);
    if (source !== begun) setValue(start, source);
    begun = source;
    ask(training ? TRAINING_MS : 60);
  });
  const stopTheme = watch(store, ["dark"], () => chart.draw());
  const sized = new ResizeObserver(arrange);
  sized.observe(scroller);
  return () => {
    stop();
    stopTheme();
    sized.disconnect();
    poll.close();
    chart.close();
    sheet.remove();
  };
}

/** A text and how likely it is. */
function answerBox(name, kind) {
  const text = el("span", {class: "spelled"});
  const logp = el("span", {class: "quiet figure"});
  const box = el("p", {class: "beam-answer " + kind}, el("span", {class: "label quiet", text: name}), text, logp);
  return {
    box,
    show(one) {
      setText(text, one.text || "–");
      setText(logp, strings.figures.beam.logp(one.logp));
    },
  };
}

/** Letters of the longest name in the tree. */
const longest = (steps) => Math.max(1, ...steps.flat().map(({symbol}) => Array.from(nameOf(symbol)).length));

const shareText = (p) => (p < 0.005 ? "<.01" : formatFixed(p, 2).replace(/^0/, ""));

const nameOf = (symbol) => (symbol === END ? "■" : visible(symbol));

/** What is written up to a node. */
function textOf(place) {
  const symbols = [];
  for (let one = place; one; one = one.parent) symbols.unshift(one.node.symbol);
  const letters = symbols.every((symbol) => Array.from(symbol).length === 1 || symbol === END);
  return symbols.map((symbol) => (symbol === END ? " ■" : visible(symbol))).join(letters ? "" : " ");
}

/** The ids from the best leaf back to the start: of what ends, the one as likely as the best text. */
function bestPath({steps, best}) {
  const nodes = new Map(steps.flat().map((node) => [node.id, node]));
  const parents = new Set(steps.flat().filter(({kept}) => kept).map(({parent}) => parent));
  let leaf = null;
  for (const node of nodes.values()) {
    if (!node.kept || (parents.has(node.id) && !node.finished)) continue;
    if (!leaf || Math.abs(node.logp - best.logp) < Math.abs(leaf.logp - best.logp)) leaf = node;
  }
  const path = new Set();
  for (let node = leaf; node; node = nodes.get(node.parent)) path.add(node.id);
  return path;
}

function tableOf({nodes}) {
  const words = strings.figures.beam;
  return {head: words.columns, rows: nodes.map((place) => {
    const {p, logp, kept} = place.node;
    const state = kept ? words.kept : words.pruned;
    return [String(place.t + 1), textOf(place), formatFixed(p, 4), formatFixed(logp, 3), state];
  })};
}
