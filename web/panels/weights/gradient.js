import {el, setText} from "../../dom/dom.js";
import {readPalette} from "../../dom/palette.js";
import {strings} from "../../text/en.js";
import {formatNumber} from "../../text/number.js";
import {paintHeat} from "./heat.js";
import {PLACE, changeName, gradientName, reachOf} from "./names.js";

/** A small map is at most this wide and high, in pixels. */
const ROOM = 96;
const KINDS = [
  {sign: "d", nameOf: gradientName, words: strings.weights.gradient, hues: ["gradPositive", "gradNegative"]},
  {sign: "Δ", nameOf: changeName, words: strings.weights.change, hues: ["positive", "negative"]},
];

/**
 * Beside a weight matrix, as small maps: its gradient, and what the last update changed.
 *
 * @param {?} tensor as it is shown
 * @param {number=} room in pixels
 * @return {?} {element, show(read, shown)}; read(name) gives a tensor, shown turns it as the matrix is
 */
export function mapsBeside(tensor, room = ROOM) {
  const cell = Math.max(2, Math.min(14, Math.floor(room / Math.max(tensor.rows * 0.8, tensor.cols))));
  const maps = KINDS.map((kind) => {
    const canvas = el("canvas", {class: "gradient-map", role: "img"});
    canvas.style.width = cell * tensor.cols + "px";
    canvas.style.height = cell * tensor.rows + "px";
    const most = el("span", {class: "figure"});
    const name = el("span", {class: "math", text: kind.sign + tensor.name.replace(PLACE, "")});
    const element = el("figure", {class: "gradient", title: kind.words}, el("figcaption", {}, name, most), canvas);
    return {kind, canvas, most, element};
  });
  return {
    element: el("div", {class: "maps-beside"}, ...maps.map(({element}) => element)),
    show(read, shown) {
      const palette = readPalette();
      for (const {kind: {nameOf, words, hues}, canvas, most, element} of maps) {
        const map = read && shown(read(nameOf(tensor.name)));
        const reach = map ? reachOf(map) : 0;
        const isNothing = reach <= 1e-9;
        element.hidden = !map || (nameOf === changeName && isNothing);
        if (element.hidden) continue;
        paintHeat(canvas, map, {positive: palette[hues[0]], negative: palette[hues[1]], zero: palette.zero, ink: palette.ink,
          picked: null});
        setText(most, isNothing ? "0" : "±" + formatNumber(reach, 2));
        canvas.setAttribute("aria-label", words + " " + most.textContent);
      }
    },
  };
}
