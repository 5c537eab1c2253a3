import {el} from "../dom/dom.js";
import {recall, remember} from "../dom/storage.js";
import {strings} from "../text/en.js";

const LOOK_MS = 400;
const GAP = 10;
/** A narrower page has room for the first thing to press alone. */
const NARROW = 760;

/**
 * Three words of welcome on the first visit: at a gate, at a weight, at the button. Anything one does sends them away
 * for good.
 *
 * @param {!HTMLElement} root
 * @param {function(string): ?} anchor of the stage: where something is in the window, as {left, top, width, height},
 *     or null
 * @param {?} store another exercise sends them away, too: they speak of this one
 */
export function showCallouts(root, anchor, store) {
  if (recall("welcomed", false)) return;
  const places = {
    gate: () => anchor("gate"),
    weight: () => boxOf("#weights .matrix tbody tr:nth-child(-n + 3) td:last-child, #weights .big-map"),
    train: () => boxOf("#train:not(:disabled)"),
  };
  const sides = {gate: "above", weight: "right", train: "left"};
  const notes = Object.entries(places).map(([name, place]) => {
    const note = el("div", {class: "callout", "data-at": name}, el("p", {text: strings.callouts[name]}));
    return {note, place, name};
  });
  root.append(...notes.map(({note}) => note));

  const put = () => {
    const narrow = window.innerWidth < NARROW;
    for (const {note, place, name} of notes) {
      const box = place();
      const inSight = Boolean(box) && box.width > 0 && box.top >= 0 && box.top < window.innerHeight - 40;
      note.hidden = !inSight || (narrow && name !== "train");
      if (note.hidden) continue;
      const side = narrow ? "below" : sides[name];
      note.dataset["side"] = side;
      const {offsetWidth: width, offsetHeight: height} = note;
      const middle = box.top + box.height / 2 - height / 2;
      const centre = box.left + Math.min(box.width, 60) / 2;
      const left = side === "left" ? box.left - width - GAP
        : side === "right" ? box.left + box.width + GAP : centre - 36;
      const inside = Math.max(8, Math.min(window.innerWidth - width - 8, left));
      const top = side === "above" ? box.top - height - GAP : side === "below" ? box.top + box.height + GAP : middle;
      note.style.left = inside + "px";
      note.style.top = top + "px";
      note.style.setProperty("--tip", Math.max(14, Math.min(width - 14, centre - inside)) + "px");
    }
  };
  put();
  const timer = setInterval(put, LOOK_MS);

  const leave = () => {
    stop();
    clearInterval(timer);
    root.classList.add("leaving");
    setTimeout(() => root.replaceChildren(), 240);
    remember("welcomed", true);
    for (const type of ["pointerdown", "keydown"]) document.removeEventListener(type, leave, true);
  };
  for (const type of ["pointerdown", "keydown"]) document.addEventListener(type, leave, true);
  const stop = store.subscribe(({presetId}, previous) => {
    if (presetId !== previous.presetId) leave();
  });
}

function boxOf(selector) {
  const element = document.querySelector(selector);
  return element ? element.getBoundingClientRect() : null;
}
