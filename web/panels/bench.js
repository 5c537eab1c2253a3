import {el, setText} from "../dom/dom.js";
import {formatCount, formatNumber} from "../text/number.js";
import {bench as words} from "../text/en.bench.js";

/**
 * The page of the benchmark: what is measured, its buttons, its tables. It measures nothing itself.
 *
 * @param {!Element} root
 * @param {{nets: !Array<?>, pictures: !Array<?>, symbols: number, steps: number, minutes: number, seconds: number}} plan
 * @param {{measure: function(), quick: function(), stop: function()}} actions
 * @return {?} what is shown: busy(on), status(text), training(k, row), picture(k, row), at(k), results()
 */
export function benchPanel(root, {nets, pictures, symbols, steps, minutes, seconds}, actions) {
  const measure = el("button", {type: "button", class: "main", id: "measure", text: words.measure(minutes), onclick: actions.measure});
  const quick = el("button", {type: "button", id: "quick", text: words.quick(seconds), onclick: actions.quick});
  const stop = el("button", {type: "button", id: "stop", text: words.stop, hidden: true, onclick: actions.stop});
  const status = el("p", {role: "status", class: "quiet", id: "status"});
  const trained = nets.map(({cell, hidden, batch}) => line([cell, hidden, batch], 3));
  const pictured = pictures.map(({cell, hidden}) => line([cell, hidden], 2));
  const found = {training: [], pictures: []};

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      setText(status, words.copied);
    } catch (refused) {
      setText(status, words.notCopied);
    }
  };
  const json = el("button", {type: "button", disabled: true, text: words.copyJson,
    onclick: () => copy(JSON.stringify(found.training))});
  const markdown = el("button", {type: "button", disabled: true, text: words.copyMarkdown,
    onclick: () => copy([table(words.trainingColumns, found.training.map(trainingCells)),
      table(words.picturesColumns, found.pictures.map(pictureCells)), navigator.userAgent].join("\n"))});

  root.append(
    el("h1", {text: words.title}),
    el("p", {text: words.lead(symbols, steps)}),
    el("div", {class: "bench-tools"}, measure, quick, stop, json, markdown),
    status,
    el("h2", {text: words.training}), tableOf(words.trainingColumns, trained),
    el("h2", {text: words.pictures}), el("p", {class: "quiet", text: words.picturesLead(steps)}),
    tableOf(words.picturesColumns, pictured));

  const fill = (row, cells) => cells.forEach((text, k) => setText(row.cells[k], text));
  return {
    busy(on) {
      measure.hidden = on;
      quick.hidden = on;
      stop.hidden = !on;
      json.disabled = on || found.training.length === 0;
      markdown.disabled = json.disabled;
      if (!on) return;
      Object.assign(found, {training: [], pictures: []});
      for (const cell of root.querySelectorAll(".open")) setText(cell, words.none);
    },
    status: (text) => setText(status, text),
    /** @param {number} k which of all lines is measured now; −1: none */
    at(k) {
      trained.concat(pictured).forEach((row, i) => (i === k ? row.setAttribute("aria-current", "true") : row.removeAttribute("aria-current")));
    },
    training(k, row) {
      found.training.push(row);
      fill(trained[k], trainingCells(row));
    },
    picture(k, row) {
      found.pictures.push(row);
      fill(pictured[k], pictureCells(row));
    },
    results: () => found.training,
  };
}

const trainingCells = ({cell, hidden, batch, charsPerSecond, min, max}) =>
  [cell, hidden, batch, formatCount(charsPerSecond), formatCount(min), formatCount(max)].map(String);

const pictureCells = ({cell, hidden, milliseconds, bytes}) =>
  [cell, hidden, formatNumber(milliseconds, 3), formatNumber(bytes / 1024, 3)].map(String);

function line(known, open) {
  const [cell, ...numbers] = known;
  return el("tr", {}, el("th", {scope: "row", text: cell}), ...numbers.map((n) => el("td", {text: String(n)})),
    ...Array.from({length: open}, () => el("td", {class: "open", text: words.none})));
}

const tableOf = (columns, rows) => el("div", {class: "bench-table", tabindex: "0", role: "region", "aria-label": columns.slice(-2).join(", ")},
  el("table", {}, el("thead", {}, el("tr", {}, ...columns.map((text) => el("th", {scope: "col", text})))), el("tbody", {}, ...rows)));

const table = (columns, rows) =>
  [columns, columns.map(() => "---"), ...rows].map((cells) => "| " + cells.join(" | ") + " |\n").join("");
