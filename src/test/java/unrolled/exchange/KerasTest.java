package unrolled.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Tensor;

/** Models of Keras 3.15: reference/keras.json has weights by their paths and what Keras predicted with them. */
class KerasTest {
    private static final double TOLERANCE = 1e-6;
    private static final String LSTM = preset(new JsonArray().add(new JsonObject().add("cell", "lstm").add("hidden", 2)));

    static List<JsonValue> models() throws IOException {
        return Json.parse(Files.readString(Path.of("src/test/resources/reference/keras.json"))).asArray().values();
    }

    @ParameterizedTest
    @MethodSource("models")
    void predictsAsKeras(JsonValue value) {
        JsonObject model = value.asObject();
        Lab lab = opened(tensors(model), preset(model.get("layers").asArray()));
        Tensor y = lab.trace().tensor("y");
        JsonArray expected = model.get("y").asArray();
        assertEquals(expected.size(), y.size());
        for (int i = 0; i < y.size(); i++) {
            assertEquals(expected.get(i).asDouble(), y.get(i), TOLERANCE, model.getString("name", "") + " y[" + i + "]");
        }
    }

    /** Some writers sort by name, and then lstm_10 comes before lstm_2. */
    @ParameterizedTest
    @MethodSource("models")
    void theOrderInTheFileDoesNotMatterWhereLayersAreNumbered(JsonValue value) {
        JsonObject model = value.asObject();
        List<NamedArray> tensors = tensors(model);
        Collections.reverse(tensors);
        opened(tensors, preset(model.get("layers").asArray()));
    }

    @Test
    void whatIsNoLayerOfKerasIsNamed() {
        assertEquals("\"m/norm/gamma\" of shape [2] must be a kernel, recurrent_kernel, bias or embeddings of Keras",
                refused(new NamedArray("m/norm/gamma", new int[] {2}, new float[2])));
        assertEquals("\"m/lstm/recurrent_kernel\" must have the shape [H, H], [H, 3 H] or [H, 4 H], got [2, 4]",
                refused(new NamedArray("m/lstm/recurrent_kernel", new int[] {2, 4}, new float[8])));
        assertEquals("\"m/dense/bias\" must have one dimension, or of a GRU with reset_after the shape [2, 3 H], got [2, 4]",
                refused(new NamedArray("m/dense/bias", new int[] {2, 4}, new float[8])));
    }

    @Test
    void anotherNumberOfLayersIsRefused() {
        assertEquals("the file must have as many layers as the net: 1 of the kind \"recurrent layer\", got 0", refused(
                new NamedArray("m/dense/kernel", new int[] {2, 4}, new float[8])));
    }

    private static String refused(NamedArray tensor) {
        return assertThrows(IllegalArgumentException.class, () -> opened(List.of(tensor), LSTM)).getMessage();
    }

    private static Lab opened(List<NamedArray> tensors, String preset) {
        Lab lab = new Lab(HeapMemory::float32, new JavaKernels());
        ModelFile.open(lab, new Safetensors(Map.of(), tensors).bytes(), preset, ModelFile.Layout.KERAS);
        return lab;
    }

    /** Over the symbols 0 1 2 2 3, which is what Keras was given. */
    private static String preset(JsonArray layers) {
        String inputs = "[[1,0,0,0], [0,1,0,0], [0,0,1,0], [0,0,1,0], [0,0,0,1]]";
        return layers.toString().contains("both")              // no text is read backwards
                ? "{\"title\": \"t\", \"data\": {\"inputs\": " + inputs + ", \"targets\": " + inputs + "}, \"model\": {\"layers\": "
                + layers + ", \"output\": {\"kind\": \"linear\"}}}" : Labs.text(layers.toString()).replace("hello", "abccda");
    }

    private static List<NamedArray> tensors(JsonObject model) {
        List<NamedArray> tensors = new ArrayList<>();
        for (JsonValue value : model.get("tensors").asArray()) {
            JsonArray shape = value.asObject().get("shape").asArray();
            JsonArray data = value.asObject().get("data").asArray();
            int[] sizes = new int[shape.size()];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = shape.get(i).asInt();
            }
            float[] numbers = new float[data.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = data.get(i).asFloat();
            }
            tensors.add(new NamedArray(value.asObject().getString("name", ""), sizes, numbers));
        }
        return tensors;
    }
}
