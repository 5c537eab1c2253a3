/**
 * Everything the painters need to know, put together from the state of the page and of the stage.
 *
 * @param {?} parts {structure, layout, timeline, palette, atlas, reader, playhead, scroll, view, hover, selection,
 *     hoverCell, hoverMatrix, focusCell, coarse}
 * @return {?}
 */
export function sceneOf(parts) {
  const {timeline, playhead, view} = parts;
  const lit = timeline.at(playhead);
  const now = Math.ceil(playhead);
  const rest = lit === null && playhead > 0;
  const phase = lit ? lit.equation.phase : "";
  const backward = phase === "backward" || phase === "update" || (rest && view === "gradients");

  const known = (tensor, t) => {
    const from = timeline.knownAt(tensor, t);
    return from <= now;
  };
  const partOf = (tensor, t) => (lit && timeline.knownAt(tensor, t) === now ? Math.min(1, lit.part) : 1);

  const scene = Object.assign({}, parts, {
    lit,
    rest,
    backward,
    known,
    partOf,
    /** What the box of a lane shows at a step: its value, or on the way back its gradient. */
    shownAt(row, t) {
      const inside = t >= 0 && t < timeline.steps;
      if (backward && inside && known(row.gradient, t)) {
        return {tensor: row.gradient, known: true, part: partOf(row.gradient, t), gradient: true, never: false};
      }
      const never = timeline.knownAt(row.tensor, t) === Infinity;
      return {tensor: row.tensor, known: known(row.tensor, t), part: partOf(row.tensor, t), gradient: false, never};
    },
  });
  /** What a lane shows now: "value", "gradient", or "both" while gradients are on their way through time. */
  scene.standing = (row) => {
    const ends = [0, parts.structure.steps - 1].map((t) => scene.shownAt(row, t)).filter(({never}) => !never);
    const gradients = ends.filter(({gradient}) => gradient).length;
    return gradients === 0 ? "value" : gradients === ends.length ? "gradient" : "both";
  };
  return scene;
}
