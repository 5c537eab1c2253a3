import {el} from "../dom/dom.js";
import {icon} from "../dom/icons.js";
import {strings} from "../text/en.js";

/**
 * The list of keys, and the way to the benchmark where that stands beside the page.
 *
 * @param {!HTMLDialogElement} root
 * @param {?} store
 * @param {?} actions
 */
export function helpPanel(root, store, actions) {
  const words = strings.help;
  const close = el("button", {class: "tool", "aria-label": strings.catalogue.close, onclick: () => root.close()},
    icon("close"));
  root.setAttribute("aria-labelledby", "help-title");
  root.append(
    el("div", {class: "dialog-head"}, el("h2", {id: "help-title", text: words.title}), close),
    el("dl", {class: "keys"}, ...words.keys.flatMap(([keys, meaning]) =>
      [el("dt", {}, el("kbd", {text: keys})), el("dd", {text: meaning})])),
    el("p", {class: "quiet", text: words.kind}),
    ...(document.querySelector("script[src]") ? [el("p", {}, el("a", {href: "bench.html", text: words.bench}))] : []));
  root.addEventListener("click", (event) => {
    if (event.target === root) root.close();
  });
}
