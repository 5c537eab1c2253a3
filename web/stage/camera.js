const MOVE_MS = 220;
/** After a hand has moved the stage, the playhead leaves it alone for so long. */
const HAND_MS = 1500;
const CLOSEST = 24;

/**
 * Where the stage is looked at from. The way into it is a list of levels, each inside the one before: the network, a cell
 * of it, a number. `depth` says how far on this way the camera is; between two whole numbers it is on the move. In every
 * level it can be panned; in the network it can be brought nearer, which makes the steps wider.
 *
 * @param {function(): void} ask wants a repaint
 * @return {?}
 */
export function createCamera(ask) {
  /** How far each level is panned. */
  const pans = {net: 0, cell: 0};
  let goal = 0;
  let touched = -Infinity;
  let chasing = false;
  /** @type {?{from: number, started: number}} */
  let move = null;
  /** @type {?{from: number, to: number, started: number}} */
  let approach = null;
  /** @type {?{step: number, x: number}} the point of time that stays where it is */
  let anchor = null;

  const bound = (layout, value) => Math.max(0, Math.min(layout.content - layout.width, value));
  const touch = () => {
    touched = performance.now();
    chasing = false;
    ask();
  };

  const camera = {
    zoom: 1,
    /** @type {!Array<?>} */
    path: [{kind: "net", key: ""}],
    depth: 0,
    /** What kind of level fills the stage, or "" on the way between two. */
    level: () => (Number.isInteger(camera.depth) && goal === camera.depth ? camera.path[camera.depth].kind : ""),

    /** Towards the end of another way. What both ways have in common is not left. */
    aim(wanted) {
      const {path} = camera;
      const shared = path.findIndex(({key}, k) => !wanted[k] || wanted[k].key !== key);
      const common = shared < 0 ? path.length : shared;
      if (common < wanted.length) {
        camera.path = wanted;
        camera.depth = Math.min(camera.depth, wanted.length - 1);
      } else {
        camera.path = wanted.concat(path.slice(common));
      }
      if (goal !== wanted.length - 1) {
        goal = wanted.length - 1;
        move = {from: camera.depth, started: performance.now()};
        if (goal === 1) pans.cell = 0;
      }
      camera.depth = move ? move.from + (goal - move.from) * eased(move.started) : goal;
      if (camera.depth === goal) {
        move = null;
        camera.path = wanted;
      } else {
        ask();
      }
    },

    scroll: (layout) => bound(layout, pans.net),
    /** How far an unfolded cell is panned, at most `most`. */
    inside(most) {
      pans.cell = Math.max(0, Math.min(most, pans.cell));
      return pans.cell;
    },
    pan(layout, by) {
      if (camera.level() === "cell") pans.cell += by;
      else pans.net = bound(layout, bound(layout, pans.net) + by);
      touch();
    },
    /** Wider or narrower steps, the time under x staying where it is. */
    widen(layout, factor, x, smoothly = false) {
      const to = Math.max(1, Math.min(CLOSEST, (approach ? approach.to : camera.zoom) * factor));
      anchor = {step: stepAt(layout, bound(layout, pans.net) + x), x};
      approach = {from: camera.zoom, to, started: smoothly ? performance.now() : -Infinity};
      touch();
    },
    /** All steps at once. */
    fit: (layout) => camera.widen(layout, 1 / CLOSEST, layout.gutter, true),
    /** How near it is now: asked before the layout is made. */
    near() {
      if (!approach) return camera.zoom;
      const part = eased(approach.started);
      camera.zoom = part === 1 ? approach.to : approach.from * Math.pow(approach.to / approach.from, part);
      if (part === 1) approach = null;
      else ask();
      return camera.zoom;
    },
    /** Keeps the step under the playhead in view, unless a hand has just moved it elsewhere. */
    follow(layout, t, moved) {
      if (anchor) {
        pans.net = xOf(layout, anchor.step) - anchor.x;
        if (!approach) anchor = null;
      }
      if (moved) chasing = performance.now() - touched > HAND_MS;
      if (t === null || t < 0 || !chasing) return;
      const {x, w} = layout.columns[t + 1];
      const now = bound(layout, pans.net);
      const left = now + layout.gutter + w * 0.6;
      const right = now + layout.width - w * 0.6;
      if (x < left) pans.net = now + (x - left) * 0.2;
      else if (x + w > right) pans.net = now + (x + w - right) * 0.2;
      if (Math.abs(bound(layout, pans.net) - now) > 0.5) ask();
      else chasing = false;
    },
  };
  return camera;
}

/** How far a move has come, fast at first; without motion it is a cut. */
function eased(started) {
  const still = document.documentElement.dataset.motion === "reduced" || window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const part = still ? 1 : Math.min(1, (performance.now() - started) / MOVE_MS);
  return 1 - Math.pow(1 - part, 3);
}

/** The column a place in the picture lies in, with the part of it that lies before. */
function stepAt({columns}, x) {
  let k = columns.length - 1;
  while (k > 0 && columns[k].x > x) k--;
  return k + (x - columns[k].x) / columns[k].w;
}

function xOf({columns}, step) {
  const k = Math.max(0, Math.min(columns.length - 1, Math.floor(step)));
  return columns[k].x + (step - k) * columns[k].w;
}
