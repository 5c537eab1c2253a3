const ZOOM_TIME = 220;

/**
 * Where the stage is looked at from: how wide the steps are, how far time is scrolled, and which cell is unfolded.
 * The move between the network and a cell is a short tween; without motion it is a cut.
 *
 * @param {function(): void} ask wants a repaint
 * @return {?}
 */
export function createCamera(ask) {
  let wanted = 0;
  let touched = 0;
  let started = 0;
  let from = 0;
  let open = false;
  const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches || document.documentElement.dataset.motion === "reduced";
  const bound = (layout, value) => Math.max(0, Math.min(layout.content - layout.width, value));

  let within = 0;
  let chasing = false;

  const camera = {
    /** How far an unfolded cell is panned, at most `most`. */
    inside: (most) => {
      within = Math.max(0, Math.min(most, within));
      return within;
    },
    panInside(by) {
      within += by;
      ask();
    },
    zoom: 1,
    cell: null,
    /** How far the unfolding has come, 0 … 1. */
    part: 0,
    scroll: (layout) => bound(layout, wanted),
    pan(layout, by) {
      wanted = bound(layout, bound(layout, wanted) + by);
      touched = performance.now();
      chasing = false;
      ask();
    },
    /** Wider or narrower steps, the time under x staying where it is. */
    widen(layout, factor, x) {
      const before = camera.zoom;
      camera.zoom = Math.max(1, Math.min(24, before * factor));
      const at = bound(layout, wanted) + x - layout.gutter;
      wanted = at * camera.zoom / before - x + layout.gutter;
      touched = performance.now();
      ask();
    },
    /** Keeps the step under the playhead in view, unless a hand has just moved it elsewhere. */
    follow(layout, t, moved) {
      if (moved) chasing = performance.now() - touched > 1500;
      if (t === null || t < 0 || !chasing) return;
      const {x, w} = layout.columns[t + 1];
      const now = bound(layout, wanted);
      const left = now + layout.gutter + w * 0.6;
      const right = now + layout.width - w * 0.6;
      if (x < left) wanted = now + (x - left) * 0.2;
      else if (x + w > right) wanted = now + (x + w - right) * 0.2;
      if (Math.abs(bound(layout, wanted) - now) > 0.5) ask();
      else chasing = false;
    },
    /** Towards a cell, or away from it. */
    aim(cell) {
      const towards = Boolean(cell);
      const now = performance.now();
      if (cell) camera.cell = cell;
      if (towards !== open) {
        open = towards;
        from = camera.part;
        if (open) within = 0;
        started = now;
      }
      const goal = open ? 1 : 0;
      if (camera.part === goal) {
        if (!open) camera.cell = null;
        return;
      }
      const moved = still() ? 1 : Math.min(1, (now - started) / ZOOM_TIME);
      camera.part = moved === 1 ? goal : from + (goal - from) * moved;
      if (camera.part !== goal) ask();
      else if (goal === 0) camera.cell = null;
    },
  };
  return camera;
}
