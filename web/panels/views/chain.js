import {field, setMessage} from "../../dom/controls.js";
import {calmly, el, setText, settled, watch} from "../../dom/dom.js";
import {views} from "../../text/en.views.js";
import {formatFixed, formatNumber, formatPower} from "../../text/number.js";
import {visible} from "../../text/symbols.js";
import {askedOf, countingControls, countingOf} from "./counting.js";
import {createQuestion} from "./question.js";
import {hasWords, symbolsOf, typed, written} from "./words.js";

const ASK_MS = 300;
const TYPING_MS = 200;
/** The bars reach down to this power of ten; what is less likely has no bar. */
const LEAST_POWER = -4;
/** As many words or characters of a context as have room under a bar. */
const MOST_WORDS = 1;
const MOST_CHARACTERS = 5;
/** The sentence to begin with is no longer than this. */
const MOST_FIRST = 16;

/**
 * The probability of a typed sentence as the product it is: one factor a symbol, given those before it, from the net,
 * from counts, or from both side by side.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function chainView(root, store, actions) {
  const words = views.chain;
  const opened = store.get().structure;
  const sources = sourcesOf(opened);
  const counting = countingOf(opened.preset.ngram);
  /** The last answer of each source, by its name. */
  const answers = {};
  /** What the core says against each. */
  const problems = {};

  const text = el("input", {type: "text", class: "chain-input", spellcheck: "false", autocomplete: "off",
    autocapitalize: "off", value: firstSentence(opened)});
  const textField = field(words.text, text);
  const controls = countingControls(counting, store, actions, () => askOf("ngram"));
  controls.node.hidden = !sources.includes("ngram");
  const factors = el("ol", {class: "factors", "aria-label": words.factors, tabindex: "0"});
  const scale = el("div", {class: "chain-scale", "aria-hidden": "true", title: words.scale},
      ...[0, -1, -2, -3, LEAST_POWER].map((power) => el("span", {text: formatNumber(10 ** power, 1)})));
  const totals = el("table", {class: "fact-table chain-totals"});
  const meaning = el("p", {class: "quiet small"});
  const empty = el("p", {class: "quiet", text: words.empty});
  root.append(el("div", {class: "view-head"}, textField, controls.node),
      el("div", {class: "chain-product"}, scale, factors), empty, totals, meaning);

  const questions = Object.fromEntries(sources.map((of) => [of, createQuestion(actions, "chain", (answer) => {
    if (text.value.trim() === "") return;
    answers[of] = answer;
    show();
  }, (problem) => {
    problems[of] = text.value.trim() === "" ? null : problem;
    if (problem) delete answers[of];
    show();
  })]));

  const askOf = (of) => {
    if (text.value.trim() === "") {
      sources.forEach((one) => {
        delete answers[one];
        problems[one] = null;
      });
      return show();
    }
    questions[of].ask(Object.assign({text: text.value, of}, of === "ngram" ? askedOf(counting) : {}));
  };
  const askAll = () => sources.forEach(askOf);

  const show = () => {
    const {structure} = store.get();
    const told = sources.filter((of) => answers[of]);
    const longest = told.reduce((most, of) => Math.max(most, answers[of].factors.length), 0);
    const product = factors.parentElement;
    product.hidden = totals.hidden = meaning.hidden = longest === 0;
    setText(meaning, words.root(longest));
    const problem = sources.map((of) => problems[of]).find(Boolean) || null;
    setMessage(textField, problem);
    empty.hidden = longest > 0 || problem !== null;
    product.classList.toggle("both", told.length > 1);
    factors.replaceChildren(...Array.from({length: longest}, (_, k) =>
      factorOf(structure, told.filter((of) => answers[of].factors[k]), k)));
    showTotals(told);
  };

  const factorOf = (structure, told, k) => {
    const first = answers[told[0]];
    const {symbol, unknown, context} = first.factors[k];
    const strange = unknown ? words.unknown(symbol) : "";
    const before = context.slice(hasWords(structure) ? -MOST_WORDS : -MOST_CHARACTERS);
    const bars = told.map((of) => {
      const {p} = answers[of].factors[k];
      const fill = el("span", {class: "factor-fill of-" + of});
      fill.style.setProperty("--share", String(heightOf(p)));
      return el("span", {class: "factor-bar", title: words.said(words[of], formatNumber(p))}, fill);
    });
    const spoken = context.length > 0 ? words.after(written(structure, context)) : words.start;
    return el("li", {class: unknown ? "factor unknown-word" : "factor", title: strange || spoken},
        el("span", {class: "factor-bars", "aria-hidden": "true"}, ...bars),
        ...told.map((of) => el("span", {class: "factor-p of-" + of},
            told.length > 1 ? el("span", {class: "hidden", text: words[of] + " "}) : "",
            el("span", {text: formatNumber(answers[of].factors[k].p, 3)}))),
        el("span", {class: "factor-symbol", text: visible(symbol)}),
        el("span", {class: "factor-context", "aria-hidden": "true", text: unknown ? words.readAs : context.length === 0
          ? words.start : (context.length > before.length ? "… " : "") + written(structure, before)}),
        el("span", {class: "hidden", text: strange || spoken}));
  };

  const showTotals = (told) => {
    const {columns} = words;
    totals.replaceChildren(
        el("thead", {}, el("tr", {}, el("td"), el("th", {scope: "col", text: "p"}),
            el("th", {scope: "col", text: columns.logp}), el("th", {scope: "col", text: columns.perplexity}))),
        el("tbody", {}, ...told.map((of) => {
          const {p, logp, perplexity} = answers[of];
          return el("tr", {}, el("th", {scope: "row"}, el("span", {class: "swatch of-" + of}), words.total(words[of])),
              el("td", {class: "chain-p", text: probability(p, logp)}),
              el("td", {text: possible(logp) ? formatFixed(logp, 3) : "−∞"}),
              el("td", {text: possible(logp) ? formatNumber(perplexity, 4) : "∞"}));
        })));
  };

  text.addEventListener("input", settled(askAll, TYPING_MS));
  const refresh = calmly(() => askOf("model"), ASK_MS);
  let counted = "";
  const stops = [
    watch(store, ["frame"], () => sources.includes("model") && refresh()),
    watch(store, ["structure"], ({structure}) => {
      const data = JSON.stringify(structure.preset.data);
      if (data !== counted) askAll();
      counted = data;
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    controls.stop();
    Object.values(questions).forEach(({stop}) => stop());
  };
}

/** Where probabilities can come from: the net, where it chooses a symbol, and counts. */
function sourcesOf({trains, head, views}) {
  const model = trains && head && head.kind === "softmax";
  const ngram = (views || []).includes("ngram");
  return model && ngram ? ["model", "ngram"] : ngram ? ["ngram"] : ["model"];
}

/** A sentence to begin with: one that was not trained on where there is one. */
function firstSentence(structure) {
  const {texts, test} = structure.preset.data;
  const line = (test || texts || [""])[0];
  const first = typeof line === "string" ? line.split("\n")[0] : "";
  return typed(structure, symbolsOf(structure, first).slice(0, MOST_FIRST));
}

/** How high a bar is: 1 for certainty, 0 for what is less likely than the scale reaches. */
const heightOf = (p) => (p > 0 ? Math.max(0.01, 1 - Math.log10(p) / LEAST_POWER) : 0);

/** What is impossible has no logarithm: JSON then has no number. */
const possible = (logp) => typeof logp === "number" && Number.isFinite(logp);

/** A probability too small for a number is written from its logarithm. */
function probability(p, logp) {
  if (!possible(logp)) return views.chain.zero;
  if (logp > -600) return formatNumber(p, 3);
  const power = Math.floor(logp / Math.LN10);
  return formatFixed(Math.exp(logp - power * Math.LN10), 2) + "·" + formatPower(power);
}
