import {el, setText, settled, setValue, watch} from "../dom/dom.js";
import {field, setMessage, slider} from "../dom/controls.js";
import {icon} from "../dom/icons.js";
import {setDecoding} from "../state/edits.js";
import {strings} from "../text/en.js";
import {formatFixed, formatNumber} from "../text/number.js";

/** Symbols that fit a line in large letters, and that fit the box in small ones. */
const SHORT = 16;
const MOST_UNSCROLLED = 80;

/**
 * The text the net writes by itself: what it finds most likely, beside what was wanted, and one drawn at a temperature.
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
    return row;
  };
  const again = el("button", {class: "tool small", "aria-label": words.again, title: words.again,
    onclick: actions.redraw}, icon("dice"));
  const target = line(words.target, []);
  const greedy = line(words.greedy, []);
  const sampled = line(words.sampled, [again]);
  const value = el("output", {class: "figure"});
  const temperature = slider({min: -2, max: 2, step: 0.05, "aria-label": words.temperature},
    (power) => actions.setTemperature(Number((2 ** power).toPrecision(3))));
  const temperatureField = field(words.temperature, temperature, value);
  temperatureField.classList.add("wide");
  const prime = el("input", {type: "text", class: "prime", spellcheck: "false", autocomplete: "off",
    autocapitalize: "off"});
  const primeField = field(words.prime, prime);
  const accuracy = el("span", {class: "aside"});
  const heading = el("h3", {}, el("span", {text: words.title}), accuracy);
  root.append(heading, target, greedy, sampled, temperatureField, primeField);

  const takePrime = settled(() => {
    if (prime.value !== "") actions.changePreset((preset) => setDecoding(preset, "prime", prime.value), "prime", true);
  }, 250);
  prime.addEventListener("input", takePrime);

  /** Writes letters one by one and marks those that are as wanted. */
  const spell = (row, prime, text, wanted) => {
    const key = prime + "\u0000" + text + "\u0000" + wanted;
    if (row.key === key) return;
    row.key = key;
    const size = prime.length + text.length;
    row.text.classList.toggle("long", size > SHORT);
    row.text.tabIndex = size > MOST_UNSCROLLED ? 0 : -1;
    const begun = el("span", {class: "prime-text", text: prime});
    row.text.replaceChildren(begun, ...Array.from(text, (symbol, k) => el("span", {
      class: wanted === null ? "" : Array.from(wanted)[k] === symbol ? "as-wanted" : "not-wanted",
      text: symbol,
    })));
  };

  watch(store, ["structure", "frame"], ({structure, frame}) => {
    const report = frame ? frame.report : null;
    const chooses = Boolean(structure) && Boolean(structure.head) && structure.head.kind === "softmax";
    const speaks = chooses && Boolean(structure.preset.data.texts);
    root.hidden = Boolean(structure) && !chooses;
    for (const part of [heading, target, greedy, sampled, primeField]) part.hidden = !speaks;
    if (!speaks || !report) return;
    const prime = report.prime || "";
    const texts = structure.preset.data.texts;
    const whole = texts.find((text) => text.startsWith(prime)) || "";
    const wanted = whole ? whole.slice(prime.length) : null;
    target.hidden = wanted === null || whole.length > 64;
    spell(target, prime, wanted || "", null);
    spell(greedy, prime, report.greedy || "", wanted);
    spell(sampled, prime, report.sampled || "", wanted);
    const right = report.accuracy;
    const known = right !== undefined && right !== null;
    setText(accuracy, known ? formatFixed(100 * right, 0) + " % " + words.accuracy : "");
  });

  watch(store, ["structure"], ({structure}) => {
    const decoding = structure && structure.preset.decoding;
    if (decoding) setValue(prime, decoding.prime || "");
  });

  watch(store, ["temperature"], ({temperature: now}) => {
    temperature.show(Math.log2(now), formatNumber(now, 2));
    setText(value, formatFixed(now, 2));
  });

  watch(store, ["error", "errorAt"], ({error, errorAt}) => {
    setMessage(primeField, errorAt === "prime" ? error : null);
    setMessage(temperatureField, errorAt === "temperature" ? error : null);
  });
}
