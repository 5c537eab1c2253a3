import {cueMore} from "../../dom/cue.js";
import {el, setText, watch} from "../../dom/dom.js";
import {icon} from "../../dom/icons.js";
import {numberField, tell, unreadable} from "../../dom/controls.js";
import {setRows} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {formatNumber, parseNumber} from "../../text/number.js";
import {dragOnto, swapped} from "./swap.js";

/** Steps of one page of a long sequence. */
const PAGE = 24;
/** With more columns than this the numbers are written short. */
const MANY = 3;

/**
 * The one sequence of numbers there is.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} stops listening
 */
export function numbers(root, store, actions) {
  return numberRows(root, store, actions, {
    read: ({preset: {data}}) => (data.inputs ? data : null),
    write: (preset, structure, inputs, targets) => setRows(preset, inputs, targets),
  });
}

/**
 * Rows of numbers, a step of time each, with targets beside them where there are any. Typing acts at once; rows
 * pasted from a spreadsheet replace what stands from that cell on. A long sequence is shown page by page.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 * @param {?} place where the numbers are: {read(structure): {inputs, targets} or null,
 *     write(preset, structure, inputs, targets)}
 * @return {function(): void} stops listening
 */
export function numberRows(root, store, actions, {read, write}) {
  const words = strings.data;
  const table = el("table", {class: "rows"});
  const message = el("p", {class: "message", role: "alert", hidden: true});
  const add = el("button", {class: "link", onclick: () => change((rows) => rows.concat([rows[rows.length - 1].slice()]),
    (rows) => rows.concat([rows[rows.length - 1].slice()]))}, icon("plus"), el("span", {text: words.addRow}));
  const box = el("div", {class: "rows-box"}, table);
  cueMore(box);
  const earlier = el("button", {class: "tool small", "aria-label": words.earlier, title: words.earlier,
    onclick: () => turn(-1)}, "‹");
  const later = el("button", {class: "tool small", "aria-label": words.later, title: words.later,
    onclick: () => turn(1)}, "›");
  const where = el("span", {class: "quiet small"});
  const pages = el("div", {class: "pages"}, where, earlier, later);
  root.append(box, pages, message, add);

  table.addEventListener("unread", ({target, detail}) =>
    tell(message, unreadable(/** @type {!Element} */ (target).getAttribute("aria-label"), detail)));

  let cells = [];
  let shape = "";
  /** The first step that is shown. */
  let from = 0;

  const turn = (direction) => {
    from = Math.max(0, from + direction * PAGE);
    show();
  };

  const rowsOf = (rows) => rows.map((row) => [].concat(row));
  const current = () => {
    const {structure, frame} = store.get();
    const {inputs, targets} = read(structure);
    const rows = rowsOf(inputs);
    const x = frame && frame.version === structure.version ? frame.tensor("x") : null;
    const live = x && x.rows === rows.length && x.cols === rows[0].length
      ? rows.map((row, t) => row.map((value, k) => near(x.at(t, k), value))) : rows;
    return {inputs: live, targets: targets ? rowsOf(targets) : null};
  };

  const change = (editInputs, editTargets) => {
    const {inputs, targets} = current();
    const next = editInputs(inputs);
    const follows = targets && (targets.length === inputs.length || next.length === inputs.length);
    const {structure} = store.get();
    actions.changePreset((preset) => write(preset, structure, next, follows ? editTargets(targets) : targets), "rows");
  };
  const same = (rows) => rows;
  const put = (t, k, block) => (rows) => {
    const next = rows.map((row) => row.slice());
    block.forEach((line, r) => {
      if (t + r >= next.length) next.push(next[next.length - 1].map(() => 0));
      line.forEach((value, c) => {
        if (k + c < next[t + r].length) next[t + r][k + c] = value;
      });
    });
    return next;
  };

  const pasted = (t, k, isTarget) => (event) => {
    const text = event.clipboardData.getData("text").trim();
    const block = text.split(/\r?\n/)
      .map((line) => line.trim().split(/[\t;]|,\s+|\s+/).map(parseNumber));
    if (block.length === 1 && block[0].length === 1) return;
    event.preventDefault();
    if (!block.every((line) => line.every(Number.isFinite))) return tell(message, unreadable(words.pasted, text));
    /** @type {?} */ (document.activeElement).blur();
    change(isTarget ? same : put(t, k, block), isTarget ? put(t, k, block) : same);
  };

  /** Two inputs change places; what should come out at a step stays. */
  const swap = (t, other) => {
    if (other >= 0 && other < current().inputs.length) change((rows) => swapped(rows, t, other), same);
  };

  /** The number of a step, by which its input can be dragged onto another's. */
  const handle = (t) => {
    const head = el("th", {scope: "row", class: "row-handle", title: words.rowHelp, text: String(t + 1)});
    const heads = () => Array.from(table.querySelectorAll(".row-handle")).filter((other) => other !== head);
    dragOnto(head, heads, (other) => swap(t, Number(other.textContent) - 1));
    return head;
  };

  const swapByKey = (t, k) => (event) => {
    const by = event.altKey ? {ArrowUp: -1, ArrowDown: 1}[event.key] : 0;
    if (!by) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    swap(t, t + by);
    const next = cells.find((one) => one.t === t + by && one.k === k && !one.isTarget);
    if (next) next.input.focus();
  };

  const cell = (t, k, isTarget) => {
    const input = numberField((value) =>
      change(isTarget ? same : put(t, k, [[value]]), isTarget ? put(t, k, [[value]]) : same), {
      "aria-label": words.cell(isTarget ? words.target : words.input, t + 1),
      title: words.pasteHelp,
      onpaste: pasted(t, k, isTarget),
    });
    if (!isTarget) input.addEventListener("keydown", swapByKey(t, k), {capture: true});
    cells.push({input, t, k, isTarget});
    return el("td", {class: isTarget ? "target" : ""}, input);
  };

  const build = (inputs, targets) => {
    cells = [];
    const head = el("tr", {}, el("th", {scope: "col", text: words.step}),
      ...inputs[0].map((_, k) => el("th", {scope: "col", text: words.input + (inputs[0].length > 1 ? k + 1 : "")})),
      ...(targets ? targets[0].map((_, k) =>
        el("th", {scope: "col", text: targets[0].length > 1 ? words.manyTargets(k + 1) : words.target})) : []),
      el("td"));
    table.classList.toggle("many", columnsOf(inputs, targets) > MANY);
    const shown = inputs.map((row, t) => ({row, t})).slice(from, from + PAGE);
    table.replaceChildren(el("thead", {}, head), el("tbody", {}, ...shown.map(({row, t}) => el("tr", {},
      handle(t),
      ...row.map((_, k) => cell(t, k, false)),
      ...(targets ? targets[0].map((_, k) =>
        t < skipped(inputs, targets) ? el("td") : cell(t - skipped(inputs, targets), k, true)) : []),
      el("td", {}, el("button", {class: "tool small", "aria-label": words.removeRow(t + 1), disabled: inputs.length < 2,
        onclick: () => change((rows) => rows.filter((_, r) => r !== t), (rows) => rows.filter((_, r) => r !== t))},
      icon("minus")))))));
  };

  const show = () => {
    const {structure} = store.get();
    if (!structure || !read(structure)) return;
    const {inputs, targets} = current();
    if (from >= inputs.length) from = 0;
    pages.hidden = inputs.length <= PAGE;
    setText(where, words.shownSteps(from + 1, Math.min(inputs.length, from + PAGE), inputs.length));
    earlier.disabled = from === 0;
    later.disabled = from + PAGE >= inputs.length;
    const now = [inputs.length, inputs[0].length, targets && targets.length, targets && targets[0].length, from].join();
    if (now !== shape) build(inputs, targets);
    shape = now;
    const digits = columnsOf(inputs, targets) > MANY ? 3 : 6;
    for (const {input, t, k, isTarget} of cells) input.show(formatNumber((isTarget ? targets : inputs)[t][k], digits));
  };

  const stops = [
    watch(store, ["structure", "frame"], (state, previous) => {
      if (state.structure !== previous.structure || !state.training) show();
    }),
    watch(store, ["error", "errorAt"], ({error, errorAt}) => {
      const here = errorAt === "rows" ? error : null;
      tell(message, here);
      if (here) for (const {input} of cells) input.refuse();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

const columnsOf = (inputs, targets) => inputs[0].length + (targets ? targets[0].length : 0);

/** Steps before the first that has a target: all but one when only the last counts. */
const skipped = (inputs, targets) => Math.max(0, inputs.length - targets.length);

/** The preset's own number where the core's single precision says the same. */
const near = (single, double) => (Math.fround(double) === single ? double : Number(single.toPrecision(7)));
