package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** Forward against the operators RNN, GRU and LSTM of ONNX Runtime, in float. */
class OnnxRuntimeTest {
    private static final double TOLERANCE = 1e-6;
    private static final int X = Layers.X;
    private static final int H = Layers.H;
    private static final int T = 6;
    private static final int B = 2;

    private final Memory memory = HeapMemory.float32();
    private final Rng rng = new Rng(7);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ELMAN_LINEAR")
    void bothDirectionsMatchOnnxRuntime(Layers kind) throws OrtException {
        List<Shape> shapes = new ArrayList<>(kind.shapes(""));
        shapes.addAll(kind.shapes(Bidirectional.REVERSE));
        Parameters p = new Parameters(memory, shapes);
        Bidirectional layer = new Bidirectional(Layers.KERNELS, memory, kind.create(memory, p, "", T, B),
                kind.create(memory, p, Bidirectional.REVERSE, T, B), X, H, T, B);
        Tensor x = Tensor.matrix(memory, T * B, X);
        Layers.randomise(p.value, rng);
        Layers.randomise(x, rng);
        Layers.randomise(layer.h0(), rng);
        Layers.randomise(layer.reverse().h0(), rng);
        int[] order = order(kind);
        Map<String, float[]> inputs = new HashMap<>();
        inputs.put("X", numbers(x));
        inputs.put("h0", joined(numbers(layer.h0()), numbers(layer.reverse().h0().reversed(B))));
        inputs.put("W", joined(blocks(p.get("Wx").value(), order), blocks(p.get("rev.Wx").value(), order)));
        inputs.put("R", joined(blocks(p.get("Wh").value(), order), blocks(p.get("rev.Wh").value(), order)));
        inputs.put("B", joined(biases(p, "", kind, order), biases(p, "rev.", kind, order)));
        if (kind == Layers.LSTM) {
            inputs.put("c0", new float[2 * B * H]);
        }
        layer.forward(x, T);
        float[] expected = run(kind, order.length, 2, inputs).get("h");     // T × 2 × B × H, ours T·B × 2H
        for (int i = 0; i < expected.length; i++) {
            int t = i / (2 * B * H);
            int direction = i / (B * H) % 2;
            int b = i / H % B;
            assertEquals(expected[i], layer.h().get(t * B + b, direction * H + i % H), TOLERANCE, "h[" + i + "]");
        }
    }

    static float[] joined(float[] one, float[] other) {
        float[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ELMAN_LINEAR")      // ONNX has no such activation
    void forwardMatchesOnnxRuntime(Layers kind) throws OrtException {
        Parameters p = new Parameters(memory, kind.shapes(""));
        Recurrent layer = kind.create(memory, p, "", T, B);
        Tensor x = Tensor.matrix(memory, T * B, X);
        Layers.randomise(p.value, rng);
        Layers.randomise(x, rng);
        Layers.randomise(layer.h0(), rng);
        Map<String, float[]> inputs = new HashMap<>();
        inputs.put("X", numbers(x));
        inputs.put("h0", numbers(layer.h0()));
        int[] order = order(kind);                                          // ONNX's block of rows k is our block order[k]
        inputs.put("W", blocks(p.get("Wx").value(), order));
        inputs.put("R", blocks(p.get("Wh").value(), order));
        inputs.put("B", biases(p, "", kind, order));
        if (layer instanceof Lstm lstm) {
            Layers.randomise(lstm.c0(), rng);
            inputs.put("c0", numbers(lstm.c0()));
        }
        layer.forward(x, T);

        Map<String, float[]> expected = run(kind, order.length, 1, inputs);
        assertNumbers("h", expected.get("h"), layer.h(), 0);
        if (layer instanceof Lstm) {
            assertNumbers("cLast", expected.get("cLast"), Layers.named(layer, "c"), (T - 1) * B * H);
        }
    }

    /** The operator's outputs by name. */
    private static Map<String, float[]> run(Layers kind, int gates, int directions, Map<String, float[]> inputs) throws OrtException {
        return run(kind, gates, directions, X, inputs);
    }

    /** @param X numbers that come in at every step */
    static Map<String, float[]> run(Layers kind, int gates, int directions, int X, Map<String, float[]> inputs) throws OrtException {
        Map<String, long[]> shapes = new HashMap<>();
        inputs.keySet().forEach(input -> shapes.put(input, shape(input, gates, directions, X)));
        return run(model(kind, gates, directions, X), inputs, shapes);
    }

    static Map<String, float[]> run(OnnxModel model, Map<String, float[]> inputs, Map<String, long[]> shapes) throws OrtException {
        Map<String, float[]> outputs = new HashMap<>();
        try (OrtEnvironment environment = OrtEnvironment.getEnvironment();
                OrtSession session = environment.createSession(model.bytes())) {
            Map<String, OnnxTensor> feed = new HashMap<>();
            for (Map.Entry<String, float[]> input : inputs.entrySet()) {
                feed.put(input.getKey(), OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.getValue()),
                        shapes.get(input.getKey())));
            }
            try (OrtSession.Result result = session.run(feed)) {
                for (Map.Entry<String, OnnxValue> output : result) {
                    FloatBuffer buffer = ((OnnxTensor) output.getValue()).getFloatBuffer();
                    float[] numbers = new float[buffer.capacity()];
                    buffer.get(numbers);
                    outputs.put(output.getKey(), numbers);
                }
            }
        }
        return outputs;
    }

