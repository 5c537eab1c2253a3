package unrolled.wasm;

import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;

/**
 * The kernels four floats at a time, on {@link LinearMemory}; what is not worth it is left to the plain ones. Products
 * are summed in float, so they differ in the last digits from those on the JVM.
 */
final class SimdKernels implements Kernels {
    private static final int SPARSE = 4;                                    // fewer than one in so many is not zero
    private static final int PANEL = 8;                                     // columns, see products.wat
    private static final int ALIASES = 256;                                 // floats; rows of a multiple share lines
    private static final int LINE = 16;
    private static final int BEFORE = 4;                                    // in the workshop: a one, and nothing

    private final Kernels plain;
    /** A one, and from {@link #BEFORE} on packed weights. */
    private final LinearMemory workshop = new LinearMemory();

    SimdKernels(Kernels plain) {
        this.plain = plain;
        room(BEFORE);
        workshop.set(0, 1);
    }

    @Override
    public void affine(Tensor W, Tensor x, Tensor b, Tensor y, int from, int n) {
        Simd.spread(at(b, 0), at(y, from), bytes(y), b.cols, n);
        timesAdd(W, x, y, from, n);
    }

    @Override
    public void timesAdd(Tensor W, Tensor x, Tensor y, int from, int n) {
        if (n == 0) {
            return;
        }
        if (sparse(x, from + n - 1)) {
            Simd.columns(at(W, 0), bytes(W), W.rows, W.cols, at(x, from), bytes(x), at(y, from), bytes(y), n, false);
        } else {
            Simd.product(at(y, from), bytes(y), at(x, from), bytes(x), 4, packed(W, 0), 4 * PANEL, 4 * PANEL * W.cols,
                    n, W.rows, W.cols);
        }
    }

    @Override
    public void transposed(Tensor W, Tensor dy, Tensor dx, int from, int n) {
        zero(dx, from, n);
        transposedAdd(W, dy, dx, from, n);
    }

    @Override
    public void transposedAdd(Tensor W, Tensor dy, Tensor dx, int from, int n) {
        Simd.product(at(dx, from), bytes(dx), at(dy, from), bytes(dy), 4, at(W, 0), bytes(W), 4 * PANEL, n, W.cols,
                W.rows);
    }

    @Override
    public void outerAdd(Tensor dy, Tensor x, Tensor dW, int from, int n) {
        if (n > 0 && sparse(x, from + n - 1)) {
            Simd.columns(at(dW, 0), bytes(dW), dW.rows, dW.cols, at(x, from), bytes(x), at(dy, from), bytes(dy), n,
                    true);
        } else {
            room(BEFORE + n * (skewed(dy) + skewed(x)));
            Simd.product(at(dW, 0), bytes(dW), skew(dy, from, n, 0), 4, 4 * skewed(dy), skew(x, from, n, n * skewed(dy)),
                    4 * skewed(x), 4 * PANEL, dW.rows, dW.cols, n);
        }
    }

    /** Copies n rows into the workshop, from its place {@code to} on, if {@link #skewed} moves them; gives the address. */
    private int skew(Tensor tensor, int from, int n, int to) {
        int stride = skewed(tensor);
        if (stride == tensor.stride) {
            return at(tensor, from);
        }
        for (int r = 0; r < n; r++) {
            Simd.copy(at(tensor, from + r), workshop.address(BEFORE + to + r * stride), tensor.cols);
        }
        return workshop.address(BEFORE + to);
    }

    /** From row to row, but where many rows would share few lines of the processor's cache. */
    private static int skewed(Tensor tensor) {
        return tensor.stride % ALIASES == 0 ? tensor.cols + LINE : tensor.stride;
    }

    /** As the product of a row of n ones and dy. */
    @Override
    public void sumAdd(Tensor dy, Tensor db, int from, int n) {
        Simd.product(at(db, 0), 0, workshop.address(0), 0, 0, at(dy, from), bytes(dy), 4 * PANEL, 1, db.cols, n);
    }

    @Override
    public void zero(Tensor y, int from, int n) {
        if (y.stride == y.cols) {
            Simd.clear(at(y, from), n * y.cols);
        } else {
            plain.zero(y, from, n);
        }
    }

    @Override
    public void copy(Tensor x, Tensor y, int from, int n) {
        plain.copy(x, y, from, n);
    }

