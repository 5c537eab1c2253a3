import {cueMore} from "../../dom/cue.js";
import {el, settled, setText, watch} from "../../dom/dom.js";
import {field, setMessage} from "../../dom/controls.js";
import {folded} from "../../dom/folded.js";
import {icon} from "../../dom/icons.js";
import {exampleAt, placeOf, setData, setExample, setTexts, setTokens} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {isNamed, visible} from "../../text/symbols.js";
import {examples} from "./examples.js";
import {isOver, swapped} from "./swap.js";
import {fitLines} from "./typing.js";
import {cutField} from "./unit.js";

const DRAG_FROM = 5;
const MOST_LINES = 5;
/** A longer text is edited as text; only its beginning stands as chips. */
const MOST_CHIPS = 160;
/** More examples than this are chosen from a list that scrolls. */
const MOST_CHOICES = 8;
/** Above such a list the texts take less room. */
const FEW_LINES = 3;

/**
 * A text or a row of words as chips that can be edited, added, removed and dragged, over the whole as plain text.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} stops listening
 */
export function chips(root, store, actions) {
  const words = strings.data;
  const row = el("div", {class: "chips", role: "group", "aria-label": words.chipHelp, title: words.chipHelp});
  const whole = el("textarea", {class: "whole", rows: "1", spellcheck: "false", autocomplete: "off",
    autocapitalize: "off"});
  cueMore(row);
  const wholeField = field(words.all, whole);
  const choose = el("select", {onchange: () => actions.chooseExample(Number(choose.value))});
  const chooseField = field(words.shown, choose);
  const cut = el("p", {class: "quiet small"});
  const test = el("textarea", {class: "whole", rows: "1", spellcheck: "false", autocomplete: "off",
    autocapitalize: "off"});
  const testField = field(words.allTest, test);
  const unit = cutField(store, actions);
  const more = folded(...unit.rows);
  const list = el("div");
  root.append(row, cut, wholeField, testField, chooseField, list, more);
  const stopList = examples(list, store, actions, {mark: () => "", fresh: null});

  let symbols = [];
  let isText = true;
  /** Whether a symbol is a whole word. */
  let inWords = false;

  const commit = (next, focus = -1) => {
    const {structure} = store.get();
    const place = isText ? placeOf(structure, structure.example) : 0;
    actions.changePreset((preset) => {
      if (!isText) return setTokens(preset, next);
      setExample(preset, place, next.join(inWords ? " " : ""));
    }, "texts");
    if (focus >= 0) wanted = focus;
  };
  let wanted = -1;
  let most = MOST_LINES;

  const cutUp = (text) => (!isText ? (text ? [text] : []) : inWords ? wordsOf(text) : Array.from(text));
  const replace = (k, text) => commit(symbols.slice(0, k).concat(cutUp(text), symbols.slice(k + 1)), k);
  const remove = (k) => commit(symbols.filter((_, j) => j !== k), Math.max(0, k - 1));
  const move = (from, to) => {
    if (to < 0 || to >= Math.min(symbols.length, MOST_CHIPS) || to === from) return;
    const next = symbols.slice();
    next.splice(to, 0, next.splice(from, 1)[0]);
    commit(next, to);
  };

  const edit = (k) => {
    const old = k < symbols.length ? symbols[k] : "";
    const input = el("input", {class: "chip editing", value: old, "aria-label": words.chip(old, k + 1),
      autocomplete: "off", spellcheck: "false", autocapitalize: "off"});
    let done = false;
    const finish = (keep) => {
      if (done) return;
      done = true;
      if (keep && input.value !== old && (input.value !== "" || k < symbols.length)) replace(k, input.value);
      else draw(k);
    };
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter") finish(true);
      if (event.key === "Escape") finish(false);
    });
    input.addEventListener("blur", () => finish(true));
    row.children[k].replaceWith(input);
    input.focus();
    input.select();
  };

  const drag = (chip, k, start) => {
    let over = -1;
    /** Onto a symbol the two change places; between two it comes to stand there. */
    let swaps = false;
    const mark = () => symbols.slice(0, MOST_CHIPS).forEach((_, j) => row.children[j].classList.toggle("swap", swaps && j === over));
    const moved = (event) => {
      if (over < 0 && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < DRAG_FROM) return;
      chip.classList.add("dragged");
      const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY];
      chip.style.transform = "translate(" + x + "px," + y + "px)";
      over = nearest(event);
      swaps = isOver(event, row.children[over]);
      mark();
    };
    const ended = (event) => {
      chip.removeEventListener("pointermove", moved);
      chip.removeEventListener("pointerup", ended);
      chip.removeEventListener("pointercancel", ended);
      chip.classList.remove("dragged");
      chip.style.transform = "";
      const onto = swaps ? over : -1;
      swaps = false;
      mark();
      if (over < 0 && event.type === "pointerup") edit(k);
      else if (onto >= 0) commit(swapped(symbols, k, onto), onto);
      else if (over >= 0 && over !== k) move(k, over);
    };
    chip.setPointerCapture(start.pointerId);
    chip.addEventListener("pointermove", moved);
    chip.addEventListener("pointerup", ended);
    chip.addEventListener("pointercancel", ended);
  };

  const nearest = ({clientX, clientY}) => {
    let best = 0;
    let least = Infinity;
    symbols.slice(0, MOST_CHIPS).forEach((_, j) => {
      const box = row.children[j].getBoundingClientRect();
      const distance = Math.hypot(box.left + box.width / 2 - clientX, box.top + box.height / 2 - clientY);
      if (distance < least && !row.children[j].classList.contains("dragged")) [best, least] = [j, distance];
    });
    return best;
  };

  const chip = (symbol, k) => {
    const button = el("button", {class: isNamed(symbol) ? "chip named" : "chip",
      "aria-label": words.chip(isNamed(symbol) ? visible(symbol) : symbol, k + 1), text: visible(symbol)});
    button.addEventListener("pointerdown", (event) => {
      if (event.button === 0) drag(button, k, event);
    });
    button.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (event.key === "Enter" || event.key === " ") edit(k);
      else if (event.key === "Delete" || event.key === "Backspace") remove(k);
      else if (step && event.altKey) move(k, k + step);
      else if (step) /** @type {?} */ (row.children[Math.max(0, Math.min(row.children.length - 1, k + step))]).focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return button;
  };

  const draw = (focus = -1) => {
    const add = el("button", {class: "chip add", "aria-label": words.add, onclick: () => edit(symbols.length)},
      icon("plus"));
    const rest = symbols.length - MOST_CHIPS;
    row.replaceChildren(...symbols.slice(0, MOST_CHIPS).map(chip), ...(rest > 0 ? [] : [add]));
    row.classList.toggle("words", !isText || inWords);
    cut.hidden = rest <= 0;
    setText(cut, rest > 0 ? words.hiddenSymbols(rest) : "");
    if (focus >= 0) /** @type {?} */ (row.children[Math.min(focus, row.children.length - 1)]).focus();
  };

  const takeWhole = settled(() => {
    if (isText) {
      const texts = linesOf(whole.value);
      actions.changePreset((preset) => setTexts(preset, texts), "texts", true);
    } else {
      const tokens = whole.value.split(/\s+/).filter((token) => token !== "");
      actions.changePreset((preset) => setTokens(preset, tokens), "texts", true);
    }
  }, 250);
  const takeTest = settled(() => {
    const texts = linesOf(test.value).filter((text) => text !== "");
    actions.changePreset((preset) => setData(preset, "test", texts.length > 0 ? texts : null), "texts", true);
  }, 250);
  test.addEventListener("input", () => {
    fitLines(test, most);
    takeTest();
  });
  whole.addEventListener("input", () => {
    fitLines(whole, most);
    takeWhole();
  });

  const stops = [
    watch(store, ["structure"], ({structure}) => {
      if (!structure) return;
      const {data} = structure.preset;
      if (!data.texts && !data.tokens) return;
      isText = Boolean(data.texts);
      const before = inWords;
      inWords = isText && data.unit === "word";
      const next = isText ? cutUp(exampleAt(structure, structure.example) || "") : data.tokens;
      const text = isText ? data.texts.join("\n") : data.tokens.join(" ");
      setText(/** @type {?} */ (wholeField.querySelector(".label")), isText ? words.all : words.allWords);
      if (document.activeElement !== whole) whole.value = text;
      most = structure.examples.length > MOST_CHOICES && isText && structure.preset.data.test ? FEW_LINES : MOST_LINES;
      fitLines(whole, most);
      testField.hidden = !data.test;
      if (data.test && document.activeElement !== test) test.value = data.test.join("\n");
      if (data.test) fitLines(test, most);
      if (before !== inWords || next.join("\u0000") !== symbols.join("\u0000") || !row.children.length || wanted >= 0) {
        symbols = next.slice();
        draw(wanted);
        wanted = -1;
      }
      const many = structure.examples.length > MOST_CHOICES;
      list.hidden = !many;
      chooseField.hidden = many || structure.examples.length < 2;
      choose.replaceChildren(...structure.examples.slice(0, MOST_CHOICES)
        .map((label, k) => el("option", {value: String(k), text: label})));
      choose.value = String(structure.example);
      more.hidden = !isText;
      row.hidden = isText && placeOf(structure, structure.example) < 0;
    }),
    watch(store, ["error", "errorAt"], ({error, errorAt}) => {
      setMessage(wholeField, errorAt === "texts" ? error : null);
      if (errorAt === "texts" && wanted >= 0) {
        draw(wanted);
        wanted = -1;
      }
    }),
  ];
  return () => stops.concat(stopList, unit.stop).forEach((stop) => stop());
}

const linesOf = (text) => text.split("\n").filter((line, k, all) => line !== "" || all.length === 1);

const wordsOf = (text) => text.split(/\s+/).filter((word) => word !== "");
