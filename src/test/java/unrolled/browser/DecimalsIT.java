package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers go into the core and come out of it as JSON without losing a digit. */
class DecimalsIT {
    private static final String THROUGH = """
            async (numbers) => {
              const {engine, store} = unrolled;
              await engine.open(await engine.benchmark("rnn", 2, 1, 4));
              const back = [];
              for (const number of numbers) {
                const preset = JSON.parse(JSON.stringify(store.get().structure.preset));
                preset.training.learningRate = number;
                await engine.change(JSON.stringify(preset));
                back.push(store.get().structure.preset.training.learningRate);
              }
              return back.map(String);
            }""";

    @ParameterizedTest(name = "{0}")
    @EnumSource(Browsers.class)
    void everyDigitSurvives(Browsers browser) {
        List<Double> numbers = List.of(0.1, 1.2345678901234567e-5, 0.30000000000000004, 1e-7, 0.9999999999999999, 2.2250738585072014e-308);
        try (Visit visit = Visit.ready(browser, Hosting.HOSTED)) {
            List<?> back = (List<?>) visit.page().evaluate(THROUGH, numbers);
            assertEquals(numbers, back.stream().map(text -> Double.valueOf(text.toString())).toList());
        }
    }
}
