import {el, setText} from "../dom/dom.js";
import {formatNumber} from "../text/number.js";
import {stage as strings} from "../text/en.stage.js";
import {reach} from "./palette.js";

/**
 * The scales of the colours, above the stage, with the switch between values and gradients.
 *
 * @param {!Element} root
 * @param {function(string): void} onView
 * @return {function(?, boolean): void} update(scene, trains)
 */
export function createLegend(root, onView) {
  const scales = el("span", {class: "stage-scales"});
  root.append(scales);
  const scale = (kind, name, low, high) => {
    const title = el("span", {class: "stage-scale-name", text: name});
    const note = el("span", {class: "stage-scale-note"});
    const ramp = el("span", {class: "stage-ramp stage-ramp-" + kind});
    const ends = [el("span", {class: "stage-end", text: low}), el("span", {class: "stage-end", text: high})];
    const node = el("span", {class: "stage-scale"}, title, note, ends[0], ramp, ends[1]);
    scales.append(node);
    return {node, ends, title, note, ramp};
  };
  const values = scale("value", strings.legend.values, "", "");
  const gates = scale("gate", "", "", "");
  const gradients = scale("gradient", strings.legend.gradients, "", "");
  setText(gradients.note, strings.legend.root);
  const group = el("span", {class: "stage-view-switch", role: "group", "aria-label": strings.show});
  const buttons = ["values", "gradients"].map((view) => {
    const button = el("button", {type: "button", text: strings[view], onclick: () => onView(view)});
    group.append(button);
    return button;
  });
  root.append(group);
  return (scene, trains) => {
    const ends = (parts, most) => {
      setText(parts.ends[0], formatNumber(-most, 2));
      setText(parts.ends[1], formatNumber(most, 2));
    };
    const most = scene.reader.scaleOf("value");
    ends(values, most);
    values.ramp.style.setProperty("--one", String(1 / reach(most)));
    values.ramp.classList.toggle("stage-ramp-log", most > 1);
    setText(values.note, most > 1 ? strings.legend.log : "");
    ends(gradients, scene.reader.gradients);
    const inUnit = scene.layout.rows.filter((row) => row.kind === "gate" && row.form === "vector"
      && scene.standing(row) !== "gradient");
    const inCells = inUnit.some(({layer}) => layer > 0);
    const inHead = inUnit.some(({layer, symbol}) => layer === 0 && symbol !== "alpha");
    const looks = inUnit.some(({symbol}) => symbol === "alpha");
    const names = [inCells ? strings.legend.gates : "", inHead ? strings.legend.output : "", looks ? strings.legend.attention : ""].filter(Boolean);
    setText(gates.title, names.join(", "));
    const isNarrow = scene.layout.width < 800;
    setText(gates.ends[0], inCells && !isNarrow ? strings.legend.shut : "0");
    setText(gates.ends[1], inCells && !isNarrow ? strings.legend.open : "1");
    gates.node.hidden = !inUnit.length;
    gradients.node.hidden = !scene.backward;
    const isCrowded = scene.backward || isNarrow;
    scales.classList.toggle("stage-scales-many", isCrowded);
    group.hidden = !trains;
    buttons.forEach((button, k) => button.setAttribute("aria-pressed", String((k === 1) === scene.backward)));
  };
}
