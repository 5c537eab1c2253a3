/**
 * Everything the painters need to know, put together from the state of the page and of the stage.
 *
 * @param {?} parts {structure, layout, timeline, palette, atlas, reader, playhead, scroll, view, hover, selection, hoverCell, hoverMatrix}
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

  return Object.assign({}, parts, {
    lit,
    rest,
    backward,
    known,
    partOf,
    /** Whether a lane now shows its gradients. */
    gradientLane: (row) => backward && lanes(row) && Number.isFinite(firstKnown(timeline, row)) && firstKnown(timeline, row) <= now,
    /** What the box of a lane shows at a step: its value, or on the way back its gradient. */
    shownAt(row, t) {
      const inside = t >= 0 && t < timeline.steps;
      if (backward && inside && known(row.gradient, t)) {
        return {tensor: row.gradient, known: true, part: partOf(row.gradient, t), gradient: true, never: false};
      }
      const never = timeline.knownAt(row.tensor, t) === Infinity;
      const faded = backward && rest === false && Number.isFinite(timeline.knownAt(row.gradient, t)) && inside;
      return {tensor: row.tensor, known: known(row.tensor, t), part: faded ? 0.38 : partOf(row.tensor, t), gradient: false, never};
    },
  });
}

const lanes = (row) => row.form === "vector" || row.form === "bars";

function firstKnown(timeline, row) {
  let first = Infinity;
  for (let k = 0; k < 4096; k++) {
    const at = timeline.knownAt(row.gradient, k);
    if (at === Infinity && k > 0) break;
    first = Math.min(first, at);
    if (at === Infinity) break;
  }
  return first;
}
