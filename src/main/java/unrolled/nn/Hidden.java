package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * A hidden layer of a feed-forward net: every step by itself, the same weights at all of them. ({@link Dense} is the
 * head's affine map, without φ.)
 *
 * <pre>
 *   a(t) = Wx x(t) + b                      T × H
 *   h(t) = φ(a(t))                          T × H, φ one of {@link Activation}
 * </pre>
 */
public final class Hidden implements Layer {
    private final Kernels k;
    private final Activation activation;
    private final int B;
    private final Tensor Wx, b, dWx, db, a, h, da, dh;

    /** A layer on parameters named {@code prefix} + Wx and b, for at most T steps of B sequences. */
    public Hidden(Kernels k, Memory m, Parameters p, String prefix, Activation activation, int H, int T, int B) {
        this.k = k;
        this.activation = activation;
        this.B = B;
        Wx = p.get(prefix + "Wx").value();
        b = p.get(prefix + "b").value();
        dWx = p.get(prefix + "Wx").gradient();
        db = p.get(prefix + "b").gradient();
        a = Tensor.matrix(m, T * B, H);
        h = Tensor.matrix(m, T * B, H);
        dh = Tensor.matrix(m, T * B, H);
        da = Tensor.matrix(m, T * B, H);
    }

    public static List<Shape> shapes(String prefix, int X, int H) {
        return List.of(new Shape(prefix + "Wx", H, X), new Shape(prefix + "b", H, 0));
    }

    @Override
    public void forward(Tensor x, int from, int n) {
        k.affine(Wx, x, b, a, from * B, n * B);
        activation.forward(k, a, h, from * B, n * B);
    }

    @Override
    public void backward(Tensor x, Tensor dx, int from, int n) {
        activation.backward(k, h, dh, da, from * B, n * B);
        k.outerAdd(da, x, dWx, from * B, n * B);
        k.sumAdd(da, db, from * B, n * B);
        if (dx != null) {
            k.transposed(Wx, da, dx, from * B, n * B);
        }
    }

    @Override
    public Tensor h() {
        return h;
    }

    @Override
    public Tensor dh() {
        return dh;
    }

    @Override
    public List<Named> named() {
        return List.of(new Named("a", a), new Named("h", h), new Named("dh", dh), new Named("da", da));
    }
}
