import {cueMore} from "../../dom/cue.js";
import {el, settled, setText, watch} from "../../dom/dom.js";
import {field, setMessage} from "../../dom/controls.js";
import {icon} from "../../dom/icons.js";
import {setTexts, setTokens} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {isNamed, visible} from "../../text/symbols.js";

const DRAG_FROM = 5;
const MOST_LINES = 5;

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
  root.append(row, wholeField, chooseField);

  let symbols = [];
  let isText = true;

  const commit = (next, focus = -1) => {
    const {structure} = store.get();
    actions.changePreset((preset) => {
      if (!isText) return setTokens(preset, next);
      const texts = preset.data.texts.slice();
      texts[structure.example] = next.join("");
      setTexts(preset, texts);
    }, "texts");
    if (focus >= 0) wanted = focus;
  };
  let wanted = -1;

  const replace = (k, text) => commit(symbols.slice(0, k).concat(isText ? Array.from(text) : text ? [text] : [],
    symbols.slice(k + 1)), k);
  const remove = (k) => commit(symbols.filter((_, j) => j !== k), Math.max(0, k - 1));
  const move = (from, to) => {
    if (to < 0 || to >= symbols.length || to === from) return;
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
    const moved = (event) => {
      if (over < 0 && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < DRAG_FROM) return;
      chip.classList.add("dragged");
      const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY];
      chip.style.transform = "translate(" + x + "px," + y + "px)";
      over = nearest(event);
    };
    const ended = (event) => {
      chip.removeEventListener("pointermove", moved);
      chip.removeEventListener("pointerup", ended);
      chip.removeEventListener("pointercancel", ended);
      chip.classList.remove("dragged");
      chip.style.transform = "";
      if (over < 0 && event.type === "pointerup") edit(k);
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
    symbols.forEach((_, j) => {
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
      else if (step) /** @type {?} */ (row.children[Math.max(0, Math.min(symbols.length, k + step))]).focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return button;
  };

  const draw = (focus = -1) => {
    const add = el("button", {class: "chip add", "aria-label": words.add, onclick: () => edit(symbols.length)},
      icon("plus"));
    row.replaceChildren(...symbols.map(chip), add);
    row.classList.toggle("words", !isText);
    if (focus >= 0) row.children[Math.min(focus, symbols.length)].focus();
  };

  const takeWhole = settled(() => {
    if (isText) {
      const texts = whole.value.split("\n").filter((text, k, all) => text !== "" || all.length === 1);
      actions.changePreset((preset) => setTexts(preset, texts), "texts", true);
    } else {
      const tokens = whole.value.split(/\s+/).filter((token) => token !== "");
      actions.changePreset((preset) => setTokens(preset, tokens), "texts", true);
    }
  }, 250);
  /** As many whole lines as the text takes, then it scrolls. */
  const fit = () => {
    whole.rows = 1;
    const {lineHeight, paddingTop, paddingBottom} = getComputedStyle(whole);
    const lines = (whole.scrollHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)) / parseFloat(lineHeight);
    whole.rows = Math.max(1, Math.min(MOST_LINES, Math.round(lines)));
  };
  whole.addEventListener("input", () => {
    fit();
    takeWhole();
  });

  const stops = [
    watch(store, ["structure"], ({structure}) => {
      if (!structure) return;
      const {data} = structure.preset;
      if (!data.texts && !data.tokens) return;
      isText = Boolean(data.texts);
      const next = isText ? Array.from(data.texts[structure.example] || "") : data.tokens;
      const text = isText ? data.texts.join("\n") : data.tokens.join(" ");
      setText(/** @type {?} */ (wholeField.querySelector(".label")), isText ? words.all : words.allWords);
      if (document.activeElement !== whole) whole.value = text;
      fit();
      if (next.join("\u0000") !== symbols.join("\u0000") || !row.children.length || wanted >= 0) {
        symbols = next.slice();
        draw(wanted);
        wanted = -1;
      }
      chooseField.hidden = structure.examples.length < 2;
      choose.replaceChildren(...structure.examples.map((label, k) => el("option", {value: String(k), text: label})));
      choose.value = String(structure.example);
    }),
    watch(store, ["error", "errorAt"], ({error, errorAt}) => {
      setMessage(wholeField, errorAt === "texts" ? error : null);
      if (errorAt === "texts" && wanted >= 0) {
        draw(wanted);
        wanted = -1;
      }
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
