package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * The simple recurrent network (Elman, 1990).
 *
 * <pre>
 *   a(t) = Wx x(t) + Wh h(t−1) + b          T × H
 *   h(t) = φ(a(t))                          T × H, φ one of {@link Activation}
 * </pre>
 */
public final class Elman implements Recurrent {
    private final Kernels k;
    private final Activation activation;
    private final int B;
    private final Tensor Wx, Wh, b, dWx, dWh, db;
    private final States h, dh;
    private final Tensor a, da;
    private final Held held;
    private int truncation;

    /** A layer on parameters named {@code prefix} + Wx, Wh and b, for at most T steps of B sequences. */
    public Elman(Kernels k, Memory m, Parameters p, String prefix, Activation activation, int X, int H, int T, int B) {
        this.k = k;
        this.activation = activation;
        this.B = B;
        held = new Held();
        Wx = p.get(prefix + "Wx").value();
        Wh = p.get(prefix + "Wh").value();
        b = p.get(prefix + "b").value();
        dWx = p.get(prefix + "Wx").gradient();
        dWh = p.get(prefix + "Wh").gradient();
        db = p.get(prefix + "b").gradient();
        h = States.of(m, H, T, B);
        a = Tensor.matrix(m, T * B, H);
        dh = States.of(m, H, T, B);
        da = Tensor.matrix(m, T * B, H);
    }

    /** Other weights on the activations of {@code other}. */
    private Elman(Elman other, Parameters p, String prefix) {
        k = other.k;
        activation = other.activation;
        B = other.B;
        held = other.held;
        Wx = p.get(prefix + "Wx").value();
        Wh = p.get(prefix + "Wh").value();
        b = p.get(prefix + "b").value();
        dWx = p.get(prefix + "Wx").gradient();
        dWh = p.get(prefix + "Wh").gradient();
        db = p.get(prefix + "b").gradient();
        h = other.h;
        a = other.a;
        dh = other.dh;
        da = other.da;
    }

    @Override
    public Elman sharing(Parameters p, String prefix) {
        return new Elman(this, p, prefix);
    }

    public static List<Shape> shapes(String prefix, int X, int H) {
        return List.of(new Shape(prefix + "Wx", H, X), new Shape(prefix + "Wh", H, H), new Shape(prefix + "b", H, 0));
    }

    @Override
    public void forward(Tensor x, int from, int n) {
        k.affine(Wx, x, b, a, from * B, n * B);             // every step's share of the input, at once
        boolean whole = held.none() && activation == Activation.TANH && k.elman(Wh, a, h.before(), from, n, B);
        for (int t = from; !whole && t < from + n; t++) {
            k.timesAdd(Wh, h.before(), a, t * B, B);
            activation.forward(k, a, h.after(), t * B, B);
            held.hold("h", h.after(), t * B, B);
        }
    }

    @Override
    public void backward(Tensor x, Tensor dx, int from, int n) {
        boolean whole = held.none() && activation == Activation.TANH && truncation == 0
                && k.elmanBackward(Wh, h.before(), dh.before(), da, from, n, B);
        for (int t = from + n - 1; !whole && t >= from; t--) {
            activation.backward(k, h.after(), dh.after(), da, t * B, B);
            held.stop("h", da, t * B, B);
            if (!States.cut(t, truncation)) {
                k.transposedAdd(Wh, da, dh.before(), t * B, B);
            }
        }
        k.outerAdd(da, x, dWx, from * B, n * B);
        k.outerAdd(da, h.before(), dWh, from * B, n * B);
        k.sumAdd(da, db, from * B, n * B);
        if (dx != null) {
            k.transposed(Wx, da, dx, from * B, n * B);
        }
    }

    @Override
    public void end(int T) {
        dh.initial().fill(0);
    }

    @Override
    public void hold(String letter, Tensor set) {
        held.set(letter, set);
    }

    @Override
    public void truncate(int every) {
        truncation = every;
    }

    @Override
    public void carry(int T) {
        h.carry(T);
    }

    @Override
    public Tensor h() {
        return h.after();
    }

    @Override
    public Tensor dh() {
        return dh.after();
    }

    @Override
    public Tensor h0() {
        return h.initial();
    }

    @Override
    public List<Named> named() {
        return List.of(new Named("h0", h.initial()), new Named("a", a), new Named("h", h.after()),
                new Named("dh", dh.after()), new Named("da", da), new Named("dh0", dh.initial()));
    }
}
