import {calmly, el, fitted, setText, watch} from "../dom/dom.js";
import {readPalette} from "../dom/palette.js";
import {drawLine} from "../charts/line.js";
import {strings} from "../text/en.js";
import {formatCount, formatLoss, formatNumber} from "../text/number.js";

/** While training, a curve grows no faster than an eye can follow. */
const CALM_MS = 30;

/**
 * Loss and gradient norm against updates.
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
    const box = el("figure", {class: "chart-box"}, el("figcaption", {}, el("span", {text: name}), now),
      el("div", {class: "chart-frame"}, canvas, empty));
    return {canvas, now, empty, box};
  };
  const loss = chart(words.loss, "loss");
  const norm = chart(words.gradient, "norm");
  root.append(loss.box, norm.box);

  let palette = null;
  const paintAll = () => {
    const {structure, frame} = store.get();
    root.hidden = Boolean(structure) && !structure.trains;
    if (!frame || root.hidden) return;
    palette = palette || readPalette();
    const {report} = frame;
    const {updates, loss: losses, gradientNorm} = report.curve || {updates: [], loss: [], gradientNorm: []};
    const training = structure.preset.training || {};
    const clip = training.clipNorm === undefined ? null : training.clipNorm;
    paint(loss, updates, losses, {palette, color: palette.accent, level: null, levelText: "", axis: true, dark: false});
    paint(norm, updates, gradientNorm || [], {palette, color: palette.gradPositive, level: clip, levelText: words.clip,
      axis: false, dark: false});
    setText(loss.now, formatLoss(report.loss));
    setText(norm.now, formatLoss(report.gradientNorm));
    loss.canvas.setAttribute("aria-label", words.summary(formatNumber(report.loss), formatCount(report.updates)));
    norm.canvas.setAttribute("aria-label", words.gradientSummary(formatNumber(report.gradientNorm)));
    setText(loss.empty, updates.length < 2 ? words.empty : "");
    setText(norm.empty, updates.length < 2 ? words.emptyGradient : "");
  };
  const draw = calmly(paintAll);
  const drawCalmly = calmly(paintAll, CALM_MS);

  const paint = ({canvas}, x, y, options) => {
    const {ctx, width, height} = fitted(canvas);
    if (x.length > 1) drawLine(ctx, {width, height}, {x, y}, options);
  };

  watch(store, ["structure", "frame"], ({training}) => (training ? drawCalmly : draw)());
  watch(store, ["dark"], () => {
    palette = null;
    draw();
  });
  new ResizeObserver(draw).observe(root);
}
