package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.HashMap;
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
        inputs.put("B", biases(p, kind, order));
        if (layer instanceof Lstm lstm) {
            Layers.randomise(lstm.c0(), rng);
            inputs.put("c0", numbers(lstm.c0()));
        }
        layer.forward(x, T);

        try (OrtEnvironment environment = OrtEnvironment.getEnvironment();
                OrtSession session = environment.createSession(model(kind, order.length).bytes())) {
            Map<String, OnnxTensor> feed = new HashMap<>();
            for (Map.Entry<String, float[]> input : inputs.entrySet()) {
                feed.put(input.getKey(), OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.getValue()),
                        shape(input.getKey(), order.length)));
            }
            try (OrtSession.Result result = session.run(feed)) {
                assertNumbers("h", result, layer.h(), 0);
                if (layer instanceof Lstm) {
                    assertNumbers("cLast", result, Layers.named(layer, "c"), (T - 1) * B * H);
                }
            }
        }
    }

    private static OnnxModel model(Layers kind, int gates) {
        String operator = kind == Layers.LSTM ? "LSTM" : gates == 3 ? "GRU" : "RNN";
        OnnxModel model = new OnnxModel(operator).attribute("hidden_size", H);
        for (String input : new String[] {"X", "W", "R", "B", "", "h0"}) {
            model.input(input, shape(input, gates));
        }
        switch (kind) {
            case GRU_RESET_AFTER -> model.attribute("linear_before_reset", 1);
            case GRU_RESET_BEFORE -> model.attribute("linear_before_reset", 0);
            case ELMAN_TANH -> model.attribute("activations", "Tanh");
            case ELMAN_SIGMOID -> model.attribute("activations", "Sigmoid");
            case ELMAN_RELU -> model.attribute("activations", "Relu");
            default -> model.input("c0", shape("c0", gates));
        }
        model.output("h");
        return kind == Layers.LSTM ? model.output("hLast").output("cLast") : model;
    }

    private static long[] shape(String input, int gates) {
        return switch (input) {
            case "X" -> new long[] {T, B, X};
            case "W" -> new long[] {1, gates * H, X};
            case "R" -> new long[] {1, gates * H, H};
            case "B" -> new long[] {1, 2 * gates * H};
            case "h0", "c0" -> new long[] {1, B, H};
            default -> new long[0];
        };
    }

    /** LSTM: theirs i o f c, ours i f g o. GRU: theirs z r h, ours r z n. */
    private static int[] order(Layers kind) {
        return switch (kind) {
            case LSTM -> new int[] {0, 3, 1, 2};
            case GRU_RESET_AFTER, GRU_RESET_BEFORE -> new int[] {1, 0, 2};
            default -> new int[] {0};
        };
    }

    /** A weight's blocks of H rows, or a bias's of H numbers, in ONNX's order. */
    private static float[] blocks(Tensor tensor, int[] order) {
        int block = tensor.size() / order.length;
        float[] numbers = new float[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) tensor.get(order[i / block] * block + i % block);
        }
        return numbers;
    }

    /** ONNX has a bias for x and one for h everywhere; ours is the former, and bhn the one part of the latter. */
    private static float[] biases(Parameters p, Layers kind, int[] order) {
        float[] ofX = blocks(p.get("b").value(), order);
        float[] both = new float[2 * ofX.length];
        System.arraycopy(ofX, 0, both, 0, ofX.length);
        if (kind == Layers.GRU_RESET_AFTER) {
            System.arraycopy(numbers(p.get("bhn").value()), 0, both, both.length - H, H);
        }
        return both;
    }

    private static float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) tensor.get(i);
        }
        return numbers;
    }

    private static void assertNumbers(String name, OrtSession.Result result, Tensor actual, int from) {
        FloatBuffer expected = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        for (int i = 0; i < expected.capacity(); i++) {
            assertEquals(expected.get(i), actual.get(from + i), TOLERANCE, name + "[" + i + "]");
        }
    }
}
