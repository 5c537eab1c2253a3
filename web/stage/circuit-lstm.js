import {streamWidth} from "./streams.js";

const GATES = ["i", "f", "g", "o"];

/**
 * The LSTM cell: c on its conveyor above, the gates beneath it as valves, what they were computed from beneath them.
 *
 * @param {?} board
 * @param {?} layer
 */
export function lstmCircuit(board, layer) {
  board.measure(6, 3, 244);
  const {w, h, width, height, prefix, t, past} = board;
  const at = (k) => board.column(k, 6);
  const top = 62 + h / 2;
  const middle = top + h + 72;
  const low = middle + h + 60;
  const bus = Math.min(height - 30, low + h / 2 + 30);
  const before = board.box("c", -1, at(0), top);
  const after = board.box("c", 0, at(4), top);
  const gates = ["f", "i", "g", "o"].map((name, k) => {
    const gate = board.box(name, 0, at(k + 1), middle, {shared: name === "g", wired: name === "f" || name === "i"});
    const a = board.box("a." + name, 0, at(k + 1), low);
    board.squashed(a, gate, name, at(k + 1), name === "g" ? "tanh" : "σ");
    board.wire([[at(k + 1), bus], [at(k + 1), a.y + a.h + 2]], {arrow: true, tensor: a.tensor, t,
      back: {state: "h", by: [name], t: past, at: [at(k + 1) + 10, bus - 11, "left"]}});
    return gate;
  });
  const [f, i, g, o] = gates;
  const hidden = board.box("h", 0, at(5), low, {shared: true});
  const c = prefix + "c";
  const told = prefix + "h";

  // The conveyor: what is kept of c(t−1), what is written into it.
  const half = Math.min(24, before.h * 0.42);
  const fx = board.socket(f);
  const ix = board.socket(i);
  const plus = board.landing(g);
  const out = board.landing(hidden);
  const wide = streamWidth(w) / 2;
  const kept = {state: "c", by: ["c"], t: past, at: [(before.x + before.w + fx) / 2, top - half - 8, "center"]};
  board.stream(c, past, [before.x + before.w + 1, top], [fx, top], {of: c, back: kept});
  board.stream(c, past, [fx, top], [plus, top], {gate: f.tensor, of: c, back: "dc"});
  board.stream(c, t, [plus, top], [after.x - 1, top], {of: c, back: "dc"});
  board.stream(c, t, [after.x + after.w + 1, top], [width - 4, top],
    {back: {state: "c", by: ["c"], at: [width - 12, top - half - 8, "right"]}});
  board.valve(fx, top, f.tensor, true, {of: c});
  board.wire([[fx, f.y - 2], [fx, top + half + 5]], {control: true, tensor: f.tensor, t, of: c, back: "df"});
  board.formula(fx + 10, top + half + 20, "f ⊙ c′");

  const writeY = (top + half + g.y) / 2 + 2;
  board.stream(prefix + "g", t, [plus, g.y - 1], [plus, writeY], {of: c, back: "dg"});
  board.stream(prefix + "g", t, [plus, writeY], [plus, top], {gate: i.tensor, of: c, back: "dc"});
  board.valve(plus, writeY, i.tensor, false, {of: c});
  board.wire([[ix, i.y - 2], [ix, writeY], [plus - wide - 4, writeY]], {control: true, tensor: i.tensor, t, of: c, back: "di"});
  board.operator(plus, top, "+", c);
  board.formula(plus + wide + 6, writeY, "i ⊙ g");

  // The way out: h is what o lets through of tanh c.
  const tanhY = (top + half + middle) / 2 - 2;
  board.stream(c, t, [out, top + half], [out, middle], {of: told,
    back: {state: "c", by: ["h"], at: [out + wide + 6, tanhY + 22, "left"]}});
  board.stream(c, t, [out, middle], [out, hidden.y - 1], {gate: o.tensor, of: told, back: "dh"});
  board.operator(out, tanhY, "tanh", told);
  board.valve(out, middle, o.tensor, false, {of: told});
  board.wire([[o.x + o.w + 2, middle], [out - wide - 4, middle]], {control: true, tensor: o.tensor, t, of: told, back: "do"});
  board.onward(hidden, low, GATES);
  inputs(board, bus, low, 5, GATES);
  board.formula(at(1) + 10, bus + 14, "a = Wx x + Wh h′ + b");
}

/**
 * h(t−1) and x(t) at the left, running along the bus under the gates.
 *
 * @param {?} board
 * @param {number} bus
 * @param {number} low
 * @param {number} last
 * @param {!Array<string>} by the gates that read h(t−1) from the bus
 */
export function inputs(board, bus, low, last, by) {
  const at = (k) => board.column(k, 6);
  const {t, h, past} = board;
  const hidden = board.box("h", -1, at(0), low - Math.max(12, h * 0.2));
  const x = board.box("x", 0, at(0), bus + 2, {flat: true});
  const lane = (at(0) + hidden.w / 2 + at(1) - board.w / 2) / 2 + 2;
  const of = board.prefix + "a";
  board.wire([[hidden.x + hidden.w + 2, hidden.cy], [lane, hidden.cy], [lane, bus], [at(last - 1), bus]],
    {tensor: hidden.tensor, t: past, of, back: {state: "h", by, t: past}});
  board.wire([[x.x + x.w + 2, bus], [lane, bus]], {tensor: x.tensor, t, of, back: board.toInput});
  board.plate(lane, (hidden.cy + bus) / 2, "Wh", "Wh");
  board.plate(lane + 2, bus, "Wx", "Wx");
}
