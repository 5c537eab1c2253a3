import {el, setText} from "../../dom/dom.js";
import {stage as strings} from "../../text/en.stage.js";
import {timelineOf} from "../timeline.js";
import {fitTo} from "./sheet.js";

const SIZE = [1280, 720];
const FRAME_MS = 1000 / 31;
const BITS_PER_SECOND = 6e6;
/** The last picture stands this long. */
const REST_MS = 1000;
/** What is still on its way when a recorder stops is lost: it gets this long without news. */
const QUIET_MS = 600;
const SECONDS = [5, 10, 20, 40];
const TYPES = ["video/webm;codecs=vp9", "video/webm", "video/mp4"];

/**
 * Films the stage: the playhead going once over the forward pass, or over everything, or the net while it trains.
 *
 * @param {!Element} root gets the dialog that stands while a film is made
 * @param {function(): ?} sheetNow what stands on the stage as sheetOf() gives it, or null
 * @param {?} store
 * @param {?} actions
 * @param {{close: function(): void, keep: function(?, string): void}} menu
 * @return {{choices: !Element, update: function(): void}} what is in the menu
 */
export function createFilm(root, sheetNow, store, actions, menu) {
  const words = strings.film;
  const type = window.MediaRecorder && HTMLCanvasElement.prototype.captureStream
    && TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  if (!type) return {choices: el("p", {class: "stage-film", text: words.none}), update: () => {}};
  const kind = type.slice(6).split(";")[0];

  const what = choice(Object.keys(words.what).map((key) => [key, words.what[key]]));
  const length = choice(SECONDS.map((count) => [String(count), words.seconds(count)]));
  length.value = "10";
  const start = el("button", {type: "button", class: "menu-item", onclick: () => record(what.value, 1000 * length.value)},
    el("span", {text: words.make}), el("span", {class: "stage-save-kind", text: kind.toUpperCase()}));
  const choices = el("div", {class: "stage-film"}, start,
    el("label", {}, el("span", {text: words.of}), what), el("label", {}, el("span", {text: words.length}), length));

  const progress = el("progress", {max: "1", value: "0", "aria-label": words.making});
  const time = el("span", {class: "stage-filming-time"});
  const bar = el("dialog", {class: "stage-filming", "aria-label": words.making},
    el("span", {class: "stage-filming-dot", "aria-hidden": "true"}), el("span", {text: words.making}), progress, time,
    el("button", {type: "button", onclick: () => bar.close(), text: words.cancel}));
  root.append(bar);

  function record(mode, lasts) {
    menu.close();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = SIZE;
    const ctx = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d", {alpha: false}));
    const recorder = new MediaRecorder(canvas.captureStream(), {mimeType: type, videoBitsPerSecond: BITS_PER_SECOND});
    const parts = [];
    recorder.ondataavailable = ({data}) => parts.push(data);

    const {structure} = store.get();
    const {phases} = timelineOf(structure);
    const trains = mode === "training";
    const to = mode === "forward" ? phases.filter(({phase}) => ["forward", "loss"].includes(phase)).pop().to : phases[phases.length - 1].to;
    const all = lasts + REST_MS;
    let passed = 0;
    let last = 0;
    let drawn = -Infinity;
    let asked = 0;
    const tick = (now) => {
      if (last) passed += now - last;
      last = now;
      const part = Math.min(1, passed / lasts);
      if (!trains) move(part * to);
      else if (part === 1 && store.get().training) actions.toggleTraining();
      if (passed <= all && passed - drawn >= FRAME_MS) {
        drawn = passed;
        const sheet = sheetNow();
        if (sheet) fitTo(sheet, ...SIZE).draw(ctx);
        progress.value = passed / all;
        setText(time, words.passed(Math.floor(passed / 1000), Math.round(all / 1000)));
      }
      if (passed > all + QUIET_MS) recorder.stop();
      else asked = requestAnimationFrame(tick);
    };
    /** A page out of sight draws nothing: the film waits too. */
    const wait = () => {
      last = 0;
      if (document.hidden) recorder.pause();
      else recorder.resume();
    };
    document.addEventListener("visibilitychange", wait);
    recorder.onstop = () => {
      if (bar.open) menu.keep(new Blob(parts, {type}), "." + kind);
      bar.close();
    };
    bar.onclose = () => {
      cancelAnimationFrame(asked);
      document.removeEventListener("visibilitychange", wait);
      if (recorder.state !== "inactive") recorder.stop();
      if (trains && store.get().training) actions.toggleTraining();
    };
    actions.watch(false);
    if (trains && !store.get().training) actions.toggleTraining();
    if (!trains) move(0);
    bar.showModal();
    recorder.start(1000);
    asked = requestAnimationFrame(tick);
  }

  /** Without motion the playhead goes from operation to operation. */
  const move = (playhead) => actions.seek(store.get().reduced ? Math.floor(playhead) : playhead);

  return {choices, update() {
    const {trains} = store.get().structure;
    for (const option of what.options) option.hidden = option.disabled = !trains && option.value !== "forward";
    if (!trains) what.value = "forward";
  }};
}

const choice = (options) => el("select", {}, ...options.map(([value, text]) => el("option", {value, text})));
