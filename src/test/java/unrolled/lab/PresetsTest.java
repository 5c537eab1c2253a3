package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.preset.Variants;

/** Every preset of this repository keeps what it claims. */
class PresetsTest {
    static List<String> ids() {
        return Labs.ids();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void everyCheckHolds(String id) {
        List<Checks.Result> results = Checks.afterTraining(Labs.float32(Labs.preset(id)));
        assertTrue(!results.isEmpty(), id + " checks nothing");
        assertAll(results.stream().map(result -> () -> assertTrue(result.ok(), result.json().toString())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void whatIsWrittenIsReadBackAsTheSame(String id) {
        String written = Variants.read(Labs.preset(id)).write().toString();
        assertEquals(written, Variants.read(written).write().toString());
    }
}
