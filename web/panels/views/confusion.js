import {el, setText, watch} from "../../dom/dom.js";
import {segmented} from "../../dom/controls.js";
import {icon} from "../../dom/icons.js";
import {createPoll} from "../../state/poll.js";
import {strings} from "../../text/en.js";
import {formatFixed} from "../../text/number.js";
import {visible} from "../../text/symbols.js";

const TRAINING_MS = 300;
const MOST_SENTENCES = 40;

/**
 * Which class is taken for which, as counts, and below it the sentences themselves. A cell of the matrix picks the
 * sentences that are in it.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function confusionView(root, store, actions) {
  const words = strings.figures.confusion;
  let on = "train";
  let wrongOnly = false;
  /** @type {?{truth: string, given: string}} */
  let picked = null;
  let answer = {classes: [], counts: [], accuracy: 0, sentences: []};

  const which = segmented([{value: "train", text: strings.figures.train}, {value: "test", text: strings.figures.test}],
    (value) => {
      on = value;
      picked = null;
      poll.ask({on}, 0);
    });
  which.setAttribute("aria-label", strings.figures.on);
  which.show(on);
  const right = el("p", {class: "sheet-fact", role: "status"});
  const message = el("p", {class: "message", role: "status"});
  const table = el("table", {class: "confusion"});
  const filter = segmented([{value: "all", text: words.all}, {value: "wrong", text: words.wrong}], (value) => {
    wrongOnly = value === "wrong";
    picked = null;
    show();
  });
  filter.setAttribute("aria-label", words.show);
  const chosen = el("button", {class: "quiet-button", title: words.clear, onclick: () => {
    picked = null;
    show();
  }});
  const list = el("ul", {class: "tagged"});
  const rest = el("p", {class: "quiet small"});
  const sheet = el("div", {class: "sheet"},
    el("div", {class: "sheet-head"}, el("h2", {text: words.title}), right, which), message,
    el("div", {class: "confusion-body"}, el("div", {class: "confusion-box"}, table), el("div", {},
      el("div", {class: "sheet-head tagged-head"}, el("h3", {text: words.show}), chosen, filter), list, rest)));
  root.append(sheet);

  const show = () => {
    const {classes, counts, accuracy, sentences} = answer;
    const all = counts.flat().reduce((sum, n) => sum + n, 0);
    const hits = counts.reduce((sum, row, k) => sum + row[k], 0);
    setText(right, all === 0 ? "" : words.right(accuracy, all - hits, all));
    fillMatrix(table, answer, picked, (cell) => {
      picked = picked && cell.truth === picked.truth && cell.given === picked.given ? null : cell;
      wrongOnly = false;
      show();
    });
    filter.show(picked ? "" : wrongOnly ? "wrong" : "all");
    chosen.hidden = !picked;
    const pick = picked;
    chosen.replaceChildren(...(pick ? [el("span", {text: words.filter(pick.truth, pick.given)}), icon("close")] : []));
    const wanted = (truth, given) =>
      (pick ? truth === pick.truth && given === pick.given : !wrongOnly || truth !== given);
    const fitting = sentences.filter((one) => one.truth.some((truth, k) => wanted(truth, one.given[k])));
    const styles = stylesOf(classes, counts, sentences.some(({truth}) => truth.length > 1));
    list.replaceChildren(...fitting.slice(0, MOST_SENTENCES).map((one) => sentence(one, styles)));
    const listed = sentences.reduce((sum, {truth}) => sum + truth.length, 0);
    const none = fitting.length === 0 && all > 0 ? words.none : "";
    const more = fitting.length > MOST_SENTENCES ? words.more(fitting.length - MOST_SENTENCES) : "";
    setText(rest, [none, more, listed < all ? words.first(sentences.length) : ""].filter(Boolean).join(" "));
  };

  let shown = "";
  const poll = createPoll((args) => actions.ask("confusion", args), (heard) => {
    const key = JSON.stringify(heard);
    if (key === shown) return;
    shown = key;
    answer = heard;
    show();
  }, (refusal) => setText(message, refusal));

  const stop = watch(store, ["structure", "frame"], ({structure, frame, training}) => {
    if (!structure || !frame) return;
    which.hidden = !frame.report.test;
    if (which.hidden && on === "test") {
      on = "train";
      which.show(on);
    }
    poll.ask({on}, training ? TRAINING_MS : 60);
  });
  return () => {
    stop();
    poll.close();
    sheet.remove();
  };
}

