import {stage as strings} from "../text/en.stage.js";

/**
 * The Jordan cell and the head it feeds back: input and past output, weighed and summed, squashed, and answered.
 *
 * @param {?} board
 * @param {?} layer
 */
export function jordanCircuit(board, layer) {
  board.measure(6, 2, 190);
  const {h, width, height, t} = board;
  const at = (k) => board.column(k, 6);
  const top = 78 + h / 2;
  const low = Math.min(height - 60 - h / 2, top + h + 76);
  const middle = (top + low) / 2;
  const linear = board.head === "linear";
  const past = board.box("y", -1, at(0), top);
  const x = board.box("x", 0, at(0), low);
  const sum = at(0) + (at(1) - at(0)) * 0.8;
  const a = board.box("a", 0, at(1) + (at(2) - at(1)) * 0.4, middle);
  const hidden = board.box("h", 0, at(linear ? 3 : 2.7), middle);
  const logits = linear ? null : board.box("logits", 0, at(3.95), middle);
  const y = board.box("y", 0, at(5), middle);
  const entry = logits || y;
  const error = logits ? "dlogits" : "dy";
  board.wire([[past.x + past.w + 2, top], [sum, top], [sum, middle - 11]], {arrow: true, tensor: past.tensor,
    t: board.past, of: a.tensor, back: "da"});
  board.wire([[x.x + x.w + 2, low], [sum, low], [sum, middle + 11]], {arrow: true, tensor: x.tensor, t, of: a.tensor,
    back: board.toInput});
  board.wire([[sum + 10, middle], [a.x - 3, middle]], {arrow: true, tensor: a.tensor, t, back: "da"});
  board.wire([[a.x + a.w + 2, middle], [hidden.x - 3, middle]], {arrow: true, tensor: hidden.tensor, t, back: "da"});
  board.wire([[hidden.x + hidden.w + 2, middle], [entry.x - 3, middle]], {arrow: true, tensor: entry.tensor, t, back: "dh"});
  if (logits) {
    board.wire([[logits.x + logits.w + 2, middle], [y.x - 3, middle]], {arrow: true, tensor: y.tensor, t,
      back: {name: error, gradient: error}});
  }
  const back = middle - y.h / 2 - 40;
  board.wire([[y.x + y.w + 2, middle], [width - 18, middle], [width - 18, back], [width - 4, back]], {arrow: true,
    tensor: y.tensor, t});
  board.formula(width - 26, back - 1, strings.onward, "right");
  board.operator(sum, middle, "+", a.tensor);
  board.operator((a.x + a.w + hidden.x) / 2, middle, board.squash, hidden.tensor);
  const heads = {tanh: "tanh", sigmoid: "σ", relu: "ReLU", linear: "=", threshold: "> 0", softmax: "softmax"};
  if (logits) board.operator((logits.x + logits.w + y.x) / 2, middle, heads[board.head], y.tensor);
  board.plate((past.x + past.w + sum) / 2, top, "Wh", "Wh");
  board.plate((x.x + x.w + sum) / 2, low, "Wx", "Wx");
  board.plate((hidden.x + hidden.w + entry.x) / 2, middle, "Wy", "Wy");
  board.formula(a.cx, a.y + a.h + 44, "a = Wx x + Wh y′ + b", "center");
  board.formula(hidden.cx, hidden.y + hidden.h + 22, "h = φ(a)", "center");
  board.formula(entry.cx, entry.y + entry.h + 44, (logits ? "logits" : "y") + " = Wy h + by", "center");
}
