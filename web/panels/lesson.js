import {el, setText, watch} from "../dom/dom.js";
import {icon} from "../dom/icons.js";
import {titleOf} from "../state/original.js";
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

  const body = el("div", {class: "card-text", id: "lesson-card"});
  const close = el("button", {class: "tool small", "aria-label": words.close, title: words.close, onclick: () => shut()},
    icon("close"));
  const area = el("div", {class: "card", hidden: true}, body, close);
  root.append(area);
  let open = null;

  const shut = () => {
    if (!open) return;
    open.setAttribute("aria-expanded", "false");
    if (area.contains(document.activeElement)) open.focus();
    open = null;
    area.hidden = true;
  };

  /** A word of the row above that unfolds something below it. */
  const card = (name, ...content) => {
    const button = el("button", {class: "card-name", "aria-expanded": "false", "aria-controls": "lesson-card", text: name,
      onclick: () => {
        const again = open === button;
        shut();
        if (again) return;
        open = button;
        button.setAttribute("aria-expanded", "true");
        body.replaceChildren(...content);
        body.scrollTop = 0;
        area.hidden = false;
      }});
    return button;
  };

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

  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    open.focus();
    shut();
  });

  let shown = null;
  watch(store, ["structure", "originals", "presetId"], (state) => {
    const {structure} = state;
    if (structure) setText(title, titleOf(state));
    const preset = structure ? structure.preset : {};
    const key = JSON.stringify([preset.title, preset.task, preset.lesson, preset.hints, preset.discussion, preset.source]);
    if (key === shown) return;
    shown = key;
    setText(task, preset.task || preset.lesson || "");
    shut();
    more.replaceChildren();
    if (preset.task && preset.lesson) more.append(card(words.lesson, ...paragraphs(preset.lesson)));
    if (preset.hints && preset.hints.length > 0) more.append(hintCard(preset.hints));
    if (preset.discussion) {
      const source = preset.source ? [el("p", {class: "quiet", text: words.source + ": " + preset.source})] : [];
      more.append(card(words.discussion, ...paragraphs(preset.discussion), ...source));
    }
  });
}
