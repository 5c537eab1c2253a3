/**
 * A layer without memory: what it reads, weighed and summed, squashed once. A convolution reads several steps at once.
 *
 * @param {?} board
 * @param {?} layer
 */
export function denseCircuit(board, layer) {
  const lags = layer.lags.filter((lag) => board.t + lag >= 0 && board.t + lag < board.steps);
  board.measure(4, Math.max(2, lags.length), 120 + 34 * lags.length);
  const {height, t} = board;
  const at = (k) => board.column(k, 4);
  const middle = (height + 30) / 2;
  const apart = Math.min(110, (height - 130) / Math.max(1, lags.length));
  const sum = at(0) + (at(1) - at(0)) * 0.86;
  const a = board.box("a", 0, at(1) + (at(2) - at(1)) * 0.45, middle);
  const hidden = board.box("h", 0, at(3), middle);
  const lane = (at(0) + board.w / 2 + sum) / 2 - 8;
  lags.forEach((lag, k) => {
    const y = middle + (k - (lags.length - 1) / 2) * apart;
    const x = board.box("x", lag, at(0), y);
    const points = [[x.x + x.w + 2, y], [lane, y], [lane, middle], [sum - 11, middle]];
    board.wire(y === middle ? [points[0], points[3]] : points, {arrow: true, tensor: x.tensor, t: t + lag, of: a.tensor,
      back: "da"});
  });
  board.wire([[sum + 10, middle], [a.x - 3, middle]], {arrow: true, tensor: a.tensor, t, back: "da"});
  board.wire([[a.x + a.w + 2, middle], [hidden.x - 3, middle]], {arrow: true, tensor: hidden.tensor, t, back: "da"});
  board.onward(hidden, middle, []);
  board.operator(sum, middle, "+", a.tensor);
  const sign = board.squash;
  board.operator((a.x + a.w + hidden.x) / 2, middle, sign, hidden.tensor);
  board.plate((lane + sum) / 2 - 2, middle, "Wx", "Wx");
  const x = layer.lags.length > 1 ? "[" + layer.lags.map((lag) => "x" + stepOf(lag)).join("; ") + "]" : "x";
  board.formula(a.cx, a.y + a.h + 26, "a = Wx " + x + " + b", "center");
  board.formula(hidden.cx, hidden.y + hidden.h + 26, sign === "=" ? "h = a" : "h = " + sign + "(a)", "center");
}

const stepOf = (lag) => "(t" + (lag ? (lag < 0 ? "−" : "+") + Math.abs(lag) : "") + ")";
