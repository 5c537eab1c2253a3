import {unread} from "../../dom/controls.js";
import {parseNumber} from "../../text/number.js";

const DRAG_FROM = 3;
const STEP = 0.01;
const FINE = 0.1;

/**
 * Makes an element a number one can drag sideways, step with ↑ ↓, or click and type. Shift is ten times finer.
 *
 * @param {?} element focusable
 * @param {?} number {read(): number, write(number, boolean=), free: boolean}; its write hears whether it was typed; one
 *     that may be free is NaN then, by typing nothing or by Delete
 * @return {function(): void} opens it for typing
 */
export function scrubbable(element, number) {
  const stepOf = (event, size) =>
    STEP * (event.shiftKey ? FINE : 1) * Math.max(1, 10 ** Math.floor(Math.log10(size || 1)));
  const tidy = (value) => Number(value.toFixed(6));
  const free = Boolean(number.free);
  const now = () => (Number.isNaN(number.read()) && free ? 0 : number.read());

  const type = (first = "") => {
    if (element.querySelector("input")) return;
    const input = document.createElement("input");
    input.className = "typed";
    input.inputMode = "decimal";
    input.setAttribute("aria-label", element.getAttribute("aria-label") || "");
    input.value = first || (free && Number.isNaN(number.read()) ? "" : String(Number(number.read().toPrecision(7))));
    const label = element.textContent;
    element.textContent = "";
    element.append(input);
    input.focus();
    if (!first) input.select();
    let done = false;
    const finish = (keep) => {
      if (done) return;
      done = true;
      const value = parseNumber(input.value);
      input.remove();
      element.textContent = label;
      if (!keep) return;
      const taken = Number.isFinite(value) || (free && input.value.trim() === "");
      unread(element, taken ? null : input.value);
      if (taken && !(Number.isNaN(value) && Number.isNaN(number.read()))) number.write(value, true);
    };
    input.addEventListener("blur", () => finish(true));
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Enter" && event.key !== "Escape") return;
      finish(event.key === "Enter");
      element.focus();
    });
  };

  element.addEventListener("pointerdown", (start) => {
    if (start.button !== 0 || start.target.tagName === "INPUT") return;
    const from = now();
    let dragging = false;
    let last = start.clientX;
    let value = from;
    const moved = (event) => {
      if (!dragging && Math.abs(event.clientX - start.clientX) < DRAG_FROM) return;
      if (!dragging) last = event.clientX;
      dragging = true;
      element.classList.add("scrubbed");
      value += (event.clientX - last) * stepOf(event, Math.abs(from));
      last = event.clientX;
      number.write(tidy(value));
    };
    const ended = (event) => {
      element.removeEventListener("pointermove", moved);
      element.removeEventListener("pointerup", ended);
      element.removeEventListener("pointercancel", ended);
      element.classList.remove("scrubbed");
      if (!dragging && event.type === "pointerup") type();
    };
    element.setPointerCapture(start.pointerId);
    element.addEventListener("pointermove", moved);
    element.addEventListener("pointerup", ended);
    element.addEventListener("pointercancel", ended);
  });

  element.addEventListener("keydown", (event) => {
    if (event.target !== element || event.ctrlKey || event.metaKey) return;
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (direction) number.write(tidy(now() + direction * stepOf(event, 1)));
    else if (event.key === "Enter") type();
    else if (event.key === "Delete" || event.key === "Backspace") number.write(free ? NaN : 0);
    else if (/^[-\d.,\u2212]$/.test(event.key)) type(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return () => type();
}
