package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * Long short-term memory with a forget gate (Gers et al., 2000).
 *
 * <pre>
 *   a(t) = Wx x(t) + Wh h(t−1) + b          T × 4H, rows of the weights in the order i, f, g, o as in PyTorch
 *   i, f, o = σ(a.i), σ(a.f), σ(a.o)        g = tanh(a.g)
 *   c(t) = f ⊙ c(t−1) + i ⊙ g               h(t) = o ⊙ tanh c(t)
 *
 *   do = dh ⊙ tanh c(t)                     dc(t) = dc(t) from step t+1 + dh ⊙ o ⊙ (1 − tanh² c(t))
 *   di, df, dg = dc ⊙ g, dc ⊙ c(t−1), dc ⊙ i             dc(t−1) = dc ⊙ f
 *   da.i, da.f, da.o = di ⊙ i ⊙ (1 − i), …  da.g = dg ⊙ (1 − g²)
 *   dh(t−1) = dh(t−1) from above + Whᵀ da(t)
 * </pre>
 */
public final class Lstm implements Recurrent {
    private final Kernels k;
    private final int B;
    private final Tensor Wx, Wh, b, dWx, dWh, db;
    private final States h, c, dh, dc;
    private final Tensor a, ai, af, ag, ao, i, f, g, o, tanhC;
    private final Tensor da, dai, daf, dag, dao, di, df, dg, dO;
    // what c was made of
    private final Tensor[] madeC;
    private final Held held;
    private int truncation;

    /** A layer on parameters named {@code prefix} + Wx, Wh and b, for at most T steps of B sequences. */
    public Lstm(Kernels k, Memory m, Parameters p, String prefix, int X, int H, int T, int B) {
        this.k = k;
        this.B = B;
        held = new Held();
        Wx = p.get(prefix + "Wx").value();
        Wh = p.get(prefix + "Wh").value();
        b = p.get(prefix + "b").value();
        dWx = p.get(prefix + "Wx").gradient();
        dWh = p.get(prefix + "Wh").gradient();
        db = p.get(prefix + "b").gradient();

        h = States.of(m, H, T, B);
        c = States.of(m, H, T, B);
        a = Tensor.matrix(m, T * B, 4 * H);
        ai = a.columns(0, H);
        af = a.columns(H, H);
        ag = a.columns(2 * H, H);
        ao = a.columns(3 * H, H);
        i = Tensor.matrix(m, T * B, H);
        f = Tensor.matrix(m, T * B, H);
        g = Tensor.matrix(m, T * B, H);
        o = Tensor.matrix(m, T * B, H);
        tanhC = Tensor.matrix(m, T * B, H);

        dh = States.of(m, H, T, B);
        dc = States.of(m, H, T, B);
        da = Tensor.matrix(m, T * B, 4 * H);
        dai = da.columns(0, H);
        daf = da.columns(H, H);
        dag = da.columns(2 * H, H);
        dao = da.columns(3 * H, H);
        di = Tensor.matrix(m, T * B, H);
        df = Tensor.matrix(m, T * B, H);
        dg = Tensor.matrix(m, T * B, H);
        dO = Tensor.matrix(m, T * B, H);
        madeC = new Tensor[] {di, df, dg, dc.before()};
    }

    /** Other weights on the activations of {@code other}. */
    private Lstm(Lstm other, Parameters p, String prefix) {
        k = other.k;
        B = other.B;
        held = other.held;
        Wx = p.get(prefix + "Wx").value();
        Wh = p.get(prefix + "Wh").value();
        b = p.get(prefix + "b").value();
        dWx = p.get(prefix + "Wx").gradient();
        dWh = p.get(prefix + "Wh").gradient();
        db = p.get(prefix + "b").gradient();
        h = other.h;
        c = other.c;
        dh = other.dh;
        dc = other.dc;
        a = other.a;
        ai = other.ai;
        af = other.af;
        ag = other.ag;
        ao = other.ao;
        i = other.i;
        f = other.f;
        g = other.g;
        o = other.o;
        tanhC = other.tanhC;
        da = other.da;
        dai = other.dai;
        daf = other.daf;
        dag = other.dag;
        dao = other.dao;
        di = other.di;
        df = other.df;
        dg = other.dg;
        dO = other.dO;
        madeC = other.madeC;
    }

    @Override
    public Lstm sharing(Parameters p, String prefix) {
        return new Lstm(this, p, prefix);
    }

