import {matricesPicture} from "../../charts/matrices.js";
import {field, numberField, segmented, setMessage} from "../../dom/controls.js";
import {el} from "../../dom/dom.js";
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
  const sizes = sizesOf(store.get().structure.preset.count);
  /** The sizes that the core took last. */
  let good = Object.assign({}, sizes);
  let biases = 1;
  let told = [];

  const inputs = SIZES.map((name) => numberField((value) => {
    sizes[name] = value;
    ask();
  }, {inputmode: "numeric"}));
  const bias = segmented([{value: "1", text: words.one}, {value: "2", text: words.two}], (value) => {
    biases = Number(value);
    ask();
  });
  const rows = SIZES.map((name, k) => field(words[name], inputs[k]));
  const biasField = field(words.biases, bias);
  const cards = el("div", {class: "count-cards"});
  root.append(el("div", {class: "view-head"}, el("div", {class: "view-controls"}, ...rows, biasField)), cards,
      el("p", {class: "quiet small", text: words.drawn}));

  const question = createQuestion(actions, "count", (answer) => {
    good = Object.assign({}, sizes);
    inputs.forEach((input, k) => input.show(String(sizes[SIZES[k]])));
    told = answer;
    show();
  }, (problem) => {
    rows.forEach((row, k) => setMessage(row, sizes[SIZES[k]] !== good[SIZES[k]] ? problem : null));
    if (problem) Object.assign(sizes, good);
  });
  const ask = () => question.ask(Object.assign({biases}, sizes));

  const show = () => {
    bias.show(String(biases));
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
        el("p", {class: "count-formula math", text: formulaOf(parts, biases)}),
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

  ask();
  return question.stop;
}

/** The exercise's sizes, or those of its own net. */
function sizesOf(given) {
  const {inputs, hidden, outputs} = given || {inputs: 10000, hidden: 100, outputs: 1};
  return {V: inputs, H: hidden, Y: outputs};
}

/** Weights between the hidden state and the answer. */
const isHead = ({name}) => /^(Wy|by|Why)$/.test(name);

/** The sum as one writes it: so many times what one layer has, and the output. */
function formulaOf(parts, biases) {
  const layer = "H V + H H + " + (biases === 1 ? "H" : "2 H");
  return (parts > 1 ? parts + " (" + layer + ")" : layer) + " + Y H + Y";
}
