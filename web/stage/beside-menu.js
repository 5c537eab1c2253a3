import {el, setText} from "../dom/dom.js";
import {beside as words} from "../text/en.beside.js";
import {choicesOf} from "../text/models.js";

/** A menu of all choices fits into this. */
const TALLEST = 360;

/**
 * The button that sets a model beside the open one, and shows the models one under the other or the open one alone.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 */
export function createBesideMenu(root, store, actions) {
  const menu = el("div", {class: "popover menu beside-menu", id: "beside-menu", role: "group", "aria-label": words.menu, popover: true});
  const button = el("button", {type: "button", class: "quiet-button beside-button", popovertarget: "beside-menu", text: words.button, title: words.hint});
  const item = (text, press) => {
    const label = el("span");
    setText(label, text);
    return el("button", {type: "button", class: "menu-item", onclick: () => {
      menu.hidePopover();
      press();
    }}, label);
  };
  menu.addEventListener("beforetoggle", () => {
    const {structure, frame, comparing} = store.get();
    if (!structure || !frame) return;
    const choices = choicesOf(structure, frame.report.updates);
    const several = structure.variants.length > 1;
    menu.replaceChildren(
      ...(several ? [item(comparing ? words.alone : words.together, () => actions.compare(!comparing))] : []),
      el("p", {class: "beside-menu-title", text: choices.length ? words.menu : words.full}),
      ...choices.map((choice) => item(choice.text, () => actions.addModel(choice))));
    const {bottom, left} = button.getBoundingClientRect();
    menu.style.top = Math.max(8, Math.min(bottom + 4, window.innerHeight - TALLEST)) + "px";
    menu.style.left = left + "px";
    menu.style.right = "auto";
  });
  root.append(button, menu);
}
