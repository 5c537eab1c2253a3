import {el, setText, setValue} from "../dom/dom.js";
import {formatNumber, parseNumber} from "../text/number.js";
import {strings} from "../text/en.hold.js";
import {stage} from "../text/en.stage.js";
import {letters} from "./formula.js";
import {freeValue} from "./ghost.js";
import {handleOf, heldThroughout, unitOf} from "./holdable.js";
import {unitBox} from "./layout.js";
import {pickBox} from "./marks.js";
import {wordsOf} from "./rows.js";

const APART = 10;
/** A narrower stage has the card at its foot. */
const NARROW = 560;

/**
 * What can be done by hand to the number that is selected: hold it at a value, at all steps, silence its unit, let go.
 *
 * @param {!Element} view the stage, over which it stands
 * @param {?} store
 * @param {?} actions
 * @return {function(?): void} update(scene)
 */
export function createCard(view, store, actions) {
  const name = el("span", {class: "hold-name"});
  const input = /** @type {!HTMLInputElement} */ (el("input", {class: "hold-value", inputmode: "decimal", autocomplete: "off", "aria-label": strings.value}));
  const free = el("span", {class: "hold-free"});
  const button = (text, title, onclick) => el("button", {type: "button", text, title, onclick});
  const hold = button(strings.hold, strings.holdTitle, () => put(scene.reader.value(pick), throughout()));
  const all = button(strings.all, strings.allTitle, () => spread());
  const lesion = button("", strings.lesionTitle, () => actions.hold(unitOf(scene.structure, pick), isSilent() ? NaN : 0));
  const letGo = button(strings.free, strings.freeTitle, () => put(NaN, throughout()));
  const card = el("div", {class: "hold-card", role: "group", hidden: true},
      name, input, free, hold, all, lesion, letGo);
  view.append(card);
  /** @type {?} */
  let scene = null;
  /** @type {?} */
  let pick = null;

  const throughout = () => heldThroughout(scene, pick);
  const isSilent = () => unitOf(scene.structure, pick)
    .every(({tensor, index}) => scene.reader.held(tensor, 0, index) === 0 && heldThroughout(scene, {tensor, index}));
  const put = (value, everywhere) => actions.hold([{tensor: pick.tensor, t: everywhere ? -1 : pick.t, index: pick.index}], value);

  /** At all steps as here; once more, here alone. */
  const spread = () => {
    const {tensor, t, index} = pick;
    const value = scene.reader.value(pick);
    if (!throughout()) return put(value, true);
    const others = Array.from({length: scene.structure.steps}, (_, step) => step).filter((step) => step !== t);
    actions.hold(others.map((step) => ({tensor, t: step, index})), NaN);
  };

  const take = () => {
    if (!pick || input.value === input.dataset["was"]) return;
    const value = parseNumber(input.value);
    input.dataset["was"] = input.value;
    if (Number.isFinite(value) || input.value.trim() === "") put(value, throughout());
    input.setAttribute("aria-invalid", String(!Number.isFinite(value)));
  };
  input.addEventListener("change", take);
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") take();
    if (event.key === "Escape" || event.key === "Enter") /** @type {?} */ (view.querySelector("canvas")).focus({preventScroll: true});
  });
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") /** @type {?} */ (view.querySelector("canvas")).focus({preventScroll: true});
  });

  /** At the upper right, where least is covered; at the lower right where its number or the way back stands there. */
  const place = () => {
    const box = boxOf(scene, pick);
    const {clientWidth, clientHeight, scrollTop} = view;
    const atFoot = !box || clientWidth < NARROW;
    card.classList.toggle("hold-foot", atFoot);
    if (atFoot) return card.removeAttribute("style");
    const [w, h] = [card.offsetWidth, card.offsetHeight];
    const left = clientWidth - w - APART;
    const high = scrollTop + 4;
    const crumbs = /** @type {!HTMLElement} */ (view.querySelector(".stage-crumbs"));
    const covers = ({x, y, w: wide, h: tall}) => x + wide > left && y < high + h + APART && y + tall > high;
    const way = {x: crumbs.offsetLeft, y: crumbs.offsetTop, w: crumbs.offsetWidth, h: crumbs.offsetHeight};
    const isTaken = covers(box) || (scene.circuit && covers(way));
    card.style.left = left + "px";
    card.style.top = Math.round(isTaken ? scrollTop + clientHeight - h - 4 : high) + "px";
  };
  view.addEventListener("scroll", () => card.hidden || place(), {passive: true});

  return (painted) => {
    const {selection} = store.get();
    const can = selection && !painted.pick && selection.t >= 0 && painted.known(selection.tensor, selection.t) && handleOf(painted.structure, selection.tensor);
    card.hidden = !can;
    if (!can) return;
    [scene, pick] = [painted, selection];
    const {structure, reader, digits} = scene;
    const {tensor, t, index} = pick;
    const isHeld = Number.isFinite(reader.held(tensor, t, index));
    const value = formatNumber(reader.value(pick), digits);
    const without = formatNumber(freeValue(scene, tensor, t, index), digits);
    name.replaceChildren(...letters(tensor, t, index));
    card.setAttribute("aria-label", strings.label(wordsOf(structure, tensor) + ", " + stage.unit(index + 1) + ", " + stage.step(t + 1)));
    setValue(input, value);
    if (document.activeElement !== input) {
      input.dataset["was"] = value;
      input.setAttribute("aria-invalid", "false");
    }
    setText(free, isHeld && without !== "NaN" ? stage.ghost.number(without) : "");
    hold.hidden = isHeld;
    all.hidden = structure.steps < 2;
    all.setAttribute("aria-pressed", String(throughout()));
    setText(lesion, strings.lesion(index + 1));
    lesion.setAttribute("aria-pressed", String(isSilent()));
    letGo.hidden = !isHeld;
    place();
  };
}

/** Where a number stands on the canvas now. */
function boxOf(scene, pick) {
  const {circuit, circuitScroll, scroll} = scene;
  const own = circuit && circuit.boxes.find(({tensor, t}) => tensor === pick.tensor && t === pick.t);
  const box = circuit ? own && unitBox(own, pick.index) : pickBox(scene, pick);
  return box && Object.assign({}, box, {x: box.x - (circuit ? circuitScroll : scroll)});
}
