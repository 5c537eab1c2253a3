import {el, setText, settled, setValue, watch} from "../dom/dom.js";
import {field, setMessage} from "../dom/controls.js";
import {icon} from "../dom/icons.js";
import {exampleAt, setDecoding} from "../state/edits.js";
import {strings} from "../text/en.js";
import {formatFixed} from "../text/number.js";
import {samplingRows, writes} from "./texts/sampling.js";

/** Symbols that fit a line in large letters, and that fit the box in small ones. */
const SHORT = 16;
const MOST_UNSCROLLED = 80;

/**
 * The text the net writes by itself: what it finds most likely, beside what was wanted, and one drawn by chance. Where
 * it translates, what it has read stands above.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function textsPanel(root, store, actions) {
  const words = strings.texts;
  const line = (name, extra) => {
    const text = el("span", {class: "spelled"});
    const row = el("div", {class: "text-line"}, el("span", {class: "label", text: name}), text, ...extra);
    row.text = text;
    row.size = 0;
    return row;
  };
  const again = el("button", {class: "tool small", "aria-label": words.again, title: words.again,
    onclick: actions.redraw}, icon("dice"));
  const source = line(words.source, []);
  const target = line(words.target, []);
  const greedy = line(words.greedy, []);
  const sampled = line(words.sampled, [again]);
  const sampling = samplingRows(store, actions);
  const prime = el("input", {type: "text", class: "prime", spellcheck: "false", autocomplete: "off",
    autocapitalize: "off"});
  const primeField = field(words.prime, prime);
  const accuracy = el("span", {class: "aside"});
  const heading = el("h3", {}, el("span", {text: words.title}), accuracy);
  root.append(heading, source, target, greedy, sampled, sampling.temperature, primeField, sampling.more);

  const takePrime = settled(() => {
    if (prime.value !== "") actions.changePreset((preset) => setDecoding(preset, "prime", prime.value), "prime", true);
  }, 250);
  prime.addEventListener("input", takePrime);

  /** Writes symbols one by one and marks those that are as wanted. */
  const spell = (row, prime, text, wanted, inWords) => {
    const key = [prime, text, wanted, inWords].join("\u0000");
    if (row.key === key) return;
    row.key = key;
    const cut = (whole) => (inWords ? whole.match(/\S+\s*/g) || [] : Array.from(whole));
    const size = prime.length + text.length;
    row.size = size;
    row.text.tabIndex = size > MOST_UNSCROLLED ? 0 : -1;
    const begun = el("span", {class: "prime-text", text: prime + (inWords && prime && text ? " " : "")});
    const right = wanted === null ? [] : cut(wanted).map((symbol) => symbol.trimEnd());
    const kindOf = (symbol, k) => (wanted === null ? ""
      : right[k] === (inWords ? symbol.trimEnd() : symbol) || wanted === text ? "as-wanted" : "not-wanted");
    row.text.replaceChildren(begun,
      ...runsOf(cut(text), kindOf).map(({kind, run}) => el("span", {class: kind, text: run})));
  };

  /** All lines in one size of type: that of the longest. */
  const sizeAll = () => {
    const lines = [source, target, greedy, sampled].filter((row) => !row.hidden);
    for (const {text} of lines) text.classList.toggle("long", lines.some(({size}) => size > SHORT));
  };

  const showTranslation = (structure, report) => {
    const {preset: {data}, tokens, targets, source: length, example} = structure;
    const pair = data.pairs ? exampleAt(structure, example) : null;
    const inWords = data.unit === "word";
    const told = (symbols) => symbols.filter((symbol) => symbol && !/^⟨.*⟩$/.test(symbol)).join(inWords ? " " : "");
    const wanted = pair ? pair[1] : told(targets || []);
    spell(source, "", pair ? pair[0] : told((tokens || []).slice(0, length)), null, inWords);
    spell(target, "", wanted, null, inWords);
    spell(greedy, "", report.greedy || "", wanted, inWords);
    spell(sampled, "", report.sampled || "", wanted, inWords);
    sampled.hidden = !report.sampled;
  };

  watch(store, ["structure", "frame"], ({structure, frame}) => {
    const report = frame ? frame.report : null;
    const chooses = Boolean(structure) && Boolean(structure.head) && structure.head.kind === "softmax";
    const speaks = writes(structure);
    const translates = speaks && !structure.preset.data.texts;
    root.hidden = Boolean(structure) && !speaks && !(chooses && structure.preset.data.tokens);
    for (const part of [heading, target, greedy, sampled]) part.hidden = !speaks;
    source.hidden = !translates;
    primeField.hidden = !speaks || translates;
    if (!speaks || !report) return;
    if (translates) {
      showTranslation(structure, report);
    } else {
      const {data} = structure.preset;
      const inWords = data.unit === "word";
      const prime = report.prime || "";
      const whole = data.texts.find((text) => text.startsWith(prime)) || "";
      const wanted = whole ? whole.slice(prime.length).replace(inWords ? /^ / : "", "") : null;
      target.hidden = wanted === null || whole.length > 64;
      if (!target.hidden) spell(target, prime, wanted || "", null, inWords);
      spell(greedy, prime, report.greedy || "", wanted, inWords);
      spell(sampled, prime, report.sampled || "", wanted, inWords);
    }
    sizeAll();
    const right = report.accuracy;
    const known = right !== undefined && right !== null;
    setText(accuracy, known ? formatFixed(100 * right, 0) + " % " + words.accuracy : "");
  });

  watch(store, ["structure"], ({structure}) => {
    const decoding = structure && structure.preset.decoding;
    if (decoding) setValue(prime, decoding.prime || "");
  });

  watch(store, ["error", "errorAt"], ({error, errorAt}) => {
    setMessage(primeField, errorAt === "prime" ? error : null);
  });
}

/** Symbols of one kind that follow one another, as one text. */
function runsOf(symbols, kindOf) {
  const runs = [];
  symbols.forEach((symbol, k) => {
    const kind = kindOf(symbol, k);
    const last = runs[runs.length - 1];
    if (last && last.kind === kind) last.run += symbol;
    else runs.push({kind, run: symbol});
  });
  return runs;
}
