import {calmly, el, setText, watch} from "../dom/dom.js";
import {drawBars, drawSignedBars} from "../charts/bars.js";
import {knownFrom, stepAt} from "../state/schedule.js";
import {strings} from "../text/en.js";
import {formatFixed, formatNumber} from "../text/number.js";

const MOST_BARS = 7;

/**
 * What the net says at one step: the chance of every symbol with the target outlined, or numbers beside their targets. The
 * step is the one selected on the page, else the one the playhead is at.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function predictionPanel(root, store, actions) {
  const words = strings.output;
  const title = el("h3");
  const steps = el("div", {class: "steps", role: "group"});
  const list = el("ul", {class: "bars"});
  const rest = el("p", {class: "quiet small"});
  root.append(title, steps, list, rest);
  let chosen = 0;

  const stepOf = (state) => {
    const {structure, selection, playhead} = state;
    const last = structure.steps - 1;
    if (structure.head && structure.head.at === "last") return last;
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
    markStep(t);
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
    const row = Math.min(t, p.rows - 1);
    const known = isKnown(state, ["y", "logits"], structure.head.at === "last" ? structure.steps - 1 : t);
    const target = structure.targets ? structure.targets[Math.min(row, structure.targets.length - 1)] : null;
    const names = structure.vocabulary || Array.from({length: p.cols}, (_, k) => String(k + 1));
    let rows = names.map((label, k) => ({
      label: visible(label), share: p.at(row, k), text: formatFixed(p.at(row, k), 3), target: label === target, best: false, known,
    }));
    const most = Math.max(...rows.map(({share}) => share));
    for (const entry of rows) entry.best = entry.share === most;
    if (rows.length > MOST_BARS) {
      rows = rows.sort((a, b) => Number(b.target) - Number(a.target) || b.share - a.share).slice(0, MOST_BARS)
        .sort((a, b) => b.share - a.share);
    }
    list.classList.toggle("long", names.some((name) => name.length > 2));
    drawBars(list, rows);
    setText(title, words.next(structure.tokens.slice(Math.max(0, t - 9), t + 1).join(structure.preset.data.tokens ? " " : "")));
    setText(rest, names.length > rows.length ? words.more(names.length - rows.length) : known ? "" : words.notYet);
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
    const last = name === "h" ? top.prefix + (top.bidirectional ? "both" : "h") : name;
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

  const targetOf = ({structure}, row, k) => {
    const {targets} = structure.preset.data;
    if (!targets || !structure.trains) return null;
    const line = [].concat(targets[Math.min(row, targets.length - 1)]);
    return k < line.length ? line[k] : null;
  };

  const markStep = (t) => {
    Array.from(steps.children).forEach((button, k) => {
      button.setAttribute("aria-pressed", String(k === t));
    });
  };

  watch(store, ["structure"], ({structure}) => {
    if (!structure) return;
    chosen = structure.head && structure.trains ? 0 : structure.steps - 1;
    const once = structure.head && structure.head.at === "last";
    steps.hidden = once || structure.steps < 2;
    const names = structure.tokens || Array(structure.steps).fill("");
    steps.replaceChildren(...names.map((token, t) => el("button", {
      class: "step", text: token ? visible(token) : String(t + 1), "aria-label": words.step(t + 1, token),
      onclick: () => {
        chosen = t;
        actions.watch(false);
        actions.seek(structure.schedule.length / 2);
        const name = structure.head ? "y" : "h";
        actions.select({tensor: structure.layers.length > 1 && name === "h" ? "l" + structure.layers.length + ".h" : name, t, index: 0});
      },
    })));
  });
  watch(store, ["structure", "frame", "playhead", "selection", "watching", "decimals"], draw);
}

const visible = (symbol) => ({" ": "␣", "\n": "↵", "\t": "⇥"})[symbol] || symbol;