    @Override
    public void sigmoid(Tensor a, Tensor y, int from, int n) {
        for (int r = from; r < from + n; r++) {
            Simd.squash(at(a, r), at(y, r), y.cols, false);
        }
    }

    @Override
    public void tanh(Tensor a, Tensor y, int from, int n) {
        for (int r = from; r < from + n; r++) {
            Simd.squash(at(a, r), at(y, r), y.cols, true);
        }
    }

    @Override
    public void softmax(Tensor logits, double temperature, Tensor y, int from, int n) {
        if (temperature == 1) {
            Simd.softmax(at(logits, from), bytes(logits), at(y, from), bytes(y), y.cols, n);
        } else {
            plain.softmax(logits, temperature, y, from, n);
        }
    }

    @Override
    public void crossEntropyBackward(Tensor y, Tensor target, Tensor weight, Tensor dlogits, int n) {
        Simd.crossEntropyBackward(at(y, 0), bytes(y), at(target, 0), at(weight, 0), at(dlogits, 0), bytes(dlogits),
                y.cols, n);
    }

    @Override
    public boolean lstm(Tensor Wh, Tensor a, Tensor i, Tensor f, Tensor g, Tensor o, Tensor c, Tensor tanhC, Tensor h,
            int from, int n, int B) {
        int r = from * B;
        Simd.lstm(packed(Wh, 0), Wh.cols, B, n, at(a, r), at(i, r), at(f, r), at(g, r), at(o, r), at(c, r),
                at(tanhC, r), at(h, r));
        return true;
    }

    @Override
    public boolean lstmBackward(Tensor Wh, Tensor i, Tensor f, Tensor g, Tensor o, Tensor c, Tensor tanhC, Tensor dh,
            Tensor dc, Tensor di, Tensor df, Tensor dg, Tensor dO, Tensor da, int from, int n, int B) {
        int r = (from + n - 1) * B;
        Simd.lstmBackward(at(Wh, 0), Wh.cols, B, n, at(i, r), at(f, r), at(g, r), at(o, r), at(c, r), at(tanhC, r),
                at(dh, r), at(dc, r), at(di, r), at(df, r), at(dg, r), at(dO, r), at(da, r));
        return true;
    }

    @Override
    public boolean gru(Tensor Whrz, Tensor Whn, Tensor bhn, Tensor a, Tensor r, Tensor z, Tensor n, Tensor m, Tensor h,
            int from, int count, int B) {
        int row = from * B;
        room(BEFORE + size(Whrz) + size(Whn));              // before addresses are taken
        Simd.gru(packed(Whrz, 0), packed(Whn, size(Whrz)), at(bhn, 0), Whn.cols, B, count, at(a, row), at(r, row), at(z, row), at(n, row),
                at(m, row), at(h, row));
        return true;
    }

    @Override
    public boolean gruBackward(Tensor Whrz, Tensor Whn, Tensor r, Tensor z, Tensor n, Tensor m, Tensor h, Tensor dh,
            Tensor dr, Tensor dz, Tensor dn, Tensor dm, Tensor da, int from, int count, int B) {
        int row = (from + count - 1) * B;
        Simd.gruBackward(at(Whrz, 0), at(Whn, 0), Whn.cols, B, count, at(r, row), at(z, row), at(n, row), at(m, row),
                at(h, row), at(dh, row), at(dr, row), at(dz, row), at(dn, row), at(dm, row), at(da, row));
        return true;
    }

    @Override
    public boolean elman(Tensor Wh, Tensor a, Tensor h, int from, int n, int B) {
        Simd.elman(packed(Wh, 0), Wh.cols, B, n, at(a, from * B), at(h, from * B));
        return true;
    }

    @Override
    public boolean elmanBackward(Tensor Wh, Tensor h, Tensor dh, Tensor da, int from, int n, int B) {
        int r = (from + n - 1) * B;
        Simd.elmanBackward(at(Wh, 0), Wh.cols, B, n, at(h, r), at(dh, r), at(da, r));
        return true;
    }

    @Override
    public void adam(Tensor value, Tensor gradient, Tensor m, Tensor s, double learningRate, double beta1,
            double beta2, double correction1, double correction2, double epsilon, double weightDecay) {
        Simd.adam(at(value, 0), at(gradient, 0), at(m, 0), at(s, 0), value.cols, (float) (learningRate / correction1),
                (float) (1 - beta1), (float) (1 - beta2), (float) (1 / correction2), (float) epsilon,
                (float) weightDecay);
    }

