import {calmly, el, setText, watch} from "../dom/dom.js";
import {icon} from "../dom/icons.js";
import {strings} from "../text/en.js";
import {formatCount, formatNumber} from "../text/number.js";

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
    body.replaceChildren(...checks.map((check) => el("li", {class: check.ok ? "ok" : "open"},
      el("span", {class: "check-mark", role: "img", "aria-label": check.ok ? words.ok : words.open},
        check.ok ? icon("check") : icon("minus")),
      el("span", {}, el("span", {class: words.names[check.name] ? "" : "math check-name", text: nameOf(check)}),
        " ", el("span", {class: "quiet small", text: aboutOf(check)})),
      el("span", {class: "check-values"},
        el("span", {title: words.expected, text: signOf(check) + valueOf(check, check.expected)}),
        check.ok ? "" : el("span", {class: "check-actual", title: words.actual, text: valueOf(check, check.actual)})))));
  }, READABLE_MS);
  watch(store, ["frame"], draw);
}

/** What is claimed about: a tensor by its name, a measure by its word. */
function nameOf({name, output}) {
  return (strings.checks.names[name] || name) + (name === "mse" && typeof output === "number" ? " y" + (output + 1) : "");
}

/** On which examples, of which model, of which variant. */
function aboutOf({on, of, variant}) {
  return [of === "model" ? "" : of, on && strings.checks.on[on], variant].filter(Boolean).join(", ");
}

/** What came may be more, or less, than what was expected. */
function signOf({name, relation, expected}) {
  if (typeof expected !== "number") return "";
  return strings.checks.signs[relation || (name === "loss" ? "atMost" : "equal")] || "";
}

/** A share in per cent, a count in full, everything else as the page writes numbers. */
function valueOf({name}, value) {
  if (typeof value !== "number") return brief(value);
  if (name === "accuracy" || name === "recites") return formatNumber(100 * value, 3) + "\u202f%";
  return name === "parameters" ? formatCount(value) : brief(value);
}

/** Numbers inside brackets as the page writes numbers; a text as it is. */
function brief(value) {
  if (typeof value === "number") return formatNumber(value);
  if (Array.isArray(value) && value.length === 1) return brief(value[0]);
  if (Array.isArray(value)) return "(" + value.map(brief).join(", ") + ")";
  return value === null || value === undefined ? "–" : String(value);
}
