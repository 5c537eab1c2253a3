package unrolled.tensor;

/** The kernels in plain Java; sums are kept in double precision, whatever the memory rounds to. */
public final class JavaKernels implements Kernels {

    @Override
    public void affine(Tensor W, Tensor x, Tensor b, Tensor y, int from, int n) {
        Memory m = y.memory;
        for (int r = from; r < from + n; r++) {
            m.copy(b.offset, y.start(r), b.cols);
        }
        timesAdd(W, x, y, from, n);
    }

    @Override
    public void timesAdd(Tensor W, Tensor x, Tensor y, int from, int n) {
        Products.timesAdd(W, x, y, from, n);
    }

    @Override
    public void transposed(Tensor W, Tensor dy, Tensor dx, int from, int n) {
        zero(dx, from, n);
        transposedAdd(W, dy, dx, from, n);
    }

    @Override
    public void transposedAdd(Tensor W, Tensor dy, Tensor dx, int from, int n) {
        Products.transposedAdd(W, dy, dx, from, n);
    }

    @Override
    public void outerAdd(Tensor dy, Tensor x, Tensor dW, int from, int n) {
        Products.outerAdd(dy, x, dW, from, n);
    }

    @Override
    public void sumAdd(Tensor dy, Tensor db, int from, int n) {
        Memory m = db.memory;
        for (int j = 0; j < dy.cols; j++) {
            double sum = m.get(db.offset + j);
            for (int r = from; r < from + n; r++) {
                sum += m.get(dy.start(r) + j);
            }
            m.set(db.offset + j, sum);
        }
    }

    @Override
    public void zero(Tensor y, int from, int n) {
        for (int r = from; r < from + n; r++) {
            y.memory.fill(y.start(r), y.cols, 0);
        }
    }

    @Override
    public void copy(Tensor x, Tensor y, int from, int n) {
        for (int r = from; r < from + n; r++) {
            y.memory.copy(x.start(r), y.start(r), y.cols);
        }
    }

    @Override
    public void add(Tensor x, Tensor y, int from, int n) {
        Memory m = y.memory;
        for (int r = from; r < from + n; r++) {
            int rx = x.start(r), ry = y.start(r);
            for (int j = 0; j < y.cols; j++) {
                m.set(ry + j, m.get(ry + j) + m.get(rx + j));
            }
        }
    }

    @Override
    public void product(Tensor u, Tensor v, Tensor y, int from, int n) {
        Memory m = y.memory;
        for (int r = from; r < from + n; r++) {
            int ru = u.start(r), rv = v.start(r), ry = y.start(r);
            for (int j = 0; j < y.cols; j++) {
                m.set(ry + j, m.get(ru + j) * m.get(rv + j));
            }
        }
    }

    @Override
    public void productAdd(Tensor u, Tensor v, Tensor y, int from, int n) {
        Memory m = y.memory;
        for (int r = from; r < from + n; r++) {
            int ru = u.start(r), rv = v.start(r), ry = y.start(r);
            for (int j = 0; j < y.cols; j++) {
                m.set(ry + j, m.get(ry + j) + m.get(ru + j) * m.get(rv + j));
            }
        }
    }

    @Override
    public void sigmoid(Tensor a, Tensor y, int from, int n) {
        Memory m = y.memory;
        for (int r = from; r < from + n; r++) {
            int ra = a.start(r), ry = y.start(r);
            for (int j = 0; j < y.cols; j++) {
                m.set(ry + j, Numbers.sigmoid(m.get(ra + j)));
            }
        }
    }

    @Override
    public void tanh(Tensor a, Tensor y, int from, int n) {
        Memory m = y.memory;
        for (int r = from; r < from + n; r++) {
            int ra = a.start(r), ry = y.start(r);
            for (int j = 0; j < y.cols; j++) {
                m.set(ry + j, Numbers.tanh(m.get(ra + j)));
            }
        }
    }

    @Override
    public void relu(Tensor a, Tensor y, int from, int n) {
        Memory m = y.memory;
        for (int r = from; r < from + n; r++) {
            int ra = a.start(r), ry = y.start(r);
            for (int j = 0; j < y.cols; j++) {
                double v = m.get(ra + j);
                m.set(ry + j, v < 0 ? 0 : v);                               // NaN stays NaN
            }
        }
    }

    @Override
    public void threshold(Tensor a, Tensor y, int from, int n) {
        Memory m = y.memory;
        for (int r = from; r < from + n; r++) {
            int ra = a.start(r), ry = y.start(r);
            for (int j = 0; j < y.cols; j++) {
                m.set(ry + j, m.get(ra + j) > 0 ? 1 : 0);
            }
        }
    }

    @Override
    public void sigmoidBackward(Tensor y, Tensor dy, Tensor da, int from, int n) {
        Memory m = da.memory;
        for (int r = from; r < from + n; r++) {
            int ry = y.start(r), rdy = dy.start(r), rda = da.start(r);
            for (int j = 0; j < da.cols; j++) {
                double v = m.get(ry + j);
                m.set(rda + j, m.get(rdy + j) * v * (1 - v));
            }
        }
    }

    @Override
    public void tanhBackward(Tensor y, Tensor dy, Tensor da, int from, int n) {
        Memory m = da.memory;
        for (int r = from; r < from + n; r++) {
            int ry = y.start(r), rdy = dy.start(r), rda = da.start(r);
            for (int j = 0; j < da.cols; j++) {
                double v = m.get(ry + j);
                m.set(rda + j, m.get(rdy + j) * (1 - v * v));
            }
        }
    }

