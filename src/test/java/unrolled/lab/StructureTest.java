package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.preset.PresetReader;
import unrolled.preset.PresetWriter;
import unrolled.tensor.Tensor;

/** How the page is told of a net of mixed layers. */
class StructureTest {
    private static final String MIXED = "[{\"cell\": \"embedding\", \"size\": 3}, {\"cell\": \"dropout\", \"drop\": 0.3}, "
            + "{\"cell\": \"window\", \"before\": 2}, {\"cell\": \"conv\", \"width\": 2, \"hidden\": 4, \"pad\": true}, "
            + "{\"cell\": \"dense\", \"hidden\": 5}, {\"cell\": \"gru\", \"hidden\": 2}, {\"cell\": \"dropout\"}]";

    @Test
    void onlyLayersOfTheNetAreNumberedAndEachSaysWhatItReadsAndHandsUp() {
        JsonObject structure = Structure.of(Labs.float32(Labs.text(MIXED)));
        assertAll(
                () -> assertEquals(List.of("", "e.", "", "l1.", "l2.", "l3.", "l3."), strings(structure, "prefix")),
                () -> assertEquals(List.of("x", "e", "e.dropped", "window", "l1.h", "l2.h", "l3.h"), strings(structure, "input")),
                () -> assertEquals(List.of("e", "e.dropped", "window", "l1.h", "l2.h", "l3.h", "l3.dropped"), strings(structure, "output")),
                () -> assertEquals(List.of("embedding", "dropout", "window", "conv", "dense", "gru", "dropout"), strings(structure, "cell")),
                () -> assertEquals(List.of(3, 3, 9, 4, 5, 2, 2), ints(structure, "hidden")),
                () -> assertEquals(List.of(1, 1, 3, 4, 4, 0, 0), ints(structure, "field")),
                () -> assertEquals("l3.dropped", structure.get("head").asObject().get("input").asString()),
                () -> assertEquals(0.3, layers(structure).get(1).get("drop").asDouble()),
                () -> assertEquals(3, layers(structure).get(2).get("width").asInt()),
                () -> assertEquals(2, layers(structure).get(3).get("width").asInt()));
    }

    @Test
    void oneNumberedLayerNeedsNoNumber() {
        JsonObject structure = Structure.of(Labs.float32(Labs.text("[{\"cell\": \"embedding\", \"size\": 3}, {\"cell\": \"gru\", \"hidden\": 2}]")));
        assertEquals(List.of("", ""), strings(structure, "prefix"));
        assertTrue(structure.toString().contains("\"name\":\"dWe\""), "a gradient of We");
    }

    @Test
    void aHeadThatPoolsReadsTheContext() {
        JsonObject structure = Structure.of(Labs.float32(Labs.numbers("[{\"cell\": \"gru\", \"hidden\": 2}]", "linear", "attention")));
        assertEquals("{\"kind\":\"linear\",\"size\":2,\"at\":\"attention\",\"input\":\"ctx\"}", structure.get("head").toString());
        assertTrue(structure.toString().contains("{\"tensor\":\"alpha\",\"lag\":0,\"steps\":\"all\"}"), "what reads all steps says so");
        assertTrue(structure.toString().contains("{\"tensor\":\"dctx\",\"lag\":0,\"steps\":\"last\"}"), "what reads the last step says so");
    }

    static Stream<String> presets() {
        return Stream.concat(Stream.of(Labs.text(MIXED)), Stream.of("mean", "max", "attention")
                .map(at -> Labs.numbers("[{\"cell\": \"conv\", \"flip\": true, \"pad\": true, \"activation\": \"relu\"}]", "linear", at)));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatIsWrittenIsReadBackAsTheSame(String json) {
        String written = PresetWriter.write(PresetReader.read(json)).toString();
        assertEquals(written, PresetWriter.write(PresetReader.read(written)).toString());
        assertEquals(PresetReader.read(json).architecture(), PresetReader.read(written).architecture());
    }

    /** The same draws for the same seed; what is trained on is seen as an update runs it, and the rest as the net is used. */
    @Test
    void dropoutTrainsDeterministicallyAndRestsInUse() {
        String json = Labs.text(MIXED).replace("[\"hello\"]", "[\"hello\"], \"test\": [\"hell\"]");
        Lab one = Labs.float32(json);
        Lab other = Labs.float32(json);
        one.train(20);
        other.train(12);
        other.look();
        other.train(8);
        one.look();
        other.look();
        assertEquals(one.trace().tensor("l2.Wx").get(3), other.trace().tensor("l2.Wx").get(3));
        assertEquals(kept(one), kept(other));
        assertTrue(kept(one).contains(0.0), "something is dropped: " + kept(one));
        one.choose(1);
        assertEquals(Set.of(1.0), Set.copyOf(kept(one)));
    }

    private static List<Double> kept(Lab lab) {
        Tensor keep = lab.trace().tensor("l3.keep");
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < keep.size(); i++) {
            kept.add(keep.get(i));
        }
        return kept;
    }

    @Test
    void aConvolutionWithoutPaddingHasNothingAtItsFirstSteps() {
        Lab lab = Labs.float32(Labs.numbers("[{\"cell\": \"conv\", \"width\": 2, \"hidden\": 1}, {\"cell\": \"conv\", \"width\": 2, \"hidden\": 1}]",
                "linear", "last"));
        List<String> first = new ArrayList<>();
        lab.trace().schedule().stream().filter(operation -> operation.t() == 0 || operation.t() == 1)
                .forEach(operation -> first.add(operation.equation().output() + operation.t()));
        assertEquals(0, lab.trace().tensor("l1.h").get(0));
        assertEquals(0, lab.trace().tensor("l2.h").get(1));
        assertTrue(lab.trace().tensor("l2.h").get(2) != 0, "the last step is there");
        assertTrue(first.contains("l1.h1") && !first.contains("l1.h0") && !first.contains("l2.h1"), first.toString());
    }

    private static List<JsonObject> layers(JsonObject structure) {
        List<JsonObject> layers = new ArrayList<>();
        for (JsonValue layer : structure.get("layers").asArray()) {
            layers.add(layer.asObject());
        }
        return layers;
    }

    private static List<String> strings(JsonObject structure, String name) {
        List<String> strings = new ArrayList<>();
        layers(structure).forEach(layer -> strings.add(layer.get(name).asString()));
        return strings;
    }

    private static List<Integer> ints(JsonObject structure, String name) {
        List<Integer> ints = new ArrayList<>();
        layers(structure).forEach(layer -> ints.add(layer.get(name).asInt()));
        return ints;
    }
}
