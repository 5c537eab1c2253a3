/** Two inputs change places. */

/**
 * @param {!Array<?>} list
 * @param {number} one
 * @param {number} other
 * @return {!Array<?>} a copy in which the two have changed places
 */
export function swapped(list, one, other) {
  const next = list.slice();
  [next[one], next[other]] = [next[other], next[one]];
  return next;
}

/**
 * @param {{clientX: number, clientY: number}} event
 * @param {!Element} element
 * @return {boolean} whether the pointer is over it
 */
export function isOver({clientX, clientY}, element) {
  const {left, right, top, bottom} = element.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/**
 * Lets an element be dragged onto another, which is marked while it would be dropped on.
 *
 * @param {!Element} handle
 * @param {function(): !Array<!Element>} others what it can be dropped on
 * @param {function(!Element): void} drop hears on which
 */
export function dragOnto(handle, others, drop) {
  handle.addEventListener("pointerdown", (event) => {
    const start = /** @type {!PointerEvent} */ (event);
    if (start.button !== 0) return;
    /** @type {?Element} */
    let over = null;
    const mark = (element) => {
      if (over) over.classList.remove("swap");
      over = element;
      if (over) over.classList.add("swap");
    };
    const moved = (event) => mark(others().find((one) => isOver(event, one)) || null);
    const ended = (event) => {
      for (const [name, listener] of listeners) handle.removeEventListener(name, listener);
      const chosen = over;
      mark(null);
      if (chosen && event.type === "pointerup") drop(chosen);
    };
    const listeners = [["pointermove", moved], ["pointerup", ended], ["pointercancel", ended]];
    handle.setPointerCapture(start.pointerId);
    for (const [name, listener] of listeners) handle.addEventListener(name, listener);
  });
}
