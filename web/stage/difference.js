import {answersOf} from "./head.js";
import {boxOf, unitBox} from "./layout.js";
import {printable} from "./rows.js";

/** Values further apart than this are marked: half of what a gate can open. */
const APART = 0.5;

/**
 * Marks where models beside each other differ: units of the same name and place by a notch if their cells are the same,
 * different answers by a frame.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene
 */
export function drawDifferences(ctx, scene) {
  const {layout, structure, frame, from, to} = scene;
  if (!frame.beside.length) return;
  const all = [{structure, frame}].concat(frame.beside);
  const alike = frame.beside.filter((other) => cellsOf(other.structure) === cellsOf(structure));
  for (const row of layout.rows) {
    for (let t = Math.max(0, from); t <= Math.min(to, structure.steps - 1); t++) {
      const shown = scene.shownAt(row, t);
      if (!shown.known || shown.never) continue;
      if (row.symbol === "y" && answersOf(structure)) markAnswer(ctx, scene, row, t, all);
      else if (row.form === "vector" && layout.detail !== "strip" && !shown.gradient) markUnits(ctx, scene, row, t, alike);
    }
  }
}

/** A unit is the same one only in nets of the same cells. */
const cellsOf = ({layers}) => layers.map(({cell}) => cell).join();

function markUnits(ctx, {layout, frame, palette}, row, t, alike) {
  const mine = frame.tensor(row.tensor);
  if (!mine || t >= mine.rows) return;
  const same = alike.map((other) => other.frame.tensor(row.tensor))
    .filter((other) => other && other.rows === mine.rows && other.cols === mine.cols);
  const box = boxOf(layout, row, t);
  ctx.fillStyle = palette.ink;
  for (let j = 0; j < mine.cols; j++) {
    if (!same.some((other) => Math.abs(other.at(t, j) - mine.at(t, j)) > APART)) continue;
    const {x, y, w} = unitBox(box, j);
    ctx.fillRect(x + w / 2 - Math.min(2, w / 4), y - 1, Math.min(4, w / 2), 3);
  }
}

function markAnswer(ctx, {layout, palette}, row, t, models) {
  if (!differ(models.map((model) => answerAt(model, t)))) return;
  const {x, y, w, h} = boxOf(layout, row, t);
  ctx.strokeStyle = palette.warning;
  ctx.lineWidth = 1.6;
  ctx.strokeRect(x - 2.5, y - 2.5, w + 5, h + 5);
}

/** What a model takes for the likeliest at a step; "" where it answers nothing. */
function answerAt({structure, frame}, t) {
  const y = frame.tensor("y");
  const answers = answersOf(structure);
  const once = y && y.rows === 1 && t === structure.steps - 1 ? 0 : t;
  if (!y || !answers || once >= y.rows) return "";
  let best = 0;
  for (let k = 1; k < y.cols; k++) if (y.at(once, k) > y.at(once, best)) best = k;
  return printable(answers[best] || "");
}

const differ = (answers) => answers.every(Boolean) && answers.some((answer) => answer !== answers[0]);

/**
 * The steps at which models answer differently, and what each says.
 *
 * @param {!Array<?>} models {structure, frame}
 * @return {!Array<{t: number, answers: !Array<string>}>}
 */
export function differentAnswers(models) {
  const steps = Math.min(...models.map(({structure}) => structure.steps));
  return Array.from({length: steps}, (_, t) => ({t, answers: models.map((model) => answerAt(model, t))}))
    .filter(({answers}) => differ(answers));
}
