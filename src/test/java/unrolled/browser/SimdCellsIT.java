package unrolled.browser;

import static unrolled.browser.Sketch.PLAIN;
import static unrolled.browser.Sketch.SUMS;
import static unrolled.browser.Sketch.at;
import static unrolled.browser.Sketch.bytes;
import static unrolled.browser.Sketch.call;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.nn.Activation;
import unrolled.nn.Elman;
import unrolled.nn.Gru;
import unrolled.nn.Lstm;
import unrolled.nn.Parameters;
import unrolled.nn.Recurrent;
import unrolled.nn.Reset;
import unrolled.nn.Shape;
import unrolled.tensor.Tensor;

/** The SIMD module's whole sequences are what the layers compute step by step, for random sizes, lanes and ranges of steps. */
class SimdCellsIT {
    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("unrolled.browser.Sketch#shapes")
    void wholeLstm(Browsers browser, int seed) {
        Sequence s = new Sequence(seed, H -> Lstm.shapes("", Sequence.X, H), (q, T) ->
                new Lstm(PLAIN, q.s.memory, q.p, "", Sequence.X, q.H, T, q.B));
        int r = s.from * s.B;
        s.assertForward(browser, packed -> call("lstm", packed, s.H, s.B, s.n, s.at("a", r), s.at("i", r),
                s.at("f", r), s.at("g", r), s.at("o", r), s.at("c0", r), s.tanhC(r), s.at("h0", r)));
        int last = (s.from + s.n - 1) * s.B;
        s.assertBackward(browser, call("lstmBackward", at(s.p.get("Wh").value()), s.H, s.B, s.n, s.at("i", last),
                s.at("f", last), s.at("g", last), s.at("o", last), s.at("c0", last), s.tanhC(last), s.at("dh0", last),
                s.at("dc0", last), s.at("di", last), s.at("df", last), s.at("dg", last), s.at("do", last), s.at("da", last)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("unrolled.browser.Sketch#shapes")
    void wholeGru(Browsers browser, int seed) {
        Sequence s = new Sequence(seed, H -> Gru.shapes("", Reset.AFTER, Sequence.X, H), (q, T) ->
                new Gru(PLAIN, q.s.memory, q.p, "", Reset.AFTER, Sequence.X, q.H, T, q.B));
        int r = s.from * s.B;
        Tensor Wh = s.p.get("Wh").value();
        Tensor Wrz = Wh.rows(0, 2 * s.H);
        Tensor Wn = Wh.rows(2 * s.H, s.H);
        int packedN = s.s.room((Wn.rows + 8) * s.H + 32);
        s.assertForward(browser, packed -> call("gru", packed, packedN, at(s.p.get("bhn").value()), s.H, s.B,
                s.n, s.at("a", r), s.at("r", r), s.at("z", r), s.at("n", r), s.at("m", r), s.at("h0", r)),
                call("pack", at(Wn), bytes(Wn), Wn.rows, s.H, packedN));
        int last = (s.from + s.n - 1) * s.B;
        s.assertBackward(browser, call("gruBackward", at(Wrz), at(Wn), s.H, s.B, s.n, s.at("r", last), s.at("z", last),
                s.at("n", last), s.at("m", last), s.at("h0", last), s.at("dh0", last), s.at("dr", last), s.at("dz", last),
                s.at("dn", last), s.at("dm", last), s.at("da", last)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("unrolled.browser.Sketch#shapes")
    void wholeElman(Browsers browser, int seed) {
        Sequence s = new Sequence(seed, H -> Elman.shapes("", Sequence.X, H), (q, T) ->
                new Elman(PLAIN, q.s.memory, q.p, "", Activation.TANH, Sequence.X, q.H, T, q.B));
        int r = s.from * s.B;
        s.assertForward(browser, packed -> call("elman", packed, s.H, s.B, s.n, s.at("a", r), s.at("h0", r)));
        int last = (s.from + s.n - 1) * s.B;
        s.assertBackward(browser, call("elmanBackward", at(s.p.get("Wh").value()), s.H, s.B, s.n, s.at("h0", last),
                s.at("dh0", last), s.at("da", last)));
    }

    /** A layer over some sequences, run by the plain kernels in the sketch's memory. */
    private static final class Sequence {
        static final int X = 3;
        final Sketch s;
        final int H;
        final int B;
        final int from;
        final int n;
        final Parameters p;
        final Recurrent layer;
        final Tensor x;
        private final int end;

        Sequence(int seed, IntFunction<List<Shape>> shapes, BiFunction<Sequence, Integer, Recurrent> build) {
            s = new Sketch(seed);
            H = s.below(21);
            B = seed % 3 == 0 ? 1 : s.below(6);
            from = seed % 2;
            n = s.below(4);
            p = new Parameters(s.memory, shapes.apply(H));
            x = s.random((from + n) * B, X);
            layer = build.apply(this, from + n);
            scramble(p.value);
            layer.named().forEach(named -> scramble(named.tensor()));
            end = s.memory.size();
        }

        private void scramble(Tensor tensor) {
            for (int i = 0; i < tensor.size(); i++) {
                tensor.set(i, s.rng.uniform(-1, 1));
            }
        }

        private Tensor tensor(String name) {
            return layer.named().stream().filter(named -> named.name().equals(name)).findFirst().orElseThrow().tensor();
        }

        /** Of the states named …0, the row before the step's; of others, the step's. */
        int at(String name, int row) {
            return Sketch.at(tensor(name)) + 4 * row * tensor(name).cols;
        }

        /** It has no name; it stands behind o. */
        int tanhC(int row) {
            return at("o", row) + 4 * tensor("o").size();
        }

        void assertForward(Browsers browser, IntFunction<Object[]> whole, Object[]... others) {
            Tensor Wh = p.get("Wh").value();
            int packed = s.room((Wh.rows + 8) * H + 32);
            PLAIN.affine(p.get("Wx").value(), x, p.get("b").value(), tensor("a"), from * B, n * B);
            double[] before = s.numbers();
            layer.forward(x, from, n);
            Object[] pack = call("pack", Sketch.at(Wh), bytes(Wh), Wh.rows, H, packed);
            Object[][] calls = Stream.of(Stream.of(new Object[][] {pack}), Stream.of(others),
                    Stream.of(new Object[][] {whole.apply(packed)})).flatMap(call -> call).toArray(Object[][]::new);
            s.assertSame(end, SUMS, browser, before, calls);
        }

        void assertBackward(Browsers browser, Object[] whole) {
            double[] before = s.numbers();
            layer.backward(x, null, from, n);
            p.gradient.fill(0);
            s.assertSame(end, SUMS, browser, before, whole);
        }
    }
}
