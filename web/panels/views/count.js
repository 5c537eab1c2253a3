import {matricesPicture} from "../../charts/matrices.js";
import {field, numberField, segmented, setMessage} from "../../dom/controls.js";
import {el, watch} from "../../dom/dom.js";
import {views} from "../../text/en.views.js";
import {formatCount, formatFixed} from "../../text/number.js";
import {createQuestion} from "./question.js";

/** The cells from left to right, and how many layers' weights each stacks in one matrix. */
const CELLS = {rnn: 1, gru: 3, lstm: 4};
const SIZES = ["V", "H", "Y"];

/**
 * How many numbers three cells of the same size have, matrix by matrix, drawn and written out.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function countView(root, store, actions) {
  const words = views.count;
  let sizes = sizesOf(store.get().structure.preset.count);
  let told = [];
  /** The size that was changed last. */
  let last = "";

  const change = (name, value) => {
    last = name;
    actions.changePreset((preset) => {
      const {V, H, Y, biases} = Object.assign({}, sizes, {[name]: value});
      preset.count = {inputs: V, hidden: H, outputs: Y, biases};
    }, "count");
  };
  const inputs = SIZES.map((name) => numberField((value) => change(name, value), {inputmode: "numeric"}));
  const bias = segmented([{value: "1", text: words.one}, {value: "2", text: words.two}], (value) =>
    change("biases", Number(value)));
  const rows = SIZES.map((name, k) => field(words[name], inputs[k]));
  const biasField = field(words.biases, bias);
  const cards = el("div", {class: "count-cards"});
  const checked = el("p", {class: "quiet small", text: words.checked});
  checked.hidden = !(store.get().structure.preset.checks || []).some(({name}) => name === "parameters");
  root.append(el("div", {class: "view-head"}, el("div", {class: "view-controls"}, ...rows, biasField)), cards,
      el("p", {class: "quiet small", text: words.drawn}), checked);

  const question = createQuestion(actions, "count", (answer) => {
    told = answer;
    show();
  }, (problem) => setMessage(rows[0], problem));

  const show = () => {
    inputs.forEach((input, k) => input.show(String(sizes[SIZES[k]])));
    bias.show(String(sizes.biases));
    const counts = Object.keys(CELLS).map((name) => told.find(({cell}) => cell === name)).filter(Boolean);
    cards.replaceChildren(...counts.map(card));
  };

  const card = ({cell, shapes, total}) => {
    const parts = CELLS[cell];
    const split = ({name, rows, cols}) => 
      ({name, rows, cols: Math.max(1, cols), parts: isHead({name}) ? 1 : parts});
    const lines = [shapes.filter((shape) => !isHead(shape)), shapes.filter(isHead)].filter(({length}) => length > 0);
    const first = shapes[0];
    return el("section", {class: "count-card", "aria-label": words.cells[cell]},
        el("h3", {}, el("span", {text: words.cells[cell]}),
            el("span", {class: "count-total"}, el("b", {text: formatCount(total)}), " " + words.total)),
        el("p", {class: "quiet small", text: words.gates[cell]}),
        el("div", {class: "count-picture"}, matricesPicture(lines.map((line) => line.map(split)))),
        el("p", {class: "count-formula math", text: formulaOf(parts, sizes.biases)}),
        el("table", {class: "fact-table"},
            el("thead", {class: "hidden"}, el("tr", {},
                ...words.columns.map((text) => el("th", {scope: "col", text})))),
            el("tbody", {}, ...shapes.map(({name, rows: height, cols, numbers}) => el("tr", {},
                el("th", {scope: "row", class: "math", text: name}),
                el("td", {text: words.shape(formatCount(height), formatCount(Math.max(1, cols)))}),
                el("td", {text: formatCount(numbers)}))))),
        el("p", {class: "quiet small",
          text: words.share(formatFixed(100 * first.numbers / total, 0) + " %", first.name)}));
  };

  let asked = "";
  const stops = [
    watch(store, ["structure"], ({structure: {preset}}) => {
      const now = JSON.stringify(preset.count || {});
      if (now === asked) return;
      asked = now;
      sizes = sizesOf(preset.count);
      question.ask(sizes);
    }),
    watch(store, ["error", "errorAt"], ({error, errorAt}) => {
      rows.forEach((row, k) => setMessage(row, errorAt === "count" && SIZES[k] === last ? error : null));
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    question.stop();
  };
}

/** The exercise's sizes, or those of its own net. */
function sizesOf(given) {
  const {inputs = 10000, hidden = 100, outputs = 1, biases = 1} = given || {};
  return {V: inputs, H: hidden, Y: outputs, biases};
}

/** Weights between the hidden state and the answer. */
const isHead = ({name}) => /^(Wy|by|Why)$/.test(name);

/** The sum as one writes it: so many times what one layer has, and the output. */
function formulaOf(parts, biases) {
  const layer = "H V + H H + " + (biases === 1 ? "H" : "2 H");
  return (parts > 1 ? parts + " (" + layer + ")" : layer) + " + Y H + Y";
}
