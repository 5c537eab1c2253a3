import {calmly, el, setText, setValue, svg, watch} from "../dom/dom.js";
import {figure} from "../dom/figure.js";
import {freshId} from "../dom/controls.js";
import {readPalette} from "../dom/palette.js";
import {drawGuide, drawLines, nearest, styleOf} from "../charts/lines.js";
import {createPoll} from "../state/poll.js";
import {icon} from "../dom/icons.js";
import {strings} from "../text/en.js";
import {beside} from "../text/en.beside.js";
import {formatCount, formatFixed, formatLoss} from "../text/number.js";

const CURVES_MS = 300;
/** Numbers are rewritten this often while training: faster cannot be read. */
const READABLE_MS = 90;

/**
 * The models an exercise sets beside each other: how each stands, and the curves of all. Choosing one shows it on the
 * page.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function comparePanel(root, store, actions) {
  const words = strings.compare;
  const name = freshId();
  const heads = [words.loss, words.train, words.test].map((text) => el("span", {class: "compare-number", text}));
  const head = el("div", {class: "compare-head", "aria-hidden": "true"}, el("span"), el("span"), ...heads);
  const list = el("div", {class: "compare-list", role: "radiogroup", "aria-label": words.group});
  const empty = el("p", {class: "chart-empty"});
  /** @type {!Array<?>} */
  let curves = [];

  const chart = figure("compare-chart", (ctx, size, palette, at) => {
    const {structure} = store.get();
    const shown = seriesOf(curves, palette, structure ? structure.variant : 0, words.validation);
    const filled = shown.some(({y}) => y.length > 1);
    setText(empty, filled ? "" : words.empty);
    if (!filled) return null;
    const place = drawLines(ctx, size, shown, {palette});
    if (!at) return null;
    const longest = shown.reduce((most, one) => (one.x.length > most.x.length ? one : most), shown[0]);
    const k = nearest(longest.x, place.across.invert(at.x));
    drawGuide(ctx, place, shown, k, palette);
    const here = shown.map(({title, x, y}) => title + " " + formatLoss(y[nearest(x, longest.x[k])]));
    return {x: place.across(longest.x[k]), y: at.y, lines: [formatCount(longest.x[k]) + " " + words.updates, ...here]};
  });
  chart.box.querySelector(".figure-frame").append(empty);
  const race = el("p", {class: "quiet small", hidden: true});
  const own = () => store.get().structure.variant;
  const rename = () => {
    const wanted = called.value.trim();
    if (wanted && wanted !== store.get().structure.variants[own()]) actions.renameModel(own(), wanted);
  };
  const called = el("input", {type: "text", class: "compare-rename", "aria-label": beside.name, maxlength: "40", onchange: rename,
    onkeydown: ({key}) => key === "Enter" && rename()});
  const remove = el("button", {class: "tool", onclick: () => actions.removeModel(own())}, icon("close"));
  root.append(el("h3", {text: words.title}), head, list, el("div", {class: "compare-own"}, called, remove), chart.box, race);

  /** Who came first down to the loss that all have come down to. */
  const tellRace = ({loss, updates}) => {
    race.hidden = loss === null;
    const order = updates.map((count, k) => ({count, k})).sort((a, b) => a.count - b.count);
    setText(race, race.hidden ? "" : beside.race(formatLoss(loss),
      order.map(({count, k}) => beside.racer(store.get().structure.variants[k], formatCount(count)))));
  };

  const poll = createPoll(() => Promise.all([actions.ask("curves", {}), actions.ask("race", {})]), ([answer, raced]) => {
    curves = answer;
    chart.draw();
    tellRace(raced);
    chart.describe(words.summary(curves.map((one) => {
      const last = one.updates.length - 1;
      return words.one(one.name, last < 0 ? null : one.loss[last], last < 0 ? 0 : one.updates[last]);
    })));
  }, () => {});

  const build = (names) => {
    const palette = readPalette();
    list.replaceChildren(...names.map((text, k) => {
      const id = name + "-" + k;
      const input = el("input", {type: "radio", class: "hidden", name, id, onchange: () => actions.chooseVariant(k)});
      const row = el("label", {class: "compare-row", for: id}, input, keyOf(styleOf(palette, k), k),
        el("span", {class: "compare-name", text, title: text}),
        ...heads.map(() => el("span", {class: "compare-number figure"})));
      row.input = input;
      return row;
    }));
  };

  /** Numbers, where there are any; a column that nobody fills is left out. */
  const fill = () => {
    const {structure, frame} = store.get();
    if (!structure || !frame || root.hidden) return;
    const rows = frame.report.variants || [];
    const classes = rows.some((one) => isNumber(one.accuracy));
    const unseen = rows.some((one) => isNumber(classes ? one.testAccuracy : one.testLoss));
    const lossText = classes ? shortLoss : formatLoss;
    setText(heads[2], classes ? words.test : words.testLoss);
    heads[1].title = words.trainHint;
    heads[2].title = words.testHint;
    root.classList.toggle("no-classes", !classes);
    root.classList.toggle("no-unseen", !unseen);
    root.classList.toggle("no-training", !structure.trains);
    rows.forEach((one, k) => {
      if (k >= list.children.length) return;
      const [, , , loss, train, test] = list.children[k].children;
      setText(loss, isNumber(one.loss) ? lossText(one.loss) : "–");
      loss.title = formatLoss(one.loss);
      setText(train, percent(one.accuracy));
      setText(test, classes ? percent(one.testAccuracy) : formatLoss(one.testLoss));
      list.children[k].input.checked = k === structure.variant;
    });
  };
  const soon = calmly(fill);
  const calm = calmly(fill, READABLE_MS);

  let built = "";
  watch(store, ["structure", "dark"], ({structure, dark}) => {
    const names = (structure && structure.variants) || [];
    root.hidden = names.length < 2;
    const key = JSON.stringify([names, dark]);
    if (key !== built) build(names);
    built = key;
    if (!root.hidden) {
      setValue(called, names[structure.variant]);
      remove.title = beside.remove(names[structure.variant]);
      remove.setAttribute("aria-label", remove.title);
    }
    soon();
    chart.draw();
  });
  watch(store, ["structure", "frame", "error"], ({structure, training}) => {
    (training ? calm : soon)();
    if (!root.hidden && structure.trains) poll.ask({}, training ? CURVES_MS : 60);
  });
}

