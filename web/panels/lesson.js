import {el, setText, watch} from "../dom/dom.js";
import {strings} from "../text/en.js";

/**
 * What to do and why: the task in full; what to look for, hints one by one, and the discussion when asked for.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function lessonPanel(root, store, actions) {
  const words = strings.lesson;
  const title = el("h1", {class: "lesson-title"});
  const task = el("p", {class: "task"});
  const more = el("div", {class: "lesson-more"});
  root.append(el("div", {class: "lesson-text"}, title, task), more);

  const card = (name, ...content) => el("details", {class: "card", name: "lesson"}, el("summary", {text: name}),
    el("div", {class: "card-body"}, ...content));

  const hintCard = (hints) => {
    let shown = 0;
    const text = el("p");
    const next = el("button", {class: "link", text: words.nextHint, onclick: () => show(shown + 1)});
    const where = el("p", {class: "quiet"});
    const show = (k) => {
      shown = k;
      setText(text, hints[k]);
      setText(where, words.hintOf(k + 1, hints.length));
      where.hidden = hints.length < 2;
      next.hidden = k + 1 >= hints.length;
    };
    show(0);
    return card(words.hint, where, text, next);
  };

  const paragraphs = (text) => text.split(/\n\s*\n|\n/).map((part) => el("p", {text: part}));

  document.addEventListener("pointerdown", (event) => {
    const inside = /** @type {!Element} */ (event.target).closest("details.card");
    for (const open of root.querySelectorAll("details.card[open]")) if (open !== inside) open.removeAttribute("open");
  });
  root.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && root.querySelector("details.card[open]");
    if (!open) return;
    event.stopPropagation();
    open.removeAttribute("open");
    open.querySelector("summary").focus();
  });

  let shown = null;
  watch(store, ["structure"], ({structure}) => {
    const preset = structure ? structure.preset : {};
    const key = JSON.stringify([preset.title, preset.task, preset.lesson, preset.hints, preset.discussion, preset.source]);
    if (key === shown) return;
    shown = key;
    setText(title, preset.title || "");
    setText(task, preset.task || preset.lesson || "");
    more.replaceChildren();
    if (preset.task && preset.lesson) more.append(card(words.lesson, ...paragraphs(preset.lesson)));
    if (preset.hints && preset.hints.length > 0) more.append(hintCard(preset.hints));
    if (preset.discussion) {
      const source = preset.source ? [el("p", {class: "quiet", text: words.source + ": " + preset.source})] : [];
      more.append(card(words.discussion, ...paragraphs(preset.discussion), ...source));
    }
  });
}
