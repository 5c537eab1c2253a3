package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training takes the memory it has when it starts, however long it goes on. */
class MemoryIT {
    private static final int UPDATES = 3000;

    /** Trains with the page watching, so that what is sent to it counts too. */
    private static final String TRAIN = """
            async (updates) => {
              const {engine, store} = unrolled;
              await engine.open(await engine.benchmark("gru", 20, 2, 16));
              const before = (await engine.measure(0.2)).memory;
              await engine.run(true);
              while (store.get().frame.report.updates < updates) await new Promise(requestAnimationFrame);
              await engine.run(false);
              const {memory} = await engine.measure(0.1);
              return {before, after: memory, updates: store.get().frame.report.updates};
            }""";

    @ParameterizedTest(name = "{0}")
    @EnumSource(Browsers.class)
    void thousandsOfUpdatesTakeNoMoreThanTheFirst(Browsers browser) {
        try (Visit visit = Visit.ready(browser, Hosting.HOSTED)) {
            Map<?, ?> told = (Map<?, ?>) visit.page().evaluate(TRAIN, UPDATES);
            assertEquals(told.get("before"), told.get("after"), told.toString());
            assertTrue(((Number) told.get("updates")).intValue() >= UPDATES, told.toString());
        }
    }
}
