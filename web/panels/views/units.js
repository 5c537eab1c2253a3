import {el, setText, settled, watch} from "../../dom/dom.js";
import {field, segmented} from "../../dom/controls.js";
import {icon} from "../../dom/icons.js";
import {stagePalette} from "../../stage/palette.js";
import {kindOf} from "../../stage/reader.js";
import {wordsOf} from "../../stage/rows.js";
import {createPoll} from "../../state/poll.js";
import {units as words} from "../../text/en.units.js";
import {formatFixed, formatNumber} from "../../text/number.js";
import {visible} from "../../text/symbols.js";
import {createTwin} from "./twin.js";
import {hasWords} from "./words.js";
import {PAGE, createFlow} from "./units/flow.js";
import {createRanking} from "./units/ranking.js";

const TRAINING_MS = 400;
const TYPING_MS = 400;

/**
 * A long text coloured by one unit of a gate or state, and beside it the units that fire on a part of it.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function unitsView(root, store, actions) {
  let own = false;
  let tensor = "";
  let unit = 0;
  let from = 0;
  let caret = -1;
  /** @type {?} */
  let text = {symbols: [], starts: [], pieces: [], quantities: []};
  /** @type {?} */
  let answer = {from: 0, values: [], unit: 0, layer: 0};
  let palette = stagePalette();

  const typed = el("textarea", {class: "units-typed", rows: "3", placeholder: words.typedHint, "aria-label": words.typed,
    spellcheck: "false", hidden: true});
  const typedText = () => (own ? typed.value : "");
  const source = segmented(Object.entries(words.sources).map(([value, name]) => ({value, text: name})), (value) => {
    own = value === "typed";
    typed.hidden = !own;
    if (own && !typed.value) typed.value = text.symbols.join(hasWords(store.get().structure) ? " " : "").slice(0, 400);
    reread();
  });
  source.show("data");
  const sourceField = field(words.source, source);
  const quantity = el("select", {onchange: () => choose(quantity.value, unit)});
  const which = el("select", {onchange: () => choose(tensor, Number(which.value))});
  const step = (name, by) => el("button", {class: "tool small", "aria-label": name, title: name,
    onclick: () => choose(tensor, (unit + by + which.options.length) % which.options.length)}, icon("down"));
  const ends = [el("span", {class: "stage-end"}), el("span", {class: "stage-end"})];
  const ramp = el("span", {class: "stage-ramp"});
  const readout = el("p", {class: "units-readout", "aria-live": "polite"});
  const onStage = el("button", {type: "button", class: "link", text: words.stage, hidden: true, onclick: () => show()});
  const message = el("p", {class: "message", role: "status"});
  const note = el("p", {class: "quiet small"});
  const place = el("span", {class: "figure"});
  const turn = (name, by) => el("button", {class: "tool small", "aria-label": name, title: name, onclick: () => {
    from = Math.max(0, Math.min(from + by * PAGE, Math.floor((text.symbols.length - 1) / PAGE) * PAGE));
    build();
  }}, icon("down"));
  const pages = el("div", {class: "picker units-pages", role: "group", "aria-label": words.pages},
    turn(words.pageBefore, -1), place, turn(words.pageAfter, 1));
  const flow = createFlow((at) => {
    caret = at;
    read();
  }, (start, end) => ranking.select(start, end));
  const ranking = createRanking(actions, typedText, (next, j) => choose(next, j), (spans) => flow.mark(spans));
  const twin = createTwin(words.title);
  twin.button.addEventListener("click", () => tell());
  root.append(el("div", {class: "view-head view-controls"}, field(words.quantity, quantity),
    field(words.unit, which, el("div", {class: "picker"}, step(words.before, -1), step(words.after, 1))), sourceField,
    el("span", {class: "stage-scale"}, ends[0], ramp, ends[1])), message,
  el("div", {class: "units-body"}, el("div", {class: "units-main"}, typed,
    el("div", {class: "units-foot"}, readout, onStage, pages), flow.node, note, twin.button), ranking.node, twin.node));

  const name = () => words.name(tensor, unit);
  const kind = () => kindOf(store.get().structure, tensor);

  const choose = (next, j) => {
    const found = text.quantities.find((one) => one.tensor === next);
    if (!found) return;
    if (which.options.length !== found.units) {
      which.replaceChildren(...Array.from({length: found.units}, (_, k) => el("option", {value: String(k), text: String(k + 1)})));
    }
    tensor = next;
    unit = Math.min(j, found.units - 1);
    quantity.value = tensor;
    which.value = String(unit);
    flow.label(words.text(name()));
    ranking.show(tensor, unit);
    values.ask(asked(), 0);
  };
  const asked = () => ({text: typedText(), tensor, unit, from, n: Math.min(PAGE, Math.max(0, text.symbols.length - from))});

  const build = () => {
    const n = text.symbols.length;
    flow.build(text.symbols, text.starts, from, hasWords(store.get().structure));
    caret = -1;
    pages.hidden = n <= PAGE;
    setText(place, words.page(from + 1, Math.min(n, from + PAGE), n));
    values.ask(asked(), 0);
    ranking.refresh(false);
  };

  const texts = createPoll((args) => actions.ask("text", args), (next) => {
    const {structure} = store.get();
    text = next;
    from = 0;
    sourceField.hidden = !text.types;
    quantity.replaceChildren(...text.quantities.map((one) => el("option", {value: one.tensor,
      text: words.option(one.tensor, wordsOf(structure, one.tensor))})));
    setText(note, [text.unknown.length ? words.unknown(text.unknown.map(visible)) : "",
      text.rest ? words.rest(text.rest) : ""].filter(Boolean).join(" "));
    if (!text.quantities.some((one) => one.tensor === tensor)) tensor = firstOf(text.quantities);
    build();
    choose(tensor, unit);
  }, (refusal) => setText(message, refusal));
  const reread = () => {
    ranking.clear();
    texts.ask({text: typedText()}, 0);
  };
  typed.addEventListener("input", settled(reread, TYPING_MS));

  const values = createPoll((args) => actions.ask("units", args), (next) => {
    if (next.from !== from) return;
    answer = next;
    paint();
  }, (refusal) => setText(message, refusal));

  const paint = () => {
    const isGate = kind() === "gate";
    const scale = {unit: answer.unit, layer: answer.layer}[store.get().range] || Math.max(1, answer.layer);
    flow.paint(answer.values, kind(), scale || 1, palette);
    ramp.className = "stage-ramp stage-ramp-" + kind();
    setText(ends[0], isGate ? "0" : formatNumber(-scale, 2));
    setText(ends[1], isGate ? "1" : formatNumber(scale, 2));
    read();
    tell();
  };
  const valueAt = (at) => answer.values[at - answer.from];
  const read = () => {
    const isThere = caret >= 0 && caret < text.symbols.length && typeof valueAt(caret) === "number";
    setText(readout, isThere ? words.at(visible(text.symbols[caret]), caret, name(), valueAt(caret), store.get().decimals) : words.ask);
    onStage.hidden = !isThere || own;
  };
  const tell = () => {
    if (twin.node.classList.contains("hidden")) return;
    twin.show(words.columns, answer.values.map((value, k) => [visible(text.symbols[from + k]), String(from + k + 1),
      typeof value === "number" ? formatFixed(value, 3) : "–"]));
  };

  /** The stage shows the example this symbol is of, the unit selected at its step. */
  const show = () => {
    const at = caret;
    let k = text.pieces.length - 1;
    while (k > 0 && text.pieces[k] > at) k--;
    const pick = {tensor, t: at - text.pieces[k], index: unit};
    const select = () => {
      actions.select(pick);
      actions.chooseView("");
    };
    if (store.get().structure.example === k) return select();
    const stop = store.subscribe(({structure}) => {
      if (structure.example !== k) return;
      stop();
      select();
    });
    actions.chooseExample(k);
  };

  let essence = null;
  const stops = [
    watch(store, ["structure", "frame"], ({structure, frame, training}) => {
      if (!structure || !frame) return;
      const now = structure.essence + " " + structure.version;
      if (now !== essence) {
        essence = now;
        texts.ask({text: typedText()}, 0);
      } else if (tensor) {
        values.ask(asked(), training ? TRAINING_MS : 40);
        ranking.refresh(training);
      }
    }),
    watch(store, ["dark", "stark", "range", "decimals"], () => {
      palette = stagePalette();
      if (tensor) paint();
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    [texts, values, ranking, flow].forEach((one) => one.close());
  };
}

/** What is looked at first: the cell state of the highest layer that has one, or what that layer hands up. */
function firstOf(quantities) {
  const last = (letter) => quantities.filter(({tensor}) => tensor.split(".").pop() === letter).pop();
  return (last("c") || last("h") || quantities[0]).tensor;
}
