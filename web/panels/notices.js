import {el, watch} from "../dom/dom.js";
import {icon} from "../dom/icons.js";
import {strings} from "../text/en.js";
import {inWords} from "../text/places.js";

/**
 * What went wrong and belongs to no control, and training that stopped by itself; said in words, with a way back. Also
 * reads announcements out.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function noticesPanel(root, store, actions) {
  const words = strings.errors;
  const live = /** @type {!HTMLElement} */ (document.getElementById("live"));
  const dismiss = (press) => el("button", {class: "tool", "aria-label": words.dismiss, onclick: press}, icon("close"));

  watch(store, ["error", "errorAt", "notice"], ({error, errorAt, notice}) => {
    root.replaceChildren();
    if (error && !errorAt) {
      root.append(el("div", {class: "notice wrong", role: "alert"}, el("p", {text: inWords(error), title: error}),
        dismiss(actions.dismissError)));
    }
    if (notice) {
      root.append(el("div", {class: "notice warning", role: "alert"}, el("p", {text: notice}),
        el("button", {class: "quiet-button", text: words.undo, onclick: actions.undo}),
        dismiss(() => actions.setSetting({notice: null}))));
    }
  });

  watch(store, ["announcement"], ({announcement}) => {
    live.textContent = announcement || "";
  });
}
