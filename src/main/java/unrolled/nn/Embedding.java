package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * A vector for every symbol (Bengio et al., 2003): x(t) is one-hot, so e(t) is the column of We that belongs to it.
 *
 * <pre>
 *   e(t) = We x(t)                          T × E
 *   dWe += Σ de(t) x(t)ᵀ                    dx(t) = Weᵀ de(t)
 * </pre>
 */
public final class Embedding implements Layer {
    private final Kernels k;
    private final int B;
    private final Tensor We, dWe, e, de;

    /** A layer on the parameter named {@code prefix} + We, from V symbols to E numbers, for T steps of B sequences. */
    public Embedding(Kernels k, Memory m, Parameters p, String prefix, int E, int T, int B) {
        this.k = k;
        this.B = B;
        We = p.get(prefix + "We").value();
        dWe = p.get(prefix + "We").gradient();
        e = Tensor.matrix(m, T * B, E);
        de = Tensor.matrix(m, T * B, E);
    }

    public static List<Shape> shapes(String prefix, int V, int E) {
        return List.of(new Shape(prefix + "We", E, V));
    }

    @Override
    public void forward(Tensor x, int from, int n) {
        k.zero(e, from * B, n * B);
        k.timesAdd(We, x, e, from * B, n * B);
    }

    @Override
    public void backward(Tensor x, Tensor dx, int from, int n) {
        k.outerAdd(de, x, dWe, from * B, n * B);
        if (dx != null) {
            k.transposed(We, de, dx, from * B, n * B);
        }
    }

    /** e, T·B × E. */
    @Override
    public Tensor h() {
        return e;
    }

    /** de, T·B × E. */
    @Override
    public Tensor dh() {
        return de;
    }

    @Override
    public List<Named> named() {
        return List.of(new Named("e", e), new Named("de", de));
    }
}
