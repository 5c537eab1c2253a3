package unrolled.nn;

import java.util.ArrayList;
import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * The gated recurrent unit (Cho et al., 2014); z keeps, as in PyTorch (in the paper's second version it replaces).
 *
 * <pre>
 *   a.r, a.z = Wx.rz x(t) + Wh.rz h(t−1) + b.rz          T × 3H, rows of the weights in the order r, z, n as in PyTorch
 *   r, z = σ(a.r), σ(a.z)
 *   m = Wh.n h(t−1) + bhn       a.n = Wx.n x(t) + b.n + r ⊙ m         reset after the product
 *   m = r ⊙ h(t−1)              a.n = Wx.n x(t) + b.n + Wh.n m        reset before the product
 *   n = tanh(a.n)               h(t) = (1 − z) ⊙ n + z ⊙ h(t−1)
 *
 *   dz = dh ⊙ (h(t−1) − n)      dn = dh ⊙ (1 − z)        da.n = dn ⊙ (1 − n²)
 *   dm = da.n ⊙ r               dr = da.n ⊙ m            reset after;    dh(t−1) += Wh.nᵀ dm
 *   dm = Wh.nᵀ da.n             dr = dm ⊙ h(t−1)         reset before;   dh(t−1) += dm ⊙ r
 *   da.r, da.z = dr ⊙ r ⊙ (1 − r), dz ⊙ z ⊙ (1 − z)
 *   dh(t−1) = dh(t−1) from above + dh ⊙ z + Wh.rzᵀ da.rz + the share by m
 * </pre>
 */
public final class Gru implements Recurrent {
    private final Kernels k;
    private final Reset reset;
    private final int B;
    private final Tensor Wx, Whrz, Whn, b, bhn, dWx, dWhrz, dWhn, db, dbhn;
    private final States h, dh;
    private final Tensor a, ar, az, arz, an, r, z, n, m;
    private final Tensor da, dar, daz, darz, dan, dr, dz, dn, dm;
    // where the gradient ends that truncation keeps from going further
    private final Tensor lost;
    private final Held held;
    private int truncation;

    /** A layer on parameters named {@code prefix} + Wx, Wh, b and, reset after, bhn; at most T steps of B sequences. */
    public Gru(Kernels k, Memory memory, Parameters p, String prefix, Reset reset, int X, int H, int T, int B) {
        this.k = k;
        this.reset = reset;
        this.B = B;
        held = new Held();
        Wx = p.get(prefix + "Wx").value();
        Whrz = p.get(prefix + "Wh").value().rows(0, 2 * H);
        Whn = p.get(prefix + "Wh").value().rows(2 * H, H);
        b = p.get(prefix + "b").value();
        bhn = reset == Reset.AFTER ? p.get(prefix + "bhn").value() : null;
        dWx = p.get(prefix + "Wx").gradient();
        dWhrz = p.get(prefix + "Wh").gradient().rows(0, 2 * H);
        dWhn = p.get(prefix + "Wh").gradient().rows(2 * H, H);
        db = p.get(prefix + "b").gradient();
        dbhn = reset == Reset.AFTER ? p.get(prefix + "bhn").gradient() : null;

        h = States.of(memory, H, T, B);
        a = Tensor.matrix(memory, T * B, 3 * H);
        ar = a.columns(0, H);
        az = a.columns(H, H);
        arz = a.columns(0, 2 * H);
        an = a.columns(2 * H, H);
        r = Tensor.matrix(memory, T * B, H);
        z = Tensor.matrix(memory, T * B, H);
        n = Tensor.matrix(memory, T * B, H);
        m = Tensor.matrix(memory, T * B, H);

        dh = States.of(memory, H, T, B);
        lost = Tensor.matrix(memory, T * B, H);
        da = Tensor.matrix(memory, T * B, 3 * H);
        dar = da.columns(0, H);
        daz = da.columns(H, H);
        darz = da.columns(0, 2 * H);
        dan = da.columns(2 * H, H);
        dr = Tensor.matrix(memory, T * B, H);
        dz = Tensor.matrix(memory, T * B, H);
        dn = Tensor.matrix(memory, T * B, H);
        dm = Tensor.matrix(memory, T * B, H);
    }

    /** Other weights on the activations of {@code other}. */
    private Gru(Gru other, Parameters p, String prefix) {
        k = other.k;
        reset = other.reset;
        B = other.B;
        held = other.held;
        int H = other.r.cols;
        Wx = p.get(prefix + "Wx").value();
        Whrz = p.get(prefix + "Wh").value().rows(0, 2 * H);
        Whn = p.get(prefix + "Wh").value().rows(2 * H, H);
        b = p.get(prefix + "b").value();
        bhn = reset == Reset.AFTER ? p.get(prefix + "bhn").value() : null;
        dWx = p.get(prefix + "Wx").gradient();
        dWhrz = p.get(prefix + "Wh").gradient().rows(0, 2 * H);
        dWhn = p.get(prefix + "Wh").gradient().rows(2 * H, H);
        db = p.get(prefix + "b").gradient();
        dbhn = reset == Reset.AFTER ? p.get(prefix + "bhn").gradient() : null;
        h = other.h;
        dh = other.dh;
        a = other.a;
        ar = other.ar;
        az = other.az;
        arz = other.arz;
        an = other.an;
        r = other.r;
        z = other.z;
        n = other.n;
        m = other.m;
        da = other.da;
        dar = other.dar;
        daz = other.daz;
        darz = other.darz;
        dan = other.dan;
        dr = other.dr;
        dz = other.dz;
        dn = other.dn;
        dm = other.dm;
        lost = other.lost;
    }

    @Override
    public Gru sharing(Parameters p, String prefix) {
        return new Gru(this, p, prefix);
    }

    public static List<Shape> shapes(String prefix, Reset reset, int X, int H) {
        List<Shape> shapes = new ArrayList<>(List.of(new Shape(prefix + "Wx", 3 * H, X),
                new Shape(prefix + "Wh", 3 * H, H), new Shape(prefix + "b", 3 * H, 0)));
        if (reset == Reset.AFTER) {
            shapes.add(new Shape(prefix + "bhn", H, 0));
        }
        return shapes;
    }

    @Override
    public void forward(Tensor x, int from, int count) {
        Tensor hPrev = h.before();
        k.affine(Wx, x, b, a, from * B, count * B);         // every step's share of the input, at once
        boolean whole = reset == Reset.AFTER && held.none()
                && k.gru(Whrz, Whn, bhn, a, r, z, n, m, hPrev, from, count, B);
        for (int t = from; !whole && t < from + count; t++) {
            int row = t * B;
            k.timesAdd(Whrz, hPrev, arz, row, B);
            k.sigmoid(ar, r, row, B);
            k.sigmoid(az, z, row, B);
            held.hold("r", r, row, B);
            held.hold("z", z, row, B);
            if (reset == Reset.AFTER) {
                k.affine(Whn, hPrev, bhn, m, row, B);
                k.productAdd(r, m, an, row, B);
            } else {
                k.product(r, hPrev, m, row, B);
                k.timesAdd(Whn, m, an, row, B);
            }
            k.tanh(an, n, row, B);
            held.hold("n", n, row, B);
            k.gruState(z, n, hPrev, h.after(), row, B);
            held.hold("h", h.after(), row, B);
        }
    }

    @Override
    public void backward(Tensor x, Tensor dx, int from, int count) {
        Tensor hPrev = h.before();
        boolean whole = reset == Reset.AFTER && held.none() && truncation == 0
                && k.gruBackward(Whrz, Whn, r, z, n, m, hPrev, dh.before(), dr, dz, dn, dm, da, from, count, B);
        for (int t = from + count - 1; !whole && t >= from; t--) {
            int row = t * B;
            Tensor dhPrev = States.cut(t, truncation) ? lost : dh.before();
            held.hide("h", dh.after(), row, B);
            k.gruStateBackward(z, n, hPrev, dh.after(), dz, dn, dhPrev, row, B);
            held.show("h", dh.after(), row, B);
            k.tanhBackward(n, dn, dan, row, B);
            held.stop("n", dan, row, B);
            if (reset == Reset.AFTER) {
                k.product(dan, r, dm, row, B);
                k.product(dan, m, dr, row, B);
                k.transposedAdd(Whn, dm, dhPrev, row, B);
            } else {
                k.transposed(Whn, dan, dm, row, B);
                k.product(dm, hPrev, dr, row, B);
                k.productAdd(dm, r, dhPrev, row, B);
            }
            k.sigmoidBackward(r, dr, dar, row, B);
            k.sigmoidBackward(z, dz, daz, row, B);
            held.stop("r", dar, row, B);
            held.stop("z", daz, row, B);
            k.transposedAdd(Whrz, darz, dhPrev, row, B);
        }
        k.outerAdd(da, x, dWx, from * B, count * B);
        k.outerAdd(darz, hPrev, dWhrz, from * B, count * B);
        k.sumAdd(da, db, from * B, count * B);
        if (reset == Reset.AFTER) {
            k.outerAdd(dm, hPrev, dWhn, from * B, count * B);
            k.sumAdd(dm, dbhn, from * B, count * B);
        } else {
            k.outerAdd(dan, m, dWhn, from * B, count * B);
        }
        if (dx != null) {
            k.transposed(Wx, da, dx, from * B, count * B);
        }
    }

    @Override
    public void hold(String letter, Tensor set) {
        held.set(letter, set);
    }

    @Override
    public void end(int T) {
        dh.initial().fill(0);
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
    public List<String> gates() {
        return List.of("r", "z", "n");
    }

    @Override
    public List<Named> named() {
        return List.of(new Named("h0", h.initial()),
                new Named("a", a), new Named("a.r", ar), new Named("a.z", az), new Named("a.n", an),
                new Named("r", r), new Named("z", z), new Named("n", n), new Named("m", m), new Named("h", h.after()),
                new Named("dh", dh.after()),
                new Named("dr", dr), new Named("dz", dz), new Named("dn", dn), new Named("dm", dm),
                new Named("da", da), new Named("da.r", dar), new Named("da.z", daz), new Named("da.n", dan),
                new Named("dh0", dh.initial()));
    }
}
