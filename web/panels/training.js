import {el, setText, watch} from "../dom/dom.js";
import {field, numberField, segmented, setMessage, slider} from "../dom/controls.js";
import {setTraining} from "../state/edits.js";
import {sentence, strings} from "../text/en.js";
import {formatNumber} from "../text/number.js";

/** The slider goes from 10⁻⁵ to 10 in tenths of a power. */
const LEAST_POWER = -5;
const MOST_POWER = 1;

/**
 * How it learns. Nothing here resets the weights.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function trainingPanel(root, store, actions) {
  const words = strings.training;
  const change = (key, flowing = false) => (value) =>
    actions.changePreset((preset) => setTraining(preset, key, value), key, flowing);

  const optimizer = segmented(Object.entries(words.optimizers).map(([value, text]) => ({value, text})),
    change("optimizer"));
  const rate = numberField(change("learningRate"));
  const rateSlider = slider({min: LEAST_POWER, max: MOST_POWER, step: 0.1, "aria-label": words.learningRate},
    (power) => change("learningRate", true)(Number((10 ** power).toPrecision(2))));
  const momentum = numberField(change("momentum"));
  const momentumSlider = slider({min: 0, max: 0.99, step: 0.01, "aria-label": words.momentum},
    change("momentum", true));
  const clip = numberField(change("clipNorm"));
  const clips = el("input", {type: "checkbox", class: "switch", "aria-label": words.clip, onchange: () =>
    change("clipNorm")(clips.checked ? 5 : null)});

  const rows = {
    optimizer: field(words.optimizer, optimizer),
    learningRate: field(words.learningRate, rate, rateSlider),
    momentum: field(words.momentum, momentum, momentumSlider),
    clipNorm: field(words.clip, clip, clips),
  };
  const obstacle = el("p", {class: "quiet small"});
  root.append(el("h3", {text: words.title}), obstacle, ...Object.values(rows));

  watch(store, ["structure"], ({structure}) => {
    const training = (structure && structure.preset.training) || {optimizer: "adam", learningRate: 0.01, clipNorm: 5};
    const slope = !structure || structure.slope;
    root.hidden = Boolean(structure) && !structure.trains && slope;
    setText(obstacle, slope ? "" : sentence(structure.obstacle));
    for (const row of Object.values(rows)) row.hidden = !slope;
    optimizer.show(training.optimizer);
    rate.show(formatNumber(training.learningRate, 3));
    rateSlider.show(Math.log10(training.learningRate), formatNumber(training.learningRate, 3));
    rows.momentum.hidden = !slope || training.optimizer !== "sgd";
    momentum.show(formatNumber(training.momentum || 0, 3));
    momentumSlider.show(training.momentum || 0, formatNumber(training.momentum || 0, 3));
    const clipped = training.clipNorm !== null && training.clipNorm !== undefined;
    clip.show(clipped ? formatNumber(training.clipNorm, 3) : words.noClip);
    clip.disabled = !clipped;
    clips.checked = clipped;
  });

  watch(store, ["error", "errorAt"], ({error, errorAt}) => {
    for (const [name, row] of Object.entries(rows)) setMessage(row, errorAt === name ? error : null);
  });
}
