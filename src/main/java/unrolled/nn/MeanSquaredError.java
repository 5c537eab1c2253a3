package unrolled.nn;

import java.util.List;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * Y numbers a row, as they are.
 *
 * <pre>
 *   y = logits                              loss = mean over the units of (y − target)²
 *   dy = weight · 2 (y − target) / Y
 * </pre>
 *
 * <p>target is T·B × Y.
 */
public final class MeanSquaredError implements Loss {
    private final int B;
    private final Tensor y, dy, loss, target, weight;

    /** {@code y} and {@code dy} are the logits and dlogits of the layer below. */
    public MeanSquaredError(Memory m, Tensor y, Tensor dy, int B) {
        this.B = B;
        this.y = y;
        this.dy = dy;
        loss = Tensor.vector(m, y.rows);
        target = Tensor.matrix(m, y.rows, y.cols);
        weight = Tensor.vector(m, y.rows);
    }

    @Override
    public double forward(int T) {
        double L = 0;
        for (int r = 0; r < T * B; r++) {
            double w = weight.get(0, r);
            double l = w == 0 ? 0 : meanSquare(r);
            loss.set(0, r, l);
            L += w * l;
        }
        return L;
    }

    private double meanSquare(int r) {
        double sum = 0;
        for (int j = 0; j < y.cols; j++) {
            double error = y.get(r, j) - target.get(r, j);
            sum += error * error;
        }
        return sum / y.cols;
    }

    @Override
    public void backward(int T) {
        for (int r = 0; r < T * B; r++) {
            double w = weight.get(0, r);
            for (int j = 0; j < y.cols; j++) {
                dy.set(r, j, w == 0 ? 0 : w * 2 * (y.get(r, j) - target.get(r, j)) / y.cols);
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
        return List.of(new Named("y", y), new Named("loss", loss), new Named("dy", dy));
    }
}