/** One line a model; of the one that is open also what it does on the share that is held back. */
function seriesOf(curves, palette, open, validation) {
  const lines = curves.map(({name, updates, loss}, k) => {
    const {color, dash} = styleOf(palette, k);
    return {label: name, title: name, x: updates, y: loss, color, dash, width: k === open ? 2 : 1.3};
  });
  const held = curves[open] && curves[open].validation;
  if (!held) return lines;
  const {color} = styleOf(palette, open);
  const {updates: x} = curves[open];
  return lines.concat({label: "", title: validation, x, y: held, color, dash: [1, 3], width: 1.2});
}

/** The line of a model as its curve is drawn. */
function keyOf({dash}, k) {
  const line = svg("path", {d: "M1 8h22", class: "series-" + (k % 6 + 1), "stroke-width": "2.4",
    "stroke-dasharray": dash.join(" ")});
  return svg("svg", {class: "compare-key", viewBox: "0 0 24 16", "aria-hidden": "true"}, line);
}

const isNumber = (value) => typeof value === "number";

/** Short, where three numbers stand in a row. */
const shortLoss = (loss) => (isNumber(loss) && loss < 0.001 ? "<0.001" : formatFixed(loss, 3));

const percent = (share) => (isNumber(share) ? formatFixed(100 * share, 0) + " %" : "–");
