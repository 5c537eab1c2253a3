import {el} from "../dom/dom.js";
import {formatNumber} from "../text/number.js";
import {circuitNotes} from "./circuit-words.js";
import {stage as strings} from "../text/en.stage.js";
import {freeValue, saidBy} from "./ghost.js";
import {fieldOf, layersOf} from "./layers.js";
import {visible} from "../text/symbols.js";
import {wordsOf} from "./rows.js";

const MOST = 32;

/**
 * The same numbers as a table, for reading instead of looking: always there for a screen reader, shown on demand.
 *
 * @param {!Element} root
 * @param {!Element} bar where its button stands
 * @return {function(?, number): void} update(scene, step)
 */
export function createTwin(root, bar) {
  const body = el("div", {class: "stage-twin-body stage-unseen"});
  const button = el("button", {type: "button", class: "stage-twin-button", "aria-expanded": "false",
    title: strings.twin.title, text: strings.twin.button});
  button.addEventListener("click", () => {
    const open = body.classList.toggle("stage-unseen") === false;
    button.setAttribute("aria-expanded", String(open));
  });
  bar.append(button);
  root.append(body);
  return (scene, step) => {
    const {layout, reader, structure} = scene;
    const rows = layout.rows.filter(({form}) => ["vector", "bars", "shares"].includes(form));
    const most = Math.min(MOST, Math.max(...rows.map(({size}) => size)));
    const token = structure.tokens ? ": " + visible(structure.tokens[step] || "") : "";
    const table = el("table", {}, el("caption", {text: strings.twin.step(step + 1) + token}));
    const head = el("tr", {}, el("th", {scope: "col", text: strings.twin.name}));
    for (let k = 0; k < most; k++) head.append(el("th", {scope: "col", text: String(k + 1)}));
    table.append(el("thead", {}, head));
    const lines = el("tbody");
    for (const row of rows) {
      const shown = scene.shownAt(row, step);
      const data = reader.vector(shown.tensor, step);
      if (!data || shown.never) continue;
      const line = el("tr", {}, el("th", {scope: "row", text: shown.tensor + " " + row.word}));
      if (!shown.known) line.append(el("td", {colspan: String(most), text: strings.twin.unknown}));
      for (let k = 0; shown.known && k < most; k++) {
        line.append(el("td", {text: k < data.count ? said(scene, {tensor: shown.tensor, t: step, index: k}) : ""}));
      }
      lines.append(line);
    }
    table.append(lines);
    body.replaceChildren(table);
    for (const note of notesOf(scene, step).concat(circuitNotes(scene, step))) body.append(el("p", {text: note}));
    const size = Math.max(...rows.map((row) => row.size));
    if (size > MOST) body.append(el("p", {text: strings.twin.more(size - MOST)}));
  };
}

/** A number, and whether it is held by hand or dropped. */
function said(scene, pick) {
  const {reader} = scene;
  const {tensor, t, index} = pick;
  const text = formatNumber(reader.value(pick), 4);
  const other = formatNumber(freeValue(scene, tensor, t, index), 4);
  const free = other === "NaN" || other === text ? "" : " (" + strings.ghost.number(other) + ")";
  if (Number.isFinite(reader.held(tensor, t, index))) return text + " " + strings.twin.held + free;
  if (free) return text + free;
  const keep = /dropped$/.test(tensor) ? reader.value({tensor: tensor.replace(/dropped$/, "keep"), t, index}) : 1;
  return keep === 0 ? text + " " + strings.twin.dropped : text;
}

/** What the picture shows of a step beside its numbers. */
function notesOf(scene, t) {
  const {structure} = scene;
  const {source, truncate, padding} = structure;
  const words = saidBy(scene);
  return [
    words ? strings.ghost.twin(words.free) : "",
    source ? strings.twin.side(t < source ? strings.sides.enc : strings.sides.dec) : "",
    truncate ? strings.cutEvery(truncate) : "",
    padding ? strings.twin.padding(padding) : "",
  ].concat(layersOf(structure).map((layer, k) => {
    const field = fieldOf(structure, k + 1, t);
    return field ? wordsOf(structure, layer.output) + ": " + strings.sees(field.from + 1, field.to + 1) : "";
  })).filter(Boolean);
}
