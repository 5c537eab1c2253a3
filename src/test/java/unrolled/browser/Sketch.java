package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import unrolled.build.Kernels;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** Tensors of random shapes, one after the other in one memory, as the SIMD module sees them. */
final class Sketch {
    /** One unit in the last place of a float below 2. */
    static final double ULP = 0x1p-23;
    /** Sums of at most 40 products of numbers below 1, in float. */
    static final double SUMS = 1e-5;
    static final JavaKernels PLAIN = new JavaKernels();
    private static final int SEEDS = 12;

    /** Gives the module a memory that holds the numbers from address 16 on, makes the calls, and reads them back. */
    private static final String CALL = "([wasm, numbers, calls]) => {"
            + "  const memory = new WebAssembly.Memory({initial: 4, maximum: 65536});"
            + "  const module = new WebAssembly.Module(Uint8Array.from(atob(wasm), c => c.charCodeAt(0)));"
            + "  const kernels = new WebAssembly.Instance(module, {env: {memory}}).exports;"
            + "  const floats = new Float32Array(memory.buffer, 16, numbers.length);"
            + "  floats.set(numbers);"
            + "  let value;"
            + "  for (const [name, ...args] of calls) value = kernels[name](...args);"
            + "  return {value: String(value), numbers: Array.from(floats, String)};"
            + "}";
    private static final String MODULE = Base64.getEncoder().encodeToString(module());

    private static byte[] module() {
        try {
            return Kernels.module(Path.of("web/engine/kernels"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
        n = below(22);
        rows = below(40);
        cols = below(40);
        W = random(rows, cols);
        x = random(n, cols + 3).columns(2, cols);                       // rows that are not adjacent
        y = random(n, rows + 1).columns(0, rows);
    }

    int below(int limit) {
        return 1 + (int) (limit * rng.nextDouble());
    }

    Tensor random(int rows, int cols) {
        Tensor tensor = Tensor.matrix(memory, rows, cols);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, rng.uniform(-1, 1));
        }
        return tensor;
    }

    /** Room at the end for what is packed; not compared. */
    int room(int numbers) {
        return at(Tensor.vector(memory, numbers));
    }

    double[] numbers() {
        return IntStream.range(0, memory.size()).mapToDouble(memory::get).toArray();
    }

    /** A browser and a seed. */
    static Stream<Arguments> shapes() {
        return Stream.of(Browsers.values()).flatMap(browser -> IntStream.range(0, SEEDS)
                .mapToObj(seed -> Arguments.of(browser, seed)));
    }

    record Call(String value, List<String> numbers) {
        double number(int i) {
            return Double.parseDouble(numbers.get(i));
        }
    }

    static Object[] call(Object... nameAndArguments) {
        return nameAndArguments;
    }

    void assertSame(double tolerance, Browsers browser, double[] before, Object[]... calls) {
        assertSame(memory.size(), tolerance, browser, before, calls);
    }

    /** The module's memory after the calls is the sketch's memory, also where nothing should have been written. */
    void assertSame(int end, double tolerance, Browsers browser, double[] before, Object[]... calls) {
        Call call = call(browser, before, calls);
        for (int i = 0; i < end; i++) {
            assertEquals(memory.get(i), call.number(i), tolerance, calls[calls.length - 1][0] + " " + rows + " × " + cols + ", " + n
                    + " rows, number " + i);
        }
    }

    @SuppressWarnings("unchecked")
    static Call call(Browsers browser, double[] numbers, Object[]... calls) {
        Map<String, Object> call = (Map<String, Object>) Pages.of(browser).page().evaluate(CALL, List.of(MODULE,
                IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList(),
                Stream.of(calls).map(List::of).toList()));
        return new Call((String) call.get("value"), (List<String>) call.get("numbers"));
    }

    /** One page a browser serves all calls. */
    private static final class Pages {
        private static final Map<Browsers, Visit> OPEN = new EnumMap<>(Browsers.class);

        private static Visit of(Browsers browser) {
            return OPEN.computeIfAbsent(browser, one -> Visit.ready(one, Hosting.HOSTED));
        }
    }

    static int at(Tensor tensor) {
        return 16 + 4 * tensor.offset;
    }

    static int bytes(Tensor tensor) {
        return 4 * tensor.stride;
    }
}
