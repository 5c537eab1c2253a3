import {el} from "../../dom/dom.js";
import {icon} from "../../dom/icons.js";
import {stage as strings} from "../../text/en.stage.js";
import {drawPicture} from "../picture.js";
import {csvOf} from "./csv.js";
import {createVector} from "./vector.js";

/** A picture is this much finer than the screen of most. */
const DENSITY = 3;

/**
 * The button that takes the stage away in a file: as a picture, as a drawing, as numbers.
 *
 * @param {!Element} bar
 * @param {function(): ?} sceneNow what is on the stage, or null
 * @param {?} store
 */
export function createSave(bar, sceneNow, store) {
  const words = strings.save;
  const nameOf = (kind) => (store.get().presetId || "network") + kind;
  const kinds = {
    png(scene) {
      const canvas = document.createElement("canvas");
      canvas.width = scene.size.width * DENSITY;
      canvas.height = scene.size.height * DENSITY;
      const ctx = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      ctx.scale(DENSITY, DENSITY);
      drawPicture(ctx, scene);
      canvas.toBlob((blob) => keep(blob, nameOf(".png")));
    },
    svg(scene) {
      const ruler = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
      const vector = createVector(/** @type {!CanvasRenderingContext2D} */ (ruler));
      drawPicture(vector, scene);
      const {width, height} = scene.size;
      keep(new Blob([vector.svg(width, height, store.get().structure.preset.title)], {type: "image/svg+xml"}), nameOf(".svg"));
    },
    csv: ({structure, frame}) =>
      keep(new Blob([csvOf(structure, frame)], {type: "text/csv"}), nameOf("-trace.csv")),
  };
  const menu = el("div", {class: "popover menu stage-save", id: "stage-save", role: "group", "aria-label": words.title, popover: true});
  menu.append(...Object.keys(kinds).map((kind) => el("button", {type: "button", class: "menu-item", onclick: () => {
    menu.hidePopover();
    const scene = sceneNow();
    if (scene) kinds[kind](scene);
  }}, el("span", {text: words[kind]}), el("span", {class: "stage-save-kind", text: kind.toUpperCase()}))));
  const button = el("button", {type: "button", class: "stage-twin-button stage-save-button", popovertarget: "stage-save",
    "aria-label": words.button, title: words.title}, icon("save"));
  menu.addEventListener("beforetoggle", () => {
    const {bottom, right} = button.getBoundingClientRect();
    menu.style.top = bottom + 4 + "px";
    menu.style.right = Math.max(8, document.documentElement.clientWidth - right) + "px";
  });
  bar.append(button, menu);
}

function keep(blob, name) {
  const address = URL.createObjectURL(blob);
  el("a", {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
