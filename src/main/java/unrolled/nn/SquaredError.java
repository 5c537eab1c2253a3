package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * Y numbers a row, each squashed by itself, and how far they are from what they should be.
 *
 * <pre>
 *   y = φ(logits)                           loss = scale · Σ over the units of (y − target)²
 *   dy = weight · 2 scale (y − target)      dlogits = dy ⊙ φ′(logits)
 *   what another reader of y sends back is added to dy
 * </pre>
 *
 * <p>scale 1/Y is the mean over the units, scale ½ half the sum. Where φ is linear, y is the logits themselves and dy their
 * gradient. target is T·B × Y.
 */
public final class SquaredError implements Loss {
    private final Kernels k;
    private final Activation activation;
    private final double scale;
    private final int B;
    private final Tensor logits, dlogits, y, dy, loss, target, weight;

    public SquaredError(Kernels k, Memory m, Activation activation, double scale, Tensor logits, Tensor dlogits, int B) {
        this.k = k;
        this.activation = activation;
        this.scale = scale;
        this.B = B;
        this.logits = logits;
        this.dlogits = dlogits;
        y = linear() ? logits : Tensor.matrix(m, logits.rows, logits.cols);
        dy = linear() ? dlogits : Tensor.matrix(m, logits.rows, logits.cols);
        loss = Tensor.vector(m, logits.rows);
        target = Tensor.matrix(m, logits.rows, logits.cols);
        weight = Tensor.vector(m, logits.rows);
    }

    private boolean linear() {
        return activation == Activation.LINEAR;
    }

    @Override
    public void answer(int from, int n) {
        if (!linear()) {
            activation.forward(k, logits, y, from, n);
        }
    }

    @Override
    public double forward(int T) {
        double L = 0;
        for (int r = 0; r < T * B; r++) {
            double w = weight.get(0, r);
            double l = w == 0 ? 0 : scale * squares(r);
            loss.set(0, r, l);
            L += w * l;
        }
        return L;
    }

    private double squares(int r) {
        double sum = 0;
        for (int j = 0; j < y.cols; j++) {
            double error = y.get(r, j) - target.get(r, j);
            sum += error * error;
        }
        return sum;
    }

    @Override
    public void backward(int T) {
        for (int r = 0; r < T * B; r++) {
            double w = weight.get(0, r);
            for (int j = 0; j < y.cols; j++) {
                dy.set(r, j, w == 0 ? 0 : w * 2 * scale * (y.get(r, j) - target.get(r, j)));
            }
        }
        slope(0, T * B);
    }

    @Override
    public void backward(Tensor more, int from, int n) {
        k.add(more, dy, from, n);
        slope(from, n);
    }

    private void slope(int from, int n) {
        if (!linear()) {
            activation.backward(k, y, dy, dlogits, from, n);
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
        return linear() ? List.of(new Named("y", y), new Named("loss", loss), new Named("dy", dy))
                : List.of(new Named("logits", logits), new Named("y", y), new Named("loss", loss), new Named("dy", dy),
                        new Named("dlogits", dlogits));
    }
}
