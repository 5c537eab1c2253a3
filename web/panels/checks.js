import {calmly, el, setText, watch} from "../dom/dom.js";
import {icon} from "../dom/icons.js";
import {strings} from "../text/en.js";
import {formatNumber} from "../text/number.js";

const READABLE_MS = 150;

/**
 * What the exercise claims, beside what the core finds.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function checksPanel(root, store, actions) {
  const words = strings.checks;
  const count = el("span", {class: "aside"});
  const body = el("ul", {class: "check-list"});
  root.append(el("h3", {}, el("span", {text: words.title}), count), body);
  let shown = "";

  const draw = calmly(() => {
    const {frame} = store.get();
    const checks = (frame && frame.report.checks) || [];
    root.hidden = checks.length === 0;
    const key = JSON.stringify(checks);
    if (key === shown) return;
    shown = key;
    setText(count, words.passed(checks.filter(({ok}) => ok).length, checks.length));
    body.replaceChildren(...checks.map(({name, expected, actual, ok}) => el("li", {class: ok ? "ok" : "open"},
      el("span", {class: "check-mark", role: "img", "aria-label": ok ? words.ok : words.open}, ok ? icon("check") : icon("minus")),
      el("span", {class: words.names[name] ? "" : "math check-name", text: words.names[name] || name}),
      el("span", {class: "check-values"},
        el("span", {title: words.expected, text: (name === "loss" && typeof expected === "number" ? "≤ " : "") + brief(expected)}),
        ok ? "" : el("span", {class: "check-actual", title: words.actual, text: brief(actual)})))));
  }, READABLE_MS);
  watch(store, ["frame"], draw);
}

/** Numbers inside brackets as the page writes numbers; a text as it is. */
function brief(value) {
  if (typeof value === "number") return formatNumber(value);
  if (Array.isArray(value) && value.length === 1) return brief(value[0]);
  if (Array.isArray(value)) return "(" + value.map(brief).join(", ") + ")";
  return value === null || value === undefined ? "–" : String(value);
}
