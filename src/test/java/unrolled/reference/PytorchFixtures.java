package unrolled.reference;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.recurrent.RNN;
import ai.djl.training.GradientCollector;
import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes reference/pytorch.json: small recurrent nets as PyTorch computes them. It runs on its own, in the profile
 * {@code reference}; the tests read what it wrote.
 *
 * <p>One sequence of T steps of X numbers goes through nn.RNN, nn.GRU or nn.LSTM and nn.Linear; the loss is the mean
 * squared error. What is added to a bias that is not multiplied with r is one bias here: of the second one only the rows
 * of a GRU's n are there, the others are 0 and stay so.
 */
public final class PytorchFixtures {
    private static final int T = 5;
    private static final int X = 3;
    private static final int H = 4;
    private static final int Y = 2;
    private static final int UPDATES = 20;
    private static final float LEARNING_RATE = 0.01f;
    // torch.optim.Adam, whose ε stands beside the corrected v; that of DJL stands beside the uncorrected one
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final NDManager manager;
    private final String cell;
    private final int gates;
    private final int layers;
    private final boolean both;
    private final Random random;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final NDArray x;
    private final NDArray target;

    private PytorchFixtures(NDManager manager, String cell, int layers, boolean both, long seed) {
        this.manager = manager;
        this.cell = cell;
        this.layers = layers;
        this.both = both;
        gates = cell.equals("lstm") ? 4 : cell.equals("gru") ? 3 : 1;
        random = new Random(seed);
        for (int l = 0; l < layers; l++) {
            for (String end : both ? List.of("", "_reverse") : List.of("")) {
                int inputs = l == 0 ? X : both ? 2 * H : H;
                weight("rnn.weight_ih_l" + l + end, gates * H, inputs);
                weight("rnn.weight_hh_l" + l + end, gates * H, H);
                weight("rnn.bias_ih_l" + l + end, gates * H);
                weight("rnn.bias_hh_l" + l + end, gates * H);
                weights.get("rnn.bias_hh_l" + l + end).muli(own());
            }
        }
        weight("linear.weight", Y, both ? 2 * H : H);
        weight("linear.bias", Y);
        x = manager.create(numbers(T * X), new Shape(T, 1, X));
        target = manager.create(numbers(T * Y), new Shape(T, 1, Y));
    }

    public static void main(String[] args) throws IOException {
        JsonArray fixtures = new JsonArray();
        long seed = 1;
        for (String cell : List.of("rnn", "gru", "lstm")) {
            for (int layers = 1; layers <= 2; layers++) {
                for (boolean both : new boolean[] {false, true}) {
                    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
                        fixtures.add(new PytorchFixtures(manager, cell, layers, both, seed++).fixture());
                    }
                }
            }
        }
        JsonObject all = new JsonObject().add("engine", "PyTorch " + Engine.getEngine("PyTorch").getVersion())
                .add("learningRate", LEARNING_RATE).add("updates", UPDATES).add("fixtures", fixtures);
        Files.writeString(Path.of(args[0]), all.toString(WriterConfig.MINIMAL).replace("},{\"cell\"", "},\n{\"cell\"") + "\n");
    }

    private JsonObject fixture() {
        JsonObject fixture = new JsonObject().add("cell", cell).add("layers", layers).add("both", both)
                .add("x", json(x)).add("target", json(target)).add("weights", all(weights));
        Map<String, NDArray> m = zeros();
        Map<String, NDArray> v = zeros();
        JsonArray losses = new JsonArray();
        for (int update = 0; update < UPDATES; update++) {
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray y = forward();
                NDArray loss = y.sub(target).square().mean();
                collector.backward(loss);
                losses.add(loss.getFloat());
                if (update == 0) {
                    fixture.add("y", json(y));
                }
            }
            Map<String, NDArray> gradients = new LinkedHashMap<>();
            weights.forEach((name, weight) -> gradients.put(name, name.contains("bias_hh")
                    ? weight.getGradient().mul(own()) : weight.getGradient().duplicate()));
            if (update == 0) {
                fixture.add("gradients", all(gradients));
            }
            double first = 1 - Math.pow(BETA1, update + 1);
            double second = 1 - Math.pow(BETA2, update + 1);
            gradients.forEach((name, gradient) -> {
                m.get(name).muli(BETA1).addi(gradient.mul(1 - BETA1));
                v.get(name).muli(BETA2).addi(gradient.square().mul(1 - BETA2));
                weights.get(name).subi(m.get(name).div(first).div(v.get(name).div(second).sqrt().add(EPSILON))
                        .mul(LEARNING_RATE));
                weights.get(name).getGradient().subi(weights.get(name).getGradient());
            });
        }
        return fixture.add("losses", losses).add("after", all(weights));
    }

    private Map<String, NDArray> zeros() {
        Map<String, NDArray> zeros = new LinkedHashMap<>();
        weights.forEach((name, weight) -> zeros.put(name, manager.zeros(weight.getShape())));
        return zeros;
    }

    private NDArray forward() {
        NDList parameters = new NDList();
        weights.forEach((name, weight) -> {
            if (name.startsWith("rnn.")) {
                parameters.add(weight);
            }
        });
        NDArray zero = manager.zeros(new Shape((both ? 2 : 1) * layers, 1, H));
        var internal = x.getNDArrayInternal();
        NDArray h = (switch (cell) {
            case "rnn" -> internal.rnn(x, zero, parameters, true, layers, RNN.Activation.TANH, 0, true, both, false);
            case "gru" -> internal.gru(x, zero, parameters, true, layers, 0, true, both, false);
            default -> internal.lstm(x, new NDList(zero, zero.duplicate()), parameters, true, layers, 0, true, both, false);
        }).get(0);
        return h.matMul(weights.get("linear.weight").transpose()).add(weights.get("linear.bias"));
    }

    /** 1 in the rows of the second bias that count, those of a GRU's n. */
    private NDArray own() {
        float[] own = new float[gates * H];
        for (int i = 0; i < own.length; i++) {
            own[i] = cell.equals("gru") && i >= 2 * H ? 1 : 0;
        }
        return manager.create(own);
    }

    private void weight(String name, long... shape) {
        Shape size = new Shape(shape);
        NDArray weight = manager.create(numbers((int) size.size()), size);
        weight.setRequiresGradient(true);
        weights.put(name, weight);
    }

    /** Three digits, so that they are the same wherever they are read. */
    private float[] numbers(int n) {
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = Math.round(random.nextGaussian() * 500) / 1000f;
        }
        return numbers;
    }

    private static JsonObject all(Map<String, NDArray> arrays) {
        JsonObject all = new JsonObject();
        arrays.forEach((name, array) -> all.add(name, json(array)));
        return all;
    }

    private static JsonObject json(NDArray array) {
        List<Integer> shape = new ArrayList<>();
        for (long size : array.getShape().getShape()) {
            shape.add((int) size);
        }
        return new JsonObject().add("shape", Json.array(shape.stream().mapToInt(i -> i).toArray()))
                .add("data", Json.array(array.toFloatArray()));
    }
}
