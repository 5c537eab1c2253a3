package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * The recurrent network whose output comes back (Jordan, 1986); the head is run by this layer, step by step.
 *
 * <pre>
 *   a(t) = Wx x(t) + Wh y(t−1) + b          T × H
 *   h(t) = φ(a(t))                          T × H, φ one of {@link Activation}
 *   y(t) = f(Wy h(t) + by)                  T × Y, see {@link Output}
 *
 *   dy(t) = what the loss sends + Whᵀ da(t+1)
 *   dh(t) = Wyᵀ dlogits(t)                  da(t) = dh(t) ⊙ φ′(a(t))
 * </pre>
 */
public final class Jordan implements Recurrent {
    private final Kernels k;
    private final Activation activation;
    private final Output output;
    private final int B;
    private final Tensor Wx, Wh, b, dWx, dWh, db;
    // y as the next step reads it, and what that step sends back
    private final States y, dy;
    private final Tensor a, h, da, dh;
    private final Held held = new Held();
    private int truncation;

    /** A layer on parameters named {@code prefix} + Wx, Wh and b, for at most T steps of B sequences. */
    public Jordan(Kernels k, Memory m, Parameters p, String prefix, Activation activation, int X, int H, Output output,
            int T, int B) {
        this.k = k;
        this.activation = activation;
        this.output = output;
        this.B = B;
        Wx = p.get(prefix + "Wx").value();
        Wh = p.get(prefix + "Wh").value();
        b = p.get(prefix + "b").value();
        dWx = p.get(prefix + "Wx").gradient();
        dWh = p.get(prefix + "Wh").gradient();
        db = p.get(prefix + "b").gradient();
        y = States.of(m, Wh.cols, T, B);
        a = Tensor.matrix(m, T * B, H);
        h = Tensor.matrix(m, T * B, H);
        dy = States.of(m, Wh.cols, T, B);
        dh = Tensor.matrix(m, T * B, H);
        da = Tensor.matrix(m, T * B, H);
    }

    /** @param Y numbers that come out of the head, and back */
    public static List<Shape> shapes(String prefix, int X, int H, int Y) {
        return List.of(new Shape(prefix + "Wx", H, X), new Shape(prefix + "Wh", H, Y), new Shape(prefix + "b", H, 0));
    }

    @Override
    public void forward(Tensor x, int from, int n) {
        k.affine(Wx, x, b, a, from * B, n * B);             // every step's share of the input, at once
        for (int t = from; t < from + n; t++) {
            k.timesAdd(Wh, y.before(), a, t * B, B);
            activation.forward(k, a, h, t * B, B);
            held.hold("h", h, t * B, B);
            output.forward(h, t * B, B);
            k.copy(output.y(), y.after(), t * B, B);
        }
    }

    @Override
    public void backward(Tensor x, Tensor dx, int from, int n) {
        for (int t = from + n - 1; t >= from; t--) {
            output.backward(dy.after(), dh, t * B, B);
            activation.backward(k, h, dh, da, t * B, B);
            held.stop("h", da, t * B, B);
            if (States.cut(t, truncation)) {
                k.zero(dy.before(), t * B, B);
            } else {
                k.transposed(Wh, da, dy.before(), t * B, B);
            }
        }
        k.outerAdd(da, x, dWx, from * B, n * B);
        k.outerAdd(da, y.before(), dWh, from * B, n * B);
        k.sumAdd(da, db, from * B, n * B);
        if (dx != null) {
            k.transposed(Wx, da, dx, from * B, n * B);
        }
    }

    /** Nobody reads the last output. */
    @Override
    public void end(int T) {
        k.zero(dy.after(), (T - 1) * B, B);
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
        y.carry(T);
    }

    @Override
    public Tensor h() {
        return h;
    }

    @Override
    public Tensor dh() {
        return dh;
    }

    /** The output handed in, B × Y. */
    @Override
    public Tensor h0() {
        return y.initial();
    }

    @Override
    public List<Named> named() {
        return List.of(new Named("y0", y.initial()), new Named("a", a), new Named("h", h), new Named("dh", dh),
                new Named("da", da), new Named("dy0", dy.initial()));
    }
}