    private static OnnxModel model(Layers kind, int gates, int directions, int X) {
        String operator = kind == Layers.LSTM ? "LSTM" : gates == 3 ? "GRU" : "RNN";
        OnnxModel model = new OnnxModel(operator).attribute("hidden_size", H);
        if (directions == 2) {
            model.word("direction", "bidirectional");
        }
        for (String input : new String[] {"X", "W", "R", "B", "", "h0"}) {
            model.input(input, shape(input, gates, directions, X));
        }
        switch (kind) {
            case GRU_RESET_AFTER -> model.attribute("linear_before_reset", 1);
            case GRU_RESET_BEFORE -> model.attribute("linear_before_reset", 0);
            case ELMAN_TANH -> model.attribute("activations", directions, "Tanh");
            case ELMAN_SIGMOID -> model.attribute("activations", directions, "Sigmoid");
            case ELMAN_RELU -> model.attribute("activations", directions, "Relu");
            default -> model.input("c0", shape("c0", gates, directions, X));
        }
        model.output("h");
        return kind == Layers.LSTM ? model.output("hLast").output("cLast") : model;
    }

    private static long[] shape(String input, int gates, int directions, int X) {
        return switch (input) {
            case "X" -> new long[] {T, B, X};
            case "W" -> new long[] {directions, gates * H, X};
            case "R" -> new long[] {directions, gates * H, H};
            case "B" -> new long[] {directions, 2 * gates * H};
            case "h0", "c0" -> new long[] {directions, B, H};
            default -> new long[0];
        };
    }

    /** LSTM: theirs i o f c, ours i f g o. GRU: theirs z r h, ours r z n. */
    static int[] order(Layers kind) {
        return switch (kind) {
            case LSTM -> new int[] {0, 3, 1, 2};
            case GRU_RESET_AFTER, GRU_RESET_BEFORE -> new int[] {1, 0, 2};
            default -> new int[] {0};
        };
    }

    /** A weight's blocks of H rows, or a bias's of H numbers, in ONNX's order. */
    static float[] blocks(Tensor tensor, int[] order) {
        int block = tensor.size() / order.length;
        float[] numbers = new float[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) tensor.get(order[i / block] * block + i % block);
        }
        return numbers;
    }

    /** ONNX has a bias for x and one for h everywhere; ours is the former, and bhn the one part of the latter. */
    static float[] biases(Parameters p, String prefix, Layers kind, int[] order) {
        float[] ofX = blocks(p.get(prefix + "b").value(), order);
        float[] both = new float[2 * ofX.length];
        System.arraycopy(ofX, 0, both, 0, ofX.length);
        if (kind == Layers.GRU_RESET_AFTER) {
            System.arraycopy(numbers(p.get(prefix + "bhn").value()), 0, both, both.length - H, H);
        }
        return both;
    }

    static float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) tensor.get(i);
        }
        return numbers;
    }

    private static void assertNumbers(String name, float[] expected, Tensor actual, int from) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual.get(from + i), TOLERANCE, name + "[" + i + "]");
        }
    }
}
