import {rowsOf} from "./rows.js";

/** A step narrower than this is drawn without wires and writing; narrower than the second, as a strip. */
const FULL = 76;
/** Few units need less. */
const FULL_SMALL = 62;
const COMPACT = 22;
const MAX_COLUMN = 216;
/** Room between two cells, for the wire that carries h on. */
const GAP = 18;
/** Room beside a cell that two directions share, for the wires that go around it. */
const LANES = 18;

/**
 * Where everything of the unrolled network stands. Pure: the same arguments give the same boxes.
 *
 * @param {?} structure
 * @param {{width: number, height: number}} size the room there is; the result may be taller, or wider and scroll
 * @param {{zoom: number}} options zoom: how much wider than fitting the steps are
 * @return {?} {width, height, gutter, content, detail, columns: [{t, x, w, left, vx, vw}], rows: [{…row, y, h}],
 *     cells: [{layer, t, x, y, w, h}], groups: [{group, layer, y, h}]}
 */
export function layoutOf(structure, size, options) {
  const steps = structure.steps;
  const narrow = size.width < 560;
  const gutter = narrow ? 92 : 128;
  const room = size.width - gutter - 14;
  const digits = structure.layers.every(({hidden}) => hidden <= 4);
  const both = structure.layers.some(({bidirectional}) => bidirectional);
  const column = columnWidth(room, steps + (both ? 0.7 : 0), digits, options.zoom);
  const detail = column >= (digits ? FULL_SMALL : FULL) ? "full" : column >= COMPACT ? "compact" : "strip";
  const valves = structure.layers.some(({gates}) => gates.length > 0);
  const columns = columnsOf(steps, gutter, column, detail, {digits, both, valves});
  const last = columns[columns.length - 1];
  const natural = (row) => naturalHeight(row, columns[1].vw, detail, structure);
  const rows = rowsOf(structure).map((row) => Object.assign({}, row, {h: natural(row)}));
  const height = stack(rows, structure, size.height, detail);
  const lowest = rows[rows.length - 1];
  const layout = {
    width: size.width, height, gutter, content: last.x + last.w + 14, detail, columns, rows, steps, narrow, column,
    foot: Math.min(height - 8, lowest.y + lowest.h + 17),
    groups: groupsOf(rows), cells: [],
  };
  layout.cells = cellsOf(layout, structure);
  return layout;
}

function columnWidth(room, steps, digits, zoom) {
  const least = steps <= 6 ? (digits ? 132 : 104) : steps <= 14 ? (digits ? FULL_SMALL : 50) : steps <= 40 ? 15 : 2.5;
  const fitting = Math.min(MAX_COLUMN, room / (steps + (steps > 14 ? 1 : digits ? 0.7 : 0.5)));
  const wide = Math.max(least, fitting) * zoom;
  return wide > 8 ? Math.floor(wide) : wide;
}

/**
 * Column 0 is the state handed in (t = −1), the one after the last step that of layers that run back; the others are the steps.
 * Vectors stand at vx, vw wide.
 */
function columnsOf(steps, gutter, column, detail, {digits, both, valves}) {
  const inner = valves ? Math.min(38, Math.round(column * 0.2)) : 9;
  const left = detail === "full" ? GAP + inner : detail === "compact" ? Math.min(6, column * 0.14) : 0;
  const right = detail === "full" ? 8 + (both ? LANES + (valves ? left - GAP : 0) : 0) : 0;
  const gap = detail === "strip" ? (column >= 6 ? 1 : 0) : 2;
  const first = detail === "full" ? Math.round(column * (digits ? 0.7 : 0.5)) : Math.max(column, 12);
  const columns = [{t: -1, x: gutter, w: first, left: 6, vx: gutter + 6, vw: first - (detail === "full" ? 14 : 9)}];
  for (let t = 0; t < steps; t++) {
    const x = gutter + first + (detail === "full" ? 0 : 4) + t * column;
    columns.push({t, x, w: column, left, vx: x + left, vw: column - left - right - gap});
  }
  const end = columns[columns.length - 1];
  if (both) columns.push({t: steps, x: end.x + end.w, w: first, left: 18, vx: end.x + end.w + (detail === "full" ? 18 : 4), vw: first - (detail === "full" ? 14 : 9)});
  return columns;
}

function naturalHeight(row, vw, detail, structure) {
  if (row.form === "token") return detail === "strip" ? 20 : 40;
  if (row.form === "loss") return detail === "full" ? 30 : 22;
  if (row.form === "bars") return detail === "full" ? 84 : 44;
  const chief = row.symbol === "c" || row.symbol === "h";
  const many = structure.layers.length > 2 ? 0.7 : 1;
  if (detail !== "full") return Math.max(chief ? 26 : 20, Math.min(row.size, 48)) * many;
  if (row.size <= 4) return chief ? 30 : 27;
  const lines = Math.ceil(row.size * 6 / vw);
  if (lines === 1) return chief ? 22 : row.symbol === "logits" ? 14 : 17;
  return Math.min(43, Math.max(20, lines * (lines === 2 ? 10.5 : 6.4)));
}

