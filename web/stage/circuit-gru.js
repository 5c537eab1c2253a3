import {inputs} from "./circuit-lstm.js";
import {streamWidth} from "./streams.js";

/**
 * The GRU cell: h on its conveyor, its gate keeping what was and letting the candidate n in, r choosing what n may see.
 * As other books write it, the gate is u and says how much is written; else z, how much is kept.
 *
 * @param {?} board
 * @param {?} layer
 */
export function gruCircuit(board, layer) {
  board.measure(6, 3, 244);
  const {h, w, width, prefix, t, past: from} = board;
  const at = (k) => board.column(k, 6);
  const top = 62 + h / 2;
  const middle = top + h + 72;
  const low = middle + h + 60;
  const bus = Math.min(board.height - 30, low + h / 2 + 30);
  const wide = streamWidth(w) / 2;
  const before = board.reset === "before";
  const writes = board.has("u");
  const told = prefix + "h";
  const past = board.box("h", -1, at(0), top);
  const half = Math.min(24, past.h * 0.42);
  const after = board.box("h", 0, at(5), top);
  const share = (k) => [at(k) + 10, bus - 11, "left"];
  const gate = (name, shown, k, sign) => {
    const value = board.box(shown, 0, at(k), middle, {shared: name === "n", wired: name === "z"});
    const a = board.box("a." + name, 0, at(k), low);
    board.squashed(a, value, name, at(k), sign);
    board.wire([[at(k), bus], [at(k), a.y + a.h + 2]], {arrow: true, tensor: a.tensor, t,
      back: name === "n" ? "da.n" : {state: "h", by: [name], t: from, at: share(k)}});
    return value;
  };
  const z = gate("z", writes ? "u" : "z", 1, writes ? "σ(−a)" : "σ");
  const r = gate("r", "r", 2, "σ");
  const n = gate("n", "n", 4, "tanh");
  const m = board.box("m", 0, at(3), low, {shared: true});
  const plus = board.landing(n);
  const dz = writes ? "du" : "dz";

  const zx = board.socket(z);
  board.stream(told, from, [past.x + past.w + 1, top], [zx, top],
    {of: told, back: {state: "h", by: ["h"], t: from, at: [(past.x + past.w + zx) / 2, top - half - 8, "center"]}});
  board.stream(told, from, [zx, top], [plus, top], {gate: z.tensor, inverted: writes, of: told, back: "dh"});
  board.stream(told, t, [plus, top], [after.x - 1, top], {of: told, back: "dh"});
  board.stream(told, t, [after.x + after.w + 1, top], [width - 4, top], {});
  board.arrivals(after, top, ["h", "r", "z", "n"]);
  board.valve(zx, top, z.tensor, true, {inverted: writes, of: told});
  board.wire([[zx, z.y - 2], [zx, top + half + 5]], {control: true, tensor: z.tensor, t, of: told, back: dz});
  board.formula(zx + 10, top + half + 18, writes ? "(1 − u) ⊙ h′" : "z ⊙ h′");
  board.operator(plus, top, "+", told);

  const writeY = (top + half + n.y) / 2 + 2;
  board.stream(prefix + "n", t, [plus, n.y - 1], [plus, writeY], {of: told, back: "dn"});
  board.stream(prefix + "n", t, [plus, writeY], [plus, top], {gate: z.tensor, inverted: !writes, of: told, back: "dh"});
  board.valve(plus, writeY, z.tensor, false, {inverted: !writes, of: told});
  board.wire([[zx + 1, writeY], [plus - wide - 4, writeY]], {control: true, tensor: z.tensor, t, of: told});
  if (!writes) board.operator((at(2) + at(3)) / 2, writeY, "1−", told);
  board.formula(plus + wide + 6, writeY, writes ? "u ⊙ n" : "(1 − z) ⊙ n");

  const valveX = board.landing(m);
  const candidate = prefix + "a.n";
  const share3 = [valveX - wide - 8, middle - 26, "right"];
  if (before) {
    const link = (top + half + writeY) / 2 + 4;
    board.wire([[at(0), past.y + past.h + 2], [at(0), link], [valveX, link], [valveX, middle - 24]],
      {tensor: past.tensor, t: from, of: m.tensor, back: {state: "h", by: ["n"], t: from, at: share3}});
    board.stream(told, from, [valveX, middle - 24], [valveX, middle], {of: m.tensor});
    board.stream(told, from, [valveX, middle], [valveX, m.y - 1], {gate: r.tensor, of: m.tensor, back: "dm"});
    board.valve(valveX, middle, r.tensor, false, {of: m.tensor});
    board.wire([[r.x + r.w + 2, middle], [valveX - wide - 4, middle]], {control: true, tensor: r.tensor, t, of: m.tensor, back: "dr"});
    board.formula(valveX - wide - 6, middle + 16, "r ⊙ h′", "right");
    board.wire([[m.x + m.w + 2, low], [at(4) - w / 2 - 2, low]], {arrow: true, tensor: m.tensor, t, of: candidate, back: "dm"});
  } else {
    board.wire([[valveX, bus], [valveX, m.y + m.h + 2]], {arrow: true, tensor: m.tensor, t,
      back: {state: "h", by: ["n"], t: from, at: [valveX + 10, bus - 11, "left"]}});
    board.stream(prefix + "m", t, [valveX, m.y - 1], [valveX, middle], {of: candidate, back: "dm"});
    board.valve(valveX, middle, r.tensor, false, {of: candidate});
    board.wire([[r.x + r.w + 2, middle], [valveX - wide - 4, middle]], {control: true, tensor: r.tensor, t, of: candidate, back: "dr"});
    board.wire([[valveX + wide + 2, middle], [(at(3) + at(4)) / 2, middle], [(at(3) + at(4)) / 2, low], [at(4) - w / 2 - 2, low]],
      {arrow: true, tensor: m.tensor, t, of: candidate, back: "da.n"});
    board.formula(valveX, middle - half - 4, "r ⊙ m", "center");
  }
  inputs(board, bus, low, 5, before ? ["r", "z"] : ["r", "z", "n"]);
  board.formula(at(1) + 10, bus + 14, before ? "a = Wx x + Wh h′ + b,  a.n = Wx x + Wh m + b"
    : "a = Wx x + Wh h′ + b,  m = Wh h′ + bhn,  a.n = Wx x + b + r ⊙ m");
}
