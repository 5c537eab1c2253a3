import {el, setText} from "../dom/dom.js";
import {icon} from "../dom/icons.js";
import {beside as words} from "../text/en.beside.js";
import {choicesOf} from "../text/models.js";

/**
 * The button that sets a model beside the open one, and shows the models one under the other or the open one alone.
 *
 * @param {!Element} bar
 * @param {?} store
 * @param {?} actions
 */
export function createBesideMenu(bar, store, actions) {
  const menu = el("div", {class: "popover menu beside-menu", id: "beside-menu", role: "group", "aria-label": words.menu, popover: true});
  const button = el("button", {type: "button", class: "stage-twin-button stage-save-button", popovertarget: "beside-menu",
    "aria-label": words.button, title: words.hint}, icon("beside"));
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
    const {bottom, right} = button.getBoundingClientRect();
    menu.style.top = bottom + 4 + "px";
    menu.style.right = Math.max(8, document.documentElement.clientWidth - right) + "px";
  });
  bar.append(button, menu);
}
