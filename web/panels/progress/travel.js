import {strings} from "../../text/en.js";

/** So many steps of the keys go along the whole curve. */
const STRIDES = 50;

/**
 * Makes the curve a slider through the time of training: pressed, dragged or stepped by the arrow keys.
 *
 * @param {?} canvas
 * @param {?} actions
 * @return {?} {show(updateAt: of a place across, or null, now, last)}
 */
export function travelOn(canvas, actions) {
  const words = strings.progress;
  let updateAt = null;
  let now = 0;
  let last = 0;
  const go = (update) => actions.travel(Math.round(Math.max(0, Math.min(last, update))));
  const drag = (event) => {
    if (updateAt && event.buttons & 1) go(updateAt(event.clientX - canvas.getBoundingClientRect().left));
  };
  for (const [name, value] of Object.entries({role: "slider", "aria-label": words.travel, title: words.travel})) canvas.setAttribute(name, value);
  canvas.classList.add("travel");
  canvas.addEventListener("pointerdown", (event) => {
    if (!updateAt) return;
    canvas.setPointerCapture(event.pointerId);
    drag(event);
  });
  canvas.addEventListener("pointermove", drag);
  canvas.addEventListener("keydown", (event) => {
    const stride = Math.max(1, Math.round(last / STRIDES));
    const to = {ArrowLeft: now - stride, ArrowDown: now - stride, ArrowRight: now + stride, ArrowUp: now + stride, Home: 0, End: last}[event.key];
    if (to === undefined || !updateAt) return;
    event.preventDefault();
    event.stopPropagation();
    go(to);
  });
  return {
    show(given, updates, end) {
      updateAt = given;
      now = updates;
      last = Math.max(end, updates);
      canvas.tabIndex = given ? 0 : -1;
      canvas.setAttribute("aria-valuemin", "0");
      canvas.setAttribute("aria-valuemax", String(last));
      canvas.setAttribute("aria-valuenow", String(now));
    },
  };
}
