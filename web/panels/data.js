import {el, setText, watch} from "../dom/dom.js";
import {strings} from "../text/en.js";
import {chips} from "./data/chips.js";
import {numbers} from "./data/numbers.js";
import {shapePicture} from "./data/shape.js";

/**
 * What goes in: a text, words or rows of numbers, and a small picture of the task's shape.
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
    text: {title: words.text, make: chips},
    words: {title: words.words, make: chips},
    numbers: {title: words.numbers, make: numbers},
  };
  let kind = "";
  let stop = () => {};
  watch(store, ["structure"], ({structure}) => {
    if (!structure) return;
    const {data} = structure.preset;
    const now = data.texts ? "text" : data.tokens ? "words" : "numbers";
    if (now !== kind) {
      kind = now;
      stop();
      body.replaceChildren();
      setText(title, kinds[kind].title);
      stop = kinds[kind].make(body, store, actions);
    }
    const at = structure.head ? structure.head.at : "none";
    picture.replaceChildren(shapePicture(at));
    setText(caption, words.shape[at]);
  });
}
