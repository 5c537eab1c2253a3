import {el} from "../dom/dom.js";
import {strings} from "../text/en.js";
import {recall, remember} from "./theme.js";

const LOOK_MS = 400;

/**
 * Three words of welcome on the first visit: at a gate, at a weight, at the button. Anything one does sends them away for good.
 *
 * @param {!HTMLElement} root
 * @param {function(string): ?} anchor of the stage: where something is in the window, as {left, top, width, height}, or null
 */
export function showCallouts(root, anchor) {
  if (recall("welcomed", false)) return;
  const places = {
    gate: () => anchor("gate"),
    weight: () => boxOf("#weights .number-cell, #weights .big-map"),
    train: () => boxOf("#train"),
  };
  const notes = Object.entries(places).map(([name, place]) => {
    const note = el("div", {class: "callout", "data-at": name}, el("p", {text: strings.callouts[name]}));
    return {note, place, side: name === "train" ? "under" : "above"};
  });
  root.append(...notes.map(({note}) => note));

  const put = () => {
    for (const {note, place, side} of notes) {
      const box = place();
      const visible = Boolean(box) && box.top >= 0 && box.top < window.innerHeight - 40 && window.innerWidth >= 720;
      note.hidden = !visible;
      if (!visible) continue;
      const {offsetWidth: width, offsetHeight: height} = note;
      const centre = box.left + Math.min(box.width, 60) / 2;
      const left = Math.max(8, Math.min(window.innerWidth - width - 8, centre - 36));
      note.style.left = left + "px";
      note.style.top = (side === "under" ? box.top + box.height + 10 : box.top - height - 10) + "px";
      note.style.setProperty("--tip", Math.max(14, Math.min(width - 14, centre - left)) + "px");
      note.classList.toggle("under", side === "under");
    }
  };
  put();
  const timer = setInterval(put, LOOK_MS);

  const leave = () => {
    clearInterval(timer);
    root.classList.add("leaving");
    setTimeout(() => root.replaceChildren(), 240);
    remember("welcomed", true);
    for (const type of ["pointerdown", "keydown"]) document.removeEventListener(type, leave, true);
  };
  for (const type of ["pointerdown", "keydown"]) document.addEventListener(type, leave, true);
}

function boxOf(selector) {
  const element = document.querySelector(selector);
  return element ? element.getBoundingClientRect() : null;
}
