import {GAP, columnWidth, columnsOf, paddingOf} from "./columns.js";
import {hasFields, layersOf, tensorOf} from "./layers.js";
import {rowsOf} from "./rows.js";
import {FIELD_ROOM, naturalHeight, stack, standing} from "./stack.js";

/** So many numbers have room to be written out. */
const DIGITS = 4;
/** A line of writing over a vector. */
const NAME = 15;
/** What models one under the other do without, and what all but the open one: it is the same for all. */
const LEFT_OUT = ["loss", "logits"];
const SHARED = LEFT_OUT.concat("token");
/** What an unfolded cell has room for of its input. */
const MOST_LAGS = 5;

/**
 * Where everything of the unrolled network stands. Pure: the same arguments give the same boxes.
 *
 * @param {?} structure
 * @param {{width: number, height: number}} size the room there is; the result may be taller, or wider and scroll
 * @param {{zoom: number, exists: function(string, number): boolean, low: (boolean|undefined)}} options zoom: how much wider
 *     than fitting the steps are; exists: whether a tensor has a step at all; low: without what all models share
 * @return {?} {width, height, gutter, content, detail, columns: [{t, x, w, left, vx, vw}], padding: [{k, x, w}],
 *     rows: [{…row, y, h}], groups: [{group, layer, y, h}], cells: [{layer, t, rev, x, y, w, h, framed, opens, …}],
 *     cellAt(layer, t, rev)}
 */
export function layoutOf(structure, size, options) {
  const steps = structure.steps;
  const narrow = size.width < 560;
  const gutter = narrow ? 92 : 128;
  const room = size.width - gutter - 14;
  const all = [structure].concat(structure.beside || []);    // their steps stand one under the other
  const without = options.low ? SHARED : all.length > 1 ? LEFT_OUT : [];
  const digits = all.every(isSmall);
  const some = (trait) => all.some((one) => layersOf(one).some(trait));
  const both = some(({bidirectional}) => bidirectional);
  const valves = some(({gates}) => gates.length > 0);
  const {column, detail} = columnWidth(room, structure, {digits, both, valves, zoom: options.zoom});
  const columns = columnsOf(structure, {gutter, column, detail, digits, both, valves});
  const last = columns[columns.length - 1];
  const padding = paddingOf(structure, last, column);
  const end = padding[padding.length - 1] || last;
  const natural = (row) => naturalHeight(row, {vw: columns[1].vw, column, detail, structure});
  const head = ({named}) => (named && detail !== "strip" && columns[1].vw >= 26 ? NAME : 0);
  const rows = rowsOf(structure).filter(({symbol}) => !without.includes(symbol)).map((row) => Object.assign({}, row, {head: head(row), h: natural(row)}));
  const height = stack(rows, structure, size.height, detail, all.length > 1);
  const lowest = rows[rows.length - 1];
  const below = hasFields(structure) ? FIELD_ROOM : 0;
  const layout = {
    width: size.width, height, gutter, content: end.x + end.w + 14, detail, columns, padding, rows, steps, narrow,
    column, zoom: options.zoom,
    foot: Math.min(height - 8 - below, lowest.y + lowest.h + 17),
    groups: groupsOf(rows), cells: [], upright: standing(structure, column, detail),
  };
  layout.cells = cellsOf(layout, structure, options.exists);
  const byPlace = new Map(layout.cells.map((cell) => [placeKey(cell.layer, cell.t, cell.rev), cell]));
  layout.cellAt = (layer, t, rev) => byPlace.get(placeKey(layer, t, rev)) || null;
  return layout;
}

/** Whether all numbers that layers hand on have room to be written out. */
const isSmall = (structure) => layersOf(structure).every(({output, bidirectional}) => {
  const found = tensorOf(structure, output);
  return !found || found.cols <= (bidirectional ? 2 * DIGITS : DIGITS);
});

const placeKey = (layer, t, rev) => layer + (rev ? " < " : " > ") + t;

function groupsOf(rows) {
  const groups = [];
  for (const row of rows) {
    const last = groups[groups.length - 1];
    if (last && last.group === row.group) last.h = row.y + row.h - last.y;
    else groups.push({group: row.group, layer: row.layer, rev: row.rev, y: row.y, h: row.h});
  }
  return groups;
}

/**
 * Every layer at every step it has. `framed` ones show what happens in them, `opens`: and may be unfolded. `source` is
 * the row that comes in, `under` the upper edge of what hands it up.
 */
function cellsOf(layout, structure, exists) {
  const full = layout.detail === "full";
  const layers = layersOf(structure);
  const cells = [];
  for (const {layer, y, h, rev} of layout.groups.filter((group) => group.layer > 0)) {
    const {cell, framed, recurrent, input, prefix, lags} = layers[layer - 1];
    const pad = framed ? (full ? 11 : 3) : full ? 2 : 0;
    const inset = full && framed ? 8 : 0;
    const {source, under} = sourceOf(layout, layers, input);
    const first = layout.rows.find((row) => row.layer === layer && Boolean(row.rev) === Boolean(rev));
    for (const column of layout.columns.slice(1, layout.steps + 1)) {
      if (!exists(first.tensor, column.t)) continue;
      const right = column.vx + column.vw + inset;
      const x = framed ? column.x + (full ? GAP : 0) : column.vx;
      const box = {x, y: y - pad, w: right - x, h: h + 2 * pad};
      const opens = framed && lags.length <= MOST_LAGS;
      cells.push({layer, rev, t: column.t, ...box, cell, framed, recurrent, prefix, lags, opens, source, under});
    }
  }
  return cells;
}

/** The row a tensor is seen in, and the upper edge of the block that hands it up. */
function sourceOf(layout, layers, tensor) {
  const owner = layers.find(({output}) => output === tensor);
  const source = layout.rows.find(({id}) => id === (owner ? owner.top : tensor)) || layout.rows[layout.rows.length - 1];
  const framed = owner && owner.framed ? (layout.detail === "full" ? 11 : 3) : 0;
  return {source, under: source.y - framed};
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
  const {detail} = layout;
  const inSlots = row.slots > 1 && detail === "full";
  const columns = inSlots ? slotColumns(row, vw) : gridColumns(row.size, vw, row.h, detail);
  return {x: vx, y: row.y, w: vw, h: row.h, columns, rows: Math.ceil(row.size / columns)};
}

/** Steps that stand one after another in a vector share a line each, or one line if there is room. */
const slotColumns = ({size, slots}, w) => (size * 6 <= w ? size : size / slots);

/** Units stand side by side while there is width; in narrow steps they stand one above the other. */
function gridColumns(n, w, h, detail) {
  if (detail === "strip" || (detail === "compact" && h / n >= 1)) return 1;
  if (detail === "compact") return Math.max(1, Math.min(n, Math.round(Math.sqrt(n * w / h))));
  const most = Math.max(1, Math.min(n, Math.floor(w / 6)), Math.min(n, Math.round(Math.sqrt(n * w / h))));
  return Math.ceil(n / Math.ceil(n / most));
}

/**
 * The box of one unit; −1: of all of them.
 *
 * @param {{x: number, y: number, w: number, h: number, columns: number, rows: number}} box
 * @param {number} index
 * @return {{x: number, y: number, w: number, h: number}}
 */
export function unitBox(box, index) {
  if (index < 0) return box;
  const w = box.w / box.columns;
  const h = box.h / box.rows;
  return {x: box.x + (index % box.columns) * w, y: box.y + Math.floor(index / box.columns) * h, w, h};
}
