package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.dylibso.chicory.wabt.Wat2Wasm;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** The SIMD module computes what the plain kernels do, on random shapes: their seeds are in the names. */
class SimdKernelsIT {
    /** Sums of at most 40 products of numbers below 1, in float. */
    private static final double SUMS = 1e-5;
    /** One unit in the last place of a float. */
    private static final double ULP = 0x1p-23;
    private static final int SEEDS = 12;

    /** Gives the module a memory that holds the numbers from address 16 on, calls it, and reads them back. */
    private static final String CALL = "([wasm, numbers, name, args]) => {"
            + "  const memory = new WebAssembly.Memory({initial: 4, maximum: 65536});"
            + "  const module = new WebAssembly.Module(Uint8Array.from(atob(wasm), c => c.charCodeAt(0)));"
            + "  const floats = new Float32Array(memory.buffer, 16, numbers.length);"
            + "  floats.set(numbers);"
            + "  const value = new WebAssembly.Instance(module, {env: {memory}}).exports[name](...args);"
            + "  return {value: String(value), numbers: Array.from(floats, String)};"
            + "}";
    private static final JavaKernels PLAIN = new JavaKernels();
    private static final String MODULE = Base64.getEncoder()
            .encodeToString(Wat2Wasm.parse(Path.of("web/engine/kernels.wat").toFile()));

    static Stream<Arguments> shapes() {
        return Stream.of(Browsers.values()).flatMap(browser -> IntStream.range(0, SEEDS)
                .mapToObj(seed -> Arguments.of(browser, seed)));
    }

    /** Tensors of random shapes, one after the other in one memory, as the module sees them. */
    private static final class Sketch {
        final Memory memory = HeapMemory.float32();
        final Rng rng;
        final int n;
        final int rows;
        final int cols;
        final Tensor W;
        final Tensor x;
        final Tensor y;

        Sketch(int seed) {
            rng = new Rng(seed);
            n = below(6);
            rows = below(20);
            cols = below(40);
            W = random(rows, cols);
            x = random(n, cols + 3).columns(2, cols);                       // rows that are not adjacent
            y = random(n, rows + 1).columns(0, rows);
        }

        private int below(int limit) {
            return 1 + (int) (limit * rng.nextDouble());
        }

        private Tensor random(int rows, int cols) {
            Tensor tensor = Tensor.matrix(memory, rows, cols);
            for (int i = 0; i < tensor.size(); i++) {
                tensor.set(i, rng.uniform(-1, 1));
            }
            return tensor;
        }

