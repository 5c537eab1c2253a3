import {el, setText, watch} from "../../dom/dom.js";
import {readPalette} from "../../dom/palette.js";
import {figure} from "../../dom/figure.js";
import {field, setMessage, slider} from "../../dom/controls.js";
import {drawGuide, drawLines, nearest, styleOf} from "../../charts/lines.js";
import {setTraining} from "../../state/edits.js";
import {createPoll} from "../../state/poll.js";
import {strings} from "../../text/en.js";
import {paths as pathWords} from "../../text/en.paths.js";
import {formatLoss, formatNumber} from "../../text/number.js";
import {colorOfWay, columnsOf, drawPaths, heightOf, linesOf, stateAt, statesOf} from "./paths.js";

const TRAINING_MS = 300;
/** Height of the lines, in pixels; the bars under them add to it. */
const LINES = 176;
/** Powers of ten between which the clip line moves. */
const LEAST_CLIP = -2;
const MOST_CLIP = 3;
const FIRST_CLIP = 1;

/**
 * How much of the last answer's loss reaches each earlier step, for every model, and of the model that is open by which
 * way; with the two things one can do about it.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function gradientsView(root, store, actions) {
  const words = strings.figures.gradients;
  /** @type {!Array<?>} */
  let norms = [];
  const chart = figure("gradients-chart", (ctx, size, palette, at) => paintNorms(ctx, size, palette, at, norms, ways));
  /** @type {!Array<?>} the ways of the gradient in the model that is open */
  let ways = [];
  const wayLegend = el("p", {class: "quiet small way-legend"});
  const said = el("ul", {class: "fates"});
  const dashed = el("span", {});
  const legend = el("p", {class: "quiet small"}, el("span", {class: "math gradient-symbol", text: words.formula}),
    el("span", {text: words.legend}), dashed);
  const message = el("p", {class: "message", role: "status"});

  const radius = radiusControl(actions);
  const clip = clipControl(actions);
  const sheet = el("div", {class: "sheet"},
    el("div", {class: "sheet-head"}, el("h2", {text: words.title}), legend), message, chart.box, wayLegend, said,
    el("div", {class: "gradient-controls"}, radius.box, clip.box));
  root.append(sheet);

  const show = () => {
    const {structure} = store.get();
    setText(dashed, norms.some(({c}) => c) ? " · " + words.dashed : "");
    const open = norms[structure.variant || 0] || norms[0];
    ways = statesOf(open && open.paths);
    chart.canvas.style.height = LINES + heightOf(ways) + "px";
    showWays(wayLegend, ways);
    said.replaceChildren(...norms.map((one, k) => verdict(one, k)));
    chart.describe(words.label(norms.map((one) => sentenceOf(one)).join(" ")));
    chart.table(() => tableOf(norms, ways));
    chart.draw();
    radius.show(structure, open);
    clip.show(structure, norms);
  };
  const poll = createPoll(() => actions.ask("gradientNorms", {}), (answer) => {
    norms = answer;
    show();
  }, (refusal) => setText(message, refusal));

  const stop = watch(store, ["structure", "frame"], ({structure, training}) => {
    if (!structure) return;
    if (norms.length > 0) clip.show(structure, norms);
    poll.ask({}, training ? TRAINING_MS : 60);
  });
  const stopErrors = watch(store, ["error", "errorAt"], ({error, errorAt}) => {
    setMessage(radius.box, errorAt === "initialisation" ? error : null);
    setMessage(clip.box, errorAt === "clipNorm" ? error : null);
  });
  const stopTheme = watch(store, ["dark"], () => chart.draw());
  return () => {
    for (const end of [stop, stopErrors, stopTheme]) end();
    poll.close();
    chart.close();
    sheet.remove();
  };
}

function seriesOf(norms, palette) {
  const words = strings.figures.gradients;
  return norms.flatMap(({name, h, c}, k) => {
    const {color, mark} = styleOf(palette, k);
    const title = name || words.alone;
    const x = h.map((_, t) => t + 1);
    const lines = [{label: norms.length > 1 || c ? title : "", title, x, y: numbers(h), color, mark, width: 2}];
    const cell = words.ofC(title);
    return c ? lines.concat({label: cell, title: cell, x, y: numbers(c), color, dash: [5, 4], width: 1.6}) : lines;
  });
}

