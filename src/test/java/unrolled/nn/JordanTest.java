package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** The layer with its head: the loop goes through both. */
class JordanTest {
    private static final int X = 3;
    private static final int H = 4;
    private static final int Y = 2;
    private static final int T = 4;
    private static final double EXACT = 1e-14;

    private enum Kind {
        SOFTMAX, SIGMOID, SQUARED_SIGMOID, SQUARED, HALF_SQUARED_TANH;

        Loss create(Memory m, Dense dense, int B) {
            Tensor logits = dense.logits();
            Tensor dlogits = dense.dlogits();
            return switch (this) {
                case SOFTMAX -> new SoftmaxCrossEntropy(Layers.KERNELS, m, logits, dlogits, B);
                case SIGMOID -> new BinaryCrossEntropy(Layers.KERNELS, m, logits, dlogits, B);
                case SQUARED_SIGMOID -> new SquaredError(Layers.KERNELS, m, Activation.SIGMOID, 1.0 / Y, logits, dlogits, B);
                case SQUARED -> new SquaredError(Layers.KERNELS, m, Activation.LINEAR, 1.0 / Y, logits, dlogits, B);
                case HALF_SQUARED_TANH -> new SquaredError(Layers.KERNELS, m, Activation.TANH, 0.5, logits, dlogits, B);
            };
        }
    }

    record Trial(Kind kind, Activation activation, int B) { }

    static Stream<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Activation activation : List.of(Activation.TANH, Activation.SIGMOID, Activation.RELU, Activation.LINEAR)) {
                trials.add(new Trial(kind, activation, 1));
                trials.add(new Trial(kind, activation, 2));
            }
        }
        return trials.stream();
    }

    private final Memory memory = HeapMemory.float64();
    private final Rng rng = new Rng(11);

    private final class Run {
        final int B;
        final Parameters parameters;
        final Output output;
        final Jordan layer;
        final Tensor x;
        final Tensor dx;

        Run(Trial trial, int steps) {
            B = trial.B();
            List<Shape> shapes = new ArrayList<>(Jordan.shapes("", X, H, Y));
            shapes.addAll(Dense.shapes(H, Y));
            parameters = new Parameters(memory, shapes);
            Layers.randomise(parameters.value, rng);
            output = output(trial.kind(), steps);
            layer = layer(trial, output, steps);
            Layers.randomise(layer.h0(), rng);
            x = Tensor.matrix(memory, steps * B, X);
            dx = Tensor.matrix(memory, steps * B, X);
            Layers.randomise(x, rng);
            for (int i = 0; i < output.loss().target().size(); i++) {
                output.loss().target().set(i, trial.kind() == Kind.SOFTMAX ? i % Y : rng.nextDouble());
            }
            Layers.randomise(output.loss().weight(), rng);
        }

        Output output(Kind kind, int steps) {
            Dense dense = new Dense(Layers.KERNELS, memory, parameters, H, Y, steps, B);
            return new Output(dense, kind.create(memory, dense, B));
        }

        Jordan layer(Trial trial, Output head, int steps) {
            return new Jordan(Layers.KERNELS, memory, parameters, "", trial.activation(), X, H, head, steps, B);
        }

        double L() {
            layer.forward(x, T);
            return output.loss().forward(T);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trials")
    void backwardMatchesCentralDifferences(Trial trial) {
        Run run = new Run(trial, T + 1);                                    // built for one step more than it is used for
        run.L();
        run.output.loss().backward(T);
        run.layer.backward(run.x, run.dx, T);
        run.output.dense().gradients(run.layer.h(), T);
        DoubleSupplier L = run::L;
        for (Parameter parameter : run.parameters.all()) {
            Differences.check("d" + parameter.name(), parameter.value(), parameter.gradient(), L);
        }
        Differences.check("dx", run.x.rows(0, T * run.B), run.dx.rows(0, T * run.B), L);
        Differences.check("dy0", run.layer.h0(), Layers.named(run.layer, "dy0"), L);
    }

    @Test
    void twoPiecesJoinedByCarryAreOneSequence() {
        Trial trial = new Trial(Kind.SIGMOID, Activation.TANH, 2);
        Run run = new Run(trial, T);
        run.L();
        Output output = run.output(Kind.SIGMOID, 2);
        Jordan pieces = run.layer(trial, output, 2);
        pieces.h0().copyFrom(run.layer.h0());
        pieces.forward(run.x.rows(0, 4), 2);
        pieces.carry(2);
        pieces.forward(run.x.rows(4, 4), 2);
        for (int i = 0; i < 4 * Y; i++) {
            assertEquals(run.output.y().get(4 * Y + i), output.y().get(i), EXACT, "y[" + i + "]");
        }
    }

    /** Weights of 1, x = 1 at the first step only: both outputs are H, and each unit then takes in their sum. */
    @Test
    void theOutputOfTheStepBeforeComesIn() {
        Run run = new Run(new Trial(Kind.SQUARED, Activation.LINEAR, 1), 2);
        run.parameters.value.fill(1);
        run.parameters.get("b").value().fill(0);
        run.parameters.get("by").value().fill(0);
        run.layer.h0().fill(0);
        run.x.fill(0);
        run.x.set(0, 0, 1);
        run.layer.forward(run.x, 2);
        assertEquals(H, run.output.y().get(0, 0), EXACT);
        assertEquals(Y * H, run.layer.h().get(1, 0), EXACT);
    }
}
