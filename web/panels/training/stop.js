import {field, numberField} from "../../dom/controls.js";
import {choice} from "../../dom/folded.js";
import {setStop, setStopMetric, sideOf} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {formatNumber} from "../../text/number.js";

/**
 * When training ends by itself.
 *
 * @param {?} actions
 * @return {?} {rows, message: the row an error stands under, show(training, slope)}
 */
export function stopRows(actions) {
  const words = strings.training;
  let side = "atMost";
  const metric = choice(Object.entries(words.stops).map(([value, text]) => ({value, text})),
    (value) => actions.changePreset((preset) => setStopMetric(preset, value), "stop"));
  const bound = numberField((value) => actions.changePreset((preset) => setStop(preset, side, value), "stop"),
    {"aria-label": words.bound});
  const patience = numberField((value) => actions.changePreset((preset) => setStop(preset, "patience", value), "stop"),
    {inputmode: "numeric"});
  const rows = {metric: field(words.stop, metric, bound), patience: field(words.patience, patience)};
  bound.classList.add("short");
  rows.metric.classList.add("tall");

  return {
    rows: Object.values(rows),
    message: rows.metric,
    show({stop}, slope) {
      const now = stop || {metric: ""};
      side = now.atLeast !== undefined ? "atLeast" : now.atMost !== undefined ? "atMost" : sideOf(now.metric);
      metric.show(now.metric);
      bound.hidden = !stop;
      bound.show(now[side] === undefined ? "" : formatNumber(now[side]));
      patience.show(String(now.patience || 0));
      rows.metric.hidden = !slope;
      rows.patience.hidden = !slope || !stop;
    },
  };
}
