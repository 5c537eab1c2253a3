const ROW = 26;
const TOP = 16;
const LEFT = 52;
const LEAST_BOX = 22;
const MOST_BOX = 84;
/** The width of a letter in a box of several, in pixels, and the room of the number beside a box. */
const LETTER = 8;
const BESIDE = 44;

/**
 * Where the nodes of a search tree stand: a column a step, in each the children in the order of their parents, so that
 * no two edges cross. Of what is dropped only the likeliest of each step are shown.
 *
 * @param {!Array<!Array<?>>} steps as the core answers: {id, parent, symbol, p, logp, kept, finished}
 * @param {number} dropped how many dropped nodes a step shows
 * @param {number} width of what is there to draw on
 * @param {number} letters of the longest name
 * @return {{nodes: !Array<?>, hidden: !Array<number>, width: number, height: number, column: number, box: number}}
 */
export function layoutTree(steps, dropped, width, letters) {
  const box = Math.max(LEAST_BOX, Math.min(MOST_BOX, letters > 1 ? letters * LETTER + 12 : 0));
  const wanted = (width - LEFT - 20) / Math.max(1, steps.length);
  const column = Math.max(box + BESIDE, Math.min(box + 2 * BESIDE + 8, wanted));
  const places = new Map();
  const hidden = [];
  const columns = steps.map((step, t) => {
    const lost = step.filter(({kept}) => !kept).sort((a, b) => b.logp - a.logp);
    const shown = step.filter(({kept}) => kept).concat(lost.slice(0, dropped));
    hidden.push(Math.max(0, lost.length - dropped));
    const rank = (node) => (places.has(node.parent) ? places.get(node.parent).rank : 0);
    shown.sort((a, b) => rank(a) - rank(b) || b.logp - a.logp);
    return shown.map((node, k) => {
      const place = {node, rank: k, x: LEFT + (t + 0.5) * column, y: 0, parent: places.get(node.parent) || null, t};
      places.set(node.id, place);
      return place;
    });
  });
  const most = Math.max(1, ...columns.map((list) => list.length));
  const height = 2 * TOP + most * ROW + 12;
  for (const list of columns) {
    list.forEach((place, k) => {
      place.y = TOP + (k + 0.5 + (most - list.length) / 2) * ROW;
    });
  }
  return {nodes: columns.flat(), hidden, width: Math.max(width, LEFT + steps.length * column + 20), height, column, box};
}

/**
 * The tree, from left to right. Pure: the same arguments paint the same pixels.
 *
 * @param {?} ctx a 2-D context
 * @param {?} layout as layoutTree returns it
 * @param {{palette: ?, best: !Set<number>, hover: ?, start: string, name: function(string): string, write:
 *     function(number): string, more: function(number): string}} options best: the ids of the best path
 */
export function drawTree(ctx, {nodes, hidden, height, column, box}, {palette, best, hover, start, name, write, more}) {
  const root = {x: LEFT - 24, y: height / 2 - 6};
  const lit = new Set();
  for (let place = hover; place; place = place.parent) lit.add(place.node.id);
  const order = (place) => (best.has(place.node.id) ? 2 : place.node.kept ? 1 : 0);
  const sorted = nodes.slice().sort((a, b) => order(a) - order(b));
  for (const place of sorted) {
    edge(ctx, place.parent || root, place, box, palette, best.has(place.node.id), lit.has(place.node.id));
  }

  ctx.font = "11px " + palette.font;
  ctx.fillStyle = palette.quiet;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.beginPath();
  ctx.arc(root.x, root.y, 4, 0, 2 * Math.PI);
  ctx.fillStyle = palette.accent;
  ctx.fill();
  ctx.fillStyle = palette.quiet;
  ctx.fillText(start, root.x, root.y + 16, 48);

  for (const place of sorted) {
    node(ctx, place, box, palette, best.has(place.node.id), lit.has(place.node.id), name, write);
  }
  ctx.font = "11px " + palette.font;
  ctx.fillStyle = palette.quiet;
  ctx.textAlign = "center";
  hidden.forEach((n, t) => {
    if (n > 0) ctx.fillText(more(n), LEFT + (t + 0.5) * column, height - 9);
  });
}

function edge(ctx, from, to, box, palette, best, lit) {
  const x = from.node ? from.x + box / 2 + 24 : from.x + 4;
  const end = to.x - (to.node.finished ? LEAST_BOX : box) / 2;
  const middle = (x + end) / 2;
  ctx.beginPath();
  ctx.moveTo(from.node ? from.x + box / 2 : x, from.y);
  ctx.lineTo(x, from.y);
  ctx.bezierCurveTo(middle, from.y, middle, to.y, end, to.y);
  ctx.strokeStyle = best || lit ? palette.accent : palette.edge;
  ctx.lineWidth = best ? 3.4 : to.node.kept ? 2 : 1;
  ctx.globalAlpha = best || lit || to.node.kept ? 1 : 0.5;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function node(ctx, {x, y, node: {symbol, p, kept, finished}}, box, palette, best, lit, name, write) {
  const text = name(symbol);
  ctx.font = (kept ? "600 13px " : "12px ") + palette.font;
  const half = finished ? LEAST_BOX / 2 : box / 2;
  if (kept || lit) {
    ctx.beginPath();
    ctx.roundRect(x - half, y - 10, 2 * half, 20, finished ? 10 : 4);
    ctx.fillStyle = best ? palette.accent : palette.surface;
    ctx.fill();
    ctx.strokeStyle = best || lit ? palette.accent : palette.edge;
    ctx.lineWidth = 1.4;
    ctx.stroke();
  } else {
    ctx.fillStyle = palette.ground;
    ctx.fillRect(x - half, y - 8, 2 * half, 16);
  }
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = best ? palette.onAccent : kept ? palette.ink : palette.quiet;
  ctx.fillText(text, x, y + 0.5, 2 * half - 3);
  ctx.font = "11px " + palette.font;
  ctx.textAlign = "left";
  const said = write(p);
  const wide = ctx.measureText(said).width;
  ctx.fillStyle = palette.ground;
  ctx.fillRect(x + half + 1, y - 6, wide + 3, 12);
  ctx.fillStyle = best ? palette.accent : palette.quiet;
  ctx.fillText(said, x + half + 2, y + 0.5);
}

/**
 * @param {?} layout
 * @param {?{x: number, y: number}} at
 * @return {?} the node at a point, or null
 */
export function nodeAt({nodes, box}, at) {
  if (!at) return null;
  const left = box / 2 + 4;
  const right = box / 2 + 28;
  return nodes.find(({x, y}) => Math.abs(at.y - y) < ROW / 2 && at.x > x - left && at.x < x + right) || null;
}
