/**
 * The plain recurrent cell: input and past, weighed and summed, squashed once.
 *
 * @param {?} board
 * @param {?} layer
 */
export function elmanCircuit(board, layer) {
  board.measure(4, 2, 190);
  const {h, height, t, past: from} = board;
  const at = (k) => board.column(k, 4);
  const top = 78 + h / 2;
  const low = Math.min(height - 60 - h / 2, top + h + 76);
  const middle = (top + low) / 2;
  const past = board.box("h", -1, at(0), top);
  const x = board.box("x", 0, at(0), low);
  const sum = at(0) + (at(1) - at(0)) * 0.86;
  const a = board.box("a", 0, at(1) + (at(2) - at(1)) * 0.45, middle);
  const hidden = board.box("h", 0, at(3), middle);
  const onTheWay = [sum - 12, (top + middle) / 2, "right"];
  board.wire([[past.x + past.w + 2, top], [sum, top], [sum, middle - 11]], {arrow: true, tensor: past.tensor, t: from,
    of: a.tensor, back: {state: "h", by: ["Wh"], t: from, at: onTheWay}});
  board.wire([[x.x + x.w + 2, low], [sum, low], [sum, middle + 11]], {arrow: true, tensor: x.tensor, t, of: a.tensor,
    back: board.toInput});
  board.wire([[sum + 10, middle], [a.x - 3, middle]], {arrow: true, tensor: a.tensor, t, back: "da"});
  board.wire([[a.x + a.w + 2, middle], [hidden.x - 3, middle]], {arrow: true, tensor: hidden.tensor, t, back: "da"});
  board.onward(hidden, middle, ["Wh"]);
  board.operator(sum, middle, "+", a.tensor);
  const sign = board.squash;
  board.operator((a.x + a.w + hidden.x) / 2, middle, sign, hidden.tensor);
  board.plate((past.x + past.w + sum) / 2, top, "Wh", "Wh");
  board.plate((x.x + x.w + sum) / 2, low, "Wx", "Wx");
  board.formula(a.cx, a.y + a.h + 26, "a = Wx x + Wh h′ + b", "center");
  board.formula(hidden.cx, hidden.y + hidden.h + 26, sign === "=" ? "h = a" : "h = " + sign + "(a)", "center");
}
