import {streamWidth} from "./streams.js";

/**
 * The LSTM cell: c on its conveyor above, the gates beneath it as valves, what they were computed from beneath them.
 *
 * @param {?} board
 * @param {?} layer
 */
export function lstmCircuit(board, layer) {
  board.measure(6, 3, 248);
  const {w, h, width, height, prefix, t} = board;
  const at = (k) => board.column(k, 6);
  const top = 62 + h / 2;
  const middle = top + h + 74;
  const low = middle + h + 58;
  const bus = Math.min(height - 30, low + h / 2 + 30);
  const before = board.box("c", -1, at(0), top);
  const after = board.box("c", 0, at(4), top);
  const gates = ["f", "i", "g", "o"].map((name, k) => {
    const gate = board.box(name, 0, at(k + 1), middle, {shared: name === "g", wired: name === "f" || name === "i"});
    const a = board.box("a." + name, 0, at(k + 1), low);
    const sign = name === "g" ? "tanh" : "σ";
    board.wire([[at(k + 1), a.y - 2], [at(k + 1), gate.y + gate.h + 2]], {arrow: true, tensor: a.tensor, t});
    board.operator(at(k + 1), (a.y + gate.y + gate.h) / 2, sign);
    board.wire([[at(k + 1), bus], [at(k + 1), a.y + a.h + 2]], {arrow: true, tensor: a.tensor, t});
    return gate;
  });
  const [f, i, g, o] = gates;
  const hidden = board.box("h", 0, at(5), low, {shared: true});

  // The conveyor: what is kept of c(t−1), what is written into it.
  const half = Math.min(24, before.h * 0.42);
  const fx = board.socket(f);
  const ix = board.socket(i);
  const plus = board.landing(g);
  const out = board.landing(hidden);
  const wide = streamWidth(w) / 2;
  board.stream(prefix + "c", board.past, [before.x + before.w + 1, top], [fx, top], null);
  board.stream(prefix + "c", board.past, [fx, top], [plus, top], f.tensor);
  board.stream(prefix + "c", t, [plus, top], [after.x - 1, top], null);
  board.stream(prefix + "c", t, [after.x + after.w + 1, top], [width - 4, top], null);
  board.valve(fx, top, f.tensor, true);
  board.wire([[fx, f.y - 2], [fx, top + half + 5]], {control: true, tensor: f.tensor, t});
  board.formula(fx + 10, top + half + 20, "f ⊙ c′");

  const writeY = (top + half + g.y) / 2 + 2;
  board.stream(prefix + "g", t, [plus, g.y - 1], [plus, writeY], null);
  board.stream(prefix + "g", t, [plus, writeY], [plus, top], i.tensor);
  board.valve(plus, writeY, i.tensor, false);
  board.wire([[ix, i.y - 2], [ix, writeY], [plus - wide - 4, writeY]], {control: true, tensor: i.tensor, t});
  board.operator(plus, top, "+");
  board.formula(plus + wide + 6, writeY, "i ⊙ g");

  // The way out: h is what o lets through of tanh c.
  const tanhY = (top + half + middle) / 2 - 2;
  board.stream(prefix + "c", t, [out, top + half], [out, middle], null);
  board.stream(prefix + "c", t, [out, middle], [out, hidden.y - 1], o.tensor);
  board.operator(out, tanhY, "tanh");
  board.valve(out, middle, o.tensor, false);
  board.wire([[o.x + o.w + 2, middle], [out - wide - 4, middle]], {control: true, tensor: o.tensor, t});
  board.wire([[hidden.x + hidden.w + 2, low], [width - 6, low]], {arrow: true, tensor: hidden.tensor, t});
  inputs(board, bus, low, 5);
  board.formula(at(1) + 10, bus + 14, "a = Wx x + Wh h′ + b");
}

/**
 * h(t−1) and x(t) at the left, running along the bus under the gates.
 *
 * @param {?} board
 * @param {number} bus
 * @param {number} low
 * @param {number} last
 * @param {number=} total
 */
export function inputs(board, bus, low, last, total = 6) {
  const at = (k) => board.column(k, total);
  const {t, h} = board;
  const hidden = board.box("h", -1, at(0), low - Math.max(12, h * 0.2));
  const x = board.box("x", 0, at(0), bus + 2, {flat: true});
  const lane = (at(0) + hidden.w / 2 + at(1) - board.w / 2) / 2 + 2;
  board.wire([[hidden.x + hidden.w + 2, hidden.cy], [lane, hidden.cy], [lane, bus]], {tensor: hidden.tensor, t: board.past});
  board.wire([[x.x + x.w + 2, bus], [at(last - 1), bus]], {tensor: x.tensor, t});
  board.plate(lane, (hidden.cy + bus) / 2, "Wh", "Wh");
  board.plate((x.x + x.w + 2 + lane) / 2, bus, "Wx", "Wx");
}
