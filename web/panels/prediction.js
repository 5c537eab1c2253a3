import {calmly, el, setText, watch} from "../dom/dom.js";
import {drawBars, drawSignedBars} from "../charts/bars.js";
import {knownFrom, stepAt} from "../state/schedule.js";
import {strings} from "../text/en.js";
import {formatFixed, formatNumber} from "../text/number.js";
import {visible} from "../text/symbols.js";
import {looksRow} from "./prediction/looks.js";
import {stepsRow} from "./prediction/steps.js";

const MOST_BARS = 7;
/** Places of an answer that is given once, for all steps. */
const ONCE = ["last", "mean", "max", "attention"];

/**
 * What the net says at one step: the chance of every symbol, tag or label with the target outlined, or numbers beside
 * their targets, and where an attention looks. The step is the one selected on the page, else the one the playhead is
 * at.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function predictionPanel(root, store, actions) {
  const words = strings.output;
  const title = el("h3");
  const steps = stepsRow((t) => choose(t));
  const list = el("ul", {class: "bars"});
  const rest = el("p", {class: "quiet small"});
  const looks = looksRow();
  root.append(title, steps.element, list, rest, looks.element);
  let chosen = 0;

  const choose = (t) => {
    const {structure} = store.get();
    chosen = t;
    actions.watch(false);
    actions.seek(structure.schedule.length / 2);
    const top = structure.layers[structure.layers.length - 1];
    actions.select({tensor: structure.head ? "y" : top.prefix + "h", t, index: 0});
  };

  /** A decoder says nothing while the text is still read, nor a convolution before its window is full. */
  const stepOf = (state) => Math.max(state.structure.source || 0,
    state.structure.layers[state.structure.layers.length - 1].first || 0, anyStepOf(state));
  const anyStepOf = (state) => {
    const {structure, selection, playhead} = state;
    const last = structure.steps - 1;
    if (answersOnce(structure)) return last;
    if (playhead < structure.schedule.length / 2 || state.watching) return Math.max(0, stepAt(structure, playhead));
    if (selection && selection.t >= 0) return Math.min(last, selection.t);
    return Math.min(last, chosen);
  };

  const isKnown = ({structure, playhead}, names, t) => {
    const from = Math.max(...names.map((name) => knownFrom(structure, name, t)));
    return playhead >= from;
  };

  const draw = calmly(() => {
    const state = store.get();
    const {structure, frame} = state;
    if (!structure || !frame || frame.version !== structure.version) return;
    const t = stepOf(state);
    steps.mark(t);
    showLooks(state, t);
    const kind = structure.head ? structure.head.kind : "none";
    const signed = kind === "linear" || kind === "tanh";
    list.classList.toggle("signed-list", signed || kind === "none");
    if (kind === "softmax") drawChances(state, t);
    else if (signed || kind === "none") drawNumbers(state, t, signed ? "y" : "h");
    else drawShares(state, t);
  });

  const drawChances = (state, t) => {
    const {structure, frame} = state;
    const p = frame.tensor("p") || frame.tensor("y");
    const row = Math.min(p.rows < structure.steps && structure.source ? t - structure.source : t, p.rows - 1);
    const known = isKnown(state, ["y", "logits"], answersOnce(structure) ? structure.steps - 1 : t);
    const target = targetAt(structure, t);
    const names = namesOf(structure, p.cols);
    sayTags(state, p, names);
    let rows = names.map((label, k) => ({
      label: visible(label), share: p.at(row, k), text: formatFixed(p.at(row, k), 3), target: label === target,
      best: false, known,
    }));
    const most = Math.max(...rows.map(({share}) => share));
    for (const entry of rows) entry.best = entry.share === most;
    if (rows.length > MOST_BARS) {
      rows = rows.sort((a, b) => Number(b.target) - Number(a.target) || b.share - a.share).slice(0, MOST_BARS)
        .sort((a, b) => b.share - a.share);
    }
    list.classList.toggle("long", names.some((name) => visible(name).length > 2));
    drawBars(list, rows);
    setText(title, titleOf(structure, t));
    setText(rest, names.length > rows.length ? words.more(names.length - rows.length) : known ? "" : words.notYet);
  };

  /** Of tagged words, the tag that each is given. */
  const sayTags = ({structure}, p, names) => {
    if (!isTagged(structure) || p.rows < structure.steps) return steps.say(null);
    steps.say(Array.from({length: structure.steps}, (_, t) => {
      let best = 0;
      for (let k = 1; k < p.cols; k++) if (p.at(t, k) > p.at(t, best)) best = k;
      const wanted = targetAt(structure, t);
      return {text: names[best], right: wanted ? wanted === names[best] : null};
    }));
  };

  /** Of an attention over all steps its shares; of a decoder's, those at the step that is shown. */
  const showLooks = ({structure, frame}, t) => {
    const alpha = frame.tensor("alpha");
    if (!alpha || !structure.head) return looks.show("", [], null);
    const tokens = structure.tokens || Array(structure.steps).fill("");
    if (!structure.source) {
      const shares = alpha.cols === 1 ? Array.from({length: alpha.rows}, (_, k) => alpha.at(k, 0)) : rowOf(alpha, 0);
      return looks.show(words.attention, tokens.slice(0, shares.length), shares.slice(0, structure.steps));
    }
    const inside = t >= structure.source && t < alpha.rows;
    looks.show(inside ? words.attentionAt(visible(targetAt(structure, t) || "")) : "",
      tokens.slice(0, structure.source), inside ? rowOf(alpha, t).slice(0, structure.source) : null);
  };

  const drawShares = (state, t) => {
    const {frame} = state;
    const y = frame.tensor("y");
    const row = Math.min(t, y.rows - 1);
    const known = isKnown(state, ["y"], t);
    drawBars(list, Array.from({length: y.cols}, (_, k) => ({
      label: y.cols > 1 ? "y" + (k + 1) : "y", share: y.at(row, k), text: formatNumber(y.at(row, k), state.decimals),
      target: targetOf(state, row, k) === 1, best: y.at(row, k) > 0.5, known,
    })));
    setText(title, words.answer(t + 1));
    setText(rest, known ? "" : words.notYet);
  };

  const drawNumbers = (state, t, name) => {
    const {structure, frame} = state;
    const top = structure.layers[structure.layers.length - 1];
    const last = name === "h" ? top.output || top.prefix + (top.bidirectional ? "both" : "h") : name;
    const labelOf = (k, count) => {
      const reversed = last.endsWith("both") && k >= top.hidden;
      const alone = last.endsWith("both") ? top.hidden === 1 : count === 1;
      return (reversed ? "←" : "") + name + (alone ? "" : (reversed ? k - top.hidden : k) + 1);
    };
    const tensor = frame.tensor(last);
    if (!tensor) return;
    const row = Math.min(t, tensor.rows - 1);
    const known = isKnown(state, [last], t);
    drawSignedBars(list, Array.from({length: Math.min(tensor.cols, 12)}, (_, k) => {
      const target = name === "y" ? targetOf(state, row, k) : null;
      const targetText = target === null ? "" : words.target + " " + formatNumber(target, state.decimals);
      return {
        label: labelOf(k, tensor.cols), value: tensor.at(row, k),
        text: formatNumber(tensor.at(row, k), state.decimals), target, targetText, known,
      };
    }));
    list.classList.toggle("long", last.endsWith("both"));
    setText(title, name === "y" ? words.answer(t + 1) : words.states(last.replace("both", "h, ←h"), t + 1));
    setText(rest, known ? "" : words.notYet);
  };

  const targetOf = ({structure, frame}, row, k) => {
    const target = frame.tensor("target");
    return target && structure.trains && k < target.cols ? target.at(Math.min(row, target.rows - 1), k) : null;
  };

  watch(store, ["structure"], ({structure}) => {
    if (!structure) return;
    chosen = structure.head && structure.trains ? structure.source || 0 : structure.steps - 1;
    steps.element.hidden = answersOnce(structure) || structure.steps < 2;
    steps.build((structure.tokens || Array(structure.steps).fill("")).slice(0, structure.steps), structure.source || 0);
  });
  watch(store, ["structure", "frame", "playhead", "selection", "watching", "decimals"], draw);
}

