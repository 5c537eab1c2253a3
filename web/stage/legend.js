import {el, setText} from "../dom/dom.js";
import {formatNumber} from "../text/number.js";
import {stage as strings} from "../text/en.stage.js";
import {strings as hold} from "../text/en.hold.js";
import {countHeld} from "./holdable.js";
import {reach} from "./palette.js";

/**
 * The scales of the colours that are on the stage, by what they are of; null where there is none.
 *
 * @param {?} scene
 * @param {!Array<?>=} others the scenes of the models beside it
 * @return {{value: ?, gate: ?, gradient: ?}} each {name, note, low, high, one: where ±1 stands on a scale that goes on
 *     beyond, as a part of half its width, or 0}
 */
export function scalesOf(scene, others = []) {
  const words = strings.legend;
  const most = scene.reader.scaleOf("value");
  const inUnit = [scene, ...others].flatMap((one) => one.layout.rows.filter((row) => row.kind === "gate"
    && row.form === "vector" && one.standing(row) !== "gradient"));
  const inCells = inUnit.some(({layer}) => layer > 0);
  const inHead = inUnit.some(({layer, symbol}) => layer === 0 && symbol !== "alpha");
  const looks = inUnit.some(({symbol}) => symbol === "alpha");
  const names = [inCells ? words.gates : "", inHead ? words.output : "", looks ? words.attention : ""].filter(Boolean);
  const told = inCells && !isNarrow(scene) && !scene.backward;
  return {
    value: Object.assign({name: words.values, note: most > 1 ? words.log : "", one: most > 1 ? 1 / reach(most) : 0},
        endsOf(scene, "value")),
    gate: inUnit.length ? {name: names.join(", "), note: "", low: told ? words.shut : "0", high: told ? words.open : "1", one: 0} : null,
    gradient: scene.backward
      ? Object.assign({name: words.gradients, note: words.root, one: 0}, endsOf(scene, "gradient")) : null,
  };
}

/** The numbers at the ends of a scale; where each has its own, of what is pointed at. */
function endsOf({reader, hover, selection}, kind) {
  const words = strings.legend;
  const ends = (most) => ({low: formatNumber(-most, 2), high: formatNumber(most, 2)});
  if (reader.range === "global") return ends(reader.scaleOf(kind));
  const pick = [hover, selection].find((one) => one && reader.kindOf(one.tensor) === kind);
  if (!pick) return {low: words.least, high: words.most, note: "", one: 0};
  const most = reader.scaleOf(kind, pick.tensor, pick.index);
  const note = words.own(pick.tensor, reader.range === "unit" ? pick.index : null);
  return Object.assign(ends(most), {note, one: kind === "value" && most > 1 ? 1 / reach(most) : 0});
}

const isNarrow = (scene) => scene.layout.width < 800;

/**
 * The scales of the colours, above the stage, with the switch between values and gradients.
 *
 * @param {!Element} root
 * @param {function(string): void} onView
 * @param {function(): void} onFree lets go of what is held by hand
 * @param {function(string): void} onRange
 * @return {function(?, boolean): void} update(scene, trains)
 */
export function createLegend(root, onView, onFree, onRange) {
  const scales = el("span", {class: "stage-scales"});
  root.append(scales);
  const parts = ["value", "gate", "gradient"].map((kind) => {
    const name = el("span", {class: "stage-scale-name"});
    const note = el("span", {class: "stage-scale-note"});
    const ramp = el("span", {class: "stage-ramp stage-ramp-" + kind});
    const [low, high] = [el("span", {class: "stage-end"}), el("span", {class: "stage-end"})];
    const node = el("span", {class: "stage-scale"}, name, note, low, ramp, high);
    scales.append(node);
    return {kind, node, low, high, name, note, ramp};
  });
  const range = el("select", {class: "stage-range", "aria-label": strings.legend.range, title: strings.legend.range,
    onchange: () => onRange(range.value)}, ...Object.entries(strings.legend.ranges).map(([value, text]) => el("option", {value, text})));
  root.append(el("span", {class: "stage-range-name", "aria-hidden": "true", text: strings.legend.colors}), range);
  const group = el("span", {class: "stage-view-switch", role: "group", "aria-label": strings.show});
  const buttons = ["values", "gradients"].map((view) => {
    const button = el("button", {type: "button", text: strings[view], onclick: () => onView(view)});
    group.append(button);
    return button;
  });
  const letGo = el("button", {type: "button", onclick: onFree});
  const held = el("span", {class: "stage-held", hidden: true, title: strings.ghost.title},
      el("i", {class: "stage-held-sign", "aria-hidden": "true"}), el("span", {text: strings.ghost.legend}), letGo);
  root.append(held, group);
  return (scene, trains) => {
    const count = countHeld(scene);
    held.hidden = !count;
    setText(letGo, hold.freeAll(count));
    const known = scalesOf(scene, scene.others);
    range.value = scene.reader.range;
    for (const {kind, node, ramp, name, note, low, high} of parts) {
      const scale = known[kind];
      node.hidden = !scale;
      if (!scale) continue;
      setText(name, scale.name);
      const isOwn = scale.note !== strings.legend.log;
      setText(note, isOwn ? scale.note : "");
      ramp.title = isOwn ? "" : scale.note;
      setText(low, scale.low);
      setText(high, scale.high);
      ramp.style.setProperty("--one", String(scale.one));
      ramp.classList.toggle("stage-ramp-log", scale.one > 0);
    }
    scales.classList.toggle("stage-scales-many", scene.backward || isNarrow(scene) || count > 0
      || Boolean(known.gate && known.gate.name.includes(",")));
    group.hidden = !trains;
    buttons.forEach((button, k) => button.setAttribute("aria-pressed", String((k === 1) === scene.backward)));
  };
}
