import {calmly, el, setText, watch} from "../dom/dom.js";
import {slider} from "../dom/controls.js";
import {icon} from "../dom/icons.js";
import {createPoll} from "../state/poll.js";
import {strings} from "../text/en.js";

const ASK_MS = 500;
const PLAY_MS = 700;
const REDUCED_MS = 1200;
/** A text of fewer words is not told by them. */
const FEWEST_WORDS = 5;

/**
 * What the net wrote at moments of its training, on a slider: noise, then letters, then words.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function samplesPanel(root, store, actions) {
  const words = strings.samples;
  /** @type {!Array<{update: number, loss: number, text: string}>} */
  let kept = [];
  let shown = 0;
  let following = true;
  let timer = 0;

  const when = el("p", {class: "figure small"});
  const text = el("p", {class: "sample-text", tabindex: "0"});
  const control = slider({min: 0, max: 1, step: 1, "aria-label": words.slider}, (k) => {
    halt();
    go(k);
  });
  const play = el("button", {class: "tool small", onclick: () => (timer ? halt() : start())});
  const help = el("p", {class: "quiet small"});
  root.append(el("h3", {text: words.title}), text, el("div", {class: "sample-controls"}, play, control), when, help);

  const go = (k) => {
    shown = k;
    following = k === kept.length - 1;
    draw();
  };

  const start = () => {
    go(0);
    const {reduced} = store.get();
    timer = setInterval(() => (shown + 1 < kept.length ? go(shown + 1) : halt()), reduced ? REDUCED_MS : PLAY_MS);
    button();
  };

  const halt = () => {
    clearInterval(timer);
    timer = 0;
    button();
  };

  const button = () => {
    play.replaceChildren(icon(timer ? "pause" : "play"));
    play.setAttribute("aria-label", timer ? words.stop : words.play);
    play.title = timer ? words.stop : words.play;
  };
  button();

  /** The words of the data, or nothing where its symbols are words. */
  let known = new Set();
  const draw = calmly(() => {
    const one = kept[shown];
    if (!one) return;
    control.max = String(kept.length - 1);
    control.show(shown, words.said(one.update, one.loss));
    setText(when, words.at(one.update, one.loss));
    if (text.key === one.text && text.known === known) return;
    Object.assign(text, {key: one.text, known});
    text.replaceChildren(...one.text.split(/(\s+)/).map((part) =>
      el("span", {class: known.size === 0 || known.has(plain(part)) ? "" : "quiet", text: part})));
  });

  const poll = createPoll(() => actions.ask("samples", {}), (answer) => {
    kept = answer;
    root.hidden = kept.length < 2;
    if (following || shown >= kept.length) shown = Math.max(0, kept.length - 1);
    draw();
  }, (refusal) => {
    if (refusal) root.hidden = true;
  });

  watch(store, ["structure"], ({structure}) => {
    const {texts = [], unit} = structure ? structure.preset.data : {};
    const letters = Array.isArray(texts) && unit !== "word";
    known = new Set(letters ? texts.join(" ").split(/\s+/).map(plain) : []);
    if (known.size < FEWEST_WORDS) known = new Set();
    setText(help, known.size > 0 ? words.help : "");
  });
  watch(store, ["structure", "frame"], ({structure, frame, training}, previous) => {
    if (!structure || !frame) return;
    const writes = structure.trains && frame.report.greedy !== undefined;
    if (!writes) {
      root.hidden = true;
      return;
    }
    if (structure !== previous.structure) {
      halt();
      following = true;
    }
    poll.ask({}, training ? ASK_MS : 100);
  });
}

/** A word without what stands around it. */
const plain = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
