import {el} from "../dom/dom.js";
import {stage as strings} from "../text/en.stage.js";

/**
 * The way into the stage as a line of buttons: each goes back to its level. The first has an arrow before it.
 *
 * @param {!Element} view
 * @param {function(number): void} go to so many levels
 * @return {function(!Array<?>): void} shows a way; one level alone needs no line
 */
export function createCrumbs(view, go) {
  const arrow = el("span", {class: "stage-fold-arrow", "aria-hidden": "true", text: "←"});
  const fold = el("button", {type: "button", class: "stage-fold", hidden: true, title: strings.fold, onclick: () => go(1)},
      arrow, el("span", {text: strings.levels.net}));
  const rest = el("span", {class: "stage-crumbs-rest"});
  view.append(el("nav", {class: "stage-crumbs", "aria-label": strings.levels.label}, fold, rest));
  let shown = "";
  return (path) => {
    const names = path.map(({name}) => name);
    if (shown === names.join("›")) return;
    shown = names.join("›");
    fold.hidden = path.length < 2;
    rest.replaceChildren(...names.slice(1).flatMap((name, k) => {
      const here = k === names.length - 2;
      return [el("span", {class: "stage-crumb-sign", "aria-hidden": "true", text: "›"}),
        here ? el("span", {class: "stage-crumb", "aria-current": "location", text: name})
          : el("button", {type: "button", class: "stage-crumb", text: name, onclick: () => go(k + 2)})];
    }));
  };
}
