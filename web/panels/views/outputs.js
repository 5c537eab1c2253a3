import {el, setText, watch} from "../../dom/dom.js";
import {figure} from "../../dom/figure.js";
import {segmented} from "../../dom/controls.js";
import {icon} from "../../dom/icons.js";
import {drawGuide, drawLines, nearest} from "../../charts/lines.js";
import {drawCloud} from "../../charts/cloud.js";
import {createPoll} from "../../state/poll.js";
import {strings} from "../../text/en.js";
import {formatFixed, formatNumber} from "../../text/number.js";

const TRAINING_MS = 300;
/** So few points are drawn as points too. */
const FEW = 40;

/**
 * What a regression answers beside what is true: over time, and as a cloud, for every output.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function outputsView(root, store, actions) {
  const words = strings.figures.outputs;
  let on = "train";
  let example = 0;
  let count = 1;
  const ask = (pause) => poll.ask({on, example}, pause);

  const which = segmented([{value: "train", text: strings.figures.train}, {value: "test", text: strings.figures.test}],
    (value) => {
      on = value;
      example = 0;
      ask(0);
    });
  which.setAttribute("aria-label", strings.figures.on);
  which.show(on);
  const step = (by) => () => {
    example = (example + by + count) % count;
    ask(0);
  };
  const place = el("span", {class: "figure", "aria-live": "polite"});
  const picker = el("div", {class: "picker", role: "group", "aria-label": words.pick},
    arrow(words.before, step(-1)), place, arrow(words.after, step(1)));
  const key = el("p", {class: "sheet-key"}, el("span", {class: "key-truth"}), el("span", {text: words.truth}),
    el("span", {class: "key-prediction"}), el("span", {text: words.prediction}));
  const message = el("p", {class: "message", role: "status"});
  const list = el("div", {class: "outputs-list"});
  const sheet = el("div", {class: "sheet"},
    el("div", {class: "sheet-head"}, el("h2", {text: words.title}), key, picker, which), message, list);
  root.append(sheet);

  /** @type {!Array<?>} */
  let rows = [];
  const poll = createPoll((args) => actions.ask("outputs", args), (answer) => {
    count = Math.max(1, answer.examples);
    setText(place, words.example(example + 1, count));
    picker.hidden = count < 2;
    while (rows.length > answer.outputs.length) rows.pop().close();
    while (rows.length < answer.outputs.length) rows.push(outputRow(list, store));
    answer.outputs.forEach((output, k) => rows[k].show(output));
  }, (refusal) => setText(message, refusal));

  const stop = watch(store, ["structure", "frame"], ({structure, frame, training}) => {
    if (!structure || !frame) return;
    which.hidden = !frame.report.test;
    if (which.hidden && on === "test") {
      on = "train";
      which.show(on);
    }
    ask(training ? TRAINING_MS : 40);
  });
  const stopTheme = watch(store, ["dark"], () => rows.forEach((row) => row.draw()));
  return () => {
    stop();
    stopTheme();
    poll.close();
    rows.forEach((row) => row.close());
    sheet.remove();
  };
}

/** One output: its name, how well it is met in words, its line and its cloud. */
function outputRow(list, store) {
  const words = strings.figures.outputs;
  let output = {name: "", truth: [], prediction: [], mse: 0, variance: 0};
  let marked = -1;

  const seriesOf = (palette) => {
    const x = output.truth.map((_, t) => t + 1);
    const mark = x.length <= FEW ? "circle" : "";
    return [{title: words.truth, x, y: numbers(output.truth), color: palette.edge, width: 3.2, mark: mark && "square"},
      {title: words.prediction, x, y: numbers(output.prediction), color: palette.accent, width: 1.7, mark}];
  };
  const line = figure("outputs-line", (ctx, size, palette, at) => {
    const series = seriesOf(palette);
    const [truth, prediction] = series;
    if (truth.x.length === 0) return null;
    const place = drawLines(ctx, size, series, {palette, log: false, from: 1, xName: words.time,
      band: {x: truth.x, low: truth.y, high: prediction.y, color: palette.negative}});
    const k = at ? nearest(truth.x, place.across.invert(at.x)) : -1;
    if (k !== marked) cloud.draw();
    marked = k;
    if (!at) return null;
    drawGuide(ctx, place, series, k, palette);
    const {decimals} = store.get();
    const lines = words.point(k + 1, formatNumber(output.truth[k], decimals) || "–",
      formatNumber(output.prediction[k], decimals));
    return {x: place.across(truth.x[k]), y: at.y, lines};
  });
  const cloud = figure("outputs-cloud", (ctx, size, palette, at) => {
    const place = drawCloud(ctx, size, output, {palette, color: palette.accent, xName: words.truth,
      yName: words.prediction, marked});
    const k = at && place ? closest(place, output, at) : -1;
    if (k < 0) return null;
    const {decimals} = store.get();
    return {x: place.across(output.truth[k]), y: place.scale(output.prediction[k]), lines: words.point(k + 1,
      formatNumber(output.truth[k], decimals), formatNumber(output.prediction[k], decimals))};
  });
  const name = el("span", {class: "math output-name"});
  const share = el("strong", {});
  const size = el("span", {class: "quiet"});
  const box = el("section", {class: "output-row"}, el("p", {class: "output-words"}, name, share, size),
    el("div", {class: "output-figures"}, line.box, cloud.box));
  list.append(box);
  return {
    show(next) {
      output = next;
      setText(name, output.name);
      const said = inWords(output);
      setText(share, said);
      setText(size, words.numbers(output.mse, output.variance));
      line.describe(words.line(output.name, said + ", " + words.numbers(output.mse, output.variance)));
      cloud.describe(words.cloud(output.name));
      line.table(() => tableOf(output));
      line.draw();
      cloud.draw();
    },
    draw() {
      line.draw();
      cloud.draw();
    },
    close() {
      line.close();
      cloud.close();
      box.remove();
    },
  };
}

const tableOf = ({truth, prediction}) => ({head: strings.figures.outputs.columns, rows: truth.map((value, t) =>
  [String(t + 1), formatNumber(value), formatNumber(prediction[t]),
    isNumber(value) ? formatFixed(prediction[t] - value, 4) : ""])});

/** What share of the variance of the truth the prediction explains. */
function inWords({mse, variance}) {
  const words = strings.figures.outputs;
  if (!(variance > 0)) return words.constant;
  return mse > variance ? words.worse : words.explains(1 - mse / variance);
}

/** The point of the cloud nearest to the pointer, −1 when none is near. */
function closest({across, scale}, {truth, prediction}, {x, y}) {
  let best = -1;
  let least = 14;
  truth.forEach((value, k) => {
    if (!isNumber(value) || !isNumber(prediction[k])) return;
    const far = Math.hypot(across(value) - x, scale(prediction[k]) - y);
    if (far < least) [best, least] = [k, far];
  });
  return best;
}

const arrow = (name, onclick) =>
  el("button", {class: "tool small", "aria-label": name, title: name, onclick}, icon("down"));

const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

const numbers = (values) => values.map((value) => (isNumber(value) ? value : NaN));
