import {inputs} from "./circuit-lstm.js";
import {streamWidth} from "./streams.js";

/**
 * The GRU cell: h on its conveyor, z keeping what was and letting the candidate n in, r choosing what n may see.
 *
 * @param {?} board
 * @param {?} layer
 */
export function gruCircuit(board, layer) {
  board.measure(6, 3, 248);
  const {h, w, width, height, prefix, t} = board;
  const at = (k) => board.column(k, 6);
  const top = 62 + h / 2;
  const middle = top + h + 74;
  const low = middle + h + 58;
  const bus = Math.min(height - 30, low + h / 2 + 30);
  const wide = streamWidth(w) / 2;
  const before = board.reset === "before";
  const past = board.box("h", -1, at(0), top);
  const half = Math.min(24, past.h * 0.42);
  const after = board.box("h", 0, at(5), top);
  const gate = (name, k, sign) => {
    const value = board.box(name, 0, at(k), middle, {shared: name === "n", wired: name === "z"});
    const a = board.box("a." + name, 0, at(k), low);
    board.wire([[at(k), a.y - 2], [at(k), value.y + value.h + 2]], {arrow: true, tensor: a.tensor, t});
    board.operator(at(k), (a.y + value.y + value.h) / 2, sign);
    board.wire([[at(k), bus], [at(k), a.y + a.h + 2]], {arrow: true, tensor: a.tensor, t});
    return value;
  };
  const z = gate("z", 1, "σ");
  const r = gate("r", 2, "σ");
  const n = gate("n", 4, "tanh");
  const m = board.box("m", 0, at(3), low, {shared: true});
  const plus = board.landing(n);

  const zx = board.socket(z);
  board.stream(prefix + "h", board.past, [past.x + past.w + 1, top], [zx, top], null);
  board.stream(prefix + "h", board.past, [zx, top], [plus, top], z.tensor);
  board.stream(prefix + "h", t, [plus, top], [after.x - 1, top], null);
  board.stream(prefix + "h", t, [after.x + after.w + 1, top], [width - 4, top], null);
  board.valve(zx, top, z.tensor, true);
  board.wire([[zx, z.y - 2], [zx, top + half + 5]], {control: true, tensor: z.tensor, t});
  board.formula(zx + 10, top + half + 18, "z ⊙ h′");
  board.operator(plus, top, "+");

  const writeY = (top + half + n.y) / 2 + 2;
  board.stream(prefix + "n", t, [plus, n.y - 1], [plus, writeY], null);
  board.stream(prefix + "n", t, [plus, writeY], [plus, top], z.tensor, true);
  board.valve(plus, writeY, z.tensor, false, true);
  board.wire([[zx + 1, writeY], [plus - wide - 4, writeY]], {control: true, tensor: z.tensor, t});
  board.operator((at(2) + at(3)) / 2, writeY, "1−");
  board.formula(plus + wide + 6, writeY, "(1 − z) ⊙ n");

  const valveX = board.landing(m);
  if (before) {
    const link = (top + half + writeY) / 2 + 4;
    board.wire([[at(0), past.y + past.h + 2], [at(0), link], [valveX, link], [valveX, middle - 24]], {tensor: past.tensor, t: board.past});
    board.stream(prefix + "h", board.past, [valveX, middle - 24], [valveX, middle], null);
    board.stream(prefix + "h", board.past, [valveX, middle], [valveX, m.y - 1], r.tensor);
    board.valve(valveX, middle, r.tensor, false);
    board.wire([[r.x + r.w + 2, middle], [valveX - wide - 4, middle]], {control: true, tensor: r.tensor, t});
    board.formula(valveX - wide - 6, middle + 16, "r ⊙ h′", "right");
    board.wire([[m.x + m.w + 2, low], [at(4) - w / 2 - 2, low]], {arrow: true, tensor: m.tensor, t});
  } else {
    board.wire([[valveX, bus], [valveX, m.y + m.h + 2]], {arrow: true, tensor: m.tensor, t});
    board.stream(prefix + "m", t, [valveX, m.y - 1], [valveX, middle], null);
    board.valve(valveX, middle, r.tensor, false);
    board.wire([[r.x + r.w + 2, middle], [valveX - wide - 4, middle]], {control: true, tensor: r.tensor, t});
    board.wire([[valveX + wide + 2, middle], [(at(3) + at(4)) / 2, middle], [(at(3) + at(4)) / 2, low], [at(4) - w / 2 - 2, low]], {arrow: true, tensor: m.tensor, t});
    board.formula(valveX, middle - half - 4, "r ⊙ m", "center");
  }
  inputs(board, bus, low, 5);
  board.formula(at(1) + 10, bus + 14, before ? "a = Wx x + Wh h′ + b,  a.n = Wx x + Wh m + b" : "a = Wx x + Wh h′ + b,  m = Wh h′ + bhn,  a.n = Wx x + b + r ⊙ m");
}
