/** Room between two cells, for the wire that carries h on. */
export const GAP = 18;
/** A step narrower than this is drawn without wires and writing; narrower than the second, as a strip. */
const FULL = 76;
/** Few units need less. */
const FULL_SMALL = 62;
/** Gates and their valves on both sides need more. */
const FULL_BOTH = 118;
const COMPACT = 22;
const MAX_COLUMN = 216;
/** Room beside a cell that two directions share, for the wires that go around it. */
const LANES = 18;
/** Room between the encoder and the decoder. */
const DIVIDE = {full: 34, compact: 12, strip: 5};
/** Narrow steps stand a little off the state handed in. */
const START_GAP = 4;
/** A step that is only padding needs no room for numbers. */
const PADDING = 40;
/** So many steps of padding are in sight before one scrolls. */
const SHOWN_PADDING = 3;

/**
 * How wide a step is, so that all fit if they can.
 *
 * @param {number} room
 * @param {?} structure
 * @param {{digits: boolean, both: boolean, valves: boolean, zoom: number}} options digits: few units, written out;
 *     both: time runs both ways; valves: there are gates
 * @return {{column: number, detail: string}} detail: "full" | "compact" | "strip"
 */
export function columnWidth(room, structure, {digits, both, valves, zoom}) {
  const {steps, source, padding} = structure;
  const padded = PADDING * 0.6 * Math.min(SHOWN_PADDING, padding || 0);
  const spare = padded + (source ? DIVIDE.compact : 0) + (steps > 40 ? 10 : 0);
  const count = steps + (both ? 0.7 : 0);
  const full = both && valves ? FULL_BOTH : digits ? FULL_SMALL : FULL;
  const few = both && valves ? 132 : source ? 124 : digits && steps < 5 ? 132 : 104;
  const least = count <= 6 ? few : count <= 14 ? (digits ? FULL_SMALL : 44) : count <= 40 ? 15 : 2.5;
  const fitting = (start) => Math.min(MAX_COLUMN, (room - spare - (start === 1 ? START_GAP : 0)) / (count + start));
  const loose = fitting(digits ? 0.7 : 0.5);
  const wide = Math.max(least, loose * zoom < full ? fitting(1) : loose) * zoom;
  const column = wide > 8 ? Math.floor(wide) : wide;
  return {column, detail: column >= full ? "full" : column >= COMPACT ? "compact" : "strip"};
}

/**
 * Column 0 is the state handed in (t = −1), the one after the last step that of layers that run back; the others are
 * the steps. Vectors stand at vx, vw wide.
 *
 * @param {?} structure
 * @param {{gutter: number, column: number, detail: string, digits: boolean, both: boolean, valves: boolean}} options
 * @return {!Array<{t: number, x: number, w: number, left: number, vx: number, vw: number}>}
 */
export function columnsOf({steps, source}, {gutter, column, detail, digits, both, valves}) {
  const full = detail === "full";
  const inner = valves ? Math.min(38, Math.round(column * 0.2)) : 9;
  const left = full ? GAP + inner : detail === "compact" ? Math.min(6, column * 0.14) : 0;
  const right = full ? 8 + (both ? LANES + (valves ? left - GAP : 0) : 0) : 0;
  const gap = detail === "strip" ? (column >= 6 ? 1 : 0) : 2;
  const first = full ? Math.round(column * (digits ? 0.7 : 0.5)) : Math.max(column, 12);
  const columns = [{t: -1, x: gutter, w: first, left: 6, vx: gutter + 6, vw: first - (full ? 14 : 9)}];
  for (let t = 0; t < steps; t++) {
    const x = gutter + first + (full ? 0 : START_GAP) + t * column + (source && t >= source ? DIVIDE[detail] : 0);
    columns.push({t, x, w: column, left, vx: x + left, vw: column - left - right - gap});
  }
  const end = columns[columns.length - 1];
  const after = end.x + end.w;
  const room = full ? [18, 14] : [4, 9];
  if (both) columns.push({t: steps, x: after, w: first, left: 18, vx: after + room[0], vw: first - room[1]});
  return columns;
}

/**
 * The steps after the last that are only padding.
 *
 * @param {?} structure
 * @param {?} last the last column
 * @param {number} column
 * @return {!Array<{k: number, x: number, w: number}>}
 */
export function paddingOf({padding}, last, column) {
  const w = Math.min(column, PADDING);
  const x = last.x + last.w + (column > 8 ? 8 : 2);
  return Array.from({length: padding || 0}, (_, k) => ({k, x: x + k * w, w}));
}
