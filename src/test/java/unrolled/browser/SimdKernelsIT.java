package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static unrolled.browser.Sketch.PLAIN;
import static unrolled.browser.Sketch.SUMS;
import static unrolled.browser.Sketch.ULP;
import static unrolled.browser.Sketch.at;
import static unrolled.browser.Sketch.bytes;
import static unrolled.browser.Sketch.call;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.tensor.Tensor;

/** The SIMD module computes what the plain kernels do, on random shapes: their seeds are in the names. */
class SimdKernelsIT {
    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("unrolled.browser.Sketch#shapes")
    void productsOverRows(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        int end = s.memory.size();
        int packed = s.room((s.rows + 8) * s.cols + 32);
        double[] before = s.numbers();
        PLAIN.timesAdd(s.W, s.x, s.y, 0, s.n);
        s.assertSame(end, SUMS, browser, before, call("pack", at(s.W), bytes(s.W), s.rows, s.cols, packed),
                call("product", at(s.y), bytes(s.y), at(s.x), bytes(s.x), 4, packed, 32, 32 * s.cols, s.n, s.rows, s.cols));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("unrolled.browser.Sketch#shapes")
    void transposedProductsOverRows(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        double[] before = s.numbers();
        PLAIN.transposedAdd(s.W, s.y, s.x, 0, s.n);
        s.assertSame(SUMS, browser, before, call("product", at(s.x), bytes(s.x), at(s.y), bytes(s.y), 4, at(s.W), bytes(s.W),
                32, s.n, s.cols, s.rows));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("unrolled.browser.Sketch#shapes")
    void outerProductsAddUpOverTheRows(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        double[] before = s.numbers();
        PLAIN.outerAdd(s.y, s.x, s.W, 0, s.n);
        s.assertSame(SUMS, browser, before, call("product", at(s.W), bytes(s.W), at(s.y), 4, bytes(s.y), at(s.x), bytes(s.x),
                32, s.rows, s.cols, s.n));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("unrolled.browser.Sketch#shapes")
    void ofRowsOfZerosAndAFewOthersOnlyColumnsCount(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        s.x.fill(0);
        for (int r = 0; r < s.n; r++) {
            s.x.set(r, s.below(s.cols) - 1, 1);
            s.x.set(r, s.below(s.cols) - 1, -2);
        }
        double[] before = s.numbers();
        PLAIN.timesAdd(s.W, s.x, s.y, 0, s.n);
        PLAIN.outerAdd(s.y, s.x, s.W, 0, s.n);
        Object[] forward = call("columns", at(s.W), bytes(s.W), s.rows, s.cols, at(s.x), bytes(s.x), at(s.y), bytes(s.y), s.n, 0);
        Object[] back = forward.clone();
        back[back.length - 1] = 1;
        s.assertSame(SUMS, browser, before, forward, back);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("unrolled.browser.Sketch#shapes")
    void sigmoidAndTanhAreWithinOneUnitInTheLastPlace(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        Tensor a = Tensor.vector(s.memory, 999 + seed);
        for (int j = 0; j < a.cols; j++) {
            a.set(j, Math.pow(10, s.rng.uniform(-4, 2)) * (j % 2 == 0 ? 1 : -1));
        }
        a.set(0, Double.NaN);
        a.set(1, Double.POSITIVE_INFINITY);
        a.set(2, Double.NEGATIVE_INFINITY);
        Tensor y = Tensor.vector(s.memory, a.cols + 1);
        assertWithinOneUnit(a, call(browser, s.numbers(), call("squash", at(a), at(y), a.cols, 0)), y,
                x -> 1 / (1 + Math.exp(-x)));
        assertWithinOneUnit(a, call(browser, s.numbers(), call("squash", at(a), at(y), a.cols, 1)), y, Math::tanh);
    }

    private static void assertWithinOneUnit(Tensor a, Sketch.Call call, Tensor y, DoubleUnaryOperator function) {
        for (int j = 0; j < a.cols; j++) {
            double exact = function.applyAsDouble(a.get(j));
            assertEquals(exact, call.number(y.offset + j), exact == exact ? Math.ulp((float) exact) : ULP, "of " + a.get(j));
        }
        assertEquals(0, call.number(y.offset + a.cols), "beyond the end");
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("unrolled.browser.Sketch#shapes")
    void softmaxAndItsWayBack(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        for (int r = 0; r < s.n; r++) {
            s.y.set(r, s.below(s.rows) - 1, s.rng.uniform(-200, 200));
        }
        Tensor p = s.random(s.n, s.rows + 2).columns(1, s.rows);
        Tensor dlogits = s.random(s.n, s.rows);
        Tensor target = Tensor.vector(s.memory, s.n);
        Tensor weight = Tensor.vector(s.memory, s.n);
        for (int r = 0; r < s.n; r++) {
            target.set(r, s.below(s.rows) - 1);
            weight.set(r, r % 3 == 2 ? 0 : 0.3);
        }
        double[] before = s.numbers();
        PLAIN.softmax(s.y, 1, p, 0, s.n);
        PLAIN.crossEntropyBackward(p, target, weight, dlogits, s.n);
        s.assertSame(ULP, browser, before, call("softmax", at(s.y), bytes(s.y), at(p), bytes(p), s.rows, s.n),
                call("crossEntropyBackward", at(p), bytes(p), at(target), at(weight), at(dlogits), bytes(dlogits), s.rows, s.n));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("unrolled.browser.Sketch#shapes")
    void adamNormAndWholeRows(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        Tensor w = s.random(1, s.cols), g = s.random(1, s.cols), m = s.random(1, s.cols), v = s.random(1, s.cols);
        for (int j = 0; j < v.cols; j++) {
            v.set(j, 0.1 + Math.abs(v.get(j)));
        }
        double[] before = s.numbers();
        PLAIN.adam(w, g, m, v, 0.01, 0.9, 0.999, 0.1, 0.5, 1e-8, 0.01);
        s.assertSame(ULP, browser, before, call("adam", at(w), at(g), at(m), at(v), s.cols, 0.01 / 0.1, 1 - 0.9, 1 - 0.999,
                1 / 0.5, 1e-8, 0.01));
        double norm = PLAIN.norm(s.W);
        double squares = Double.parseDouble(call(browser, s.numbers(), call("squares", at(s.W), s.W.size())).value());
        assertEquals(norm * norm, squares, 1e-9);
        double[] full = s.numbers();
        PLAIN.zero(g, 0, 1);
        PLAIN.copy(w, m, 0, 1);
        PLAIN.scale(v.row(0), 0.7);
        for (int r = 0; r < s.n; r++) {
            s.memory.copy(w.offset, s.x.start(r), s.cols);
        }
        s.assertSame(ULP, browser, full, call("clear", at(g), s.cols), call("copy", at(w), at(m), s.cols),
                call("multiply", at(v), at(v), s.cols, 0.7), call("spread", at(w), at(s.x), bytes(s.x), s.cols, s.n));
    }
}
