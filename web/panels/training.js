import {el, setText, watch} from "../dom/dom.js";
import {field, numberField, segmented, setMessage, slider} from "../dom/controls.js";
import {folded, toggle} from "../dom/folded.js";
import {setTraining} from "../state/edits.js";
import {sentence, strings} from "../text/en.js";
import {formatFixed, formatNumber} from "../text/number.js";
import {scheduleRows} from "./training/schedule.js";
import {stopRows} from "./training/stop.js";

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
  /** A number that stands for nothing where it is 0. */
  const orNone = (key) => (value) => change(key)(value === 0 ? null : value);

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
  let examples = 1;
  /** The slider's last place is all examples at once. */
  const powers = () => Math.ceil(Math.log2(Math.max(2, examples)));
  const sized = (size) => (size >= examples ? "all" : size);
  const batch = numberField((size) => change("batch")(sized(size)), {inputmode: "numeric"});
  const batchSlider = slider({min: 0, max: 1, step: 1, "aria-label": words.batch},
    (power) => change("batch", true)(sized(2 ** power)));
  const forcing = numberField(change("forcing"));
  const forcingSlider = slider({min: 0, max: 1, step: 0.05, "aria-label": words.forcing}, change("forcing", true));
  const nesterov = toggle(words.nesterov, (on) => change("nesterov")(on ? true : null));
  const decay = numberField(change("weightDecay"));
  const truncate = numberField(orNone("truncate"), {inputmode: "numeric"});
  const validation = numberField(orNone("validation"));
  const validationSlider = slider({min: 0, max: 0.5, step: 0.05, "aria-label": words.validation},
    (share) => change("validation", true)(share === 0 ? null : share));
  const schedule = scheduleRows(actions);
  const stop = stopRows(actions);

  const rows = {
    optimizer: field(words.optimizer, optimizer),
    learningRate: field(words.learningRate, rate, rateSlider),
    momentum: field(words.momentum, momentum, momentumSlider),
    nesterov: field(words.nesterov, nesterov),
    clipNorm: field(words.clip, clip, clips),
    batch: field(words.batch, batch, batchSlider),
    forcing: field(words.forcing, forcing, forcingSlider),
  };
  const hidden = {
    weightDecay: field(words.weightDecay, decay),
    truncate: field(words.truncate, truncate),
    validation: field(words.validation, validation, validationSlider),
  };
  rows.optimizer.classList.add("tall");
  const more = folded(...Object.values(hidden), ...schedule.rows, ...stop.rows);
  const obstacle = el("p", {class: "quiet small"});
  root.append(el("h3", {text: words.title}), obstacle, ...Object.values(rows), more);

  watch(store, ["structure"], ({structure}) => {
    const training = (structure && structure.preset.training) || {optimizer: "adam", learningRate: 0.01, clipNorm: 5};
    const slope = !structure || structure.slope;
    root.hidden = Boolean(structure) && !structure.trains && slope;
    setText(obstacle, slope ? "" : sentence(structure.obstacle));
    for (const row of Object.values(rows).concat(Object.values(hidden))) row.hidden = !slope;
    optimizer.show(training.optimizer);
    rate.show(formatNumber(training.learningRate, 3));
    rateSlider.show(Math.log10(training.learningRate), formatNumber(training.learningRate, 3));
    const sgd = slope && training.optimizer === "sgd";
    rows.momentum.hidden = !sgd;
    momentum.show(formatNumber(training.momentum || 0, 3));
    momentumSlider.show(training.momentum || 0, formatNumber(training.momentum || 0, 3));
    rows.nesterov.hidden = !sgd || !training.momentum;
    nesterov.checked = Boolean(training.nesterov);
    const clipped = Boolean(training.clipNorm);
    clip.show(clipped ? formatNumber(training.clipNorm, 3) : words.noClip);
    clip.disabled = !clipped;
    clips.checked = clipped;

    examples = structure ? structure.trained ?? structure.examples.length : 1;
    rows.batch.hidden = !slope || examples < 2;
    const all = training.batch === "all" || training.batch >= examples;
    const size = all ? words.allAtOnce : String(training.batch || 1);
    batch.show(size);
    batchSlider.max = String(powers());
    batchSlider.show(all ? powers() : Math.log2(training.batch || 1), size);
    rows.forcing.hidden = !slope || !structure || !structure.source;
    const share = training.forcing ?? 1;
    forcing.show(formatNumber(share, 3));
    forcingSlider.show(share, formatFixed(share, 2));

    decay.show(formatNumber(training.weightDecay || 0, 3));
    truncate.show(training.truncate ? String(training.truncate) : words.whole);
    validation.show(formatNumber(training.validation || 0, 3));
    validationSlider.show(training.validation || 0, formatFixed(training.validation || 0, 2));
    hidden.validation.hidden = !slope || !structure || structure.examples.length < 2;
    schedule.show(training, slope);
    stop.show(training, slope);
    more.tidy();
  });

  watch(store, ["error", "errorAt"], ({error, errorAt}) => {
    const places = Object.assign({schedule: schedule.message, stop: stop.message}, rows, hidden);
    for (const [name, row] of Object.entries(places)) setMessage(row, errorAt === name ? error : null);
    if (errorAt && places[errorAt]) more.reveal(places[errorAt]);
  });
}
