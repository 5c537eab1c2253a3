/**
 * A new element. Keys that start with "on" are listeners, "text" is its text, "class" its classes, booleans are
 * attributes present or absent, everything else is an attribute.
 *
 * @param {string} tag
 * @param {!Object=} properties
 * @param {...(?Node|string)} children
 * @return {?}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  assign(element, properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * A new SVG element.
 *
 * @param {string} tag
 * @param {!Object=} properties
 * @param {...?} children
 * @return {?}
 */
export function svg(tag, properties = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  assign(element, properties);
  element.append(...children);
  return element;
}

function assign(element, properties) {
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "text") element.textContent = value;
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
}

/**
 * Writes text only where it differs: cheap enough for every frame.
 *
 * @param {?} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Sets the value of a field unless somebody is typing in it.
 *
 * @param {?} field
 * @param {string} value
 */
export function setValue(field, value) {
  if (document.activeElement !== field && field.value !== value) field.value = value;
}

/**
 * Calls the listener now and whenever one of these keys of the state changed.
 *
 * @param {?} store
 * @param {!Array<string>} keys
 * @param {function(?, ?): void} listener hears (state, previous)
 * @return {function(): void} stops it
 */
export function watch(store, keys, listener) {
  listener(store.get(), {});
  return store.subscribe((state, previous) => {
    if (keys.some((key) => state[key] !== previous[key])) listener(state, previous);
  });
}

/**
 * At most one call per painted frame, and never more often than every `pause` milliseconds; the last call always
 * happens.
 *
 * @param {function(): ?} task
 * @param {number=} pause
 * @return {function(): void}
 */
export function calmly(task, pause = 0) {
  let asked = false;
  let last = -Infinity;
  const run = () => {
    asked = false;
    last = performance.now();
    task();
  };
  return () => {
    if (asked) return;
    asked = true;
    const wait = last + pause - performance.now();
    if (wait > 0) setTimeout(() => requestAnimationFrame(run), wait);
    else requestAnimationFrame(run);
  };
}

/**
 * Calls the task once nothing has asked for it for a while.
 *
 * @param {function(): ?} task
 * @param {number} pause milliseconds
 * @return {function(): void}
 */
export function settled(task, pause) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(task, pause);
  };
}

/** The sizes of canvases, kept by an observer: asking a box for its size makes the browser lay out the page. */
const sizes = new WeakMap();
const sizing = new ResizeObserver((entries) => {
  for (const {target, contentRect: {width, height}} of entries) sizes.set(target, {width, height});
});

function sizeOf(canvas) {
  if (!sizes.has(canvas)) {
    const {width, height} = canvas.getBoundingClientRect();
    sizes.set(canvas, {width, height});
    sizing.observe(canvas);
  }
  return sizes.get(canvas);
}

/**
 * Fits a canvas to its box at the screen's density. Its context then measures in CSS pixels.
 *
 * @param {!HTMLCanvasElement} canvas
 * @return {{ctx: !CanvasRenderingContext2D, width: number, height: number}}
 */
export function fitted(canvas) {
  const {width, height} = sizeOf(canvas);
  const density = window.devicePixelRatio || 1;
  const columns = Math.round(width * density);
  const rows = Math.round(height * density);
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
  }
  const ctx = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.setTransform(density, 0, 0, density, 0, 0);
  ctx.clearRect(0, 0, width, height);
  return {ctx, width, height};
}
