/**
 * Places for the labels of points, none over another: each label stands beside its point, on one of eight sides, and
 * one that finds no room is left out.
 */

/** Where a label can stand around its point: the direction from it, the likeliest first. */
const SIDES = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]];

/**
 * Pure. Labels that come first in `order` find room first; one that stood somewhere before stays there if it can, so
 * that a map that moves does not flicker.
 *
 * @param {!Array<{x: number, y: number}>} spots
 * @param {!Array<number>} widths of the labels
 * @param {!Array<number>} order the points, most important first
 * @param {{width: number, height: number, tall: number, gap: number, lit: number}} room lit: as many of the first stand
 *     out, and their labels may lie over the points of the others
 * @param {!Array<number>} before the side each label had, −1 for none
 * @return {!Array<number>} the side of each label, −1 for those left out
 */
export function placeLabels(spots, widths, order, room, before) {
  const sides = spots.map(() => -1);
  const taken = [];
  const dots = spots.map(({x, y}) => ({left: x - 3, right: x + 3, top: y - 3, bottom: y + 3}));
  const lit = order.slice(0, room.lit);
  for (const k of order) {
    const shown = lit.includes(k) ? lit : order;
    const kept = before[k];
    const tried = SIDES.map((_, side) => side);
    if (kept > 0) tried.unshift(...tried.splice(kept, 1));
    const free = tried.find((side) => {
      const box = boxOf(spots[k], widths[k], side, room);
      const inside = box.left >= 2 && box.right <= room.width - 2 && box.top >= 2 && box.bottom <= room.height - 2;
      return inside && !taken.some((other) => meet(box, other)) && !shown.some((j) => j !== k && meet(box, dots[j]));
    });
    if (free === undefined) continue;
    sides[k] = free;
    taken.push(boxOf(spots[k], widths[k], free, room));
  }
  return sides;
}

/**
 * The room a label takes beside its point.
 *
 * @param {{x: number, y: number}} spot
 * @param {number} width
 * @param {number} side
 * @param {{tall: number, gap: number}} room
 * @return {{left: number, right: number, top: number, bottom: number}}
 */
export function boxOf({x, y}, width, side, {tall, gap}) {
  const [across, down] = SIDES[side];
  const reach = down === 0 || across === 0 ? gap : gap * 0.5;
  const left = across > 0 ? x + reach : across < 0 ? x - reach - width : x - width / 2;
  const top = down > 0 ? y + reach * 0.6 : down < 0 ? y - reach * 0.6 - tall : y - tall / 2;
  return {left, right: left + width, top, bottom: top + tall};
}

const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
