import {calmly, el, setText, watch} from "../dom/dom.js";
import {stepAt} from "../state/schedule.js";
import {strings} from "../text/en.js";

/**
 * Of a net of threshold units: what it answers to every combination of zeros and ones, as the core ran them all. The row
 * of the step that is shown is marked.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function truthPanel(root, store, actions) {
  const words = strings.truth;
  const table = el("table", {class: "truth-table"});
  root.append(el("h3", {text: words.title}), table, el("p", {class: "quiet small", text: words.help}));
  let shown = "";

  const draw = calmly(() => {
    const {structure, frame} = store.get();
    const truth = frame && frame.report.truth;
    root.hidden = !truth;
    if (!truth || frame.version !== structure.version) return;
    const key = JSON.stringify(truth);
    if (key !== shown) build(truth);
    shown = key;
    const now = inputsAt(store.get(), stepOf(store.get())).join();
    truth.rows.forEach((row, k) => {
      table.tBodies[0].rows[k].classList.toggle("truth-now", row.slice(0, truth.inputs.length).join() === now);
    });
  });

  const build = ({inputs, outputs, rows}) => {
    const answer = (k) => (k === inputs.length ? "truth-answer" : null);
    const names = inputs.concat(outputs);
    table.replaceChildren(
      el("thead", {}, el("tr", {}, ...names.map((name, k) => el("th", {scope: "col", class: answer(k), text: name,
        title: name.includes("′") ? words.before(name.replace("′", "")) : null})))),
      el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map((value, k) => el("td", {class: answer(k), text: String(value)}))))));
  };
  watch(store, ["structure", "frame", "playhead", "selection"], draw);
}

/** The step the page shows: under the playhead, else the one selected, else the last. */
function stepOf({structure, playhead, selection}) {
  if (playhead < structure.schedule.length / 2) return Math.max(0, stepAt(structure, playhead));
  return selection && selection.t >= 0 && selection.t < structure.steps ? selection.t : structure.steps - 1;
}

/** What was fed back into a step, and what came in. */
function inputsAt({structure, frame}, t) {
  const [state] = structure.layers[0].states;
  const before = t > 0 ? frame.tensor(state) : frame.tensor(state + "0");
  return rowOf(before, t > 0 ? t - 1 : 0).concat(rowOf(frame.tensor("x"), t));
}

const rowOf = (tensor, r) => Array.from({length: tensor.cols}, (_, c) => tensor.at(r, c));
