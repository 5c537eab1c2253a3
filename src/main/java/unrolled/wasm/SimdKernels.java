package unrolled.wasm;

import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;

/**
 * The kernels four floats at a time, on {@link LinearMemory}, where that is faster; else the plain ones.
 *
 * <p>Products are summed in float, so they differ in the last digits from those on the JVM. Rows shorter than
 * {@link #LEAST} have nothing to gain, and the plain kernels compute them to the same bits as everywhere. So do
 * one-hot rows, of which the plain ones take a single column.
 */
final class SimdKernels implements Kernels {
    private static final int LEAST = 16;
    private static final int SPARSE = 4;                                    // fewer than one in so many is not zero

    private final Kernels plain;

    SimdKernels(Kernels plain) {
        this.plain = plain;
    }

    @Override
    public void affine(Tensor W, Tensor x, Tensor b, Tensor y, int from, int n) {
        for (int r = from; r < from + n; r++) {
            y.memory.copy(b.offset, y.start(r), b.cols);
        }
        timesAdd(W, x, y, from, n);
    }

    @Override
    public void timesAdd(Tensor W, Tensor x, Tensor y, int from, int n) {
        if (n == 0 || W.cols < LEAST || sparse(x, from + n - 1)) {
            plain.timesAdd(W, x, y, from, n);
        } else {
            Simd.timesAdd(at(W, 0), 4 * W.stride, W.rows, W.cols, at(x, from), 4 * x.stride, at(y, from), 4 * y.stride,
                    n);
        }
    }

    @Override
    public void transposed(Tensor W, Tensor dy, Tensor dx, int from, int n) {
        zero(dx, from, n);
        transposedAdd(W, dy, dx, from, n);
    }

    @Override
    public void transposedAdd(Tensor W, Tensor dy, Tensor dx, int from, int n) {
        if (W.cols < LEAST) {
            plain.transposedAdd(W, dy, dx, from, n);
        } else {
            Simd.transposedAdd(at(W, 0), 4 * W.stride, W.rows, W.cols, at(dy, from), 4 * dy.stride, at(dx, from),
                    4 * dx.stride, n);
        }
    }

    @Override
    public void outerAdd(Tensor dy, Tensor x, Tensor dW, int from, int n) {
        if (n == 0 || dW.cols < LEAST || sparse(x, from + n - 1)) {
            plain.outerAdd(dy, x, dW, from, n);
        } else {
            Simd.outerAdd(at(dy, from), 4 * dy.stride, at(x, from), 4 * x.stride, at(dW, 0), 4 * dW.stride, dW.rows,
                    dW.cols, n);
        }
    }

    @Override
    public void zero(Tensor y, int from, int n) {
        for (int r = from; r < from + n; r++) {
            Simd.clear(at(y, r), y.cols);
        }
    }

    @Override
    public void sigmoid(Tensor a, Tensor y, int from, int n) {
        for (int r = from; r < from + n; r++) {
            Simd.sigmoid(at(a, r), at(y, r), y.cols);
        }
    }

    @Override
    public void tanh(Tensor a, Tensor y, int from, int n) {
        for (int r = from; r < from + n; r++) {
            Simd.tanh(at(a, r), at(y, r), y.cols);
        }
    }

    @Override
    public void lstmState(Tensor i, Tensor f, Tensor g, Tensor o, Tensor cPrev, Tensor c, Tensor tanhC, Tensor h,
            int from, int n) {
        Memory m = c.memory;
        for (int r = from; r < from + n; r++) {
            int ri = i.start(r), rf = f.start(r), rg = g.start(r), rcPrev = cPrev.start(r), rc = c.start(r);
            for (int j = 0; j < c.cols; j++) {
                m.set(rc + j, m.get(rf + j) * m.get(rcPrev + j) + m.get(ri + j) * m.get(rg + j));
            }
        }
        tanh(c, tanhC, from, n);
        product(o, tanhC, h, from, n);
    }

    @Override
    public void softmax(Tensor logits, double temperature, Tensor y, int from, int n) {
        if (temperature != 1 || y.cols < LEAST) {
            plain.softmax(logits, temperature, y, from, n);
            return;
        }
        Memory m = y.memory;
        for (int r = from; r < from + n; r++) {
            int rl = logits.start(r), ry = y.start(r);
            double largest = m.get(rl);
            for (int j = 1; j < y.cols; j++) {
                largest = Math.max(largest, m.get(rl + j));
            }
            double sum = Simd.expSum(at(logits, r), at(y, r), largest, y.cols);
            for (int j = 0; j < y.cols; j++) {
                m.set(ry + j, m.get(ry + j) / sum);
            }
        }
    }

    @Override
    public void adam(Tensor value, Tensor gradient, Tensor m, Tensor s, double learningRate, double beta1,
            double beta2, double correction1, double correction2, double epsilon, double weightDecay) {
        Simd.adam(at(value, 0), at(gradient, 0), at(m, 0), at(s, 0), value.cols, learningRate / correction1, beta1,
                1 - beta1, beta2, 1 - beta2, 1 / correction2, epsilon, weightDecay);
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
    public void sumAdd(Tensor dy, Tensor db, int from, int n) {
        plain.sumAdd(dy, db, from, n);
    }

    @Override
    public void copy(Tensor x, Tensor y, int from, int n) {
        plain.copy(x, y, from, n);
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
        if (da.cols % 2 != 0) {
            plain.sigmoidBackward(y, dy, da, from, n);
            return;
        }
        for (int r = from; r < from + n; r++) {
            Simd.sigmoidBackward(at(y, r), at(dy, r), at(da, r), da.cols);
        }
    }

    @Override
    public void tanhBackward(Tensor y, Tensor dy, Tensor da, int from, int n) {
        if (da.cols % 2 != 0) {
            plain.tanhBackward(y, dy, da, from, n);
            return;
        }
        for (int r = from; r < from + n; r++) {
            Simd.tanhBackward(at(y, r), at(dy, r), at(da, r), da.cols);
        }
    }

    @Override
    public void reluBackward(Tensor y, Tensor dy, Tensor da, int from, int n) {
        plain.reluBackward(y, dy, da, from, n);
    }

    @Override
    public void lstmStateBackward(Tensor i, Tensor f, Tensor g, Tensor o, Tensor cPrev, Tensor tanhC, Tensor dh,
            Tensor dc, Tensor di, Tensor df, Tensor dg, Tensor dO, Tensor dcPrev, int from, int n) {
        if (dc.cols % 2 != 0) {
            plain.lstmStateBackward(i, f, g, o, cPrev, tanhC, dh, dc, di, df, dg, dO, dcPrev, from, n);
            return;
        }
        for (int r = from; r < from + n; r++) {
            Simd.lstmStateBackward(at(i, r), at(f, r), at(g, r), at(o, r), at(cPrev, r), at(tanhC, r), at(dh, r),
                    at(dc, r), at(di, r), at(df, r), at(dg, r), at(dO, r), at(dcPrev, r), dc.cols);
        }
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

    @Override
    public void scale(Tensor v, double factor) {
        plain.scale(v, factor);
    }

    /** The address of a row. */
    private static int at(Tensor tensor, int row) {
        return ((LinearMemory) tensor.memory).address(tensor.start(row));
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
