package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmark trains a net that learns, with the SIMD kernels and without. */
class BenchIT {
    private static final double ROUNDING = 1e-4;

    @ParameterizedTest(name = "{0}")
    @EnumSource(Browsers.class)
    void itLearnsAndTellsHowFast(Browsers browser) {
        Map<String, Number> run = bench(browser, "{cell: 'gru', hidden: 16, seconds: 0.5}");
        assertTrue(run.get("charsPerSecond").doubleValue() > 0, run.toString());
        assertTrue(run.get("lastLoss").doubleValue() < run.get("firstLoss").doubleValue(), run.toString());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Browsers.class)
    void withoutSimdThePlainKernelsTrainTheSameNet(Browsers browser) {
        Map<String, Number> plain = bench(browser, "{hidden: 30, batch: 4, seconds: 0.2, simd: false}");
        Map<String, Number> simd = bench(browser, "{hidden: 30, batch: 4, seconds: 0.2}");
        assertEquals(plain.get("firstLoss").doubleValue(), simd.get("firstLoss").doubleValue(), ROUNDING);
        assertTrue(plain.get("lastLoss").doubleValue() < plain.get("firstLoss").doubleValue(), plain.toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Number> bench(Browsers browser, String options) {
        try (Visit visit = Visit.ready(browser, Hosting.HOSTED)) {
            return (Map<String, Number>) visit.page().evaluate("unrolledBench(" + options + ")");
        }
    }
}
