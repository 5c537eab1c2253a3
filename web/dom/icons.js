import {svg} from "./dom.js";

/** Twenty by twenty, drawn with one stroke; `fill:` marks a filled shape. */
const PATHS = {
  mark: ["M2 11h4.5M13.5 11H18M10 7.5V2.5M10 18v-3.5", "M13.5 11a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0Z"],
  down: ["M5.5 8l4.5 4.5L14.5 8"],
  reset: ["M4 4v4h4", "M4.5 8A6.2 6.2 0 1 1 3.8 11.5"],
  seed: ["M4.5 3.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Z",
    "fill:M7 8.1a1.1 1.1 0 1 0 0-2.2 1.1 1.1 0 0 0 0 2.2ZM13 14.1a1.1 1.1 0 1 0 0-2.2 1.1 1.1 0 0 0 0 2.2ZM10 11.1a1.1 1.1 0 1 0 0-2.2 1.1 1.1 0 0 0 0 2.2Z"],
  undo: ["M7.5 4.5 4 8l3.5 3.5", "M4.5 8h7a4.25 4.25 0 0 1 0 8.5H8"],
  redo: ["M12.5 4.5 16 8l-3.5 3.5", "M15.5 8h-7a4.25 4.25 0 0 0 0 8.5H12"],
  play: ["fill:M6 3.8v12.4c0 .6.7 1 1.2.6l9-6.2a.75.75 0 0 0 0-1.2l-9-6.2C6.7 2.8 6 3.2 6 3.8Z"],
  pause: ["fill:M5.5 3.5h2.8v13H5.5zM11.7 3.5h2.8v13h-2.8z"],
  stop: ["fill:M5 5.8c0-.4.4-.8.8-.8h8.4c.4 0 .8.4.8.8v8.4c0 .4-.4.8-.8.8H5.8a.8.8 0 0 1-.8-.8z"],
  once: ["fill:M4.5 4.3v11.4c0 .5.6.9 1 .5l7.3-5.7a.65.65 0 0 0 0-1L5.5 3.8c-.4-.4-1 0-1 .5Z", "M15.5 4v12"],
  settings: ["M3 6h7M14.5 6H17M3 14h2.5M10 14h7", "M14.5 6a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0ZM10 14a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0Z"],
  help: ["M7.3 7.3a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.2 1-1.2 1.9v.4", "fill:M10 15.9a1 1 0 1 0 0-2 1 1 0 0 0 0 2Z"],
  loop: ["M4 9V8a3 3 0 0 1 3-3h8M12.5 2.5 15 5l-2.5 2.5M16 11v1a3 3 0 0 1-3 3H5M7.5 17.5 5 15l2.5-2.5"],
  close: ["M5 5l10 10M15 5 5 15"],
  plus: ["M10 4.5v11M4.5 10h11"],
  minus: ["M4.5 10h11"],
  dice: ["M4 6.5h2.5c4 0 4 7 8 7H17M14.5 11l2.5 2.5-2.5 2.5M4 13.5h2.5c1.3 0 2.1-.7 2.8-1.7M11.3 8.2c.7-1 1.6-1.7 3.2-1.7H17M14.5 4 17 6.5 14.5 9"],
  check: ["M4.5 10.5 8.3 14.3 15.5 6"],
  search: ["M13.5 9a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM12.5 12.5 16.5 16.5"],
  more: ["fill:M5.6 10a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0ZM11.6 10a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0Z"
    + "M17.6 10a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0Z"],
  save: ["M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12"],
  text: ["M4 5.5h12M4 10h12M4 14.5h7"],
};

/**
 * @param {string} name
 * @return {?} an <svg> that says nothing to a screen reader
 */
export function icon(name) {
  const shapes = PATHS[name].map((path) => path.startsWith("fill:")
    ? svg("path", {d: path.slice(5), fill: "currentColor"})
    : svg("path", {d: path, fill: "none", stroke: "currentColor", "stroke-width": "1.6", "stroke-linecap": "round",
      "stroke-linejoin": "round"}));
  return svg("svg", {class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false"}, ...shapes);
}
