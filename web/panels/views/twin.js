import {el} from "../../dom/dom.js";
import {views as strings} from "../../text/en.views.js";

/**
 * What a picture shows, as a table: always there for a screen reader, seen on demand.
 *
 * @param {string} caption
 * @return {?} {button, node, show(head, rows)}
 */
export function createTwin(caption) {
  const table = el("table", {class: "view-table"});
  const node = el("div", {class: "view-twin hidden"}, table);
  const button = el("button", {type: "button", class: "quiet-button view-twin-button", "aria-expanded": "false",
    title: strings.tableHint, text: strings.table, onclick: () => {
      const open = node.classList.toggle("hidden") === false;
      button.setAttribute("aria-expanded", String(open));
      if (!open) return node.removeAttribute("tabindex");
      node.tabIndex = 0;
      node.scrollIntoView({block: "nearest"});
    }});
  let shown = "";
  const show = (head, rows) => {
    const key = JSON.stringify([head, rows]);
    if (key === shown) return;
    shown = key;
    table.replaceChildren(el("caption", {text: caption}),
      el("thead", {}, el("tr", {}, ...head.map((text) => el("th", {scope: "col", text})))),
      el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map((text, k) =>
        (k === 0 ? el("th", {scope: "row", text}) : el("td", {text})))))));
  };
  return {button, node, show};
}
