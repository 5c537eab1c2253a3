import {calmly, el, setText, watch} from "../../dom/dom.js";
import {figure} from "../../dom/figure.js";
import {cellAt, drawMatrix, matrixSize} from "../../charts/matrix.js";
import {strings} from "../../text/en.js";
import {formatFixed, formatNumber} from "../../text/number.js";
import {visible} from "../../text/symbols.js";

const READABLE_MS = 90;
/** The width of a letter of a label, in pixels, at most. */
const LETTER = 9;

/**
 * What attention looks at: of an encoder–decoder for every symbol it writes, of pooling once for the whole.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function alignmentView(root, store, actions) {
  const words = strings.figures.alignment;
  /** @type {!Array<!Array<number>>} */
  let values = [];
  let labels = {rows: [], columns: []};

  const place = (width) => matrixSize(width, values.length, labels.columns.length,
    Math.max(0, ...labels.rows.map(({text}) => Array.from(text).length * LETTER)));
  const chart = figure("alignment-chart", (ctx, {width}, palette, at) => {
    if (values.length === 0) return null;
    const box = place(width);
    const hover = cellAt(box, values, at);
    drawMatrix(ctx, box, values, {palette, rowLabels: labels.rows, columnLabels: labels.columns, hover,
      write: shareText});
    if (!hover) return null;
    const {r, c} = hover;
    return {x: box.left + (c + 1) * box.cell - 6, y: box.top + (r + 0.5) * box.cell,
      lines: words.point(labels.rows[r].text, labels.columns[c], formatNumber(values[r][c], store.get().decimals))};
  });
  const bars = el("ul", {class: "attention-bars"});
  const most = el("p", {class: "sheet-fact", role: "status"});
  const help = el("p", {class: "quiet small"});
  const sheet = el("div", {class: "sheet"}, el("div", {class: "sheet-head"}, el("h2", {text: words.title}), most), help,
    chart.box, bars);
  root.append(sheet);

  const show = () => {
    const {structure, frame} = store.get();
    if (!structure || !frame || frame.version !== structure.version) return;
    const alpha = frame.tensor("alpha");
    const pooled = Boolean(alpha) && !structure.source;
    chart.box.hidden = !alpha || pooled;
    bars.hidden = !pooled;
    most.hidden = !pooled;
    setText(help, !alpha ? words.none : pooled ? words.pool : words.help);
    if (!alpha) return;
    if (pooled) fillBars(bars, most, structure, alpha);
    else fillMatrix(structure, frame, alpha);
  };

  const fillMatrix = (structure, frame, alpha) => {
    const {source, steps, tokens} = structure;
    const first = alpha.rows >= steps ? source : 0;
    values = Array.from({length: alpha.rows - first}, (_, r) =>
      Array.from({length: Math.min(source, alpha.cols)}, (_, s) => alpha.at(first + r, s)));
    labels = {columns: tokens.slice(0, source).map(visible), rows: values.map((_, r) => written(structure, frame, r))};
    chart.describe(words.label(values.length, source));
    chart.table(() => ({
      head: ["", ...labels.columns],
      rows: values.map((row, r) => [labels.rows[r].text, ...row.map((value) => formatFixed(value, 3))]),
    }));
    const {height} = place(chart.box.clientWidth || 600);
    chart.canvas.style.height = height + "px";
    chart.draw();
  };

  const soon = calmly(show);
  const calm = calmly(show, READABLE_MS);
  const stop = watch(store, ["structure", "frame", "dark"], ({training}) => (training ? calm : soon)());
  const sized = new ResizeObserver(soon);
  sized.observe(sheet);
  return () => {
    stop();
    sized.disconnect();
    chart.close();
    sheet.remove();
  };
}

const shareText = (share) => (share < 0.005 ? "0" : formatFixed(share, 2).replace(/^0/, ""));

/** The most likely symbol of the r-th step of the decoder; what was wanted beside it when that is another. */
function written({source, steps, answers, vocabulary, targets}, frame, r) {
  const p = frame.tensor("p") || frame.tensor("y");
  const symbols = answers || vocabulary || [];
  if (!p) return {text: String(r + 1), wrong: false};
  const row = p.rows >= steps ? source + r : r;
  let best = 0;
  for (let k = 1; k < p.cols; k++) if (p.at(row, k) > p.at(row, best)) best = k;
  const symbol = symbols[best] ?? String(best + 1);
  const wanted = targets ? targets[targets.length >= steps ? source + r : r] : null;
  const wrong = Boolean(wanted) && wanted !== symbol;
  const text = visible(symbol);
  return {text: wrong ? strings.figures.alignment.wanted(text, visible(wanted)) : text, wrong};
}

/** One bar a step, its symbol beneath. Padding has none. */
function fillBars(bars, most, {tokens, steps}, alpha) {
  const words = strings.figures.alignment;
  const shares = Array.from({length: Math.max(alpha.rows, alpha.cols)}, (_, t) =>
    (alpha.rows >= alpha.cols ? alpha.at(t, 0) : alpha.at(0, t))).slice(0, steps);
  const names = shares.map((_, t) => (tokens && tokens[t] ? visible(tokens[t]) : String(t + 1)));
  const largest = Math.max(1e-9, ...shares);
  const best = shares.indexOf(Math.max(...shares));
  while (bars.children.length > shares.length) bars.lastChild.remove();
  while (bars.children.length < shares.length) {
    bars.append(el("li", {class: "attention-bar"}, el("span", {class: "attention-number"}),
      el("span", {class: "attention-track", "aria-hidden": "true"}, el("span", {class: "attention-fill"})),
      el("span", {class: "attention-word"})));
  }
  bars.classList.toggle("crowded", shares.length > 24);
  shares.forEach((share, t) => {
    const item = bars.children[t];
    const [number, track, word] = item.children;
    setText(number, shareText(share));
    setText(word, names[t]);
    item.title = words.bar(names[t], formatNumber(share, 4));
    item.classList.toggle("most", t === best);
    track.firstChild.style.setProperty("--share", String(share / largest));
  });
  setText(most, best < 0 ? "" : words.most(names[best], shares[best]));
}
