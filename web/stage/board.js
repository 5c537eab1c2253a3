import {nameOf, termsOf} from "./terms.js";

/** Tiles with their numbers, from the largest; so many that only colour has room stand in a grid of the last. */
const SIZES = [
  {w: 88, h: 42, head: 22, sum: 26, apart: 30},
  {w: 60, h: 30, head: 18, sum: 20, apart: 26},
  {w: 45, h: 23, head: 15, sum: 16, apart: 16},
  {w: 38, h: 19, head: 14, sum: 15, apart: 10},
];
const SMALL = {w: 9, h: 12, head: 0, sum: 0, apart: 22};
const USUAL = SIZES[2];
const LARGEST = Object.assign({}, USUAL, {sum: 0, apart: 10});
/** How tall the products of the grid may get, as bars. */
const BAR = 40;
const FEW = 12;
const MARGIN = 18;
/** Above all: the way back, and the equations. */
const TOP = 94;
const APART = 5;
/** A letter of a label. */
const LETTER = 7;
const LEAST_LABEL = 64;
const MOST_LABEL = 118;
const RESULT = {w: 76, h: 34, before: 24, after: 10};

/**
 * One number unfolded: every term it is the sum of as a column of tiles, its factors above, their product below, and under
 * that the sum so far. Where there are too many, the largest have their numbers and all of them colours and bars. Pure:
 * the same arguments give the same boxes.
 *
 * @param {?} structure
 * @param {?} explanation null: the number was given
 * @param {{tensor: string, t: number, index: number}} pick
 * @param {{width: number, height: number}} size
 * @return {?} {width, height, tiles: [{x, y, w, h, value, kind, pick, text, said}], labels: [{x, y, text, quiet}],
 *     marks: [{x, y, text}] the sums so far and what stands over a column, signs: [{x, y, text}]}
 */
export function boardOf(structure, explanation, pick, size) {
  const told = explanation ? termsOf(structure, explanation) : {groups: [], total: null, closing: ""};
  const most = Math.max(0, ...told.groups.map(({labels}) => labels.length));
  const depth = most > 1 ? Math.max(2, most) : 0;
  const single = told.groups.length === 1 && told.groups[0].terms.length === 1;
  const own = {text: nameOf(structure, pick), value: explanation ? explanation.value : NaN};
  const build = (tile) => {
    const board = createBoard(size, depth);
    for (const group of told.groups) {
      if (tile || group.terms.length <= FEW) board.group(group, tile || USUAL);
      else board.grid(group);
    }
    if (told.groups.length) board.results(told, own, tile || USUAL);
    return board.done();
  };
  return SIZES.map((tile) => () => build(single ? Object.assign({}, tile, {sum: 0}) : tile)).concat(() => build(null))
    .reduce((best, next) => (best && best.height <= size.height ? best : next()), null);
}

function createBoard({width, height}, depth) {
  const board = {tiles: [], labels: [], marks: [], signs: [], width, height};
  let x = MARGIN;
  let y = TOP;
  let tall = 0;

  const turn = () => {
    if (x === MARGIN) return;
    x = MARGIN;
    y += tall;
    tall = 0;
  };
  /** From the upper edge of a line to its products. */
  const product = ({head, h}) => head + depth * h + APART;
  const label = (text, at, tile, quiet = false) => board.labels.push({x: x - 8, y: y + at + tile.h / 2, text, quiet});

  /** The names of the rows, before the first column of a line. */
  const names = ({labels}, tile, wide) => {
    const first = x === MARGIN;
    const bare = labels.length === 1;
    x += wide;
    if (tile === SMALL) {
      label("all", 0, tile, true);
      return;
    }
    labels.forEach((text, row) => label(text, bare ? product(tile) : tile.head + (depth - labels.length + row) * tile.h, tile));
    if (!first) return;
    if (!bare) label("product", product(tile), tile, true);
    if (tile.sum) label("sum", product(tile) + tile.h + (tile.sum - tile.h) / 2, tile, true);
  };

  const column = ({factors, value, sum}, head, tile, most) => {
    const bare = factors.length === 1;
    const add = (at, part, h = tile.h) => board.tiles.push(Object.assign({x, y: y + at, w: tile.w - 2, h: h - 2}, part));
    factors.forEach((factor, row) => add(bare ? product(tile) : tile.head + (depth - factors.length + row) * tile.h, factor));
    if (!bare) add(product(tile), {value, pick: null, product: true, factors, bar: most ? value / most : 0}, most ? BAR : tile.h);
    if (tile.head) board.marks.push({x: x + tile.w / 2 - 1, y: y + (bare ? product(tile) - tile.head / 2 - 1 : tile.head / 2), text: head, room: tile.w});
    if (tile.sum) board.marks.push({x: x + tile.w / 2 - 1, y: y + product(tile) + tile.h + tile.sum / 2, value: sum, room: tile.w - 3});
    x += tile.w;
  };

  const group = (one, tile, most = 0) => {
    const {labels, heads, terms} = one;
    const wide = () => Math.min(MOST_LABEL, Math.max(x === MARGIN ? LEAST_LABEL : 30, 14 + LETTER * Math.max(...labels.map((text) => text.length))));
    const room = width - MARGIN;
    if (x + wide() + terms.length * tile.w > room && x + wide() + Math.min(4, terms.length) * tile.w > room) turn();
    terms.forEach((term, k) => {
      if (k && x + tile.w > room) turn();
      tall = Math.max(tall, product(tile) + (most ? BAR : tile.h) + tile.sum + tile.apart);
      if (!k || x === MARGIN) names(one, tile, wide());
      column(term, heads[k] || "", tile, most);
    });
    x += 14;
  };

  return {
    group,
    /** The largest terms of many, as many as fill a line, and below them all as they come. */
    grid(one) {
      const {labels, heads, terms} = one;
      const order = terms.map((_, k) => k).sort((a, b) => Math.abs(terms[b].value) - Math.abs(terms[a].value));
      turn();
      const shown = order.slice(0, Math.floor((width - 2 * MARGIN - MOST_LABEL) / LARGEST.w));
      group({labels, heads: shown.map((k) => heads[k]), terms: shown.map((k) => terms[k])}, LARGEST);
      turn();
      group(one, SMALL, Math.max(1e-30, Math.abs(terms[order[0]].value)));
      turn();
    },
    results({total, closing}, own, tile) {
      const each = RESULT.before + RESULT.w + RESULT.after;
      if (x + (total ? 2 : 1) * each > width - MARGIN) turn();
      tall = Math.max(tall, product(tile) + tile.h + RESULT.h);
      const add = ({text, value}, sign, last) => {
        const middle = y + product(tile) + tile.h / 2 - 1;
        board.signs.push({x: x + RESULT.before / 2, y: middle, text: sign});
        x += RESULT.before;
        board.tiles.push({x, y: middle - RESULT.h / 2, w: RESULT.w, h: RESULT.h, value, pick: null, text, result: true, own: last});
        x += RESULT.w + RESULT.after;
      };
      if (total) add(total, "=", false);
      add(own, closing || "=", true);
    },
    done() {
      turn();
      return Object.assign(board, {height: Math.max(height, y + 8)});
    },
  };
}
