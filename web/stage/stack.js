import {hasFields, layersOf} from "./layers.js";

/** Under the axis, for the bracket over what a number sees. */
export const FIELD_ROOM = 14;
/** In steps narrower than this words stand upright. */
const UPRIGHT = 46;

/**
 * How tall a row would like to be.
 *
 * @param {?} row
 * @param {{vw: number, column: number, detail: string, structure: ?}} options vw: how wide its vectors are
 * @return {number}
 */
export function naturalHeight(row, {vw, column, detail, structure}) {
  const full = detail === "full";
  if (row.form === "token") return standing(structure, column, detail) ? 62 : detail === "strip" ? 20 : 40;
  if (row.form === "loss") return full ? 30 : 22;
  if (row.form === "bars") return full ? 84 : 44;
  if (row.form === "shares") return full ? 34 : 28;
  const chief = row.symbol === "c" || row.symbol === "h";
  const many = layersOf(structure).filter(({framed}) => framed).length > 2 ? 0.7 : 1;
  if (!full && row.symbol === "dropped") return Math.max(20, Math.min(row.size * 4.5, 48));
  if (!full) return Math.max(chief ? 26 : 20, Math.min(row.size, 48)) * many;
  if (row.size <= 4) return chief ? 30 : 27;
  if (row.slots > 1 && row.size * 6 > vw) return Math.min(72, Math.max(24, row.slots * 12));
  const lines = Math.ceil(row.size * 6 / vw);
  if (lines === 1) return chief ? 22 : row.symbol === "logits" ? 14 : 17;
  return Math.min(43, Math.max(20, lines * (lines === 2 ? 10.5 : 6.4)));
}

/**
 * Whether words stand upright under narrow steps.
 *
 * @param {?} structure
 * @param {number} column
 * @param {string} detail
 * @return {boolean}
 */
export function standing({tokens}, column, detail) {
  const isWord = (token) => Array.from(token).length > 3 && !/^⟨.*⟩$/.test(token);
  return detail !== "full" && column < UPRIGHT && Boolean(tokens) && tokens.some(isWord);
}

/**
 * Gives every row its y; spends what height there is, and asks for more when there is too little.
 *
 * @param {!Array<?>} rows
 * @param {?} structure
 * @param {number} available
 * @param {string} detail
 * @param {boolean} dense whether the rows may stand closer than usual
 * @return {number} the height of all
 */
export function stack(rows, structure, available, detail, dense) {
  const wide = detail === "full";
  const head = structure.source ? 26 : structure.truncate ? 16 : 0;
  const before = (k) => gapBefore(rows[k], rows[k - 1], {wide, head, layers: layersOf(structure)});
  const gaps = rows.map(({head: name}, k) => before(k) + name);
  const foot = hasFields(structure) ? FIELD_ROOM : 0;
  const bottom = (wide ? 26 : 24) + foot;
  const fixed = gaps.reduce((a, b) => a + b, bottom);
  const heightOf = (rigid) => rows.filter((row) => isRigid(row) === rigid).reduce((a, row) => a + row.h, 0);
  const natural = heightOf(false);
  const isTight = available < fixed + natural + heightOf(true);
  const tight = isTight ? (dense ? 0.56 : 0.74) : 1;
  const rigid = heightOf(true) * (isTight ? 0.8 : 1);
  const stretch = Math.max(detail === "strip" ? 0.36 : 0.5, Math.min(dense ? 1 : 1.32, (available - rigid - fixed * tight) / natural));
  const loose = Math.max(tight, Math.min(1.22, (available - rigid - natural * stretch) / fixed));
  const needed = fixed * loose + natural * stretch + rigid;
  // What does not fit scrolls: then bars stay readable, and the plates between two cells clear of both.
  const overflows = needed > available + 1 && !dense;
  const heightFor = (row) => {
    if (isRigid(row)) return isTight ? 0.8 : 1;
    return row.form === "bars" && (overflows || dense) ? Math.max(dense ? 0.68 : 0.8, stretch) : stretch;
  };
  const gapFor = (k) => (overflows && k && rows[k].group !== rows[k - 1].group ? Math.max(0.96, loose) : loose);
  let y = Math.max(0, Math.min(70, (available - needed) / 2)) | 0;
  rows.forEach((row, k) => {
    y += Math.round(gaps[k] * gapFor(k));
    row.h = Math.round(row.h * heightFor(row));
    row.y = y;
    y += row.h;
  });
  const airy = needed < available ? Math.min(available, Math.round(needed + 140)) : 0;
  return Math.max(dense ? 0 : 220, Math.round(y + (wide ? 24 : 22) + foot), airy);
}

function gapBefore(row, above, {wide, head, layers}) {
  if (!above) return (row.group > 0 ? 30 : 10) + head;
  if (row.form === "token") return wide ? 6 : 3;
  if (row.group !== above.group) return gapBetween(above, row, wide, layers);
  if (row.group === 0) return wide ? 12 : 5;
  if (row.symbol === "alpha") return wide ? 16 : 8;
  if (row.symbol === "c" || above.symbol === "c") return wide ? 12 : 3;
  return wide ? 6 : 2;
}

/** Between two blocks: room for the frames, and for what stands on the wires between them. */
function gapBetween(above, row, wide, layers) {
  if (!wide) return 14;
  const [upper, lower] = [layers[above.layer - 1], layers[row.layer - 1]];
  const frame = lower && lower.framed ? 11 : 0;
  if (upper && upper.lags.length > 1) return (upper.framed ? 64 : 44) + frame;
  if (above.symbol === "alpha" || above.symbol === "ctx") return 40 + frame;
  if (!upper && !lower && above.group === 0) return 43;
  if (upper && !upper.framed) return (upper.cell === "embedding" ? 43 : 26) + frame;
  return above.rev ? 70 : 54;
}

/** Rows of writing keep their height. */
const isRigid = ({form}) => form === "token" || form === "loss";
