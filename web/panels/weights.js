import {calmly, el, setText, settled, watch} from "../dom/dom.js";
import {setMessage, tell, unreadable} from "../dom/controls.js";
import {icon} from "../dom/icons.js";
import {strings} from "../text/en.js";
import {allMatrices} from "./weights/all.js";
import {bigMatrix} from "./weights/big.js";
import {symbolRows} from "./weights/symbols.js";
import {mapsBeside} from "./weights/gradient.js";
import {indexIn, labelsOf, matrixText, shownAs, tensorsByPlace} from "./weights/names.js";
import {smallMatrix} from "./weights/small.js";

/** Beyond this a matrix is a map with one number picked out. */
const MOST_NUMBERS = 16;
/** A net with no more numbers than this shows them all at once. */
const MOST_AT_ONCE = 90;
const ALL = "*";
/** While training, numbers are rewritten this often: faster cannot be read. */
const READABLE_MS = 90;
/** What the panel's padding and the maps beside take of its width, in pixels. */
const PADDING = 16;
const MAP_ROOM = 112;

/**
 * Every number that can be changed: choose a tensor, then drag, type, step or paste. Its gradient and its last change are
 * shown beside it.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function weightsPanel(root, store, actions) {
  const words = strings.weights;
  const choose = el("select", {class: "tensor-choice", "aria-label": words.choose, onchange: () => open(choose.value)});
  const shape = el("span", {class: "aside"});
  const asText = el("button", {class: "quiet-button", "aria-expanded": "false", onclick: () => showText(area.hidden)},
    icon("text"), el("span", {text: words.paste}));
  const grid = el("div", {class: "matrix-box"});
  const beside = el("div", {class: "gradient-box"});
  const help = el("p", {class: "quiet small matrix-help"});
  const text = el("textarea", {class: "matrix-text", rows: "5", spellcheck: "false", "aria-label": words.pasteLabel,
    placeholder: words.pasteLabel});
  const area = el("div", {class: "matrix-area field", hidden: true}, text, el("p", {class: "message", hidden: true}));
  const areaRow = Object.assign(area, {control: text, message: area.lastChild});
  const refusal = el("p", {class: "message", role: "alert", hidden: true});
  const heading = el("h2", {class: "panel-title", text: words.title});
  root.append(el("div", {class: "weights-head"}, heading, choose, shape, asText), area,
    el("div", {class: "matrices"}, grid, beside), refusal, help);

  let name = "";
  let view = null;
  let maps = null;
  let builtFor = "";
  let builtAt = 0;
  let atOnce = false;

  const tensorOf = () => {
    const {frame, structure} = store.get();
    return frame && structure && frame.version === structure.version && name !== ALL ? frame.tensor(name) : null;
  };

  const editable = ({structure}) => tensorsByPlace(structure).flatMap(({tensors}) => tensors);

  const buildAll = () => {
    const {structure, decimals} = store.get();
    view = allMatrices(editable(store.get()), structure, {
      decimals, width: root.clientWidth - 2 * PADDING, change: actions.setNumber, paste: actions.pasteMatrix,
    });
    grid.replaceChildren(view.element);
    beside.replaceChildren();
    setText(shape, "");
    setText(help, words.help);
  };

  const build = (own) => {
    const {structure, decimals} = store.get();
    const {turned} = labelsOf(own, structure);
    const tensor = turned ? own : shownAs(own, structure);
    const big = tensor.rows > MOST_NUMBERS || tensor.cols > MOST_NUMBERS;
    view = (turned ? symbolRows : big ? bigMatrix : smallMatrix)(tensor, structure, {
      decimals,
      width: root.clientWidth - 2 * PADDING - MAP_ROOM,
      change: (index, value, typed) => actions.setNumber(name, indexIn(tensor, index), value, typed),
      paste: (pasted) => actions.pasteMatrix(name, pasted),
      pick: (r, c) => actions.select(tensor.original ? {tensor: name, t: c, index: r} : {tensor: name, t: r, index: c}),
    });
    maps = mapsBeside(tensor);
    grid.replaceChildren(view.element);
    beside.replaceChildren(...(turned || tensor.role === "clamp" ? [] : [maps.element]));
    setText(shape, tensor.rows === 1 ? String(tensor.cols) : tensor.rows + " × " + tensor.cols);
    setText(help, tensor.role === "clamp" ? words.clampHelp : turned ? words.turnedHelp
      : big ? words.bigHelp : words.help);
  };

  const refresh = () => {
    const {structure, frame, decimals} = store.get();
    if (!structure || !frame || frame.version !== structure.version) return;
    const tensor = tensorOf();
    const key = JSON.stringify([name, (tensor ? [tensor] : editable(store.get())).map(({name: n, shape: s}) => [n, s]),
      structure.vocabulary, structure.turned, decimals]);
    if (key !== builtFor) tensor ? build(tensor) : buildAll();
    builtFor = key;
    if (!tensor) return view.show((wanted) => frame.tensor(wanted), structure.trains);
    view.show(labelsOf(tensor, structure).turned ? tensor : shownAs(tensor, structure));
    maps.show(structure.trains ? (wanted) => frame.tensor(wanted) : null, (one) => shownAs(one, structure));
    if (!area.hidden && document.activeElement !== text) text.value = matrixText(shownAs(tensor, structure));
  };
  const soon = calmly(refresh);
  new ResizeObserver(() => {
    const width = root.clientWidth;
    if (Math.abs(width - builtAt) < 24) return;
    builtAt = width;
    builtFor = "";
    soon();
  }).observe(root);
  const calm = calmly(refresh, READABLE_MS);

  const open = (wanted) => {
    name = wanted;
    choose.value = wanted;
    asText.hidden = wanted === ALL || wanted.startsWith("set.") || wanted.includes(".set.");
    if (asText.hidden) showText(false);
    soon();
  };

  const showText = (visible) => {
    area.hidden = !visible;
    asText.setAttribute("aria-expanded", String(visible));
    root.classList.toggle("writing", visible);
    const tensor = tensorOf();
    if (!visible || !tensor) return;
    text.value = matrixText(shownAs(tensor, store.get().structure));
    text.focus();
    text.select();
  };
  text.addEventListener("input", settled(() => actions.pasteMatrix(name, text.value), 300));
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    showText(false);
    asText.focus();
  });

  watch(store, ["structure"], ({structure}) => {
    if (!structure) return;
    refusal.hidden = true;
    const groups = tensorsByPlace(structure);
    const names = groups.flatMap(({tensors}) => tensors.map((tensor) => tensor.name));
    const size = groups.flatMap(({tensors}) => tensors).reduce((sum, {rows, cols}) => sum + rows * cols, 0);
    const few = size <= MOST_AT_ONCE;
    const all = few ? [el("option", {value: ALL, text: words.all})] : [];
    choose.replaceChildren(...all, ...groups.map(({label, tensors}) =>
      el("optgroup", {label}, ...tensors.map((tensor) => el("option", {value: tensor.name, text: tensor.name})))));
    const stays = atOnce === few && (names.includes(name) || (few && name === ALL));
    atOnce = few;
    open(stays ? name : few ? ALL : names.find((one) => one.includes("Wx") || one.includes("set.")) || names[0] || "");
  });
  watch(store, ["frame", "decimals", "dark"], ({training}) => (training ? calm() : soon()));
  watch(store, ["selection"], ({selection, structure}) => {
    if (!selection || !structure) return;
    const tensor = structure.tensors.find((entry) => entry.name === selection.tensor);
    if (!tensor || !tensor.editable) return;
    const row = selection.t < 0 ? 0 : selection.t;
    const seen = shownAs(tensor, structure);
    const mark = seen.original && !labelsOf(tensor, structure).turned ? [selection.index, row] : [row, selection.index];
    if (name === ALL && view) return view.mark(tensor.name, ...mark);
    if (name !== tensor.name) open(tensor.name);
    if (view) view.mark(...mark);
  });
  grid.addEventListener("unread", ({target, detail}) =>
    tell(refusal, unreadable(/** @type {!Element} */ (target).getAttribute("aria-label"), detail)));
  watch(store, ["error", "errorAt"], ({error, errorAt}) => {
    setMessage(areaRow, errorAt === "paste" && !area.hidden ? error : null);
    const here = errorAt === "weights" || (errorAt === "paste" && area.hidden);
    tell(refusal, here ? error : null);
  });
}
