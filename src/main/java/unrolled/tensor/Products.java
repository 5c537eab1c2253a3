package unrolled.tensor;

/**
 * Matrix products over rows. Four rows are worked on at once, which hides the latency of the additions; a row that is
 * mostly zeros (one-hot input, the first state) goes column by column and skips them.
 */
final class Products {
    private static final int SPARSE = 4;                                    // fewer than one in so many is not zero

    private Products() {
    }

    static void timesAdd(Tensor W, Tensor x, Tensor y, int from, int n) {
        for (int r = from; r < from + n; r++) {
            if (sparse(x, r)) {
                columnsTimesAdd(W, x, y, r);
            } else {
                rowsTimesAdd(W, x, y, r);
            }
        }
    }

    static void transposedAdd(Tensor W, Tensor dy, Tensor dx, int from, int n) {
        Memory m = dx.memory;
        int cols = W.cols, stride = W.stride, rows = W.rows, fours = rows & ~3;
        for (int r = from; r < from + n; r++) {
            int rdy = dy.start(r), rdx = dx.start(r);
            for (int i = 0; i < fours; i += 4) {
                double d0 = m.get(rdy + i), d1 = m.get(rdy + i + 1), d2 = m.get(rdy + i + 2), d3 = m.get(rdy + i + 3);
                if (d0 == 0 && d1 == 0 && d2 == 0 && d3 == 0) {
                    continue;
                }
                int w0 = W.start(i), w1 = w0 + stride, w2 = w1 + stride, w3 = w2 + stride;
                for (int j = 0; j < cols; j++) {
                    m.set(rdx + j, m.get(rdx + j) + (d0 * m.get(w0 + j) + d1 * m.get(w1 + j)
                            + (d2 * m.get(w2 + j) + d3 * m.get(w3 + j))));
                }
            }
            for (int i = fours; i < rows; i++) {
                axpy(m, m.get(rdy + i), W.start(i), rdx, cols);
            }
        }
    }

    static void outerAdd(Tensor dy, Tensor x, Tensor dW, int from, int n) {
        Memory m = dW.memory;
        int r = from, end = from + n;
        while (r < end) {
            if (sparse(x, r)) {
                outerAddColumns(dy, x, dW, r);
                r++;
            } else if (r + 4 <= end && !sparse(x, r + 1) && !sparse(x, r + 2) && !sparse(x, r + 3)) {
                outerAddFour(dy, x, dW, r);
                r += 4;
            } else {
                for (int i = 0; i < dW.rows; i++) {
                    axpy(m, m.get(dy.start(r) + i), x.start(r), dW.start(i), dW.cols);
                }
                r++;
            }
        }
    }

    private static void rowsTimesAdd(Tensor W, Tensor x, Tensor y, int r) {
        Memory m = y.memory;
        int cols = W.cols, stride = W.stride, rows = W.rows, fours = rows & ~3;
        int rx = x.start(r), ry = y.start(r);
        for (int i = 0; i < fours; i += 4) {
            int w0 = W.start(i), w1 = w0 + stride, w2 = w1 + stride, w3 = w2 + stride;
            double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
            for (int j = 0; j < cols; j++) {
                double v = m.get(rx + j);
                s0 += v * m.get(w0 + j);
                s1 += v * m.get(w1 + j);
                s2 += v * m.get(w2 + j);
                s3 += v * m.get(w3 + j);
            }
            m.set(ry + i, m.get(ry + i) + s0);
            m.set(ry + i + 1, m.get(ry + i + 1) + s1);
            m.set(ry + i + 2, m.get(ry + i + 2) + s2);
            m.set(ry + i + 3, m.get(ry + i + 3) + s3);
        }
        for (int i = fours; i < rows; i++) {
            int w = W.start(i);
            double s = 0;
            for (int j = 0; j < cols; j++) {
                s += m.get(rx + j) * m.get(w + j);
            }
            m.set(ry + i, m.get(ry + i) + s);
        }
    }

    private static void columnsTimesAdd(Tensor W, Tensor x, Tensor y, int r) {
        Memory m = y.memory;
        int rx = x.start(r), ry = y.start(r);
        for (int j = 0; j < W.cols; j++) {
            double v = m.get(rx + j);
            if (v != 0) {
                for (int i = 0, w = W.offset + j; i < W.rows; i++, w += W.stride) {
                    m.set(ry + i, m.get(ry + i) + v * m.get(w));
                }
            }
        }
    }

    private static void outerAddColumns(Tensor dy, Tensor x, Tensor dW, int r) {
        Memory m = dW.memory;
        int rdy = dy.start(r), rx = x.start(r);
        for (int j = 0; j < dW.cols; j++) {
            double v = m.get(rx + j);
            if (v != 0) {
                for (int i = 0, w = dW.offset + j; i < dW.rows; i++, w += dW.stride) {
                    m.set(w, m.get(w) + v * m.get(rdy + i));
                }
            }
        }
    }

    private static void outerAddFour(Tensor dy, Tensor x, Tensor dW, int r) {
        Memory m = dW.memory;
        int cols = dW.cols;
        int y0 = dy.start(r), y1 = dy.start(r + 1), y2 = dy.start(r + 2), y3 = dy.start(r + 3);
        int x0 = x.start(r), x1 = x.start(r + 1), x2 = x.start(r + 2), x3 = x.start(r + 3);
        for (int i = 0; i < dW.rows; i++) {
            double d0 = m.get(y0 + i), d1 = m.get(y1 + i), d2 = m.get(y2 + i), d3 = m.get(y3 + i);
            int w = dW.start(i);
            for (int j = 0; j < cols; j++) {
                m.set(w + j, m.get(w + j) + (d0 * m.get(x0 + j) + d1 * m.get(x1 + j)
                        + (d2 * m.get(x2 + j) + d3 * m.get(x3 + j))));
            }
        }
    }

    /** y += v · x, for n numbers from the indices x and y. */
    private static void axpy(Memory m, double v, int x, int y, int n) {
        if (v != 0) {
            for (int j = 0; j < n; j++) {
                m.set(y + j, m.get(y + j) + v * m.get(x + j));
            }
        }
    }

    private static boolean sparse(Tensor x, int r) {
        Memory m = x.memory;
        int rx = x.start(r), present = 0;
        for (int j = 0; j < x.cols; j++) {
            if (m.get(rx + j) != 0) {
                present++;
            }
        }
        return present * SPARSE <= x.cols;
    }
}
