import {el, setText, watch} from "../../dom/dom.js";
import {icon} from "../../dom/icons.js";
import {addExample, canRemove, listOf, placeOf, removeExample} from "../../state/edits.js";
import {strings} from "../../text/en.js";

/** Rows beyond the box that are there already, so that scrolling finds them. */
const SPARE = 4;

/**
 * All examples as a list one scrolls and chooses from; only the rows in sight are in the page. Those that are not
 * trained on say so.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 * @param {?} options {mark(structure, k): string beside the label, fresh(preset, place): a new example to follow that
 *     at a place, or null where none can be added}
 * @return {function(): void} stops listening
 */
export function examples(root, store, actions, {mark, fresh}) {
  const words = strings.data;
  const count = el("span", {class: "quiet small"});
  const add = el("button", {class: "tool small", "aria-label": words.addExample, title: words.addExample,
    onclick: () => addOne()}, icon("plus"));
  const remove = el("button", {class: "tool small", "aria-label": words.removeExample, title: words.removeExample,
    onclick: () => removeOne()}, icon("minus"));
  const room = el("div", {class: "examples-room", role: "presentation"});
  const box = el("div", {class: "examples-box", role: "listbox", tabindex: "0", "aria-label": words.list}, room);
  const element = el("div", {class: "examples"}, el("div", {class: "examples-head"}, count, remove, add), box);
  root.append(element);

  let size = 0;
  /** The example that has been asked for, until it is there. */
  let awaited = {place: -1, count: -1};
  const rowHeight = () => parseFloat(getComputedStyle(box).getPropertyValue("--row")) || 26;

  const change = (mutator) => actions.changePreset(mutator, "texts");
  const addOne = () => {
    const {structure} = store.get();
    const place = placeOf(structure, structure.example);
    awaited = {place: place + 1, count: structure.examples.length + 1};
    change((preset) => addExample(preset, place, fresh(preset, place)));
  };
  const removeOne = () => {
    const {structure} = store.get();
    const place = placeOf(structure, structure.example);
    change((preset) => removeExample(preset, place));
  };

  const choose = (k) => {
    const {structure} = store.get();
    const wanted = Math.max(0, Math.min(size - 1, k));
    if (structure && wanted !== structure.example) actions.chooseExample(wanted);
  };

  const draw = () => {
    const {structure} = store.get();
    if (!structure || element.hidden) return;
    const height = rowHeight();
    room.style.height = size * height + "px";
    const first = Math.max(0, Math.floor(box.scrollTop / height) - SPARE);
    const last = Math.min(size, Math.ceil((box.scrollTop + box.clientHeight) / height) + SPARE);
    room.replaceChildren(...Array.from({length: Math.max(0, last - first)},
      (_, j) => rowOf(structure, first + j, height)));
    box.setAttribute("aria-activedescendant", "example-" + structure.example);
  };

  const rowOf = (structure, k, height) => {
    const shown = k === structure.example;
    const row = el("div", {class: shown ? "example-row shown" : "example-row",
      role: "option", id: "example-" + k, "aria-selected": String(shown), "aria-posinset": String(k + 1),
      "aria-setsize": String(size), onclick: () => choose(k)},
    el("span", {class: "example-label", text: structure.examples[k]}),
    el("span", {class: "example-mark", text: mark(structure, k)}),
    k >= trainedOf(structure) ? el("span", {class: "example-part", text: partOf(structure, k)}) : null);
    row.style.top = k * height + "px";
    return row;
  };

  /** Scrolls the box, never the page. */
  const bringIntoSight = (k) => {
    const height = rowHeight();
    if (k * height < box.scrollTop) box.scrollTop = k * height;
    else if ((k + 1) * height > box.scrollTop + box.clientHeight) box.scrollTop = (k + 1) * height - box.clientHeight;
  };

  box.addEventListener("scroll", draw);
  const seen = new ResizeObserver(draw);
  seen.observe(box);
  box.addEventListener("keydown", (event) => {
    const {structure} = store.get();
    const at = structure ? structure.example : 0;
    const moves = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: size - 1, PageDown: at + 5, PageUp: at - 5};
    if (!(event.key in moves)) return;
    choose(moves[event.key]);
    event.preventDefault();
    event.stopPropagation();
  });

  const stop = watch(store, ["structure"], ({structure}, previous) => {
    if (!structure) return;
    size = structure.examples.length;
    const list = listOf(structure.preset.data);
    add.hidden = !fresh;
    remove.hidden = !fresh;
    remove.disabled = !fresh || !list
      || !canRemove(structure.preset.data, placeOf(structure, structure.example));
    box.hidden = size < 2;
    setText(count, words.examples(trainedOf(structure), size - trainedOf(structure)));
    if (size === awaited.count) {
      choose(structure.examples.findIndex((_, k) => placeOf(structure, k) === awaited.place));
      awaited = {place: -1, count: -1};
    }
    if (!previous.structure || previous.structure.example !== structure.example) bringIntoSight(structure.example);
    draw();
  });
  return () => {
    stop();
    seen.disconnect();
  };
}

/** @param {?} structure @return {number} how many of its examples are trained on */
export const trainedOf = ({trained, examples: all}) => (trained === undefined ? all.length : trained);

/** What an example that is not trained on is for. */
const partOf = ({trained, validated}, k) =>
  (k < trained + (validated || 0) ? strings.data.isValidation : strings.data.isTest);
