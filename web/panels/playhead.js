import {el, setText, watch} from "../dom/dom.js";
import {icon} from "../dom/icons.js";
import {endOf, operationAt} from "../state/schedule.js";
import {createClock} from "../stage/clock.js";
import {wordsOf} from "../stage/rows.js";
import {timelineOf} from "../stage/timeline.js";
import {stage} from "../text/en.stage.js";

const strings = stage.playhead;
const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 64];
const UNITS = ["operation", "step", "sequence", "epoch"];

/**
 * Under the stage: the track of all operations in the order they happen, with its phases, and the buttons that move
 * along it. Reads playhead, watching, unit and speed.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function playhead(root, store, actions) {
  const player = (classes, reverse) => {
    const node = button(classes, "", () => {
      const now = store.get();
      actions.watch(!now.watching || Boolean(now.reverse) !== reverse, reverse);
    });
    node.append(el("span", {class: "playhead-icon", "aria-hidden": "true"}));
    return node;
  };
  const toggle = player("playhead-toggle", false);
  const reversed = player("playhead-reverse", true);
  const loop = button("playhead-loop", strings.loop, () => actions.setLoop(!store.get().loop));
  loop.append(icon("loop"));
  const back = button("playhead-step playhead-back", strings.back, () => actions.stepPlayhead(-1));
  const on = button("playhead-step playhead-on", strings.on, () => actions.stepPlayhead(1));
  const phases = el("div", {class: "playhead-phases", "aria-hidden": "true"});
  const range = el("input", {type: "range", class: "playhead-range", min: "0", step: "1", "aria-label": strings.label,
    oninput: () => {
      const wanted = Number(range.value);
      actions.watch(false);
      actions.seek(wanted);
    }});
  const track = el("div", {class: "playhead-track"}, phases, range);
  const now = el("span", {class: "playhead-now"});
  const count = el("span", {class: "playhead-count"});
  const waits = el("span", {class: "playhead-waits", role: "status"});
  const unit = choice(strings.unit, UNITS.map((name) => [name, strings.units[name]]), actions.setUnit);
  const speed = choice(strings.speed, SPEEDS.map((value) => [String(value), value + "×"]), (text) => actions.setSpeed(Number(text)));
  root.classList.add("playhead");
  root.append(
      el("div", {class: "playhead-buttons"}, back, reversed, toggle, on, loop), track,
      el("div", {class: "playhead-line"}, now, waits, count, el("span", {class: "playhead-choices"}, unit.node, speed.node)));

  const clock = createClock(store, actions);
  const unwatch = watch(store, ["structure", "playhead", "watching", "unit", "speed", "training", "loop", "reverse", "near"], (state, previous) => {
    const {structure} = state;
    root.classList.toggle("playhead-empty", !structure);
    if (!structure) return;
    const end = endOf(structure);
    if (structure !== previous.structure) {
      range.max = String(end);
      paintPhases(phases, structure, actions);
      unit.enable("epoch", structure.trains);
    }
    if (Number(range.value) !== Math.round(state.playhead)) range.value = String(Math.round(state.playhead));
    track.style.setProperty("--at", String(end ? state.playhead / end : 1));
    const operation = operationAt(structure, state.playhead);
    const rest = state.playhead >= end;
    const text = !operation ? strings.nothing : rest ? strings.all : strings.at(named(structure, operation.equation), operation.t);
    setText(now, text);
    range.setAttribute("aria-valuetext", text);
    setText(count, strings.count(Math.ceil(state.playhead), end));
    for (const [node, reverse] of [[toggle, false], [reversed, true]]) {
      const plays = state.watching && Boolean(state.reverse) === reverse;
      const label = plays ? strings.pause : reverse ? strings.reverse : strings.play;
      if (node.title !== label) {
        node.title = label;
        node.setAttribute("aria-label", label);
        node.setAttribute("aria-pressed", String(plays));
      }
      node.firstChild.classList.toggle("playhead-icon-pause", plays);
    }
    loop.setAttribute("aria-pressed", String(Boolean(state.loop)));
    setText(waits, state.watching && state.near ? strings.waits : "");
    unit.set(state.unit);
    speed.set(String(state.speed));
    clock.wake();
  });
  return () => {
    unwatch();
    clock.stop();
    root.replaceChildren();
  };
}

/** An operation by what it makes. */
function named(structure, {output, phase, text}) {
  if (phase === "update") return strings.updated(output);
  return wordsOf(structure, output) || text;
}

function button(classes, label, onclick) {
  return el("button", {type: "button", class: classes, "aria-label": label || null, title: label || null, onclick});
}

function choice(label, options, onChoose) {
  const select = el("select", {"aria-label": label, onchange: () => onChoose(select.value)},
      ...options.map(([value, text]) => el("option", {value, text})));
  return {
    node: el("label", {class: "playhead-choice"}, el("span", {text: label}), select),
    set(value) {
      if (select.value !== value) select.value = value;
    },
    enable(value, enabled) {
      for (const option of select.options) if (option.value === value) option.disabled = !enabled;
    },
  };
}

/** Forward, loss, backward, update: as wide as they have operations. */
function paintPhases(root, structure, actions) {
  const {phases, end} = timelineOf(structure);
  root.replaceChildren(...phases.map(({phase, from, to}) => {
    const part = el("span", {class: "playhead-phase playhead-" + phase, onclick: () => actions.seek(to)},
        el("span", {text: strings.phases[phase] || phase}));
    part.style.flexGrow = String(to - from);
    part.style.flexBasis = "0";
    if ((to - from) / end < 0.08) part.classList.add("playhead-tiny");
    return part;
  }));
}
