import {moveOn} from "./keys.js";

const TAP = 8;
/** So long a press unfolds, and so soon after it the next click of a double click means nothing more. */
const LONG_MS = 500;

/**
 * Mouse, touch and keys on the stage, turned into actions.
 *
 * @param {!HTMLCanvasElement} canvas
 * @param {?} parts {hit, chooseLoss, zoomed, camera, store, actions, tooltip, local, ask, layout, scene}
 * @return {function(): void} stops listening
 */
export function listen(canvas, parts) {
  const {hit, zoomed, camera, store, actions, tooltip, local, ask, layout} = parts;
  const fingers = new Map();
  let moved = 0;
  let spread = 0;
  let pressed = 0;
  let opened = -Infinity;

  const open = ({layer, t, rev, opens}) => {
    if (!opens) return;
    opened = performance.now();
    actions.unfold({layer, t, rev});
  };
  const release = () => {
    clearTimeout(pressed);
    pressed = 0;
  };

  const point = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  const hover = (x, y) => {
    const found = hit(x, y);
    const pick = found && found.pick ? found.pick : null;
    if (!samePick(pick, store.get().hover)) actions.hoverAt(pick);
    const matrix = found && found.matrix ? found.matrix : null;
    const cell = found && found.cell ? found.cell : null;
    if (matrix !== local.hoverMatrix || cell !== local.hoverCell) {
      local.hoverMatrix = matrix;
      local.hoverCell = cell;
      ask();
    }
    const opens = found && found.cell && found.cell.opens && !zoomed();
    const pointed = found && (found.pick || found.corner || found.matrix || opens || found.loss !== undefined);
    canvas.style.cursor = pointed ? "pointer" : "default";
    if (pick || matrix || (found && (found.corner || found.note))) tooltip.show(parts.scene(), found, x, y);
    else tooltip.hide();
    return found;
  };

  const leave = () => {
    tooltip.hide();
    local.hoverCell = local.hoverMatrix = null;
    if (store.get().hover) actions.hoverAt(null);
    ask();
  };

  const act = (found) => {
    if (store.get().zoom && performance.now() - opened < LONG_MS) return;
    if (found && found.loss !== undefined) parts.chooseLoss(found.loss);
    else if (found && found.pick) actions.select(found.pick);
    else if (found && found.cell && !zoomed()) open(found.cell);
    else if (zoomed() && !store.get().selection && !(found && found.inside)) actions.unfold(null);
    else actions.select(null);
  };

  const handlers = {
    pointermove(event) {
      const [x, y] = point(event);
      if (event.pointerType === "mouse" && !event.buttons) {
        hover(x, y);
        return;
      }
      const last = fingers.get(event.pointerId);
      if (!last) return;
      if (fingers.size === 2) {
        fingers.set(event.pointerId, [x, y]);
        const [a, b] = [...fingers.values()];
        const now = Math.hypot(a[0] - b[0], a[1] - b[1]);
        if (spread && layout()) camera.widen(layout(), now / spread, (a[0] + b[0]) / 2);
        spread = now;
        moved = Infinity;
        return;
      }
      moved += Math.abs(x - last[0]) + Math.abs(y - last[1]);
      if (moved > TAP) release();
      if (moved > TAP && zoomed()) camera.panInside(last[0] - x);
      else if (moved > TAP && layout()) camera.pan(layout(), last[0] - x);
      fingers.set(event.pointerId, [x, y]);
    },
    pointerdown(event) {
      if (event.pointerType === "mouse" && event.button !== 0) return;
      fingers.set(event.pointerId, point(event));
      if (fingers.size === 1) moved = 0;
      spread = 0;
      canvas.setPointerCapture(event.pointerId);
      release();
      const [x, y] = point(event);
      pressed = setTimeout(() => {
        const found = fingers.size === 1 && moved <= TAP && !zoomed() ? hit(x, y) : null;
        if (found && found.cell) open(found.cell);
      }, LONG_MS);
    },
    pointerup(event) {
      fingers.delete(event.pointerId);
      release();
      if (moved > TAP || fingers.size) return;
      const [x, y] = point(event);
      act(hover(x, y));
      if (event.pointerType !== "mouse") actions.hoverAt(null);
    },
    pointercancel(event) {
      fingers.delete(event.pointerId);
      release();
    },
    pointerleave(event) {
      if (event.pointerType === "mouse") leave();
    },
    dblclick(event) {
      const [x, y] = point(event);
      const found = hit(x, y);
      if (found && found.cell && !zoomed()) open(found.cell);
    },
    contextmenu(event) {
      if (fingers.size) event.preventDefault();
    },
    wheel(event) {
      if (!layout()) return;
      const [x] = point(event);
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      const across = Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY);
      if (zoomed() && across) camera.panInside(sideways);
      else if (!zoomed() && (event.ctrlKey || event.metaKey)) camera.widen(layout(), Math.exp(-event.deltaY * 0.004), x);
      else if (!zoomed() && across && layout().content > layout().width) camera.pan(layout(), sideways);
      else return;
      event.preventDefault();
    },
    keydown(event) {
      if (moveOn(event, parts)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
  };
  for (const [name, handler] of Object.entries(handlers)) canvas.addEventListener(name, handler, {passive: false});
  return () => {
    release();
    for (const [name, handler] of Object.entries(handlers)) canvas.removeEventListener(name, handler);
  };
}

/**
 * @param {?} a
 * @param {?} b
 * @return {boolean}
 */
export function samePick(a, b) {
  return a === b || Boolean(a && b && a.tensor === b.tensor && a.t === b.t && a.index === b.index);
}