/** Rows are what is true, columns what was answered; the darker, the larger a share of its row. */
function fillMatrix(table, {classes, counts}, picked, pick) {
  const words = strings.figures.confusion;
  const focused = table.contains(document.activeElement) ? document.activeElement.dataset["at"] : null;
  const head = el("thead", {},
    el("tr", {}, el("td", {}), el("th", {class: "confusion-axis", colspan: String(classes.length), scope: "colgroup",
      text: words.given}), el("td", {})),
    el("tr", {}, el("th", {class: "confusion-axis", text: words.truth}),
      ...classes.map((name) => el("th", {scope: "col", text: visible(name)})),
      el("th", {scope: "col", class: "confusion-share", text: words.share})));
  const body = counts.map((row, r) => {
    const all = row.reduce((sum, n) => sum + n, 0);
    const cells = row.map((n, c) => {
      const [truth, given] = [classes[r], classes[c]];
      const on = Boolean(picked) && picked.truth === truth && picked.given === given;
      const kind = n === 0 ? " nil" : r !== c ? " wrong-cell" : "";
      const cell = el("button", {class: "confusion-cell" + kind,
        "aria-pressed": String(on), "aria-label": words.cell(n, truth, given), title: words.cell(n, truth, given),
        "data-at": r + "," + c, text: String(n), onclick: () => pick({truth, given})});
      cell.style.setProperty("--share", String(all > 0 ? n / all : 0));
      return el("td", {}, cell);
    });
    const share = all > 0 ? formatFixed(100 * row[r] / all, 0) + " %" : "–";
    return el("tr", {}, el("th", {scope: "row", text: visible(classes[r])}), ...cells,
      el("td", {class: "confusion-share", text: share}));
  });
  table.replaceChildren(head, el("tbody", {}, ...body));
  const again = focused && table.querySelector("[data-at='" + focused + "']");
  if (again) again.focus();
}

/** What most words are needs no colour; every other class has its own. */
function stylesOf(classes, counts, tagged) {
  const sizes = counts.map((row) => row.reduce((sum, n) => sum + n, 0));
  const all = sizes.reduce((sum, n) => sum + n, 0);
  const common = classes.length > 2 || tagged ? sizes.findIndex((n) => n > all / 2) : -1;
  let next = 0;
  return new Map(classes.map((name, k) => [name, k === common ? "series-none" : "series-" + (next++ % 6 + 1)]));
}

/** A tag under every word, or one behind the whole where there is one answer to it. */
function sentence({tokens, truth, given}, styles) {
  const words = strings.figures.confusion;
  const each = truth.length === tokens.length && truth.length > 1;
  if (!each) {
    const letters = tokens.every((token) => Array.from(token).length === 1);
    return el("li", {class: "tagged-whole"}, el("span", {class: "tagged-text", text: tokens.join(letters ? "" : " ")}),
      tag(given[0], truth[0], styles));
  }
  return el("li", {class: "tagged-words"}, ...tokens.map((token, k) => {
    const wrong = given[k] !== truth[k];
    return el("span", {class: "tagged-word" + (wrong ? " wrong" : ""), title: words.mark(token, given[k], truth[k])},
      el("span", {class: "tagged-text", text: visible(token)}), tag(given[k], truth[k], styles));
  }));
}

/** What it was called, with its colour; when it is wrong a cross, and what it is. */
function tag(given, truth, styles) {
  const wrong = given !== truth;
  return el("span", {class: "tag " + (styles.get(given) || "series-none") + (wrong ? " wrong" : "")},
    wrong ? icon("close") : null, el("span", {class: "tag-name", text: given}),
    wrong ? el("span", {class: "tag-truth", text: strings.figures.confusion.is(truth)}) : null);
}
