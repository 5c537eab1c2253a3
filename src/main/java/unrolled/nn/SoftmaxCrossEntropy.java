package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;

/**
 * One of Y classes a row.
 *
 * <pre>
 *   y = softmax(logits)                     loss = −log y[target] = log Σ exp(logits) − logits[target]
 *   dlogits = weight · (y − onehot(target))
 *   dlogits += y ⊙ (dy − Σ y dy)            from another reader of y
 * </pre>
 *
 * <p>target is a vector of T·B class numbers in 0..Y−1.
 */
public final class SoftmaxCrossEntropy implements Loss {
    /** Below, y may be rounded to nothing. */
    private static final double LEAST = 1e-20;
    /** Above, the others together are a more precise number than y. */
    private static final double MOST = 0.99;

    private final Kernels k;
    private final int B;
    private final Tensor logits, dlogits, y, loss, target, weight;

    public SoftmaxCrossEntropy(Kernels k, Memory m, Tensor logits, Tensor dlogits, int B) {
        this.k = k;
        this.B = B;
        this.logits = logits;
        this.dlogits = dlogits;
        y = Tensor.matrix(m, logits.rows, logits.cols);
        loss = Tensor.vector(m, logits.rows);
        target = Tensor.vector(m, logits.rows);
        weight = Tensor.vector(m, logits.rows);
    }

    @Override
    public void answer(int from, int n) {
        k.softmax(logits, 1, y, from, n);
    }

    @Override
    public double forward(int T) {
        double L = 0;
        for (int r = 0; r < T * B; r++) {
            double w = weight.get(0, r);
            double l = w == 0 ? 0 : surprise(r, (int) target.get(0, r));
            loss.set(0, r, l);
            L += w * l;
        }
        return L;
    }

    @Override
    public void backward(int T) {
        k.crossEntropyBackward(y, target, weight, dlogits, T * B);
    }

    @Override
    public void backward(Tensor dy, int from, int n) {
        for (int r = from; r < from + n; r++) {
            double mean = 0;
            for (int j = 0; j < y.cols; j++) {
                mean += y.get(r, j) * dy.get(r, j);
            }
            for (int j = 0; j < y.cols; j++) {
                dlogits.set(r, j, dlogits.get(r, j) + y.get(r, j) * (dy.get(r, j) - mean));
            }
        }
    }

    /** −log y[correct]. */
    private double surprise(int r, int correct) {
        double p = y.get(r, correct);
        if (p > LEAST) {
            return -Numbers.log(p < MOST ? p : 1 - others(r, correct));
        }
        return logSumExp(r) - logits.get(r, correct);
    }

    /** 1 − y[correct], as a sum. */
    private double others(int r, int correct) {
        double sum = 0;
        for (int j = 0; j < y.cols; j++) {
            sum += j == correct ? 0 : y.get(r, j);
        }
        return sum;
    }

    /** log Σ exp(logits(r)), with the largest taken out so that nothing overflows. */
    private double logSumExp(int r) {
        double largest = logits.get(r, 0);
        for (int j = 1; j < logits.cols; j++) {
            largest = Math.max(largest, logits.get(r, j));
        }
        double sum = 0;
        for (int j = 0; j < logits.cols; j++) {
            sum += Numbers.exp(logits.get(r, j) - largest);
        }
        return largest + Numbers.log(sum);
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