    public static List<Shape> shapes(String prefix, int X, int H) {
        return List.of(new Shape(prefix + "Wx", 4 * H, X), new Shape(prefix + "Wh", 4 * H, H),
                new Shape(prefix + "b", 4 * H, 0));
    }

    @Override
    public void forward(Tensor x, int from, int n) {
        k.affine(Wx, x, b, a, from * B, n * B);             // every step's share of the input, at once
        boolean whole = held.none() && k.lstm(Wh, a, i, f, g, o, c.before(), tanhC, h.before(), from, n, B);
        for (int t = from; !whole && t < from + n; t++) {
            int r = t * B;
            k.timesAdd(Wh, h.before(), a, r, B);
            k.sigmoid(ai, i, r, B);
            k.sigmoid(af, f, r, B);
            k.tanh(ag, g, r, B);
            k.sigmoid(ao, o, r, B);
            holdGates(r);
            k.lstmState(i, f, g, o, c.before(), c.after(), tanhC, h.after(), r, B);
            if (held.hold("c", c.after(), r, B)) {
                k.tanh(c.after(), tanhC, r, B);
                k.product(o, tanhC, h.after(), r, B);
            }
            held.hold("h", h.after(), r, B);
        }
    }

    @Override
    public void backward(Tensor x, Tensor dx, int from, int n) {
        boolean whole = held.none() && truncation == 0 && k.lstmBackward(Wh, i, f, g, o, c.before(), tanhC,
                dh.before(), dc.before(), di, df, dg, dO, da, from, n, B);
        for (int t = from + n - 1; !whole && t >= from; t--) {
            int r = t * B;
            held.hide("h", dh.after(), r, B);
            k.lstmStateBackward(i, f, g, o, c.before(), tanhC, dh.after(), dc.after(),
                    di, df, dg, dO, dc.before(), r, B);
            held.show("h", dh.after(), r, B);
            for (Tensor part : madeC) {
                held.stop("c", part, r, B);
            }
            k.sigmoidBackward(i, di, dai, r, B);
            k.sigmoidBackward(f, df, daf, r, B);
            k.tanhBackward(g, dg, dag, r, B);
            k.sigmoidBackward(o, dO, dao, r, B);
            stopGates(r);
            if (States.cut(t, truncation)) {
                k.zero(dc.before(), r, B);
            } else {
                k.transposedAdd(Wh, da, dh.before(), r, B);
            }
        }
        k.outerAdd(da, x, dWx, from * B, n * B);
        k.outerAdd(da, h.before(), dWh, from * B, n * B);
        k.sumAdd(da, db, from * B, n * B);
        if (dx != null) {
            k.transposed(Wx, da, dx, from * B, n * B);
        }
    }

    private void holdGates(int r) {
        held.hold("i", i, r, B);
        held.hold("f", f, r, B);
        held.hold("g", g, r, B);
        held.hold("o", o, r, B);
    }

    private void stopGates(int r) {
        held.stop("i", dai, r, B);
        held.stop("f", daf, r, B);
        held.stop("g", dag, r, B);
        held.stop("o", dao, r, B);
    }

    @Override
    public void hold(String letter, Tensor set) {
        held.set(letter, set);
    }

    @Override
    public void end(int T) {
        dh.initial().fill(0);
        k.zero(dc.after(), (T - 1) * B, B);
    }

    @Override
    public void truncate(int every) {
        truncation = every;
    }

    @Override
    public void carry(int T) {
        h.carry(T);
        c.carry(T);
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

    /** The cell state handed in, B × H; for B = 1 a vector. */
    public Tensor c0() {
        return c.initial();
    }

    @Override
    public List<String> gates() {
        return List.of("i", "f", "g", "o");
    }

    @Override
    public List<Named> named() {
        return List.of(new Named("h0", h.initial()), new Named("c0", c.initial()),
                new Named("a", a), new Named("a.i", ai), new Named("a.f", af), new Named("a.g", ag),
                        new Named("a.o", ao),
                new Named("i", i), new Named("f", f), new Named("g", g), new Named("o", o),
                new Named("c", c.after()), new Named("h", h.after()),
                new Named("dh", dh.after()), new Named("dc", dc.after()),
                new Named("di", di), new Named("df", df), new Named("dg", dg), new Named("do", dO),
                new Named("da", da), new Named("da.i", dai), new Named("da.f", daf), new Named("da.g", dag),
                new Named("da.o", dao), new Named("dh0", dh.initial()), new Named("dc0", dc.initial()));
    }
}
