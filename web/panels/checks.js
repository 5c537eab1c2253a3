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
      el("span", {}, el("span", {class: partsOf(check).measure ? "" : "math check-name", text: nameOf(check)}),
        " ", el("span", {class: "quiet small", text: aboutOf(check)})),
      el("span", {class: "check-values"},
        el("span", {title: words.expected, text: signOf(check) + valueOf(check, check.expected)}),
        check.ok ? "" : el("span", {class: "check-actual", title: words.actual,
          text: valueOf(check, check.actual)})))));
  }, READABLE_MS);
  watch(store, ["frame"], draw);
}

/** A claim about a measure has a name such as "ngram test perplexity" or "mse y1"; others name a tensor. */
function partsOf({name}) {
  const {names, on} = strings.checks;
  const parts = name.split(" ");
  const measure = parts.find((part) => names[part]) || "";
  return {measure, part: parts.find((one) => on[one]) || "",
    rest: parts.filter((one) => one !== measure && !on[one]).join(" ")};
}

function nameOf(check) {
  const {measure} = partsOf(check);
  return measure ? strings.checks.names[measure] : check.name;
}

/** Of what, on which examples, of which variant. */
function aboutOf(check) {
  const {measure, part, rest} = partsOf(check);
  const of = (measure === "parameters" && strings.checks.counted[rest]) || rest;
  return [measure ? of : "", strings.checks.on[check.on || part], check.variant].filter(Boolean).join(", ");
}

/** What came may be more, or less, than what was expected. */
function signOf({relation, expected}) {
  return typeof expected === "number" ? strings.checks.signs[relation] || "" : "";
}

/** A share in per cent, a count in full, everything else as the page writes numbers. */
function valueOf(check, value) {
  const {measure} = partsOf(check);
  if (typeof value !== "number") return brief(value);
  if (measure === "accuracy" || measure === "recites") return formatNumber(100 * value, 3) + "\u202f%";
  return measure === "parameters" ? formatCount(value) : brief(value);
}

/** Numbers inside brackets as the page writes numbers; a text as it is. */
function brief(value) {
  if (typeof value === "number") return formatNumber(value);
  if (Array.isArray(value) && value.length === 1) return brief(value[0]);
  if (Array.isArray(value)) return "(" + value.map(brief).join(", ") + ")";
  return value === null || value === undefined ? "–" : String(value);
}
