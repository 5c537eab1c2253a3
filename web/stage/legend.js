import {el, setText} from "../dom/dom.js";
import {formatNumber} from "../text/number.js";
import {stage as strings} from "../text/en.stage.js";

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
    const ends = [el("span", {class: "stage-end", text: low}), el("span", {class: "stage-end", text: high})];
    const node = el("span", {class: "stage-scale"}, el("span", {class: "stage-scale-name", text: name}), ends[0],
        el("span", {class: "stage-ramp stage-ramp-" + kind}), ends[1]);
    scales.append(node);
    return {node, ends};
  };
  const values = scale("value", strings.legend.values, "", "");
  const gates = scale("gate", strings.legend.gates, strings.legend.shut, strings.legend.open);
  const gradients = scale("gradient", strings.legend.gradients, "", "");
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
    ends(values, scene.reader.states);
    ends(gradients, scene.reader.gradients);
    gradients.node.hidden = !scene.backward;
    values.node.hidden = scene.backward;
    gates.node.hidden = !scene.layout.rows.some(({kind, layer}) => kind === "gate" && layer > 0) || (scene.backward && scene.rest);
    group.hidden = !trains;
    buttons.forEach((button, k) => button.setAttribute("aria-pressed", String((k === 1) === scene.backward)));
  };
}
