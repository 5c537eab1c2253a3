package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;

/**
 * Y independent yes-or-no questions a row.
 *
 * <pre>
 *   y = σ(logits)                           loss = Σ over the units of −target log y − (1 − target) log (1 − y)
 *                                                = Σ max(logits, 0) − logits · target + log(1 + exp(−|logits|))
 *   dlogits = weight · (y − target)
 *   dlogits += dy ⊙ y ⊙ (1 − y)             from another reader of y
 * </pre>
 *
 * <p>target is T·B × Y, numbers in [0, 1].
 */
public final class BinaryCrossEntropy implements Loss {
    private final Kernels k;
    private final int B;
    private final Tensor logits, dlogits, y, loss, target, weight;

    public BinaryCrossEntropy(Kernels k, Memory m, Tensor logits, Tensor dlogits, int B) {
        this.k = k;
        this.B = B;
        this.logits = logits;
        this.dlogits = dlogits;
        y = Tensor.matrix(m, logits.rows, logits.cols);
        loss = Tensor.vector(m, logits.rows);
        target = Tensor.matrix(m, logits.rows, logits.cols);
        weight = Tensor.vector(m, logits.rows);
    }

    @Override
    public void answer(int from, int n) {
        k.sigmoid(logits, y, from, n);
    }

    @Override
    public double forward(int T) {
        double L = 0;
        for (int r = 0; r < T * B; r++) {
            double w = weight.get(0, r);
            double l = w == 0 ? 0 : crossEntropy(r);
            loss.set(0, r, l);
            L += w * l;
        }
        return L;
    }

    private double crossEntropy(int r) {
        double sum = 0;
        for (int j = 0; j < logits.cols; j++) {
            double l = logits.get(r, j);
            sum += Math.max(l, 0) - l * target.get(r, j) + Numbers.log(1 + Numbers.exp(-Math.abs(l)));
        }
        return sum;
    }

    @Override
    public void backward(int T) {
        for (int r = 0; r < T * B; r++) {
            double w = weight.get(0, r);
            for (int j = 0; j < y.cols; j++) {
                dlogits.set(r, j, w == 0 ? 0 : w * (y.get(r, j) - target.get(r, j)));
            }
        }
    }

    @Override
    public void backward(Tensor dy, int from, int n) {
        for (int r = from; r < from + n; r++) {
            for (int j = 0; j < y.cols; j++) {
                dlogits.set(r, j, dlogits.get(r, j) + dy.get(r, j) * y.get(r, j) * (1 - y.get(r, j)));
            }
        }
    }

    @Override
    public Tensor y() {
        return y;
    }

    @Override
    public Tensor loss() {
        return loss;
    }

    @Override
    public Tensor target() {
        return target;
    }

    @Override
    public Tensor weight() {
        return weight;
    }

    @Override
    public List<Named> named() {
        return List.of(new Named("logits", logits), new Named("y", y), new Named("loss", loss),
                new Named("dlogits", dlogits));
    }
}
