import {el} from "../dom/dom.js";
import {placeOf} from "./marks.js";

const LOOK_MS = 1500;

/**
 * A stage that is taller than its room: tells by a fade where it goes on, and keeps in sight what is being computed.
 *
 * @param {!Element} view scrolls; the canvas stands in it
 * @param {!Element} canvas
 * @return {{follow: function(?, boolean): void, cue: function(): void}}
 */
export function createDepth(view, canvas) {
  const up = el("div", {class: "stage-more stage-more-up", hidden: true, "aria-hidden": "true"});
  const down = el("div", {class: "stage-more stage-more-down", hidden: true, "aria-hidden": "true"});
  canvas.before(up);
  canvas.after(down);
  let touched = -Infinity;
  let last = "";
  /** Kept, as asking makes the browser lay out the page. */
  let top = 0;
  let room = 0;
  const touch = () => {
    touched = performance.now();
  };
  for (const name of ["wheel", "pointerdown", "touchmove"]) view.addEventListener(name, touch, {passive: true});

  const cue = () => {
    top = view.scrollTop;
    room = view.clientHeight;
    up.hidden = top < 6;
    down.hidden = view.scrollHeight - room - top < 6;
  };
  view.addEventListener("scroll", cue, {passive: true});

  return {
    cue,
    /** Brings the operation under the playhead into sight, unless a hand has just moved the stage elsewhere. */
    follow(scene, moved) {
      const {lit, layout} = scene;
      const place = lit && lit.t >= 0 ? placeOf(scene, lit.equation.output, lit.t) : null;
      const mark = place ? place.row.id : "";
      const same = mark === last;
      last = mark;
      if (!place || !moved || same || performance.now() - touched < LOOK_MS) return;
      const group = layout.groups.find((one) => one.group === place.row.group);
      const box = group && group.h + 100 < room ? group : place.row;
      const from = box.y - 50;
      const to = box.y + box.h + 50;
      if (from < top) view.scrollTop = from;
      else if (to > top + room) view.scrollTop = to - room;
    },
  };
}
