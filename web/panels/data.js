import {el, setText, watch} from "../dom/dom.js";
import {listOf} from "../state/edits.js";
import {loops, shapeOf} from "../state/shape.js";
import {strings} from "../text/en.js";
import {chips} from "./data/chips.js";
import {labelled} from "./data/labelled.js";
import {numbers} from "./data/numbers.js";
import {pairs} from "./data/pairs.js";
import {sequences} from "./data/sequences.js";
import {shapePicture} from "./data/shape.js";
import {tagged} from "./data/tagged.js";
import {task} from "./data/task.js";

/**
 * What goes in: a text, words or rows of numbers, one or many, and a small picture of the task's shape.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function dataPanel(root, store, actions) {
  const words = strings.data;
  const title = el("span", {text: words.text});
  const picture = el("div", {class: "shape"});
  const caption = el("p", {class: "caption"});
  const body = el("div", {class: "data-body"});
  root.append(el("h3", {}, title), body, el("div", {class: "shape-row"}, picture, caption));

  const kinds = {
    texts: {title: words.text, make: chips},
    tokens: {title: words.words, make: chips},
    inputs: {title: words.numbers, make: numbers},
    sequences: {title: words.sequences, make: sequences},
    labelled: {title: words.labelled, make: labelled},
    tagged: {title: words.tagged, make: tagged},
    pairs: {title: words.pairs, make: pairs},
    task: {title: words.task, make: task},
  };
  let kind = "";
  let stop = () => {};
  watch(store, ["structure"], ({structure}) => {
    if (!structure) return;
    const {data} = structure.preset;
    const now = kindOf(data);
    if (now !== kind) {
      kind = now;
      stop();
      body.replaceChildren();
      setText(title, kinds[kind].title);
      stop = kinds[kind].make(body, store, actions);
    }
    const shape = structure.source ? "decoder" : shapeOf(structure.preset);
    picture.replaceChildren(shapePicture(shape, loops(structure.preset)));
    setText(caption, words.shape[shape]);
  });
}

const kindOf = (data) => listOf(data) || (data.tokens ? "tokens" : data.task ? "task" : "inputs");
