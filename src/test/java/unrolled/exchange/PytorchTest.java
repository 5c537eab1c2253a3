package unrolled.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.nn.Shape;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Tensor;

/**
 * Nets as PyTorch 2.7 computed them: reference/pytorch.json, which the profile {@code reference} writes. Weights come in
 * as a state_dict.
 */
class PytorchTest {
    private static final double FORWARD = 1e-5;
    private static final double GRADIENT = 1e-4;
    private static final double TRAINED = 1e-3;

    static List<JsonValue> fixtures() throws IOException {
        return all().get("fixtures").asArray().values();
    }

    private static JsonObject all() throws IOException {
        return Json.parse(Files.readString(Path.of("src/test/resources/reference/pytorch.json"))).asObject();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void forwardAsInPytorch(JsonValue fixture) throws IOException {
        Lab lab = opened(fixture.asObject());
        double[] y = numbers(fixture.asObject().get("y"));
        for (int i = 0; i < y.length; i++) {
            assertEquals(y[i], lab.trace().tensor("y").get(i), FORWARD, "y[" + i + "]");
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void gradientsAsInPytorch(JsonValue fixture) throws IOException {
        Lab lab = opened(fixture.asObject());
        double[] ours = all(lab, "d");
        assertSlots(lab, fixture.asObject().get("gradients").asObject(), ours, GRADIENT, false);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void twentyUpdatesOfAdamAsInPytorch(JsonValue fixture) throws IOException {
        Lab lab = opened(fixture.asObject());
        JsonArray losses = fixture.asObject().get("losses").asArray();
        for (JsonValue loss : losses) {
            lab.train(1);
            assertEquals(loss.asDouble(), lab.lastLoss(), TRAINED, "loss of update " + lab.updates());
        }
        assertEquals(20, lab.updates());
        lab.look();
        assertSlots(lab, fixture.asObject().get("after").asObject(), all(lab, ""), TRAINED, true);
    }

    /** @param sums whether what the two biases hold belongs together; of gradients each is that of the sum */
    private static void assertSlots(Lab lab, JsonObject expected, double[] ours, double tolerance, boolean sums) {
        for (StateDict.Slot slot : StateDict.of(lab.preset().architecture()).slots()) {
            double[] theirs = numbers(expected.get(slot.name()));
            assertTrue(theirs.length > 0, slot.name());
            for (int i = 0; i < theirs.length; i++) {
                int place = slot.places()[i];
                double most = tolerance * (sums ? 1 : Math.max(1e-2, Math.abs(theirs[i])));
                assertEquals(theirs[i], place < 0 ? 0 : ours[place], most, slot.name() + "[" + i + "]");
            }
        }
    }

    private static double[] all(Lab lab, String mark) {
        List<Double> numbers = new ArrayList<>();
        for (Shape shape : lab.preset().architecture().shapes()) {
            int at = shape.name().lastIndexOf('.') + 1;
            Tensor tensor = lab.trace().tensor(shape.name().substring(0, at) + mark + shape.name().substring(at));
            for (int i = 0; i < shape.size(); i++) {
                numbers.add(tensor.get(i));
            }
        }
        return numbers.stream().mapToDouble(number -> number).toArray();
    }

    private static Lab opened(JsonObject fixture) throws IOException {
        String cell = fixture.getString("cell", "").replace("rnn", "elman");
        JsonArray layers = new JsonArray();
        for (int l = 0; l < fixture.getInt("layers", 0); l++) {
            layers.add(new JsonObject().add("cell", cell).add("hidden", 4)
                    .add("direction", fixture.getBoolean("both", false) ? "both" : "forward"));
        }
        String preset = new JsonObject().add("title", "reference")
                .add("data", new JsonObject().add("inputs", rows(fixture.get("x"))).add("targets", rows(fixture.get("target"))))
                .add("model", new JsonObject().add("layers", layers).add("output", new JsonObject().add("kind", "linear")))
                .add("training", new JsonObject().add("optimizer", "adam").add("learningRate", all().get("learningRate")))
                .toString();
        List<NamedArray> weights = new ArrayList<>();
        for (JsonObject.Member member : fixture.get("weights").asObject()) {
            double[] numbers = numbers(member.getValue());
            float[] data = new float[numbers.length];
            for (int i = 0; i < data.length; i++) {
                data[i] = (float) numbers[i];
            }
            weights.add(new NamedArray(member.getName(), shape(member.getValue()), data));
        }
        Lab lab = new Lab(HeapMemory::float32, new JavaKernels());
        ModelFile.open(lab, new Safetensors(Map.of(), weights).bytes(), preset, ModelFile.Layout.PYTORCH);
        return lab;
    }

    /** T × 1 × N as N numbers a row. */
    private static JsonArray rows(JsonValue array) {
        JsonArray rows = new JsonArray();
        int width = shape(array)[2];
        JsonArray data = array.asObject().get("data").asArray();
        for (int t = 0; t < data.size() / width; t++) {
            JsonArray row = new JsonArray();
            for (int i = 0; i < width; i++) {
                row.add(data.get(t * width + i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static int[] shape(JsonValue array) {
        return array.asObject().get("shape").asArray().values().stream().mapToInt(JsonValue::asInt).toArray();
    }

    private static double[] numbers(JsonValue array) {
        return array.asObject().get("data").asArray().values().stream().mapToDouble(JsonValue::asDouble).toArray();
    }
}
