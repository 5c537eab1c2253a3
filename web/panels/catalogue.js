import {el, watch} from "../dom/dom.js";
import {icon} from "../dom/icons.js";
import {strings} from "../text/en.js";
import {shapePicture} from "./data/shape.js";

/**
 * The exercises by theme, found by typing; arrows move, Enter opens. Each shows the shape of its task and whether there
 * is something to train.
 *
 * @param {!HTMLDialogElement} root
 * @param {?} store
 * @param {?} actions
 */
export function cataloguePanel(root, store, actions) {
  const words = strings.catalogue;
  const search = el("input", {type: "search", class: "search", placeholder: words.search, "aria-label": words.search,
    autocomplete: "off", spellcheck: "false"});
  const list = el("div", {class: "catalogue-list"});
  const none = el("p", {class: "quiet", text: words.none, hidden: true});
  const close = el("button", {class: "tool", "aria-label": words.close, onclick: () => root.close()}, icon("close"));
  root.setAttribute("aria-label", words.title);
  const legend = el("p", {class: "catalogue-legend"}, icon("play"), el("span", {text: words.trains}));
  root.append(el("div", {class: "dialog-head"}, icon("search"), search, legend, close), list, none);

  const entries = () => Array.from(list.querySelectorAll(".entry:not([hidden])"));

  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    for (const entry of list.querySelectorAll(".entry")) entry.hidden = !entry.dataset.words.includes(wanted);
    for (const group of list.querySelectorAll(".group")) group.hidden = !group.querySelector(".entry:not([hidden])");
    none.hidden = entries().length > 0;
  };

  /** One whose title has the words goes before those that only mention them. */
  const likeliest = (found) => found.find((entry) =>
    entry.querySelector(".entry-title").textContent.toLowerCase().includes(search.value.trim().toLowerCase())) || found[0];

  search.addEventListener("input", filter);
  root.addEventListener("keydown", (event) => {
    const found = entries();
    const at = found.indexOf(document.activeElement);
    if (event.key === "Enter" && document.activeElement === search && found.length > 0) likeliest(found).click();
    else if (event.key === "ArrowDown" && found.length > 0) found[Math.min(at + 1, found.length - 1)].focus();
    else if (event.key === "ArrowUp") (at > 0 ? found[at - 1] : search).focus();
    else return;
    event.preventDefault();
  });
  root.addEventListener("click", (event) => {
    if (event.target === root) root.close();
  });
  root.addEventListener("close", () => {
    search.value = "";
    filter();
  });

  watch(store, ["catalog", "presetId"], ({catalog, presetId}) => {
    const groups = new Map();
    for (const entry of catalog) {
      if (!groups.has(entry.group)) groups.set(entry.group, []);
      groups.get(entry.group).push(entry);
    }
    const order = Object.keys(words.groups);
    const placeOf = (group) => (order.includes(group) ? order.indexOf(group) : order.length);
    const sorted = Array.from(groups).sort(([a], [b]) => placeOf(a) - placeOf(b));
    list.replaceChildren(...sorted.map(([group, members]) => el("section", {class: "group"},
      el("h3", {}, el("span", {text: words.groups[group] || group}),
        el("span", {class: "group-count", "aria-label": words.count(members.length), text: String(members.length)})),
      ...members.map((entry) => el("button", {
        class: "entry",
        "aria-current": entry.id === presetId ? "true" : null,
        "data-words": [entry.title, entry.task, entry.id, group].join(" ").toLowerCase(),
        onclick: () => {
          root.close();
          actions.openPreset(entry.id);
        },
      }, shapePicture(entry.shape, entry.loops), el("span", {class: "entry-words"},
        el("span", {class: "entry-title"}, el("span", {text: entry.title}),
          entry.trains ? el("span", {class: "entry-trains", role: "img", "aria-label": words.trains,
            title: words.trains}, icon("play")) : null),
        el("span", {class: "entry-task", text: entry.task || ""})))))));
    filter();
  });
}
