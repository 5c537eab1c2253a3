import {el} from "../../dom/dom.js";
import {readPalette} from "../../dom/palette.js";
import {strings} from "../../text/en.js";
import {formatNumber} from "../../text/number.js";
import {paintHeat} from "./heat.js";
import {PLACE, reachOf} from "./names.js";

/**
 * The gradient of a matrix as a small map beside it.
 *
 * @param {?} tensor whose gradient it is
 * @return {?} {element, show(gradient tensor or null)}
 */
export function gradientMap(tensor) {
  const cell = Math.max(2, Math.min(14, Math.floor(96 / Math.max(tensor.rows * 0.8, tensor.cols))));
  const canvas = el("canvas", {class: "gradient-map", role: "img"});
  canvas.style.width = cell * tensor.cols + "px";
  canvas.style.height = cell * tensor.rows + "px";
  const most = el("span", {class: "figure"});
  const element = el("figure", {class: "gradient"}, el("figcaption", {}, el("span", {class: "math", text: "d" + tensor.name.replace(PLACE, "")}), most), canvas);
  return {
    element,
    show(gradient) {
      element.hidden = !gradient;
      if (!gradient) return;
      const palette = readPalette();
      paintHeat(canvas, gradient, {positive: palette.gradPositive, negative: palette.gradNegative, zero: palette.zero,
        ink: palette.ink, picked: null});
      const reach = reachOf(gradient);
      most.textContent = reach !== 1e-9 ? "±" + formatNumber(reach, 2) : "0";
      canvas.setAttribute("aria-label", strings.weights.gradient + " " + most.textContent);
    },
  };
}
