package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.lab.Report;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/** The core in a browser computes what it computes on the JVM. */
class ParityIT {
    private static final double TENSORS = 1e-5;
    private static final double LOSS = 1e-3;
    private static final int UPDATES = 200;

    /** Opens a preset in the page's own engine and gives back its report and every tensor, row after row. */
    private static final String OPEN = "async ([json, updates]) => {"
            + "  const {engine, store} = window.unrolled;"
            + "  await engine.open(json);"
            + "  if (updates) await engine.train(updates);"
            + "  const {frame} = store.get();"
            + "  const tensors = {};"
            + "  for (const [name, tensor] of frame.tensors) {"
            + "    const numbers = [];"
            + "    for (let r = 0; r < tensor.rows; r++) for (let c = 0; c < tensor.cols; c++) numbers.push(tensor.at(r, c));"
            + "    tensors[name] = numbers;"
            + "  }"
            + "  return {tensors, loss: frame.report.loss};"
            + "}";

    /** One page a browser: what one preset leaves behind, the next must not feel. */
    private static final Map<Browsers, Visit> VISITS = new EnumMap<>(Browsers.class);

    @AfterAll
    static void close() {
        List<String> troubles = VISITS.values().stream().flatMap(visit -> visit.troubles().stream()).toList();
        VISITS.values().forEach(Visit::close);
        VISITS.clear();
        assertEquals(List.of(), troubles);
    }

    static Stream<Arguments> presetsInBrowsers() {
        return Stream.of(Browsers.values()).flatMap(browser -> Labs.ids().stream().map(id -> Arguments.of(browser, id)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("presetsInBrowsers")
    void everyTensorIsTheSame(Browsers browser, String id) {
        Lab lab = Labs.float32(Labs.preset(id));
        Map<String, List<Number>> tensors = inPage(browser, id, 0).tensors();
        assertAll(lab.trace().entries().stream().filter(entry -> entry.role() != Trace.Role.CURVE)
                .map(entry -> () -> assertSame(entry.name(), entry.tensor(), tensors.get(entry.name()))));
    }

    /** In one browser: what it computes, both compute alike. */
    static Stream<Arguments> presetsInOne() {
        return presetsInBrowsers().filter(of -> of.get()[0] == Browsers.CHROMIUM);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("presetsInOne")
    void twoHundredUpdatesEndAtTheSameLoss(Browsers browser, String id) {
        Lab lab = Labs.float32(Labs.preset(id));
        if (lab.trains()) {
            lab.train(UPDATES);
            lab.look();
            assertEquals(Report.metrics(lab).get("loss").asDouble(), inPage(browser, id, UPDATES).loss(), LOSS);
        }
    }

    private static void assertSame(String name, Tensor expected, List<Number> actual) {
        assertEquals(expected.size(), actual.size(), name);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i).doubleValue(), TENSORS, name + "[" + i + "]");
        }
    }

    private record Run(Map<String, List<Number>> tensors, double loss) { }

    @SuppressWarnings("unchecked")
    private static Run inPage(Browsers browser, String id, int updates) {
        Visit visit = VISITS.computeIfAbsent(browser, one -> Visit.ready(one, Hosting.HOSTED));
        Map<String, Object> run = (Map<String, Object>) visit.page().evaluate(OPEN, List.of(Labs.preset(id), updates));
        Number loss = (Number) run.get("loss");
        return new Run((Map<String, List<Number>>) run.get("tensors"), loss == null ? Double.NaN : loss.doubleValue());
    }
}
