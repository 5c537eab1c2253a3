package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * An affine map of every row: logits(t) = Wy h(t) + by, T·B × Y.
 *
 * <p>Backward: dWy += Σ dlogits(t) h(t)ᵀ, dby += Σ dlogits(t), dh(t) = Wyᵀ dlogits(t).
 */
public final class Dense {
    private final Kernels k;
    private final int B;
    private final Tensor Wy, by, dWy, dby;
    private final Tensor logits, dlogits;

    /** A layer from X to Y numbers on the parameters named Wy and by, for at most T steps of B sequences. */
    public Dense(Kernels k, Memory m, Parameters p, int X, int Y, int T, int B) {
        this.k = k;
        this.B = B;
        Wy = p.get("Wy").value();
        by = p.get("by").value();
        dWy = p.get("Wy").gradient();
        dby = p.get("by").gradient();
        logits = Tensor.matrix(m, T * B, Y);
        dlogits = Tensor.matrix(m, T * B, Y);
    }

    public static List<Shape> shapes(int X, int Y) {
        return List.of(new Shape("Wy", Y, X), new Shape("by", Y, 0));
    }

    /** Computes the logits of {@code n} rows of h (T·B × X) from row {@code from}. */
    public void forward(Tensor h, int from, int n) {
        k.affine(Wy, h, by, logits, from, n);
    }

    /** From dlogits, overwrites {@code n} rows of dh from row {@code from}. */
    public void backward(Tensor dh, int from, int n) {
        k.transposed(Wy, dlogits, dh, from, n);
    }

    /** From dlogits of T steps, adds to the gradients of the parameters. */
    public void gradients(Tensor h, int T) {
        k.outerAdd(dlogits, h, dWy, 0, T * B);
        k.sumAdd(dlogits, dby, 0, T * B);
    }

    /** What the last {@code forward} computed, T·B × Y. */
    public Tensor logits() {
        return logits;
    }

    /** ∂L/∂logits, written by a loss, T·B × Y. */
    public Tensor dlogits() {
        return dlogits;
    }
}