        double[] numbers() {
            return IntStream.range(0, memory.size()).mapToDouble(memory::get).toArray();
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("shapes")
    void timesAdd(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        double[] before = s.numbers();
        PLAIN.timesAdd(s.W, s.x, s.y, 0, s.n);
        assertSame(s, SUMS, browser, before, "timesAdd", at(s.W), bytes(s.W), s.rows, s.cols, at(s.x), bytes(s.x), at(s.y),
                bytes(s.y), s.n);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("shapes")
    void transposedAdd(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        double[] before = s.numbers();
        PLAIN.transposedAdd(s.W, s.y, s.x, 0, s.n);
        assertSame(s, SUMS, browser, before, "transposedAdd", at(s.W), bytes(s.W), s.rows, s.cols, at(s.y), bytes(s.y),
                at(s.x), bytes(s.x), s.n);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("shapes")
    void outerAdd(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        double[] before = s.numbers();
        PLAIN.outerAdd(s.y, s.x, s.W, 0, s.n);
        assertSame(s, SUMS, browser, before, "outerAdd", at(s.y), bytes(s.y), at(s.x), bytes(s.x), at(s.W), bytes(s.W), s.rows,
                s.cols, s.n);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("shapes")
    void sigmoidAndTanh(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        Tensor a = Tensor.vector(s.memory, s.cols + 4);
        for (int j = 0; j < s.cols; j++) {
            a.set(j, Math.pow(10, s.rng.uniform(-4, 3)) * (j % 2 == 0 ? 1 : -1));
        }
        a.set(s.cols, Double.NaN);
        a.set(s.cols + 1, Double.POSITIVE_INFINITY);
        a.set(s.cols + 2, Double.NEGATIVE_INFINITY);
        Tensor y = Tensor.vector(s.memory, a.cols);
        double[] before = s.numbers();
        PLAIN.sigmoid(a, y, 0, 1);
        assertSame(s, ULP, browser, before, "sigmoid", at(a), at(y), a.cols);
        PLAIN.tanh(a, y, 0, 1);
        assertSame(s, ULP, browser, before, "tanh", at(a), at(y), a.cols);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("shapes")
    void gatesBackward(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        int n = 2 * s.cols;
        Tensor[] t = IntStream.range(0, 13).mapToObj(i -> s.random(1, n)).toArray(Tensor[]::new);
        double[] before = s.numbers();
        PLAIN.sigmoidBackward(t[0], t[1], t[2], 0, 1);
        assertSame(s, ULP, browser, before, "sigmoidBackward", at(t[0]), at(t[1]), at(t[2]), n);
        before = s.numbers();
        PLAIN.tanhBackward(t[0], t[1], t[2], 0, 1);
        assertSame(s, ULP, browser, before, "tanhBackward", at(t[0]), at(t[1]), at(t[2]), n);
        before = s.numbers();
        PLAIN.lstmStateBackward(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9], t[10], t[11], t[12], 0, 1);
        assertSame(s, ULP, browser, before, "lstmStateBackward", at(t[0]), at(t[1]), at(t[2]), at(t[3]), at(t[4]), at(t[5]),
                at(t[6]), at(t[7]), at(t[8]), at(t[9]), at(t[10]), at(t[11]), at(t[12]), n);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("shapes")
    void softmaxIsWhatExpSumGivesOverItsSum(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        double[] before = s.numbers();
        Call call = call(browser, before, "expSum", at(s.W), at(s.W), 1.0, s.cols);
        double sum = 0;
        for (int j = 0; j < s.cols; j++) {
            sum += Math.exp(s.W.get(j) - 1);
            assertEquals(Math.exp(s.W.get(j) - 1), call.number(s.W.offset + j), ULP);
        }
        assertEquals(sum, Double.parseDouble(call.value()), 1e-12);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("shapes")
    void adamNormAndClear(Browsers browser, int seed) {
        Sketch s = new Sketch(seed);
        Tensor g = s.random(1, s.cols), m = s.random(1, s.cols), v = Tensor.vector(s.memory, s.cols);
        double[] before = s.numbers();
        PLAIN.adam(s.W.row(0), g.row(0), m.row(0), v, 0.01, 0.9, 0.999, 0.1, 0.001, 1e-8, 0.01);
        assertSame(s, ULP, browser, before, "adam", at(s.W), at(g), at(m), at(v), s.cols, 0.01 / 0.1, 0.9, 1 - 0.9, 0.999,
                1 - 0.999, 1 / 0.001, 1e-8, 0.01);
        double norm = PLAIN.norm(s.W);
        double squares = Double.parseDouble(call(browser, s.numbers(), "squares", at(s.W), s.W.size()).value());
        assertEquals(norm * norm, squares, 1e-9);
        double[] full = s.numbers();
        PLAIN.zero(g, 0, 1);
        assertSame(s, 0, browser, full, "clear", at(g), s.cols);
    }

    private record Call(String value, List<String> numbers) {
        double number(int i) {
            return number(numbers.get(i));
        }

        private static double number(String text) {
            return Double.parseDouble(text);
        }
    }

    /** The module's memory after the call is the sketch's memory, also where nothing should have been written. */
    private static void assertSame(Sketch s, double tolerance, Browsers browser, double[] before, String name,
            Object... args) {
        Call call = call(browser, before, name, args);
        for (int i = 0; i < s.memory.size(); i++) {
            assertEquals(s.memory.get(i), call.number(i), tolerance, name + " " + s.rows + " × " + s.cols + ", " + s.n
                    + " rows, number " + i);
        }
    }

    @SuppressWarnings("unchecked")
    private static Call call(Browsers browser, double[] numbers, String name, Object... args) {
        Map<String, Object> call = (Map<String, Object>) Pages.of(browser).page().evaluate(CALL, List.of(MODULE,
                IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList(), name, List.of(args)));
        return new Call((String) call.get("value"), (List<String>) call.get("numbers"));
    }

    /** One page a browser serves all calls. */
    private static final class Pages {
        private static final Map<Browsers, Visit> OPEN = new java.util.EnumMap<>(Browsers.class);

        private static Visit of(Browsers browser) {
            return OPEN.computeIfAbsent(browser, one -> Visit.ready(one, Hosting.HOSTED));
        }
    }

    private static int at(Tensor tensor) {
        return 16 + 4 * tensor.offset;
    }

    private static int bytes(Tensor tensor) {
        return 4 * tensor.stride;
    }
}
