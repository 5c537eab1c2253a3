import {el} from "../../dom/dom.js";
import {icon} from "../../dom/icons.js";
import {stage as strings} from "../../text/en.stage.js";
import {csvOf} from "./csv.js";
import {createFilm} from "./film.js";
import {fitTo} from "./sheet.js";
import {createVector} from "./vector.js";

/** A picture is this much finer than the screen of most. */
const DENSITY = 3;
const SLIDE = [1280, 720];
/** As much room the menu takes at most: where there is less it goes to the edge. */
const WIDEST = 340;

/**
 * The button that takes the stage away in a file: as a picture, a drawing, numbers or a film.
 *
 * @param {!Element} bar
 * @param {function(): ?} sheetNow what stands on the stage as sheetOf() gives it, or null
 * @param {?} store
 * @param {?} actions
 */
export function createSave(bar, sheetNow, store, actions) {
  const words = strings.save;
  const nameOf = (kind) => (store.get().presetId || "network") + kind;
  const slide = el("input", {type: "checkbox"});
  const shaped = (sheet) => (slide.checked ? fitTo(sheet, ...SLIDE) : sheet);
  const kinds = {
    png(sheet) {
      const {width, height, draw} = shaped(sheet);
      const canvas = document.createElement("canvas");
      canvas.width = width * DENSITY;
      canvas.height = height * DENSITY;
      const ctx = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      ctx.scale(DENSITY, DENSITY);
      draw(ctx);
      canvas.toBlob((blob) => keep(blob, nameOf(".png")));
    },
    svg(sheet) {
      const {width, height, draw} = shaped(sheet);
      const ruler = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
      const vector = createVector(/** @type {!CanvasRenderingContext2D} */ (ruler));
      draw(vector);
      const said = bar.parentElement.querySelector("canvas").getAttribute("aria-label");
      const svg = vector.svg(width, height, store.get().structure.preset.title, said);
      keep(new Blob([svg], {type: "image/svg+xml"}), nameOf(".svg"));
    },
    csv() {
      const {structure, frame} = store.get();
      keep(new Blob([csvOf(structure, frame)], {type: "text/csv"}), nameOf("-trace.csv"));
    },
  };
  const menu = el("div", {class: "popover menu stage-save", id: "stage-save", role: "group", "aria-label": words.title, popover: true});
  const film = createFilm(bar, sheetNow, store, actions, {close: () => menu.hidePopover(), keep: (blob, kind) => keep(blob, nameOf(kind))});
  const items = Object.keys(kinds).map((kind) => el("button", {type: "button", class: "menu-item", onclick: () => {
    menu.hidePopover();
    const sheet = sheetNow();
    if (sheet) kinds[kind](sheet);
  }}, el("span", {text: words[kind]}), el("span", {class: "stage-save-kind", text: kind.toUpperCase()})));
  items.splice(2, 0, el("label", {class: "stage-save-slide"}, slide, words.slide));
  menu.append(...items, film.choices);
  const button = el("button", {type: "button", class: "stage-twin-button stage-save-button", popovertarget: "stage-save",
    "aria-label": words.button, title: words.title}, icon("save"));
  menu.addEventListener("beforetoggle", () => {
    film.update();
    const {bottom, right} = button.getBoundingClientRect();
    menu.style.top = bottom + 4 + "px";
    menu.style.right = (right < WIDEST ? 8 : Math.max(8, document.documentElement.clientWidth - right)) + "px";
  });
  bar.append(button, menu);
}

function keep(blob, name) {
  const address = URL.createObjectURL(blob);
  el("a", {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
