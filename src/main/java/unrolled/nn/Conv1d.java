package unrolled.nn;

import java.util.ArrayList;
import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * A convolution over time (LeCun et al., 1989; Waibel et al., 1989) that sees no step to come.
 *
 * <pre>
 *   a(t) = Wx [x(t−w+1); … x(t)] + b        T × H, as the field's libraries have it: a cross-correlation
 *   a(t) = Wx [x(t); … x(t−w+1)] + b        flipped: the convolution of mathematics
 *   h(t) = φ(a(t))                          T × H, φ one of {@link Activation}
 *   dwindow(t) = Wxᵀ da(t)                  dx(t) = Σ over the parts, see {@link Window}
 * </pre>
 *
 * <p>x is 0 before the first step. Who wants no padding begins at step w − 1: rows before it stay 0.
 */
public final class Conv1d implements Layer {
    private final Kernels k;
    private final Activation activation;
    private final int B;
    private final Window window;
    private final Tensor Wx, b, dWx, db, a, h, da, dh;

    /** A layer on parameters named {@code prefix} + Wx and b, for at most T steps of B sequences. */
    public Conv1d(Kernels k, Memory m, Parameters p, String prefix, Activation activation, int width, boolean flip,
            int X, int H, int T, int B) {
        this.k = k;
        this.activation = activation;
        this.B = B;
        window = new Window(m, width - 1, 0, flip, X, T, B);
        Wx = p.get(prefix + "Wx").value();
        b = p.get(prefix + "b").value();
        dWx = p.get(prefix + "Wx").gradient();
        db = p.get(prefix + "b").gradient();
        a = Tensor.matrix(m, T * B, H);
        h = Tensor.matrix(m, T * B, H);
        dh = Tensor.matrix(m, T * B, H);
        da = Tensor.matrix(m, T * B, H);
    }

    public static List<Shape> shapes(String prefix, int width, int X, int H) {
        return List.of(new Shape(prefix + "Wx", H, width * X), new Shape(prefix + "b", H, 0));
    }

    @Override
    public void forward(Tensor x, int from, int n) {
        window.forward(x, from, n);
        k.affine(Wx, window.h(), b, a, from * B, n * B);
        activation.forward(k, a, h, from * B, n * B);
    }

    /** Steps before {@code from} that the windows reach are overwritten in dx too. */
    @Override
    public void backward(Tensor x, Tensor dx, int from, int n) {
        activation.backward(k, h, dh, da, from * B, n * B);
        k.outerAdd(da, window.h(), dWx, from * B, n * B);
        k.sumAdd(da, db, from * B, n * B);
        k.transposed(Wx, da, window.dh(), from * B, n * B);
        window.backward(x, dx, from, n);
    }

    @Override
    public void start() {
        window.start();
    }

    @Override
    public List<Tensor> carried() {
        return window.carried();
    }

    @Override
    public void carry(int T) {
        window.carry(T);
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
        List<Named> named = new ArrayList<>(List.of(new Named("a", a), new Named("h", h), new Named("dh", dh),
                new Named("da", da)));
        named.addAll(window.gradients());
        return named;
    }
}
