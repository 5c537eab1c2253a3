import {calmly, el, fitted, setText, watch} from "../dom/dom.js";
import {readPalette} from "../dom/palette.js";
import {drawLine} from "../charts/line.js";
import {drawShare} from "../charts/share.js";
import {strings} from "../text/en.js";
import {beside} from "../text/en.beside.js";
import {branchOf} from "../text/models.js";
import {formatCount, formatFixed, formatLoss, formatNumber} from "../text/number.js";
import {travelOn} from "./progress/travel.js";

/** While training, a curve grows no faster than an eye can follow. */
const CALM_MS = 30;

/** Below this many epochs the curve is over updates. */
const FEW_EPOCHS = 10;
/** Points of the accuracy that are kept; beyond, every other one goes. */
const MOST_POINTS = 600;

/**
 * Loss, accuracy where answers are right or wrong, and gradient norm, against updates; of the test in words.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function progressPanel(root, store, actions) {
  const words = strings.progress;
  const chart = (name, kind) => {
    const canvas = el("canvas", {class: "chart " + kind, role: "img"});
    const now = el("span", {class: "aside figure"});
    const empty = el("p", {class: "chart-empty"});
    const title = el("span", {text: name});
    const box = el("figure", {class: "chart-box"}, el("figcaption", {}, title, now),
      el("div", {class: "chart-frame"}, canvas, empty));
    return {canvas, title, now, empty, box};
  };
  const loss = chart(words.loss, "loss");
  const travel = travelOn(loss.canvas, actions);
  const past = el("p", {class: "quiet small", hidden: true});
  const branch = el("button", {class: "quiet-button", hidden: true, text: beside.branchHere, title: beside.branchHint,
    onclick: () => actions.addModel(branchOf(store.get().structure, store.get().frame.report.updates))});
  loss.box.append(past, branch);
  const norm = chart(words.gradient, "norm");
  const right = chart(words.accuracy, "norm");
  const parts = el("div", {class: "parts quiet"});
  root.append(loss.box, right.box, parts, norm.box);
  const rights = createRights();

  let palette = null;
  const paintAll = () => {
    const {structure, frame} = store.get();
    root.hidden = Boolean(structure) && !structure.trains;
    if (!frame || root.hidden) return;
    palette = palette || readPalette();
    const {report} = frame;
    const {updates, loss: losses, gradientNorm} = report.curve || {updates: [], loss: [], gradientNorm: []};
    const training = structure.preset.training || {};
    const clip = training.clipNorm || null;
    const last = updates.length ? updates[updates.length - 1] : 0;
    const perEpoch = updatesPerEpoch(structure, report, Math.max(last, report.updates));
    const epochs = perEpoch === null ? updates : Array.from(updates, (update) => update / perEpoch);
    setText(loss.title, perEpoch === null ? words.loss : words.lossByEpoch);
    const mark = report.updates < last && !store.get().training ? report.updates / (perEpoch || 1) : null;
    const across = paint(loss, epochs, losses, {palette, color: palette.accent, level: null, levelText: "", axis: true, mark});
    paint(norm, epochs, gradientNorm || [], {palette, color: palette.gradPositive, level: clip, levelText: words.clip,
      axis: false, mark});
    travel.show(across && ((x) => across.invert(x) * (perEpoch || 1)), report.updates, last);
    past.hidden = branch.hidden = mark === null;
    setText(past, words.past(formatCount(report.updates), formatCount(last)));
    paintRights(structure, report, perEpoch || 1);
    sayParts(report);
    setText(loss.now, formatLoss(report.loss));
    setText(norm.now, formatLoss(report.gradientNorm));
    loss.canvas.setAttribute("aria-valuetext", words.summary(formatNumber(report.loss), formatCount(report.updates)));
    norm.canvas.setAttribute("aria-label", words.gradientSummary(formatNumber(report.gradientNorm)));
    setText(loss.empty, updates.length < 2 ? words.empty : "");
    setText(norm.empty, updates.length < 2 ? words.emptyGradient : "");
  };

  /** How many answers were right, since the curve began. */
  const paintRights = (structure, report, perEpoch) => {
    const share = report.accuracy;
    right.box.hidden = !judges(structure) || share === null || share === undefined;
    if (right.box.hidden) return;
    const {x, y} = rights(structure, report.updates, share, store.get().training);
    const {ctx, width, height} = fitted(right.canvas);
    if (x.length > 1) drawShare(ctx, {width, height}, {x: x.map((update) => update / perEpoch), y}, palette);
    setText(right.now, formatFixed(100 * share, 0) + "\u202f%");
    setText(right.empty, x.length < 2 ? words.emptyAccuracy : "");
    right.canvas.setAttribute("aria-label", words.accuracySummary(formatFixed(100 * share, 0)));
  };

  const sayParts = (report) => {
    const lines = ["validation", "test"].filter((name) => report[name]).map((name) => {
      const {loss: of, accuracy} = report[name];
      const known = accuracy !== null && accuracy !== undefined;
      return words.part(words.parts[name], formatLoss(of), known ? formatFixed(100 * accuracy, 0) : "");
    });
    parts.hidden = lines.length === 0;
    while (parts.children.length > lines.length) parts.lastChild.remove();
    while (parts.children.length < lines.length) parts.append(el("p"));
    lines.forEach((line, k) => setText(parts.children[k], line));
  };
  const draw = calmly(paintAll);
  const drawCalmly = calmly(paintAll, CALM_MS);

  const paint = ({canvas}, x, y, options) => {
    const {ctx, width, height} = fitted(canvas);
    return x.length > 1 ? drawLine(ctx, {width, height}, {x, y}, options) : null;
  };

  watch(store, ["structure", "frame"], ({training}) => (training ? drawCalmly : draw)());
  watch(store, ["dark"], () => {
    palette = null;
    draw();
  });
  new ResizeObserver(draw).observe(root);
}

/** Whether an answer is right or wrong as a whole. */
const judges = ({preset: {data}, head}) => Boolean(head) && head.kind === "softmax"
  && Boolean(data.labelled || data.tagged || data.pairs || data.task);

/** How many updates go through all examples once; null where there is but one, or the curve is a few epochs short. */
const updatesPerEpoch = ({examples}, {perEpoch}, updates) =>
  (perEpoch && examples.length > 1 && updates >= FEW_EPOCHS * perEpoch ? perEpoch : null);

/**
 * The accuracy as it was seen: the core keeps no curve of it.
 *
 * @return {function(?, number, number, boolean): {x: !Array<number>, y: !Array<number>}} hears (structure, updates,
 *     share, isTraining); while one only looks at the past, what came after it stays
 */
function createRights() {
  let of = "";
  let points = [];
  return (structure, updates, share, isTraining) => {
    const {preset: {title, seed, model}, variant} = structure;
    const now = JSON.stringify([title, seed, model, variant]);
    if (now !== of) points = [];
    of = now;
    if (isTraining || points.length === 0 || updates === 0) {
      while (points.length > 0 && points[points.length - 1].x >= updates) points.pop();
    } else if (points[points.length - 1].x >= updates) {
      points = points.map((point) => (point.x === updates ? {x: updates, y: share} : point));
      return {x: points.map(({x}) => x), y: points.map(({y}) => y)};
    }
    points.push({x: updates, y: share});
    if (points.length > MOST_POINTS) points = points.filter((_, k) => k % 2 === 0 || k === points.length - 1);
    return {x: points.map(({x}) => x), y: points.map(({y}) => y)};
  };
}
