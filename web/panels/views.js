import {cueMore} from "../dom/cue.js";
import {el, watch} from "../dom/dom.js";
import {views as strings} from "../text/en.views.js";
import {VIEWS} from "./views/index.js";

const PANEL = "view-panel";
/** How far a key goes in a row of tabs. */
const STEPS = {ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity};

/**
 * A row of tabs above the stage: the network, and each view that this exercise has. A view takes the stage's place,
 * which lives on unseen; without views there is no row.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function viewsPanel(root, store, actions) {
  const tabs = el("div", {class: "view-tabs", role: "tablist", "aria-label": strings.tabs});
  const panel = el("div", {class: "view-panel", role: "tabpanel", id: PANEL, tabindex: "0", hidden: true});
  root.append(tabs, panel);
  cueMore(panel);
  let buttons = [];
  let dispose = () => {};
  let built = "";
  let owner = null;

  tabs.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const step = STEPS[event.key];
    if (at < 0 || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.abs(step) === 1 ? (at + step + buttons.length) % buttons.length
      : step < 0 ? 0 : buttons.length - 1;
    buttons[next].focus();
    actions.chooseView(buttons[next].value);
  });

  const tab = (name) => el("button", {type: "button", class: "view-tab", role: "tab", id: "view-tab-" + name,
    "aria-controls": name ? PANEL : "stage", value: name, text: name ? VIEWS.get(name).title : strings.network,
    onclick: () => actions.chooseView(name)});

  const buildTabs = (names) => {
    if (buttons.map(({value}) => value).join() === names.join()) return;
    buttons = names.map(tab);
    tabs.replaceChildren(...buttons);
  };

  const show = (name, presetId) => {
    const wanted = name && name + " " + presetId;
    if (wanted === built) return;
    dispose();
    dispose = () => {};
    built = wanted;
    panel.replaceChildren();
    panel.hidden = !name;
    if (!name) return;
    const body = el("div", {class: "view view-" + name});
    panel.append(el("h2", {class: "hidden", text: VIEWS.get(name).title}), body);
    panel.scrollTop = 0;
    panel.setAttribute("aria-labelledby", "view-tab-" + name);
    dispose = VIEWS.get(name).build(body, store, actions);
  };

  watch(store, ["structure", "view"], ({structure, view, presetId}, previous) => {
    if (!structure) return;
    if (structure !== previous.structure) owner = presetId;
    const names = centreViews(structure);
    const shown = names.includes(view) ? view : "";
    root.hidden = names.length === 0;
    root.classList.toggle("open", shown !== "");
    buildTabs([""].concat(names));
    for (const button of buttons) {
      const chosen = button.value === shown;
      button.setAttribute("aria-selected", String(chosen));
      button.tabIndex = chosen ? 0 : -1;
      if (chosen) reveal(tabs, button);
    }
    show(shown, owner);
  });
}

/** Scrolls the row, and only the row, to where the chosen tab is in sight. */
function reveal(row, {offsetLeft, offsetWidth}) {
  const least = offsetLeft - row.offsetLeft + offsetWidth - row.clientWidth;
  row.scrollLeft = Math.max(least + 40, Math.min(row.scrollLeft, offsetLeft - row.offsetLeft - 40));
}

/** The views of a net that take the stage's place, in the order of their tabs. */
function centreViews({views}) {
  return Array.from(VIEWS.keys()).filter((name) => (views || []).includes(name));
}
