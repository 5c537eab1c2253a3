import {el, watch} from "../../dom/dom.js";
import {field, setMessage} from "../../dom/controls.js";
import {exampleAt, placeOf, setExample, valueAt} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {examples} from "./examples.js";
import {fitLines, putInto, typedInto} from "./typing.js";

const MOST_LINES = 4;

/**
 * Sentences with a tag under every word; a click on a word gives it the next tag.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} stops listening
 */
export function tagged(root, store, actions) {
  const words = strings.data;
  const row = el("div", {class: "tagged-row", role: "group", "aria-label": words.tagsHelp, title: words.tagsHelp});
  const text = el("textarea", {rows: "1", spellcheck: "false", autocomplete: "off", autocapitalize: "off"});
  const tags = el("input", {type: "text", class: "tags", autocomplete: "off", spellcheck: "false"});
  const textField = field(words.sentence, text);
  const tagsField = field(words.tags, tags);
  textField.classList.add("tall");
  root.append(row, textField, tagsField);

  const shown = () => placeOf(store.get().structure, store.get().structure.example);
  const change = (place, edit, flowing) => actions.changePreset((preset) => {
    const {words: line, tags: marks} = valueAt(preset.data, place);
    setExample(preset, place, edit(split(line), split(marks), preset.data));
  }, "texts", flowing);
  const joined = (line, marks) => ({words: line.join(" "), tags: marks.join(" ")});

  typedInto(text, shown, (k, value) => change(k, (line, marks, data) => {
    const next = split(value);
    return joined(next, next.map((_, j) => tagFor(j, next, line, marks) || commonest(data)));
  }, true));
  typedInto(tags, shown, (k, value) => change(k, (line) => joined(line, split(value)), true));
  text.addEventListener("input", () => fitLines(text, MOST_LINES));

  const cycle = (j) => change(shown(), (line, marks, data) => {
    const known = tagsOf(data);
    const next = marks.slice();
    next[j] = known[(known.indexOf(marks[j]) + 1) % known.length];
    return joined(line, next);
  }, false);

  const draw = (line, marks) => {
    const at = Array.from(row.children).indexOf(/** @type {?} */ (document.activeElement));
    row.replaceChildren(...line.map((word, j) => el("button", {class: "tagged-word",
      "aria-label": words.tag(word, marks[j] || "–"), onclick: () => cycle(j)},
    el("span", {text: word}), el("span", {class: "tag", text: marks[j] || "–"}))));
    if (at >= 0 && row.children[at]) /** @type {?} */ (row.children[at]).focus();
  };

  const stopList = examples(root, store, actions, {
    mark: () => "",
    fresh: ({data}) => {
      const line = split(words.fresh.sentence);
      return joined(line, line.map(() => commonest(data)));
    },
  });
  const stops = [stopList,
    watch(store, ["structure"], ({structure}, previous) => {
      const data = structure && structure.preset.data;
      const example = data && data.tagged && exampleAt(structure, structure.example);
      if (!example) return;
      const other = !previous.structure || previous.structure.example !== structure.example;
      putInto(text, example.words, other);
      fitLines(text, MOST_LINES);
      putInto(tags, example.tags, other);
      draw(split(example.words), split(example.tags));
    }),
    watch(store, ["error", "errorAt"], ({error, errorAt}) => setMessage(textField, errorAt === "texts" ? error : null)),
  ];
  return () => stops.forEach((stop) => stop());
}

const split = (text) => text.split(/\s+/).filter((part) => part !== "");

/** All tags there are, in the order in which they appear. */
const tagsOf = ({tagged: all, test}) =>
  Array.from(new Set(all.concat(test || []).flatMap(({tags}) => split(tags))));

/** The tag of most words. */
function commonest({tagged: all}) {
  const counts = new Map();
  for (const tag of all.flatMap(({tags}) => split(tags))) counts.set(tag, (counts.get(tag) || 0) + 1);
  return Array.from(counts).sort(([, a], [, b]) => b - a)[0][0];
}

/** A word keeps its tag while others come and go: counted from the front, or else from the end. */
function tagFor(j, next, line, marks) {
  if (line[j] === next[j]) return marks[j];
  const fromEnd = line.length - next.length + j;
  return line[fromEnd] === next[j] || line.length === next.length ? marks[fromEnd] : undefined;
}
