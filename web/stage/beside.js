import {calmly, el, setText, svg, watch} from "../dom/dom.js";
import {styleOf} from "../charts/lines.js";
import {formatCount, formatFixed, formatLoss} from "../text/number.js";
import {beside as words} from "../text/en.beside.js";
import {createBand} from "./beside-band.js";
import {differentAnswers} from "./difference.js";

const READABLE_MS = 120;

/**
 * The models beside the open one on the stage, one under the other in their order: each a band with its name and
 * figures. The open one has the whole stage between them; a press on another band opens that.
 *
 * @param {!Element} root of the stage, which tells when it has drawn
 * @param {?} store
 * @param {?} actions
 */
export function besideStage(root, store, actions) {
  const view = root.querySelector(".stage-view");
  const own = createHead();
  const said = el("p", {class: "beside-said", "aria-live": "polite", hidden: true});
  own.element.hidden = true;
  view.before(own.element);
  own.element.before(said);
  /** @type {!Map<number, ?>} */
  const bands = new Map();

  const bandOf = (k) => {
    if (!bands.has(k)) {
      const head = createHead(() => actions.chooseVariant(k));
      const band = createBand(store, actions, () => actions.chooseVariant(k));
      bands.set(k, {head, band, element: el("div", {class: "beside-band"}, head.element, band.element)});
    }
    return bands.get(k);
  };

  /** In the order of the variants, the open one where it belongs. */
  const place = ({variant}, others) => {
    for (const [k, {element}] of bands) if (!others.includes(k)) element.remove();
    const before = others.filter((k) => k < variant).map((k) => bandOf(k).element);
    const after = others.filter((k) => k > variant).map((k) => bandOf(k).element);
    own.element.before(...before);
    view.after(...after);
  };

  let placed = "";
  root.addEventListener("drawn", (event) => {
    const scene = /** @type {?} */ (event).detail;
    const {structure, frame: {beside}} = scene;
    const others = beside.map((one) => one.structure.variant);
    const key = [structure.variant, ...others].join();
    if (key !== placed) place(structure, others);
    placed = key;
    scene.others = beside.map((one) => bandOf(one.structure.variant).band.draw(scene, one));
    const shown = beside.length > 0 && scene.path.length === 1;
    root.classList.toggle("comparing", shown);
    own.element.hidden = said.hidden = !shown;
  });

  const tell = () => {
    const {structure, frame} = store.get();
    if (!structure || !frame || !frame.beside.length) return;
    const all = [{structure, frame}].concat(frame.beside).sort((a, b) => a.structure.variant - b.structure.variant);
    const names = all.map((one) => structure.variants[one.structure.variant]);
    const apart = differentAnswers(all);
    setText(said, words.apart(names, apart));
    for (const one of all) {
      const k = one.structure.variant;
      const {head, band} = k === structure.variant ? {head: own, band: null} : bandOf(k);
      const figures = figuresOf((frame.report.variants || [])[k]);
      head.show(structure.variants[k], k, figures, k === structure.variant);
      if (band) band.name(words.label(structure.variants[k], figures));
    }
  };
  const calm = calmly(tell, READABLE_MS);
  watch(store, ["frame"], calm);
}

const isNumber = (value) => typeof value === "number";

function figuresOf(report) {
  if (!report) return "";
  const {updates, loss, accuracy} = report;
  return [words.count(formatCount(updates)), isNumber(loss) ? words.loss(formatLoss(loss)) : "",
    isNumber(accuracy) ? words.right(formatFixed(100 * accuracy, 0)) : ""].filter(Boolean).join(" · ");
}

/** The line over a model: how its curve is drawn, its name, its figures. */
function createHead(open = null) {
  const line = svg("path", {d: "M1 8h22", "stroke-width": "2.4"});
  const name = el("span", {class: "beside-name"});
  const figures = el("span", {class: "beside-figures"});
  const key = svg("svg", {class: "compare-key", viewBox: "0 0 24 16", "aria-hidden": "true"}, line);
  const element = el(open ? "button" : "div", {class: "beside-head", onclick: open}, key, name, figures);
  return {
    element,
    show(text, k, figuresText, isOpen) {
      line.setAttribute("class", "series-" + (k % 6 + 1));
      line.setAttribute("stroke-dasharray", styleOf({series: []}, k).dash.join(" "));
      setText(name, text);
      setText(figures, figuresText);
      element.classList.toggle("beside-open", isOpen);
      element.title = isOpen ? words.isOpen : words.open(text);
    },
  };
}
