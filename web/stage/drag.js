import {stepAt} from "../state/schedule.js";
import {handleOf, heldThroughout} from "./holdable.js";
import {samePick} from "./pick.js";

/** A drag over so many pixels changes a number by its whole span; with Shift it takes ten times as far. */
const REACH = 150;
/** So far a hand must go before it is known whether it moves a number or the stage. */
const FROM = 5;
/** So long a finger rests on a number before it has hold of it; sooner than a long press opens a cell. */
const REST_MS = 380;
/** Two clicks so soon after each other are one double click. */
const TWICE_MS = 500;
const STEP = 0.1;
const FINE = 0.1;

/**
 * Numbers that can be held by hand: dragged up and down, by a finger after it has rested on them, or moved by keys.
 * Listens before the stage does, and keeps from it what is meant for a number.
 *
 * @param {!Element} view the canvas stands in it
 * @param {!HTMLCanvasElement} canvas
 * @param {?} parts {hit(x, y), scene(), store, actions}
 * @return {function(): void} stops listening
 */
export function createDrag(view, canvas, {hit, scene, store, actions}) {
  /** @type {?} the number under the hand */
  let grip = null;
  let resting = 0;
  /** @type {?} the last click on a held number */
  let last = {pick: null, time: -Infinity, freed: -Infinity};

  const canHold = (pick) => (pick && pick.t >= 0 ? handleOf(store.get().structure, pick.tensor) : null);
  const heldAt = ({tensor, t, index}) => scene().reader.held(tensor, t, index);
  const isHeld = (pick) => Number.isFinite(heldAt(pick));
  const placeOf = ({tensor, t, index}, all) => [{tensor, t: all ? -1 : t, index}];
  const tidy = (value, {low, high}) => Number(Math.max(low, Math.min(high, value)).toFixed(4));

  const pickAt = (event) => {
    const {left, top} = canvas.getBoundingClientRect();
    const found = scene() && !scene().pick && hit(event.clientX - left, event.clientY - top);
    return found && found.pick && canHold(found.pick) ? found.pick : null;
  };

  const drop = () => {
    clearTimeout(resting);
    if (grip && grip.moving) view.classList.remove("stage-holding");
    grip = null;
  };

  /** A click on a held number selects it and leads nowhere; the second of two lets go. @return {boolean} whether that is all */
  const clicked = () => {
    const {pick, id} = grip;
    if (!isHeld(pick)) return false;
    const now = performance.now();
    const twice = samePick(pick, last.pick) && now - last.time < TWICE_MS;
    const known = samePick(pick, store.get().selection);
    last = {pick, time: now, freed: twice ? now : last.freed};
    if (twice) actions.hold(placeOf(pick, heldThroughout(scene(), pick)), NaN);
    if (twice || known) canvas.dispatchEvent(new PointerEvent("pointercancel", {pointerId: id}));
    return twice || known;
  };

  const take = () => {
    const {pick, id} = grip;
    grip.moving = true;
    grip.all = heldThroughout(scene(), pick);
    view.classList.add("stage-holding");
    canvas.dispatchEvent(new PointerEvent("pointercancel", {pointerId: id}));
    actions.hoverAt(null);
    actions.select(pick);
  };

  const move = (event) => {
    const {pick, handle, all} = grip;
    const {shiftKey, clientY} = event;
    grip.value += (grip.y - clientY) / REACH * handle.span * (shiftKey ? FINE : 1);
    grip.value = Math.max(handle.low, Math.min(handle.high, grip.value));
    grip.y = clientY;
    const places = shiftKey ? 3 : 2;
    actions.hold(placeOf(pick, all), tidy(Number(grip.value.toFixed(places)), handle), true);
  };

  const byKey = (event, selection) => {
    const handle = canHold(selection);
    const upward = {ArrowUp: 1, ArrowDown: -1}[event.key];
    if (event.key === "h" || event.key === "H") {
      if (!handle) actions.select(firstOf(store.get(), canHold, scene()));
      else if (!isHeld(selection)) actions.hold(placeOf(selection, false), tidy(scene().reader.value(selection), handle));
      return true;
    }
    if (!handle || scene().pick) return false;
    const all = heldThroughout(scene(), selection);
    if (upward && isHeld(selection)) {
      const value = heldAt(selection) + upward * STEP * (event.shiftKey ? FINE : 1);
      actions.hold(placeOf(selection, all), tidy(value, handle), true);
      return true;
    }
    if ((event.key === "Delete" || event.key === "Backspace") && isHeld(selection)) {
      actions.hold(placeOf(selection, all), NaN);
      return true;
    }
    return upward && !store.get().zoom ? walk(scene(), selection, -upward, canHold, actions) : false;
  };

  const handlers = {
    pointerdown(event) {
      drop();
      if (event.target !== canvas || !event.isPrimary || event.button !== 0) return;
      const pick = pickAt(event);
      if (!pick) return;
      const handle = canHold(pick);
      const value = isHeld(pick) ? heldAt(pick) : scene().reader.value(pick);
      grip = {pick, handle, value, x: event.clientX, y: event.clientY, id: event.pointerId, moving: false, all: false};
      if (event.pointerType !== "mouse") resting = setTimeout(() => grip && take(), REST_MS);
    },
    pointermove(event) {
      if (!grip || event.pointerId !== grip.id) return;
      const [across, along] = [Math.abs(event.clientX - grip.x), Math.abs(event.clientY - grip.y)];
      if (!grip.moving && Math.max(across, along) >= FROM) {
        if (event.pointerType === "mouse" && along > across) take();
        else drop();
      }
      if (!grip || !grip.moving) return;
      event.stopPropagation();
      move(event);
    },
    pointerup(event) {
      if (grip && (grip.moving || clicked())) event.stopPropagation();
      drop();
    },
    pointercancel(event) {
      if (event.isTrusted) drop();
    },
    touchmove(event) {
      if (grip && grip.moving && event.cancelable) event.preventDefault();
    },
    dblclick(event) {
      if (performance.now() - last.freed < TWICE_MS) event.stopPropagation();
    },
    keydown(event) {
      if (event.target !== canvas || event.ctrlKey || event.metaKey || event.altKey || !scene()) return;
      if (!byKey(event, store.get().selection)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  for (const [name, handler] of Object.entries(handlers)) view.addEventListener(name, handler, {capture: true, passive: false});

  /** After the stage has said what is under the pointer. */
  const point = (event) => {
    if (event.pointerType === "mouse" && !event.buttons && canHold(store.get().hover)) canvas.style.cursor = "ns-resize";
  };
  view.addEventListener("pointermove", point);

  return () => {
    drop();
    view.removeEventListener("pointermove", point);
    for (const [name, handler] of Object.entries(handlers)) view.removeEventListener(name, handler, {capture: true});
  };
}

/** The first number that can be held: of the cell that is open, else at the step of the playhead, at rest of the last one. */
function firstOf({structure, playhead, zoom}, canHold, {layout, rest}) {
  const t = zoom ? zoom.t : rest ? structure.steps - 1 : Math.max(0, stepAt(structure, playhead));
  const isHere = ({layer, rev}) => !zoom || (layer === zoom.layer && Boolean(rev) === Boolean(zoom.rev));
  const row = layout.rows.find((one) => isHere(one) && canHold({tensor: one.tensor, t}));
  return row ? {tensor: row.tensor, t, index: 0} : null;
}

/** To the next number of the same step, and from the last of a vector into the next one. */
function walk({layout}, {tensor, t, index}, by, canHold, actions) {
  const rows = layout.rows.filter((row) => canHold({tensor: row.tensor, t}));
  const at = rows.findIndex((row) => row.tensor === tensor);
  const next = index + by;
  const to = next < 0 ? rows[at - 1] : next >= rows[at].size ? rows[at + 1] : rows[at];
  if (to) actions.select({tensor: to.tensor, t, index: to === rows[at] ? next : by < 0 ? to.size - 1 : 0});
  return true;
}
