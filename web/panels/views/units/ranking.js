import {el, setText, settled, svg} from "../../../dom/dom.js";
import {createPoll} from "../../../state/poll.js";
import {units as words} from "../../../text/en.units.js";

const TYPING_MS = 250;
const TRAINING_MS = 1500;
const WIDE = 84;
const TALL = 24;

/**
 * Which units fire on a part of the text: what to look for, and those that tell it best from the rest.
 *
 * @param {?} actions
 * @param {function(): string} text what was typed; "" for the text of the data
 * @param {function(string, number): void} onPick hears a tensor and a unit
 * @param {function(!Array<number>): void} onSpans hears what is selected: from, to, from, to, …
 * @return {?} {node, select(from, to), clear(), refresh(training), show(tensor, unit), close()}
 */
export function createRanking(actions, text, onPick, onSpans) {
  /** @type {!Array<number>} */
  let spans = [];
  let chosen = "";
  const every = el("input", {type: "text", class: "units-every", id: "units-every", spellcheck: "false",
    autocomplete: "off", autocapitalize: "off", placeholder: words.everyHint});
  const clear = el("button", {type: "button", class: "link", text: words.clear, onclick: () => empty()});
  const what = el("span", {role: "status"});
  const help = el("p", {class: "quiet small", text: words.rankHelp});
  const message = el("p", {class: "message", role: "status"});
  const list = el("ol", {class: "units-ranked", "aria-label": words.score});
  const node = el("section", {class: "units-side"}, el("h3", {text: words.rank}),
    el("div", {class: "units-find"}, el("label", {for: "units-every", text: words.every}), every),
    el("p", {class: "units-selected small"}, what, clear), message, help, list);

  const poll = createPoll((args) => actions.ask("rank", args), (answer) => {
    if (every.value) onSpans(answer.spans);
    show(answer);
  }, (refusal) => {
    setText(message, refusal);
    if (!refusal) return;
    if (every.value) onSpans([]);
    show({spans: [], units: [], first: 0});
  });

  const ask = (pause) => {
    const pattern = every.value;
    if (pattern) poll.ask({text: text(), every: pattern}, pause);
    else if (spans.length) poll.ask({text: text(), spans}, pause);
  };
  const empty = () => {
    spans = [];
    every.value = "";
    setText(message, "");
    onSpans([]);
    show({spans: [], units: [], first: 0});
  };
  every.addEventListener("input", settled(() => {
    spans = [];
    if (every.value) ask(0);
    else empty();
  }, TYPING_MS));

  const show = (answer) => {
    const ends = answer.spans;
    const size = ends.reduce((sum, end, k) => sum + (k % 2 ? end : -end), 0);
    setText(what, ends.length ? words.selected(ends.length / 2, size) : "");
    clear.hidden = !ends.length;
    help.hidden = ends.length > 0;
    list.replaceChildren(...answer.units.map((one) => el("li", {}, row(one, answer))));
    mark();
  };
  const row = ({tensor, unit, r, inside, outside, glimpse}, {first, spans: ends}) => {
    const name = words.name(tensor, unit);
    const button = el("button", {type: "button", class: "units-row", title: words.ranked(name, r, inside, outside),
      "aria-label": words.ranked(name, r, inside, outside), onclick: () => onPick(tensor, unit)},
    el("span", {class: "math", text: name}), el("span", {class: "figure", text: words.r(r)}), spark(glimpse, first, ends));
    button.key = name;
    return button;
  };
  const mark = () => {
    for (const {firstChild} of list.children) {
      firstChild.setAttribute("aria-pressed", String(/** @type {?} */ (firstChild).key === chosen));
    }
  };
  const selecting = settled(() => ask(0), TYPING_MS);
  show({spans: [], units: [], first: 0});

  return {
    node,
    select(from, to) {
      every.value = "";
      spans = [from, to];
      onSpans(spans);
      selecting();
    },
    clear: empty,
    refresh: (training) => ask(training ? TRAINING_MS : 0),
    show(tensor, unit) {
      chosen = words.name(tensor, unit);
      mark();
    },
    close: () => poll.close(),
  };
}

/** The unit's numbers around the first selected place, which is shaded. */
function spark(values, first, ends) {
  const numbers = values.map((value) => value || 0);
  const low = Math.min(0, ...numbers);
  const high = Math.max(low + 1e-6, ...numbers);
  const x = (k) => k / Math.max(1, numbers.length) * WIDE;
  const y = (value) => TALL - 2 - (value - low) / (high - low) * (TALL - 4);
  const shades = [];
  for (let k = 0; k + 1 < ends.length && ends[k] < first + numbers.length; k += 2) {
    shades.push(svg("rect", {x: x(ends[k] - first), y: 0, width: Math.max(1, x(ends[k + 1] - ends[k])), height: TALL}));
  }
  const path = numbers.map((value, k) => (k ? "L" : "M") + x(k + 0.5).toFixed(1) + " " + y(value).toFixed(1)).join("");
  return svg("svg", {class: "units-spark", viewBox: "0 0 " + WIDE + " " + TALL, "aria-hidden": "true"}, ...shades,
    svg("path", {class: "zero", d: "M0 " + y(0) + "H" + WIDE}), svg("path", {d: path}));
}