/** The ways by their letters and colours, each once. */
function showWays(legend, ways) {
  legend.hidden = ways.length === 0;
  const palette = readPalette();
  const named = new Map(ways.flatMap(({state, ways: own}) => own.map((by) => [pathWords.way(state, by), by])));
  legend.replaceChildren(el("span", {text: pathWords.legend}), ...Array.from(named, ([text, by]) => {
    const swatch = el("i", {class: "way-swatch", "aria-hidden": "true"});
    swatch.style.background = colorOfWay(palette, by);
    return el("span", {class: "way"}, swatch, text);
  }));
}

function paintNorms(ctx, {width, height}, palette, at, norms, ways) {
  const words = strings.figures.gradients;
  const series = seriesOf(norms, palette);
  if (series.length === 0) return null;
  const tall = height - heightOf(ways);
  const place = drawLines(ctx, {width, height: tall}, series, {palette, log: true, from: 1, xName: words.axis, first: true});
  drawPaths(ctx, ways, place, tall, palette);
  if (!at) return null;
  const {x} = series[0];
  const k = nearest(x, place.across.invert(at.x));
  const state = at.y > tall ? stateAt(ways, at.y - tall) : null;
  if (state) return {x: place.across(x[k]), y: at.y, lines: [pathWords.title(state.state) + ", " + words.step(x[k]), ...linesOf(state, k)]};
  drawGuide(ctx, place, series, k, palette);
  const lines = series.map(({title, y}) => words.point(title, formatNumber(Number.isFinite(y[k]) ? y[k] : 0, 3)));
  return {x: place.across(x[k]), y: at.y, lines: [words.step(x[k]), ...lines]};
}

/** What becomes of the gradient on its way back, as {kind, text}: which it is, the core says. */
function fateOf({name, radius, fate: {kind, to, factor}}) {
  const words = strings.figures.gradients;
  const title = typeof radius === "number" ? words.ofRadius(name || words.alone, formatNumber(radius, 3))
    : name || words.alone;
  const told = formatNumber(factor ?? Infinity, 2);
  const texts = {
    nothing: () => words.nothing(title),
    cut: () => words.cut(title, to + 1),
    vanishes: () => (factor === 0 ? words.gone(title, to + 1) : words.vanishes(title, told, to + 1)),
    explodes: () => words.explodes(title, told, to + 1),
    arrives: () => (factor > 1 ? words.grows : words.arrives)(title, told, to + 1),
  };
  return {kind, text: texts[kind]()};
}

const sentenceOf = (one) => capital(fateOf(one).text);

function verdict(one, k) {
  const {kind} = fateOf(one);
  const swatch = el("span", {class: "series-swatch series-" + (k % 6 + 1), "aria-hidden": "true"});
  return el("li", {class: "fate " + kind}, swatch, el("span", {text: sentenceOf(one)}));
}

/** The radius of Wh: every model starts anew from it. */
function radiusControl(actions) {
  const words = strings.figures.gradients;
  const value = el("output", {class: "figure"});
  const control = slider({min: 0.5, max: 1.5, step: 0.05, "aria-label": words.radius}, (moved) => {
    const gain = Number(moved.toFixed(2));
    setText(value, formatNumber(gain, 3));
    actions.changePreset((preset) => {
      preset.model.initialisation = {"kind": "orthogonal", "gain": gain};
    }, "initialisation", true);
  });
  const now = el("span", {});
  const box = field(words.radius, control, value);
  box.classList.add("wide");
  box.append(el("p", {class: "quiet small field-help"}, now, el("span", {text: words.radiusHelp})));
  return {
    box,
    show({preset: {model}}, open) {
      const {kind, gain = 1} = model.initialisation || {};
      const given = kind === "orthogonal" ? gain : null;
      const measured = open && typeof open.radius === "number" ? open.radius : null;
      const at = given ?? measured;
      if (at !== null) control.show(Math.max(0.5, Math.min(1.5, at)), formatNumber(at, 3));
      setText(value, at === null ? "–" : formatNumber(at, 3));
      setText(now, measured === null ? "" : capital(words.measured(formatNumber(measured, 3))) + ". ");
    },
  };
}

