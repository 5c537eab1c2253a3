import {el, setText, watch} from "../dom/dom.js";
import {icon} from "../dom/icons.js";
import {titleOf} from "../state/original.js";
import {sentence, strings} from "../text/en.js";
import {formatCount, formatLoss} from "../text/number.js";

/**
 * The top bar: which exercise, the same start or another, undo, and the one thing to press.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function barPanel(root, store, actions) {
  const words = strings.bar;
  const title = el("span", {class: "exercise-title"});
  const exercise = el("button", {class: "exercise", id: "open-catalogue", "aria-haspopup": "dialog",
    onclick: () => {
      const dialog = /** @type {!HTMLDialogElement} */ (document.getElementById("catalogue"));
      dialog.showModal();
    }}, title, icon("down"));

  const tool = (name, label, hint, press) =>
    el("button", {class: "tool", title: hint, "aria-label": label, onclick: press}, icon(name));
  const reset = tool("reset", words.reset, words.resetHint, actions.reset);
  const seed = tool("seed", words.seed, words.seedHint, actions.newSeed);
  const undo = tool("undo", words.undo, words.undo + " (Ctrl Z)", actions.undo);
  const redo = tool("redo", words.redo, words.redo + " (Ctrl Shift Z)", actions.redo);

  const toggleText = el("span", {text: words.train});
  const toggleIcon = el("span", {class: "icons"}, icon("play"), icon("pause"));
  const toggle = el("button", {class: "train", id: "train", title: words.trainHint, "aria-pressed": "false",
    onclick: actions.toggleTraining}, toggleIcon, toggleText);
  const once = tool("once", words.once, words.onceHint, actions.trainOnce);

  const updates = el("dd", {class: "figure"});
  const loss = el("dd", {class: "figure"});
  const rate = el("dd", {class: "figure"});
  const metrics = el("dl", {class: "metrics"},
    el("div", {}, el("dt", {text: words.updates}), updates),
    el("div", {}, el("dt", {text: words.loss}), loss),
    el("div", {class: "rate"}, el("dt", {text: words.rate}), rate));

  const nothing = el("p", {class: "nothing", hidden: true});

  /** What has no room in the bar of a phone. */
  const menu = el("div", {class: "popover menu", id: "bar-menu", role: "group", "aria-label": words.more, popover: true});
  const item = (name, label, press) => el("button", {class: "menu-item", onclick: () => {
    menu.hidePopover();
    press();
  }}, icon(name), el("span", {text: label}));
  const twins = [[reset, item("reset", words.reset, actions.reset)], [seed, item("seed", words.seed, actions.newSeed)],
    [redo, item("redo", words.redo, actions.redo)], [once, item("once", words.once, actions.trainOnce)]];
  menu.append(...twins.map(([, twin]) => twin));
  const more = el("button", {class: "tool phone-only", popovertarget: "bar-menu", "aria-label": words.more,
    title: words.more}, icon("more"));

  const settings = el("button", {class: "tool", popovertarget: "settings", "aria-label": words.settings,
    title: words.settings}, icon("settings"));
  const help = el("button", {class: "tool wide-only", "aria-label": words.help, title: words.help + " (?)",
    onclick: () => /** @type {!HTMLDialogElement} */ (document.getElementById("help")).showModal()}, icon("help"));

  root.append(
    el("div", {class: "brand"}, icon("mark"), el("span", {text: strings.name})),
    exercise,
    el("div", {class: "tools", role: "group", "aria-label": words.exercises}, reset, seed, undo, redo),
    el("div", {class: "press"}, toggle, once),
    nothing,
    metrics,
    el("div", {class: "tools end"}, settings, help, more),
    menu);

  watch(store, ["structure", "training", "canUndo", "canRedo", "catalog", "presetId", "originals"], (state) => {
    const {structure, training} = state;
    const entry = (state.catalog || []).find(({id}) => id === state.presetId);
    setText(title, structure ? titleOf(state) : entry ? entry.title : "");
    const trains = !structure || structure.trains;
    toggle.disabled = !trains;
    once.disabled = !trains;
    nothing.hidden = trains;
    if (!trains) {
      setText(nothing, structure.slope ? words.noTraining : words.noSlope);
      nothing.title = structure.slope ? "" : sentence(structure.obstacle);
    }
    toggle.setAttribute("aria-pressed", String(training));
    setText(toggleText, training ? words.pause : words.train);
    reset.disabled = !structure;
    seed.disabled = !structure;
    undo.disabled = !state.canUndo;
    redo.disabled = !state.canRedo;
    for (const [button, twin] of twins) twin.disabled = button.disabled;
    twins[3][1].hidden = !trains;
    root.classList.toggle("still", !trains);
  });

  watch(store, ["frame", "updatesPerSecond"], ({frame, updatesPerSecond}) => {
    const report = frame ? frame.report : null;
    setText(updates, report ? formatCount(report.updates) : "0");
    setText(loss, report ? formatLoss(report.loss) : "–");
    setText(rate, updatesPerSecond ? formatCount(updatesPerSecond) : "–");
  });
}
