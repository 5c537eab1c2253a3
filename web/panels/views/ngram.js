import {setMessage, field} from "../../dom/controls.js";
import {cueMore} from "../../dom/cue.js";
import {calmly, el, setText, settled, watch} from "../../dom/dom.js";
import {views} from "../../text/en.views.js";
import {formatCount, formatFixed, formatNumber} from "../../text/number.js";
import {visible} from "../../text/symbols.js";
import {askedOf, countingControls, countingOf} from "./counting.js";
import {createQuestion} from "./question.js";
import {hasWords, symbolsOf, typed, written} from "./words.js";

const MOST_ROWS = 11;
const TYPING_MS = 200;
const READABLE_MS = 300;

/**
 * Counting instead of learning: what follows a context, how much of the language was never seen, and how well counts
 * do beside the net.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function ngramView(root, store, actions) {
  const words = views.ngram;
  const counting = countingOf(store.get().structure.preset.ngram);
  let context = null;
  let told = null;

  const controls = countingControls(counting, store, actions, () => ask());
  const explained = el("p", {class: "quiet small"});
  const input = el("input", {type: "text", class: "context-input", spellcheck: "false", autocomplete: "off",
    autocapitalize: "off"});
  const inputField = field(words.context, input);
  const hint = el("p", {class: "quiet small"});
  const frequent = el("div", {class: "contexts", role: "group", "aria-label": words.frequent});
  const heading = el("h3", {class: "conditional"});
  const note = el("p", {class: "quiet small"});
  const table = el("table", {class: "count-table"});
  const more = el("p", {class: "quiet small"});
  const sparsity = el("div", {class: "sparsity"});
  const perplexity = el("div", {class: "perplexity"});
  cueMore(frequent);
  root.append(
      el("div", {class: "view-head"}, controls.node, explained),
      el("div", {class: "ngram-columns"},
          el("section", {class: "ngram-contexts"}, inputField, hint, el("h3", {class: "quiet-title",
            text: words.frequent}), frequent),
          el("section", {class: "ngram-next"}, heading, note, table, more),
          el("section", {class: "ngram-facts"}, sparsity, perplexity)));

  let counted = "";
  const question = createQuestion(actions, "ngram", (answer) => answered(answer),
      (problem) => setMessage(inputField, problem));
  const ask = () => {
    setText(explained, words.explained[counting.smoothing]);
    setText(hint, words.contextHint(counting.n, hasWords(store.get().structure)));
    question.ask(Object.assign({context: context || []}, askedOf(counting)));
  };

  input.addEventListener("input", settled(() => {
    context = symbolsOf(store.get().structure, input.value);
    ask();
  }, TYPING_MS));

  const pick = (symbols) => {
    const {structure} = store.get();
    context = symbols;
    input.value = typed(structure, symbols);
    ask();
  };

  const answered = (answer) => {
    told = answer;
    if (context === null && answer.contexts.length > 0) return pick(plainest(answer.contexts).context);
    const {structure} = store.get();
    showContexts(structure, answer);
    showTable(structure, answer);
    showSparsity(answer);
    showPerplexity();
  };

  /** The symbols before that count. */
  const lastOf = (symbols) => symbols.slice(Math.max(0, symbols.length - counting.n + 1));

  const showContexts = (structure, {contexts, context: used}) => {
    const shown = written(structure, lastOf(used));
    frequent.replaceChildren(...contexts.map((one) => {
      const text = written(structure, one.context);
      return el("button", {type: "button", class: "context", "aria-pressed": String(text === shown),
        "aria-label": words.choose(text, formatCount(one.count)), onclick: () => pick(one.context)},
      el("span", {class: "context-name", text}), el("span", {class: "context-count", text: formatCount(one.count)}));
    }));
    frequent.hidden = counting.n === 1;
    const caption = /** @type {?} */ (frequent.previousElementSibling);
    caption.hidden = frequent.hidden || contexts.length === 0;
  };

  const showTable = (structure, {order, rows, total, context: used}) => {
    const shown = lastOf(used);
    const text = written(structure, shown);
    heading.replaceChildren(el("span", {class: "math", text: "p"}), "(", el("em", {class: "quiet", text: words.next}),
        " | ", shown.length > 0 ? el("b", {text}) : el("em", {class: "quiet", text: words.nothing}), ")",
        el("span", {class: "aside", text: words.seen(total)}));
    setText(note, rows.every(({p}) => !p) ? words.speechless : order < shown.length
      ? words.shortened(order > 0 ? "“" + written(structure, shown.slice(-order)) + "”" : words.nothing) : "");
    note.hidden = note.textContent === "";
    const most = Math.max(1e-12, ...rows.map(({p}) => p));
    const first = rows.slice(0, MOST_ROWS);
    table.hidden = rows.length === 0;
    table.setAttribute("aria-label", words.table(text));
    table.replaceChildren(
        el("thead", {}, el("tr", {}, el("th", {scope: "col", text: words.columns[0]}), el("td", {class: "count-bar"}),
            el("th", {scope: "col", class: "math", text: words.columns[2]}),
            el("th", {scope: "col", text: words.columns[1]}))),
        el("tbody", {}, ...first.map(({symbol, count, p}) => {
          const fill = el("span", {class: "bar-fill"});
          fill.style.setProperty("--share", String(p / most));
          return el("tr", {class: count === 0 ? "uncounted" : null}, el("th", {scope: "row", text: visible(symbol)}),
              el("td", {class: "count-bar"}, el("span", {class: "bar-track"}, fill)),
              el("td", {class: "count-p", text: formatNumber(p, 3)}),
              el("td", {class: "count-n", text: formatCount(count)}));
        })));
    setText(more, rows.length > first.length ? words.more : "");
  };

  const showSparsity = ({sparsity: rows}) => {
    const known = rows.some(({unseen}) => unseen !== null && unseen !== undefined);
    sparsity.replaceChildren(
        el("h3", {text: known ? words.sparsity : words.contexts}),
        el("ul", {class: "sparsity-bars"}, ...rows.map(({n, contexts, possible, unseen}) => {
          const share = known ? unseen : contexts / possible;
          const fill = el("span", {class: "sparsity-fill"});
          fill.style.setProperty("--share", String(share));
          const title = words.sparsityRow(n, formatCount(contexts), large(possible));
          return el("li", {class: n === counting.n ? "now" : null, title},
              el("span", {class: "sparsity-value", text: percent(share)}),
              el("span", {class: "sparsity-track", "aria-hidden": "true"}, fill),
              el("span", {class: "sparsity-n"}, el("span", {class: "hidden", text: "n = "}), String(n)),
              el("span", {class: "hidden", text: title}));
        })),
        el("p", {class: "quiet small", text: known ? words.sparsityHelp : words.sparsityTrain}));
  };

  /** The net says its own in the report: e to the power of its mean loss. */
  const showPerplexity = () => {
    if (!told) return;
    const {structure, frame} = store.get();
    const {train, test} = told.perplexity;
    const tested = Boolean(structure.preset.data.test);
    const {report} = frame;
    const learns = structure.trains && structure.head && structure.head.kind === "softmax";
    const line = (name, own, others, note) => el("tr", {}, el("th", {scope: "row"}, name,
        note ? el("span", {class: "quiet small", text: note}) : ""),
    ...[own].concat(tested ? [others] : []).map((value) => el("td", {text: value})));
    perplexity.replaceChildren(
        el("h3", {text: words.perplexity}),
        el("table", {class: "fact-table"},
            el("thead", {}, el("tr", {}, el("td"), el("th", {scope: "col", text: words.train}),
                tested ? el("th", {scope: "col", text: words.test}) : "")),
            el("tbody", {}, line(words.counts, large(train), large(test), ""),
                learns ? line(words.net, large(Math.exp(report.loss)),
                    report.test ? large(Math.exp(report.test.loss)) : "–",
                    words.netAfter(formatCount(report.updates))) : "")),
        el("p", {class: "quiet small", text: isEndless(train) || (tested && isEndless(test)) ? words.infinite
          : words.perplexityHelp}));
  };

  const stops = [
    watch(store, ["structure"], ({structure}) => {
      const text = JSON.stringify(structure.preset.data);
      if (text !== counted) ask();
      counted = text;
    }),
    watch(store, ["frame"], calmly(showPerplexity, READABLE_MS)),
  ];
  return () => {
    stops.forEach((stop) => stop());
    controls.stop();
    question.stop();
  };
}

const percent = (share) => formatFixed(100 * share, share > 0 && share < 0.1 ? 1 : 0) + " %";

/** The most frequent context that is plain text, or else the most frequent one. */
const plainest = (contexts) => contexts.find(({context}) => !context.some((symbol) => /^⟨.+⟩$/.test(symbol)))
  || contexts[0];

/** What has no bound is no number in JSON. */
const isEndless = (value) => typeof value !== "number" || value === Infinity;

/** A number that may be very large. */
const large = (value) => (isEndless(value) ? "∞" : value >= 1e4 && value < 1e7 ? formatCount(value)
  : formatNumber(value, 3));