const answersOnce = ({head}) => Boolean(head) && ONCE.includes(head.at);

/** What the columns of an answer are called. */
const namesOf = ({answers, vocabulary}, count) =>
  [answers, vocabulary].find((names) => names && names.length === count)
    || Array.from({length: count}, (_, k) => String(k + 1));

/** Whether the answer at every step is about the symbol read there, rather than the one that follows. */
const isTagged = ({preset: {data}, answers, vocabulary, head}) => Boolean(data.tagged)
  || (Boolean(data.task) && head.at === "every" && Boolean(answers) && answers.join() !== (vocabulary || []).join());

function titleOf(structure, t) {
  const words = strings.output;
  const {tokens, preset: {data}} = structure;
  if (data.labelled) return words.label;
  if (data.task && answersOnce(structure)) return words.whole;
  if (isTagged(structure)) return words.tagOf(tokens[t]);
  const read = tokens.slice(Math.max(structure.source && t >= structure.source ? structure.source : 0, t - 9), t + 1);
  return words.next(read.join(data.tokens || data.unit === "word" ? " " : ""));
}

/** The symbol, tag or label that is wanted at a step, or null; the last of them is wanted at the last step. */
function targetAt({targets, steps}, t) {
  return targets ? targets[t - (steps - targets.length)] || null : null;
}

const rowOf = (tensor, r) => Array.from({length: tensor.cols}, (_, c) => tensor.at(r, c));
