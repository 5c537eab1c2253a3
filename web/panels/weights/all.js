import {el, setText} from "../../dom/dom.js";
import {formatNumber} from "../../text/number.js";
import {mapsBeside} from "./gradient.js";
import {PLACE, gradientName, indexIn, shownAs} from "./names.js";
import {smallMatrix} from "./small.js";

/** A matrix in company has cells this wide, in pixels. */
const CELL_ROOM = 48;
/** Maps under a matrix are this small, in pixels. */
const MAP_ROOM = 52;

/**
 * All numbers of a small net at once, each matrix under its name: what one has before one on paper.
 *
 * @param {!Array<?>} tensors
 * @param {?} structure
 * @param {?} options {decimals, width, change(name, index, value), paste(name, text)}
 * A weight that is a single number has its gradient beneath it, a matrix its gradient and its last change as maps.
 *
 * @return {?} {element, show(read, trains), mark(name, r, c)}; read(name) gives a tensor
 */
export function allMatrices(tensors, structure, {decimals, width, change, paste}) {
  const views = tensors.map((own) => shownAs(own, structure)).map((tensor) => ({
    name: tensor.name,
    gradient: tensor.role === "weight" && tensor.rows * tensor.cols === 1 ? el("span", {class: "one-gradient"}) : null,
    maps: tensor.role === "weight" && tensor.rows * tensor.cols > 1 ? mapsBeside(tensor, MAP_ROOM) : null,
    view: smallMatrix(tensor, structure, {
      decimals,
      width: Math.min(width, 24 + tensor.cols * (CELL_ROOM + 2)),
      change: (index, value, typed) => change(tensor.name, indexIn(tensor, index), value, typed),
      paste: (text) => paste(tensor.name, text),
    }),
  }));
  const gates = Array.from(new Set(views.map(({name}) => gateOf(name))));
  const element = el("div", {class: "all-matrices"}, ...gates.map((gate) => el("div", {class: "of-a-gate"},
    ...views.filter(({name}) => gateOf(name) === gate).map(({name, view, gradient, maps}) =>
      el("figure", {class: "one-matrix"}, el("figcaption", {class: "math", text: name}), view.element, gradient,
        maps && maps.element)))));
  return {
    element,
    show(read, trains) {
      for (const {name, view, gradient, maps} of views) {
        if (maps) maps.show(trains ? read : null, (one) => shownAs(one, structure));
        const tensor = read(name);
        if (tensor) view.show(shownAs(tensor, structure));
        const slope = gradient && trains ? read(gradientName(name)) : null;
        if (gradient) setText(gradient, slope ? slope.name + " " + formatNumber(slope.at(0, 0), decimals) : "");
      }
    },
    mark(marked, r, c) {
      for (const {name, view} of views) view.mark(name === marked ? r : -1, c);
    },
  };
}

/** What a block of rows belongs to: l2.Wx.i → l2.i; everything else stands together. */
function gateOf(name) {
  const [place] = name.match(PLACE);
  if (name.startsWith("set.", place.length)) return place + "set";
  const [, gate] = name.slice(place.length).match(/^\w+\.(\w)$/) || ["", ""];
  return place + gate;
}
