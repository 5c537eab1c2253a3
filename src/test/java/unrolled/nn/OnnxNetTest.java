package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OrtException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** Nets of two layers, and convolutions, against the operators of ONNX Runtime, in float. */
class OnnxNetTest {
    private static final double TOLERANCE = 1e-6;
    private static final int X = 5;
    private static final int H = Layers.H;
    private static final int T = 6;
    private static final int B = 2;

    private final Memory memory = HeapMemory.float32();
    private final Rng rng = new Rng(17);

    @ParameterizedTest(name = "{0}, directions {1}")
    @CsvSource({"LSTM, 1", "LSTM, 2", "GRU_RESET_AFTER, 1", "GRU_RESET_AFTER, 2"})
    void twoLayersMatchOnnxRuntime(Layers kind, int directions) throws OrtException {
        Cell one = kind == Layers.LSTM ? new Cell.LstmCell(H, 0) : new Cell.GruCell(H, Reset.AFTER);
        Cell cell = directions == 1 ? one : new Cell.BidirectionalCell(one);
        Network network = new Network(new Architecture(X, List.of(cell, cell), null), Layers.KERNELS, memory);
        Layers.randomise(network.parameters().value, rng);
        Unrolled net = network.unroll(T, B);
        Layers.randomise(net.x(), rng);
        net.start(Map.of(), null);
        net.forward(T);
        float[] first = layer(kind, directions, network.parameters(), "l1.", X, OnnxRuntimeTest.numbers(net.x()));
        float[] second = layer(kind, directions, network.parameters(), "l2.", directions * H, first);
        for (int i = 0; i < second.length; i++) {
            assertEquals(second[i], net.layers().get(1).h().get(i), TOLERANCE, "h[" + i + "]");
        }
    }

    /** What a layer hands up, row by row as ours: from theirs, T × directions × B × H. */
    private static float[] layer(Layers kind, int directions, Parameters p, String prefix, int width, float[] x) throws OrtException {
        int[] order = OnnxRuntimeTest.order(kind);
        Map<String, float[]> inputs = new HashMap<>(Map.of("X", x, "h0", new float[directions * B * H],
                "W", new float[0], "R", new float[0], "B", new float[0]));
        if (kind == Layers.LSTM) {
            inputs.put("c0", new float[directions * B * H]);
        }
        for (String direction : List.of("", Bidirectional.REVERSE).subList(0, directions)) {
            append(inputs, "W", OnnxRuntimeTest.blocks(p.get(prefix + direction + "Wx").value(), order));
            append(inputs, "R", OnnxRuntimeTest.blocks(p.get(prefix + direction + "Wh").value(), order));
            append(inputs, "B", OnnxRuntimeTest.biases(p, prefix + direction, kind, order));
        }
        float[] theirs = OnnxRuntimeTest.run(kind, order.length, directions, width, inputs).get("h");
        float[] ours = new float[theirs.length];
        for (int i = 0; i < theirs.length; i++) {
            int t = i / (directions * B * H);
            int direction = i / (B * H) % directions;
            int b = i / H % B;
            ours[((t * B + b) * directions + direction) * H + i % H] = theirs[i];
        }
        return ours;
    }

    private static void append(Map<String, float[]> inputs, String name, float[] numbers) {
        inputs.put(name, OnnxRuntimeTest.joined(inputs.get(name), numbers));
    }

    /** Theirs: x is B × X × T, the weights H × X × width, and padding is asked for. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConvolutionMatchesOnnxRuntime(boolean pad) throws OrtException {
        int width = 3;
        int first = pad ? 0 : width - 1;
        Parameters p = new Parameters(memory, Conv1d.shapes("", width, X, H));
        Conv1d conv = new Conv1d(Layers.KERNELS, memory, p, "", Activation.LINEAR, width, false, X, H, T, B);
        Tensor x = Tensor.matrix(memory, T * B, X);
        Layers.randomise(p.value, rng);
        Layers.randomise(x, rng);
        conv.forward(x, first, T - first);
        Tensor Wx = p.get("Wx").value();
        float[] theirX = new float[B * X * T];
        float[] theirW = new float[H * X * width];
        for (int i = 0; i < theirX.length; i++) {
            theirX[i] = (float) x.get(i % T * B + i / (X * T), i / T % X);
        }
        for (int i = 0; i < theirW.length; i++) {
            theirW[i] = (float) Wx.get(i / (X * width), i % width * X + i / width % X);
        }
        OnnxModel model = new OnnxModel("Conv").input("X", B, X, T).input("W", H, X, width).input("B", H).output("y");
        model.numbers("pads", pad ? width - 1 : 0, 0);
        Map<String, float[]> inputs = Map.of("X", theirX, "W", theirW, "B", OnnxRuntimeTest.numbers(p.get("b").value()));
        Map<String, long[]> shapes = Map.of("X", new long[] {B, X, T}, "W", new long[] {H, X, width}, "B", new long[] {H});
        float[] expected = OnnxRuntimeTest.run(model, inputs, shapes).get("y");
        int steps = T - first;
        for (int i = 0; i < expected.length; i++) {
            int row = (first + i % steps) * B + i / (H * steps);
            assertEquals(expected[i], conv.h().get(row, i / steps % H), TOLERANCE, "h[" + i + "]");
        }
        assertEquals(B * H * steps, expected.length);
    }
}