/** Gives every row its y; spends what height there is, and asks for more when there is too little. */
function stack(rows, structure, available, detail) {
  const wide = detail === "full";
  const before = (k) => {
    const row = rows[k];
    const above = rows[k - 1];
    if (!above) return row.group > 0 ? 30 : 10;
    if (row.form === "token") return wide ? 6 : 3;
    if (row.group !== above.group) return wide ? (above.rev ? 70 : 54) : 14;
    if (row.group === 0) return wide ? 12 : 5;
    if (row.symbol === "c" || above.symbol === "c") return wide ? 12 : 3;
    return wide ? 6 : 2;
  };
  const gaps = rows.map((_, k) => before(k));
  const bottom = wide ? 26 : 24;
  const fixed = gaps.reduce((a, b) => a + b, bottom);
  const heightOf = (rigid) => rows.filter((row) => isRigid(row) === rigid).reduce((a, row) => a + row.h, 0);
  const natural = heightOf(false);
  const isTight = available < fixed + natural + heightOf(true);
  const tight = isTight ? 0.74 : 1;
  const rigid = heightOf(true) * (isTight ? 0.8 : 1);
  const stretch = Math.max(0.5, Math.min(1.32, (available - rigid - fixed * tight) / natural));
  const loose = Math.max(tight, Math.min(1.22, (available - rigid - natural * stretch) / fixed));
  const needed = fixed * loose + natural * stretch + rigid;
  // What does not fit scrolls: then bars stay readable, and the plates between two cells clear of both.
  const overflows = needed > available + 1;
  const heightFor = (row) => {
    if (isRigid(row)) return isTight ? 0.8 : 1;
    return overflows && row.form === "bars" ? Math.max(0.8, stretch) : stretch;
  };
  const gapBefore = (k) => (overflows && k && rows[k].group !== rows[k - 1].group ? Math.max(0.96, loose) : loose);
  let y = Math.max(0, Math.min(70, (available - needed) / 2)) | 0;
  rows.forEach((row, k) => {
    y += Math.round(gaps[k] * gapBefore(k));
    row.h = Math.round(row.h * heightFor(row));
    row.y = y;
    y += row.h;
  });
  const airy = needed < available ? Math.min(available, Math.round(needed + 140)) : 0;
  return Math.max(220, Math.round(y + (wide ? 24 : 22)), airy);
}

/** Rows of writing keep their height. */
const isRigid = ({form}) => form === "token" || form === "loss";

function groupsOf(rows) {
  const groups = [];
  for (const row of rows) {
    const last = groups[groups.length - 1];
    if (last && last.group === row.group) last.h = row.y + row.h - last.y;
    else groups.push({group: row.group, layer: row.layer, rev: row.rev, y: row.y, h: row.h});
  }
  return groups;
}

/** The frame of every recurrent cell; in it stand the rows of its layer. */
function cellsOf(layout, structure) {
  const pad = layout.detail === "full" ? 11 : 3;
  const inset = layout.detail === "full" ? 8 : 0;
  const cells = [];
  for (const {layer, y, h, rev} of layout.groups.filter((group) => group.layer > 0)) {
    for (const column of layout.columns.slice(1, layout.steps + 1)) {
      const right = column.vx + column.vw + inset;
      const x = column.x + (layout.detail === "full" ? GAP : 0);
      const {cell} = structure.layers[layer - 1];
      cells.push({layer, rev, t: column.t, x, y: y - pad, w: right - x, h: h + 2 * pad, cell});
    }
  }
  return cells;
}

/**
 * The box of a row's vector at a step, with the grid its units stand in.
 *
 * @param {?} layout
 * @param {?} row
 * @param {number} t −1 for the state handed in
 * @return {{x: number, y: number, w: number, h: number, columns: number, rows: number}}
 */
export function boxOf(layout, row, t) {
  const {vx, vw} = layout.columns[t + 1];
  const columns = gridColumns(row.size, vw, row.h, layout.detail);
  return {x: vx, y: row.y, w: vw, h: row.h, columns, rows: Math.ceil(row.size / columns)};
}

/** Units stand side by side while there is width; in narrow steps they stand one above the other. */
function gridColumns(n, w, h, detail) {
  if (detail === "strip" || (detail === "compact" && h / n >= 1)) return 1;
  if (detail === "compact") return Math.max(1, Math.min(n, Math.round(Math.sqrt(n * w / h))));
  const most = Math.max(1, Math.min(n, Math.floor(w / 6)), Math.min(n, Math.round(Math.sqrt(n * w / h))));
  return Math.ceil(n / Math.ceil(n / most));
}

/**
 * The box of one unit.
 *
 * @param {{x: number, y: number, w: number, h: number, columns: number, rows: number}} box
 * @param {number} index
 * @return {{x: number, y: number, w: number, h: number}}
 */
export function unitBox(box, index) {
  const w = box.w / box.columns;
  const h = box.h / box.rows;
  return {x: box.x + (index % box.columns) * w, y: box.y + Math.floor(index / box.columns) * h, w, h};
}
