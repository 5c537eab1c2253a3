package unrolled.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonValue;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.model.Architecture;
import unrolled.model.Head;
import unrolled.model.Start;
import unrolled.tensor.Tensor;

/** Files that were written, run by ONNX Runtime. */
class OnnxTest {
    private static final double TOLERANCE = 1e-5;
    private static final Map<String, String> REFUSED = Map.of(
            "jordan-trace", "a Jordan layer cannot be written as ONNX: ONNX's recurrent operators feed back a layer's own states, not the output of the net",
            "parity-net", "a Jordan layer cannot be written as ONNX: ONNX's recurrent operators feed back a layer's own states, not the output of the net",
            "reverse-seq2seq", "an encoder and decoder cannot be written as ONNX: it is not written yet");

    static Stream<String> exportable() {
        return Labs.ids().stream().filter(id -> !REFUSED.containsKey(id));
    }

    @ParameterizedTest
    @MethodSource("exportable")
    void everyVariantOfEveryPresetRunsInOnnxRuntimeAsHere(String id) throws OrtException {
        String json = Labs.preset(id);
        Lab lab = Labs.float32(json);
        JsonValue named = Json.parse(json).asObject().get("variants");
        int variants = named == null ? 1 : named.asArray().size();
        for (int variant = 0; variant < variants; variant++) {
            lab.variant(variant);
            // states are drawn in training only, but shown as drawn
            boolean drawn = lab.preset().architecture().start().states().contains(Start.State.RANDOM);
            if (lab.preset().clamps().isEmpty() && !drawn) {
                assertAgrees(lab);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "{'cell': 'gru', 'hidden': 3, 'reset': 'before', 'direction': 'both'} | every",
        "{'cell': 'gru', 'hidden': 3, 'initial': 'learned'}, {'cell': 'gru', 'hidden': 3} | last",
        "{'cell': 'lstm', 'hidden': 3, 'direction': 'both'}, {'cell': 'dropout', 'drop': 0.5}, {'cell': 'lstm', 'hidden': 2} | mean",
        "{'cell': 'elman', 'hidden': 3, 'activation': 'sigmoid', 'direction': 'both'} | max",
        "{'cell': 'elman', 'hidden': 3, 'activation': 'linear', 'direction': 'both'} | attention",
        "{'cell': 'window', 'before': 1, 'after': 2}, {'cell': 'dense', 'hidden': 3, 'activation': 'threshold'} | every",
        "{'cell': 'conv', 'width': 2, 'hidden': 3, 'flip': true, 'activation': 'relu'} | last",
        "{'cell': 'conv', 'width': 3, 'hidden': 3, 'pad': true}, {'cell': 'elman', 'hidden': 2} | every"})
    void everyKindOfLayerAndReadingRunsAsHere(String layers, String at) throws OrtException {
        Lab lab = Labs.float32(Labs.numbers("[" + layers.replace('\'', '"') + "]", "sigmoid", at));
        for (String weight : List.of("b", "bhn", "l1.bhn", "l1.h0", "rev.b")) {
            Tensor tensor = lab.trace().entry(weight) == null ? null : lab.trace().tensor(weight);
            for (int i = 0; tensor != null && i < tensor.size(); i++) {
                tensor.set(i, 0.3 * (i + 1));
            }
        }
        lab.look();
        assertAgrees(lab);
    }

    @Test
    void givenStatesAreThereForEverySequence() throws OrtException {
        String json = Labs.numbers("[{\"cell\": \"lstm\", \"hidden\": 2}]", "linear", "every").replaceFirst("\\}$",
                ", \"state\": {\"h0\": [0.4, -0.7], \"c0\": [1, 2]}}");
        assertAgrees(Labs.float32(json));
    }

    @Test
    void whatCannotBeWrittenSaysWhy() {
        REFUSED.forEach((id, message) -> assertEquals(message, refused(Labs.preset(id))));
        assertEquals("threshold units that feed back cannot be written as ONNX: ONNX's recurrent operator knows no such activation",
                refused(Labs.numbers("[{\"cell\": \"elman\", \"hidden\": 2, \"activation\": \"threshold\"}]", "linear", "every")));
        assertEquals("a value that is held by hand cannot be written as ONNX: let go of it first",
                refused(Labs.held("{\"cell\": \"lstm\", \"hidden\": 2}", "f")));
    }

    @Test
    void theVocabularyStandsInTheMetadata() throws OrtException {
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(Onnx.write(Labs.float32(Labs.preset("hello-figure"))))) {
            assertEquals("[\"h\",\"e\",\"l\",\"o\"]", session.getMetadata().getCustomMetadataValue("vocabulary").orElse(""));
        }
    }

    private static String refused(String json) {
        return assertThrows(IllegalArgumentException.class, () -> Onnx.write(Labs.float32(json))).getMessage();
    }

    /** The example that is looked at, and beside it the same again as a second sequence of the batch. */
    private static void assertAgrees(Lab lab) throws OrtException {
        Architecture net = lab.preset().architecture();
        lab.lookInUse();
        int T = lab.trace().steps();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(Onnx.write(lab)); OnnxTensor input = input(environment, lab, T);
                OrtSession.Result result = session.run(Map.of(session.getInputNames().iterator().next(), input))) {
            int skipped = net.first(net.top());
            assertNumbers("h", lab.trace().tensor(net.output(net.top())), skipped, T - skipped, (OnnxTensor) result.get("h").orElseThrow());
            if (net.head() != null) {
                boolean every = net.head().at() == Head.At.EVERY;
                assertNumbers("y", lab.trace().tensor("y"), every ? 0 : T - 1, every ? T : 1, (OnnxTensor) result.get("y").orElseThrow());
            }
        }
    }

    private static void assertNumbers(String name, Tensor ours, int from, int n, OnnxTensor theirs) {
        FloatBuffer numbers = theirs.getFloatBuffer();
        int H = ours.cols;
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < n * 2 * H; i++) {
            expected.add(ours.get(from + i / (2 * H), i % H));
        }
        assertEquals(expected.size(), numbers.remaining(), "numbers of " + name);
        double largest = expected.stream().mapToDouble(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), numbers.get(i), TOLERANCE * Math.max(1, largest), name + "[" + i + "]");
        }
    }

    private static OnnxTensor input(OrtEnvironment environment, Lab lab, int T) throws OrtException {
        Tensor x = lab.trace().tensor("x");
        int X = x.cols;
        if (lab.preset().data().vocabulary() == null) {
            float[] numbers = new float[T * 2 * X];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) x.get(i / (2 * X), i % X);
            }
            return OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), new long[] {T, 2, X});
        }
        long[] tokens = new long[T * 2];
        for (int t = 0; t < T; t++) {
            for (int c = 0; c < X; c++) {
                tokens[2 * t] = x.get(t, c) == 1 ? c : tokens[2 * t];
            }
            tokens[2 * t + 1] = tokens[2 * t];
        }
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), new long[] {T, 2});
    }
}
