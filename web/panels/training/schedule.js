import {el, setText, svg} from "../../dom/dom.js";
import {field, numberField} from "../../dom/controls.js";
import {choice} from "../../dom/folded.js";
import {setSchedule, setScheduleKind} from "../../state/edits.js";
import {strings} from "../../text/en.js";
import {formatCount, formatNumber} from "../../text/number.js";

const WIDTH = 240;
const HEIGHT = 40;
const POINTS = 120;
/** Updates that the picture reaches over when the schedule itself has no end. */
const AHEAD = 1000;

/** Which numbers each kind has, beside the warm-up that all have. */
const NUMBERS = {
  constant: [], step: ["every", "factor"], exponential: ["every", "factor"], cosine: ["updates", "factor"],
};

/**
 * How the learning rate changes with the updates: a kind, its numbers and a small picture of the curve.
 *
 * @param {?} actions
 * @return {?} {rows: all of them, show(training)}
 */
export function scheduleRows(actions) {
  const words = strings.training;
  const kind = choice(Object.entries(words.schedules).map(([value, text]) => ({value, text})),
    (value) => actions.changePreset((preset) => setScheduleKind(preset, value), "schedule"));
  const numbers = {};
  for (const key of ["every", "factor", "updates", "warmup"]) {
    numbers[key] = numberField((value) =>
      actions.changePreset((preset) => setSchedule(preset, key, value), "schedule"));
  }
  const rows = {
    kind: field(words.schedule, kind),
    every: field(words.every, numbers.every),
    updates: field(words.until, numbers.updates),
    factor: field(words.factor, numbers.factor),
    warmup: field(words.warmup, numbers.warmup),
  };
  const curve = svg("path", {class: "rate-curve"});
  const ends = [el("span"), el("span")];
  const picture = el("figure", {class: "rate-picture"},
    svg("svg", {viewBox: "0 0 " + WIDTH + " " + HEIGHT, role: "img", preserveAspectRatio: "none"}, curve),
    el("figcaption", {class: "quiet small"}, ...ends));

  return {
    rows: [...Object.values(rows), picture],
    message: rows.kind,
    show({schedule, learningRate}, slope) {
      const now = Object.assign({kind: "constant", every: 1, factor: 0, updates: 0, warmup: 0}, schedule);
      kind.show(now.kind);
      for (const [key, number] of Object.entries(numbers)) {
        number.show(formatNumber(now[key]));
        rows[key].hidden = !slope || (key !== "warmup" && !NUMBERS[now.kind].includes(key));
      }
      const label = /** @type {?} */ (rows.factor.querySelector(".label"));
      setText(label, now.kind === "cosine" ? words.left : words.factor);
      rows.kind.hidden = !slope;
      picture.hidden = !slope || (now.kind === "constant" && !now.warmup);
      if (!picture.hidden) draw(now, learningRate);
    },
  };

  function draw(now, rate) {
    const end = Math.max(10, now.kind === "cosine" ? Math.round(1.1 * now.updates)
      : now.kind === "constant" ? 4 * now.warmup : Math.max(AHEAD, now.warmup + 5 * now.every));
    const points = Array.from({length: POINTS + 1}, (_, k) => {
      const update = 1 + Math.round(k / POINTS * (end - 1));
      return (k / POINTS * WIDTH).toFixed(1) + " " + (HEIGHT - 2 - (HEIGHT - 4) * shareAt(now, update)).toFixed(1);
    });
    curve.setAttribute("d", "M" + points.join("L"));
    const [first, last] = [1, end].map((update) => formatNumber(rate * shareAt(now, update), 2));
    picture.firstChild.setAttribute("aria-label", words.picture(first, last, formatCount(end)));
    setText(ends[0], first);
    setText(ends[1], last + " · " + formatCount(end));
  }
}

/**
 * What the rate is multiplied with, as the core does it.
 *
 * @param {?} schedule
 * @param {number} update from 1
 * @return {number}
 */
function shareAt({kind, every, factor, updates, warmup}, update) {
  if (update <= warmup) return update / warmup;
  const d = update - 1 - warmup;
  if (kind === "step") return factor ** Math.floor(d / every);
  if (kind === "exponential") return factor ** (d / every);
  if (kind !== "cosine") return 1;
  const share = Math.min(1, d / Math.max(1, updates - warmup));
  return factor + (1 - factor) * 0.5 * (1 + Math.cos(Math.PI * share));
}
