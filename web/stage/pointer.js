import {levelled, moveOn} from "./keys.js";
import {samePick} from "./pick.js";

const TAP = 8;
/** So long a press unfolds, and so soon after it the next click of a double click means nothing more. */
const LONG_MS = 500;
/** Fingers or a wheel that draw together by this much leave a level. */
const LEAVE = 0.6;

/**
 * Mouse, touch and keys on the stage, turned into actions.
 *
 * @param {!HTMLCanvasElement} canvas
 * @param {?} parts {hit, back, chooseLoss, camera, store, actions, tooltip, local, ask, layout, scene}
 * @return {function(): void} stops listening
 */
export function listen(canvas, parts) {
  const {hit, back, camera, store, actions, tooltip, local, ask, layout} = parts;
  const fingers = new Map();
  let moved = 0;
  let spread = 0;
  let pressed = 0;
  let opened = -Infinity;
  let picked = -Infinity;
  let drawn = 1;

  const inNet = () => camera.level() === "net";
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
    const near = Boolean(found && (pick || found.matrix || found.cell));
    if (!samePick(pick, store.get().hover) || near !== store.get().near) actions.hoverAt(pick, near);
    const matrix = found && found.matrix ? found.matrix : null;
    const cell = found && found.cell ? found.cell : null;
    if (matrix !== local.hoverMatrix || cell !== local.hoverCell) {
      local.hoverMatrix = matrix;
      local.hoverCell = cell;
      ask();
    }
    const opens = found && found.cell && found.cell.opens && inNet();
    const pointed = found && (found.pick || found.corner || found.matrix || opens || found.loss !== undefined);
    canvas.style.cursor = pointed ? "pointer" : inNet() && layout() && layout().content > layout().width ? "grab" : "default";
    if (pick || matrix || (found && (found.corner || found.note))) tooltip.show(parts.scene(), found, x, y);
    else tooltip.hide();
    return found;
  };

  const leave = () => {
    tooltip.hide();
    local.hoverCell = local.hoverMatrix = null;
    if (store.get().hover || store.get().near) actions.hoverAt(null);
    ask();
  };

  /** The first click on a number selects it, the next goes into it; that of a double click unfolds its cell. */
  const choose = (pick) => {
    const now = performance.now();
    const {selection} = store.get();
    const again = samePick(pick, selection) && (now - picked > LONG_MS || !inNet());
    if (!samePick(pick, selection)) picked = now;
    if (again || (selection && selection.inside)) levelled(pick, parts);
    else actions.select(pick);
  };

  const act = (found) => {
    const {zoom, selection} = store.get();
    if (!camera.level() || (zoom && performance.now() - opened < LONG_MS)) return;
    if (found && found.loss !== undefined) parts.chooseLoss(found.loss);
    else if (found && found.pick) choose(found.pick);
    else if (found && found.cell && inNet()) open(found.cell);
    else if (found && found.inside) return;
    else if (selection && !selection.inside) actions.select(null);
    else if (!inNet()) back();
  };

  /** Nearer or farther; in a level far enough is out of it. */
  const widen = (factor, x) => {
    if (inNet()) {
      drawn = 1;
      camera.widen(layout(), factor, x);
      return;
    }
    drawn = Math.min(1, drawn * factor);
    if (drawn < LEAVE && camera.level()) {
      drawn = 1;
      back();
    }
  };

  const handlers = {
    pointermove(event) {
      const [x, y] = point(event);
      if (event.pointerType === "mouse" && !event.buttons) {
        hover(x, y);
        return;
      }
      const last = fingers.get(event.pointerId);
      if (!last || !layout()) return;
      if (fingers.size === 2) {
        const middle = () => {
          const [a, b] = [...fingers.values()];
          return {x: (a[0] + b[0]) / 2, apart: Math.hypot(a[0] - b[0], a[1] - b[1])};
        };
        const before = middle();
        fingers.set(event.pointerId, [x, y]);
        const now = middle();
        if (spread) {
          camera.pan(layout(), before.x - now.x);
          widen(now.apart / spread, now.x);
        }
        spread = now.apart;
        moved = Infinity;
        return;
      }
      moved += Math.abs(x - last[0]) + Math.abs(y - last[1]);
      if (moved > TAP) {
        release();
        camera.pan(layout(), last[0] - x);
        if (event.pointerType === "mouse") canvas.style.cursor = "grabbing";
      }
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
        const found = fingers.size === 1 && moved <= TAP && inNet() ? hit(x, y) : null;
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
      if (found && found.cell && inNet()) open(found.cell);
    },
    contextmenu(event) {
      if (fingers.size) event.preventDefault();
    },
    wheel(event) {
      if (!layout()) return;
      const [x] = point(event);
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      const across = Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY);
      if (event.ctrlKey || event.metaKey) widen(Math.exp(-event.deltaY * 0.004), x);
      else if (across && (!inNet() || layout().content > layout().width)) camera.pan(layout(), sideways);
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