    @Override
    public double norm(Tensor v) {
        double sum = 0;
        for (int r = 0; r < v.rows; r++) {
            sum += Simd.squares(at(v, r), v.cols);
        }
        return Numbers.sqrt(sum);
    }

    @Override
    public void scale(Tensor v, double factor) {
        Simd.multiply(at(v, 0), at(v, 0), v.cols, (float) factor);
    }

    @Override
    public void add(Tensor x, Tensor y, int from, int n) {
        plain.add(x, y, from, n);
    }

    @Override
    public void product(Tensor u, Tensor v, Tensor y, int from, int n) {
        plain.product(u, v, y, from, n);
    }

    @Override
    public void productAdd(Tensor u, Tensor v, Tensor y, int from, int n) {
        plain.productAdd(u, v, y, from, n);
    }

    @Override
    public void relu(Tensor a, Tensor y, int from, int n) {
        plain.relu(a, y, from, n);
    }

    @Override
    public void threshold(Tensor a, Tensor y, int from, int n) {
        plain.threshold(a, y, from, n);
    }

    @Override
    public void sigmoidBackward(Tensor y, Tensor dy, Tensor da, int from, int n) {
        plain.sigmoidBackward(y, dy, da, from, n);
    }

    @Override
    public void tanhBackward(Tensor y, Tensor dy, Tensor da, int from, int n) {
        plain.tanhBackward(y, dy, da, from, n);
    }

    @Override
    public void reluBackward(Tensor y, Tensor dy, Tensor da, int from, int n) {
        plain.reluBackward(y, dy, da, from, n);
    }

    @Override
    public void lstmState(Tensor i, Tensor f, Tensor g, Tensor o, Tensor cPrev, Tensor c, Tensor tanhC, Tensor h,
            int from, int n) {
        plain.lstmState(i, f, g, o, cPrev, c, tanhC, h, from, n);
    }

    @Override
    public void lstmStateBackward(Tensor i, Tensor f, Tensor g, Tensor o, Tensor cPrev, Tensor tanhC, Tensor dh,
            Tensor dc, Tensor di, Tensor df, Tensor dg, Tensor dO, Tensor dcPrev, int from, int n) {
        plain.lstmStateBackward(i, f, g, o, cPrev, tanhC, dh, dc, di, df, dg, dO, dcPrev, from, n);
    }

    @Override
    public void gruState(Tensor z, Tensor n, Tensor hPrev, Tensor h, int from, int count) {
        plain.gruState(z, n, hPrev, h, from, count);
    }

    @Override
    public void gruStateBackward(Tensor z, Tensor n, Tensor hPrev, Tensor dh, Tensor dz, Tensor dn, Tensor dhPrev,
            int from, int count) {
        plain.gruStateBackward(z, n, hPrev, dh, dz, dn, dhPrev, from, count);
    }

    @Override
    public void sgd(Tensor value, Tensor gradient, Tensor velocity, double learningRate, double momentum,
            boolean nesterov, double weightDecay) {
        plain.sgd(value, gradient, velocity, learningRate, momentum, nesterov, weightDecay);
    }

    @Override
    public void rmsProp(Tensor value, Tensor gradient, Tensor s, double learningRate, double decay, double epsilon,
            double weightDecay) {
        plain.rmsProp(value, gradient, s, learningRate, decay, epsilon, weightDecay);
    }

    /** The address of W packed into the workshop, from its place {@code from} on. */
    private int packed(Tensor W, int from) {
        int start = BEFORE + from;
        room(start + size(W));
        Simd.pack(at(W, 0), bytes(W), W.rows, W.cols, workshop.address(start));
        return workshop.address(start);
    }

    /** How many numbers W is when packed, the last panel being filled up and overrun by three rows. */
    private static int size(Tensor W) {
        return (W.rows + PANEL - 1) / PANEL * PANEL * W.cols + 3 * PANEL;
    }

    private void room(int n) {
        workshop.claim(Math.max(0, n - workshop.size()));
    }

    /** The address of a row. */
    private static int at(Tensor tensor, int row) {
        return ((LinearMemory) tensor.memory).address(tensor.start(row));
    }

    /** From row to row. */
    private static int bytes(Tensor tensor) {
        return 4 * tensor.stride;
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