    @Override
    public void reluBackward(Tensor y, Tensor dy, Tensor da, int from, int n) {
        Memory m = da.memory;
        for (int r = from; r < from + n; r++) {
            int ry = y.start(r), rdy = dy.start(r), rda = da.start(r);
            for (int j = 0; j < da.cols; j++) {
                m.set(rda + j, m.get(ry + j) > 0 ? m.get(rdy + j) : 0);
            }
        }
    }

    @Override
    public void lstmState(Tensor i, Tensor f, Tensor g, Tensor o, Tensor cPrev, Tensor c, Tensor tanhC, Tensor h,
            int from, int n) {
        States.lstm(i, f, g, o, cPrev, c, tanhC, h, from, n);
    }

    @Override
    public void lstmStateBackward(Tensor i, Tensor f, Tensor g, Tensor o, Tensor cPrev, Tensor tanhC, Tensor dh,
            Tensor dc, Tensor di, Tensor df, Tensor dg, Tensor dO, Tensor dcPrev, int from, int n) {
        States.lstmBackward(i, f, g, o, cPrev, tanhC, dh, dc, di, df, dg, dO, dcPrev, from, n);
    }

    @Override
    public void gruState(Tensor z, Tensor n, Tensor hPrev, Tensor h, int from, int count) {
        States.gru(z, n, hPrev, h, from, count);
    }

    @Override
    public void gruStateBackward(Tensor z, Tensor n, Tensor hPrev, Tensor dh, Tensor dz, Tensor dn, Tensor dhPrev,
            int from, int count) {
        States.gruBackward(z, n, hPrev, dh, dz, dn, dhPrev, from, count);
    }

    @Override
    public void softmax(Tensor logits, double temperature, Tensor y, int from, int n) {
        Memory m = y.memory;
        for (int r = from; r < from + n; r++) {
            int rl = logits.start(r), ry = y.start(r);
            double largest = m.get(rl);
            for (int j = 1; j < y.cols; j++) {
                largest = Math.max(largest, m.get(rl + j));
            }
            double sum = 0;
            for (int j = 0; j < y.cols; j++) {
                double e = Numbers.exp((m.get(rl + j) - largest) / temperature);
                m.set(ry + j, e);
                sum += e;
            }
            for (int j = 0; j < y.cols; j++) {
                m.set(ry + j, m.get(ry + j) / sum);
            }
        }
    }

    @Override
    public void crossEntropyBackward(Tensor y, Tensor target, Tensor weight, Tensor dlogits, int n) {
        Memory m = y.memory;
        for (int r = 0; r < n; r++) {
            double w = m.get(weight.offset + r);
            int ry = y.start(r), rd = dlogits.start(r);
            for (int j = 0; j < y.cols; j++) {
                m.set(rd + j, w == 0 ? 0 : w * m.get(ry + j));
            }
            if (w != 0) {
                int correct = (int) m.get(target.offset + r);
                m.set(rd + correct, w * (m.get(ry + correct) - 1));
            }
        }
    }

    @Override
    public void sgd(Tensor value, Tensor gradient, Tensor velocity, double learningRate, double momentum,
            boolean nesterov, double weightDecay) {
        Memory m = value.memory;
        int iw = value.offset, ig = gradient.offset, iv = velocity.offset;
        for (int j = 0; j < value.cols; j++) {
            double w = m.get(iw + j);
            double g = m.get(ig + j) + weightDecay * w;
            double v = momentum * m.get(iv + j) + g;
            m.set(iv + j, v);
            m.set(iw + j, w - learningRate * (nesterov ? g + momentum * v : v));
        }
    }

    @Override
    public void rmsProp(Tensor value, Tensor gradient, Tensor s, double learningRate, double decay, double epsilon,
            double weightDecay) {
        Memory m = value.memory;
        int iw = value.offset, ig = gradient.offset, is = s.offset;
        for (int j = 0; j < value.cols; j++) {
            double w = m.get(iw + j);
            double g = m.get(ig + j) + weightDecay * w;
            double square = decay * m.get(is + j) + (1 - decay) * g * g;
            m.set(is + j, square);
            m.set(iw + j, w - learningRate * g / (Numbers.sqrt(square) + epsilon));
        }
    }

    @Override
    public void adam(Tensor value, Tensor gradient, Tensor m, Tensor s, double learningRate, double beta1,
            double beta2, double correction1, double correction2, double epsilon, double weightDecay) {
        Memory memory = value.memory;
        int iw = value.offset, ig = gradient.offset, im = m.offset, is = s.offset;
        double step = learningRate / correction1;
        double factor = 1 / correction2;
        for (int j = 0; j < value.cols; j++) {
            double w = memory.get(iw + j);
            double g = memory.get(ig + j) + weightDecay * w;
            double mean = beta1 * memory.get(im + j) + (1 - beta1) * g;
            double square = beta2 * memory.get(is + j) + (1 - beta2) * g * g;
            memory.set(im + j, mean);
            memory.set(is + j, square);
            memory.set(iw + j, w - step * mean / (Numbers.sqrt(square * factor) + epsilon));
        }
    }

    @Override
    public double norm(Tensor v) {
        double sum = 0;
        for (int r = 0; r < v.rows; r++) {
            for (int i = v.start(r); i < v.start(r) + v.cols; i++) {
                sum += v.memory.get(i) * v.memory.get(i);
            }
        }
        return Numbers.sqrt(sum);
    }

    @Override
    public void scale(Tensor v, double factor) {
        Memory m = v.memory;
        for (int i = v.offset; i < v.offset + v.cols; i++) {
            m.set(i, factor * m.get(i));
        }
    }
}
