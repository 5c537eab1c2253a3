import {el, setText} from "../dom/dom.js";
import {formatNumber} from "../text/number.js";
import {stage as strings} from "../text/en.stage.js";
import {answersOf, looksBack} from "./head.js";
import {freeValue} from "./ghost.js";
import {handleOf} from "./holdable.js";
import {tensorOf} from "./layers.js";
import {wordsOf} from "./rows.js";

/**
 * The small card beside the pointer: what a number is, and how much.
 *
 * @param {!Element} root
 * @return {{show: function(?, ?, number, number): void, hide: function(): void}}
 */
export function createTooltip(root) {
  const name = el("span", {class: "stage-tip-name"});
  const words = el("span", {class: "stage-tip-words"});
  const value = el("span", {class: "stage-tip-value"});
  const exact = el("span", {class: "stage-tip-exact"});
  const card = el("div", {class: "stage-tip", hidden: true, role: "tooltip"},
      el("div", {}, name, words), el("div", {}, value, exact));
  root.append(card);
  return {
    show(scene, hit, x, y) {
      if (hit.note) {
        setText(name, "");
        setText(words, "");
        setText(value, "");
        setText(exact, hit.note);
      } else if (hit.corner) {
        setText(name, "");
        setText(words, "");
        setText(value, "");
        setText(exact, strings.unfold);
      } else if (hit.matrix) {
        const tensor = scene.structure.tensors.find((one) => one.name === hit.matrix);
        setText(name, hit.matrix);
        setText(words, "");
        setText(value, "");
        const shape = !tensor ? "" : scene.structure.turned ? tensor.cols + " × " + tensor.rows : tensor.rows + " × " + tensor.cols;
        setText(exact, tensor ? strings.shared(wordsOf(scene.structure, hit.matrix), shape) : "");
      } else {
        const {tensor, t, index} = hit.pick;
        const number = scene.reader.value(hit.pick);
        const initial = /(^|\.)[hcy]0$/.test(tensor);
        setText(name, initial ? tensor : tensor + "(" + (t + 1) + ")");
        const said = [wordsOf(scene.structure, tensor), unitName(scene.structure, tensor, index)];
        setText(words, said.filter(Boolean).join(" · "));
        const short = formatNumber(number, scene.digits);
        const long = formatNumber(number, 9);
        setText(value, short);
        setText(exact, [long === short ? "" : long, fate(scene, hit.pick)].filter(Boolean).join(" · "));
      }
      card.hidden = false;
      const {clientWidth} = root;
      const w = card.offsetWidth;
      const h = card.offsetHeight;
      card.style.left = Math.max(4, Math.min(clientWidth - w - 4, x + 14)) + "px";
      card.style.top = (y > h + 22 ? y - h - 14 : y + 18) + "px";
    },
    hide() {
      card.hidden = true;
    },
  };
}

/** What a hand or chance has done to a number, or could do. */
function fate(scene, {tensor, t, index}) {
  const {reader, digits, structure} = scene;
  const held = reader.held(tensor, t, index);
  const free = formatNumber(freeValue(scene, tensor, t, index), digits);
  const without = free === "NaN" || free === formatNumber(reader.value({tensor, t, index}), digits) ? "" : strings.ghost.number(free);
  if (Number.isFinite(held)) return [strings.held(formatNumber(held, digits)), without].filter(Boolean).join(" · ");
  if (without) return without;
  if (t >= 0 && !scene.coarse && handleOf(structure, tensor)) return strings.ghost.hint;
  const isDropped = /dropped$/.test(tensor) && reader.value({tensor: tensor.replace(/dropped$/, "keep"), t, index}) === 0;
  return isDropped ? strings.droppedOut : "";
}

/** Outside the cells a unit of the vocabulary is called by its symbol. */
function unitName(structure, tensor, index) {
  const found = tensorOf(structure, tensor);
  const plain = tensor.replace(/^d/, "");
  if (plain === "alpha") return looksBack(structure) ? strings.readsStep(index + 1, structure.tokens) : "";
  const answers = ["y", "logits", "target"].includes(plain) ? answersOf(structure) : null;
  const symbols = plain === "x" ? structure.vocabulary : answers;
  return symbols && found && found.cols === symbols.length ? "“" + symbols[index] + "”" : strings.unit(index + 1);
}