/** The clip line, and over the same scale the size of each model's gradient before and after it. */
function clipControl(actions) {
  const words = strings.figures.gradients;
  const value = el("output", {class: "figure"});
  const set = (clip, flowing) =>
    actions.changePreset((preset) => setTraining(preset, "clipNorm", clip), "clipNorm", flowing);
  const control = slider({min: LEAST_CLIP, max: MOST_CLIP, step: 0.05, "aria-label": words.clip}, (power) => {
    const clip = Number((10 ** power).toPrecision(2));
    setText(value, formatNumber(clip, 2));
    set(clip, true);
  });
  const enabled = el("input", {type: "checkbox", class: "switch", "aria-label": words.clipOn, onchange: () =>
    set(enabled.checked ? FIRST_CLIP : null, false)});
  const rows = el("ul", {class: "clip-rows", "aria-label": words.norm});
  const box = field(words.clip, control, value, enabled);
  box.classList.add("wide");
  box.append(rows);

  const build = (norms) => {
    rows.replaceChildren(...norms.map(({name}, k) => el("li", {class: "clip-row"},
      el("span", {class: "clip-name", text: name}),
      el("span", {class: "clip-track"}, el("span", {class: "clip-fill series-" + (k % 6 + 1)}),
        el("span", {class: "clip-cut"}), el("span", {class: "clip-line"})),
      el("span", {class: "figure"}))));
  };
  let built = "";
  return {
    box,
    show({preset, trains}, norms) {
      box.hidden = !trains;
      const given = preset.training ? preset.training.clipNorm : null;
      const clip = given === undefined || given === 0 ? null : given;
      enabled.checked = clip !== null;
      control.disabled = clip === null;
      control.show(Math.log10(clip ?? FIRST_CLIP), formatNumber(clip ?? FIRST_CLIP, 3));
      setText(value, clip === null ? words.off : formatNumber(clip, 3));
      const key = norms.map(({name}) => name).join();
      if (key !== built || rows.children.length !== norms.length) build(norms);
      built = key;
      norms.forEach(({norm}, k) => {
        const [, track, text] = rows.children[k].children;
        const kept = clip === null ? norm : Math.min(norm, clip);
        track.style.setProperty("--norm", String(shareOf(norm)));
        track.style.setProperty("--kept", String(shareOf(kept)));
        track.style.setProperty("--clip", String(shareOf(clip ?? 10 ** MOST_CLIP)));
        track.classList.toggle("off", clip === null);
        setText(text, norm > kept ? words.clipped(formatLoss(norm), formatLoss(kept)) : words.kept(formatLoss(norm)));
      });
    },
  };
}

/** Where a norm stands on the slider's scale, 0 … 1. */
const shareOf = (norm) =>
  norm > 0 ? Math.max(0, Math.min(1, (Math.log10(norm) - LEAST_CLIP) / (MOST_CLIP - LEAST_CLIP))) : 0;

function tableOf(norms, ways) {
  const words = strings.figures.gradients;
  const names = norms.flatMap(({name, c}) => {
    const title = name || words.columns[1];
    return c ? [title, words.ofC(title)] : [title];
  });
  const most = Math.max(0, ...norms.map(({h}) => h.length));
  const {head, columns} = columnsOf(ways);
  const numbersAt = (t) => norms.flatMap(({h, c}) => (c ? [h[t], c[t]] : [h[t]])).concat(columns.map((column) => column[t]));
  return {
    head: [words.columns[0], ...names, ...head],
    rows: Array.from({length: most}, (_, t) => [String(t + 1), ...numbersAt(t).map((value) => formatNumber(value, 4))]),
  };
}

const numbers = (values) => values.map((value) => (typeof value === "number" && value > 0 ? value : NaN));

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
