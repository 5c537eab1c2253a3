/** The words for the ways a gradient comes back by, for saturated units and for the last update, in English. */

const percent = (share) => (share > 0 && share < 0.005 ? "under 1 %" : Math.round(share * 100) + " %");

/** What a gradient came through, by the name the core has for it; of what is the state it came to. */
const ways = {
  above: "from above",
  h: {c: "through h(t)", h: "straight along h"},
  c: "along c",
  i: "through i",
  f: "through f",
  g: "through g",
  o: "through o",
  r: "through r",
  z: "through z",
  n: "through n",
  Wh: "through Wh",
};

export const paths = {
  percent,
  way: (state, by) => (typeof ways[by] === "object" ? ways[by][state] : ways[by] || by),
  title: (state) => "∂L/∂" + state,
  came: (state, t, parts) => "∂L/∂" + state + "(" + t + ") came " + parts.map(({by, share}) =>
    percent(share) + " " + paths.way(state, by)).join(", ") + ".",
  none: (state, t) => "No gradient comes to " + state + "(" + t + ").",
  column: (state, by) => "∂L/∂" + state + " " + paths.way(state, by),
  legend: "By which way it came:",
  norm: (state, by, norm) => "‖∂L/∂" + state + "‖ " + paths.way(state, by) + ": " + norm,
  size: (name, t, size) => "‖" + name + "(" + t + ")‖ = " + size,
  flag: (n, size) => n + " of " + size,
  saturated: (name, {count, low, high, size, gate}) => {
    const ends = [high ? high + (gate ? " open" : " near 1") : "", low ? low + (gate ? " shut" : " near −1") : ""];
    return name + ": " + count + " of " + size + " saturated" + (count ? " (" + ends.filter(Boolean).join(", ") + ")" : "");
  },
  fates: {
    vanishes: (times, from, to) => "∂L(" + from + ")/∂h falls by a factor of " + times + " from step " + from + " to step " + to + ": vanishing.",
    gone: (from, to) => "Nothing of ∂L(" + from + ")/∂h reaches step " + to + ": vanishing.",
    explodes: (times, from, to) => "∂L(" + from + ")/∂h grows by a factor of " + times + " from step " + from + " to step " + to + ": exploding.",
    boundless: (from, to) => "∂L(" + from + ")/∂h grows beyond all numbers from step " + from + " to step " + to + ": exploding.",
    cut: (from, to) => "∂L(" + from + ")/∂h is cut before step " + to + ".",
  },
};
