package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.nn.Layers.Trial;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

class RecurrentTest {
    private static final double EXACT = 1e-14;

    private final Memory memory = HeapMemory.float64();
    private final Rng rng = new Rng(20);

    /** A layer built for one step more than it is used for, with random weights, input, state and L = Σ share ⊙ h. */
    private final class Run {
        final Layers kind;
        final int T;
        final int B;
        final Parameters parameters;
        final Recurrent layer;
        final Tensor x;
        final Tensor dx;
        final Tensor share;

        Run(Layers kind, int T, int B) {
            this.kind = kind;
            this.T = T;
            this.B = B;
            parameters = new Parameters(memory, kind.shapes("l1."));
            layer = kind.create(memory, parameters, "l1.", T + 1, B);
            x = random((T + 1) * B, Layers.X);
            x.row(0).fill(0);
            x.set(0, 2, 1);                                                 // a one-hot row takes another way
            dx = random((T + 1) * B, Layers.X);
            share = random(T * B, Layers.H);
            Layers.randomise(parameters.value, rng);
            Layers.randomise(layer.h0(), rng);
            if (layer instanceof Lstm lstm) {
                Layers.randomise(lstm.c0(), rng);
            }
        }

        double L() {
            layer.forward(x, T);
            double sum = 0;
            for (int i = 0; i < share.size(); i++) {
                sum += share.get(i) * layer.h().get(i);
            }
            return sum;
        }

        void backward() {
            layer.forward(x, T);
            layer.dh().rows(0, T * B).copyFrom(share);
            layer.backward(x, dx, T);
        }
    }

    private Tensor random(int rows, int cols) {
        Tensor tensor = Tensor.matrix(memory, rows, cols);
        Layers.randomise(tensor, rng);
        return tensor;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unrolled.nn.Layers#trials")
    void backwardMatchesCentralDifferences(Trial trial) {
        Run run = new Run(trial.kind(), trial.T(), trial.B());
        run.backward();
        DoubleSupplier L = run::L;
        for (Parameter parameter : run.parameters.all()) {
            Differences.check("d" + parameter.name(), parameter.value(), parameter.gradient(), L);
        }
        int rows = trial.T() * trial.B();
        Differences.check("dx", run.x.rows(0, rows), run.dx.rows(0, rows), L);
        Differences.check("dh0", run.layer.h0(), Layers.named(run.layer, "dh0"), L);
        if (run.layer instanceof Lstm lstm) {
            Differences.check("dc0", lstm.c0(), Layers.named(lstm, "dc0"), L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void backwardAddsToTheGradientsOfTheParameters(Layers kind) {
        Run run = new Run(kind, 4, 2);
        run.backward();
        Tensor once = Tensor.vector(memory, run.parameters.gradient.cols);
        once.copyFrom(run.parameters.gradient);
        run.backward();
        for (int i = 0; i < once.size(); i++) {
            assertEquals(2 * once.get(i), run.parameters.gradient.get(i), EXACT, "gradient[" + i + "]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void backwardOverwritesTheGradientsOfInputAndState(Layers kind) {
        Run run = new Run(kind, 4, 2);
        run.backward();
        Tensor dx = Tensor.matrix(memory, run.dx.rows, run.dx.cols);
        Tensor dh0 = Tensor.matrix(memory, 2, Layers.H);
        dx.copyFrom(run.dx);
        dh0.copyFrom(Layers.named(run.layer, "dh0"));
        run.backward();
        assertNumbers("dx", dx, run.dx);
        assertNumbers("dh0", dh0, Layers.named(run.layer, "dh0"));
    }

    @ParameterizedTest
    @EnumSource
    void backwardWithoutDxGivesTheSameGradients(Layers kind) {
        Run run = new Run(kind, 4, 1);
        run.backward();
        Tensor once = Tensor.vector(memory, run.parameters.gradient.cols);
        once.copyFrom(run.parameters.gradient);
        run.parameters.gradient.fill(0);
        run.layer.dh().rows(0, 4).copyFrom(run.share);
        run.layer.backward(run.x, null, 4);
        assertNumbers("gradient", once, run.parameters.gradient);
    }

    @ParameterizedTest
    @EnumSource
    void twoPiecesJoinedByCarryAreOneSequence(Layers kind) {
        Run run = new Run(kind, 4, 2);
        Recurrent pieces = kind.create(memory, run.parameters, "l1.", 2, 2);
        run.layer.forward(run.x, 4);
        pieces.h0().copyFrom(run.layer.h0());
        if (pieces instanceof Lstm lstm) {
            lstm.c0().copyFrom(((Lstm) run.layer).c0());
        }
        pieces.forward(run.x.rows(0, 4), 2);
        pieces.carry(2);
        pieces.forward(run.x.rows(4, 4), 2);
        assertNumbers("h", run.layer.h().rows(4, 4), pieces.h());
    }

    @ParameterizedTest
    @EnumSource
    void sequencesSideBySideDoNotTouch(Layers kind) {
        Run run = new Run(kind, 4, 2);
        Recurrent alone = kind.create(memory, run.parameters, "l1.", 4, 1);
        alone.h0().copyFrom(run.layer.h0().rows(1, 1));
        if (alone instanceof Lstm lstm) {
            lstm.c0().copyFrom(((Lstm) run.layer).c0().rows(1, 1));
        }
        Tensor x = Tensor.matrix(memory, 4, Layers.X);
        for (int t = 0; t < 4; t++) {
            x.row(t).copyFrom(run.x.row(2 * t + 1));
        }
        run.layer.forward(run.x, 4);
        alone.forward(x, 4);
        for (int t = 0; t < 4; t++) {
            assertNumbers("h at " + t, run.layer.h().row(2 * t + 1), alone.h().row(t));
        }
    }

    /** What a sequence that starts with h(t) does with it, and the share of h(t) itself, is all that h(t) does. */
    @ParameterizedTest
    @EnumSource
    void dhIsTheTotalOverAllPaths(Layers kind) {
        Run run = new Run(kind, 4, 1);
        run.backward();
        Recurrent rest = restAfterFirstStep(run);
        for (int j = 0; j < Layers.H; j++) {
            double expected = run.share.get(0, j) + Layers.named(rest, "dh0").get(j);
            assertEquals(expected, run.layer.dh().get(0, j), EXACT, "dh[0," + j + "]");
        }
    }

    @Test
    void dcIsTheTotalOverAllPaths() {
        Run run = new Run(Layers.LSTM, 4, 1);
        run.backward();
        Recurrent rest = restAfterFirstStep(run);
        for (int j = 0; j < Layers.H; j++) {
            double tanh = Math.tanh(Layers.named(run.layer, "c").get(0, j));
            double throughH = run.layer.dh().get(0, j) * Layers.named(run.layer, "o").get(0, j) * (1 - tanh * tanh);
            double expected = Layers.named(rest, "dc0").get(j) + throughH;
            assertEquals(expected, Layers.named(run.layer, "dc").get(0, j), EXACT, "dc[0," + j + "]");
        }
    }

    private Recurrent restAfterFirstStep(Run run) {
        Recurrent rest = run.kind.create(memory, run.parameters, "l1.", 3, 1);
        rest.h0().copyFrom(run.layer.h().row(0));
        if (rest instanceof Lstm lstm) {
            lstm.c0().copyFrom(Layers.named(run.layer, "c").row(0));
        }
        Tensor x = run.x.rows(1, 3);
        rest.forward(x, 3);
        rest.dh().copyFrom(run.share.rows(1, 3));
        rest.backward(x, null, 3);
        return rest;
    }

    @ParameterizedTest
    @EnumSource(names = {"GRU_RESET_AFTER", "GRU_RESET_BEFORE", "LSTM"})
    void gatesAndTheirGradientsAreKeptApartFromThePreactivations(Layers kind) {
        Run run = new Run(kind, 4, 2);
        run.backward();
        for (String gate : run.layer.gates()) {
            boolean tanh = gate.equals("g") || gate.equals("n");
            for (int i = 0; i < 4 * 2 * Layers.H; i++) {
                double a = Layers.named(run.layer, "a." + gate).get(i);
                double value = tanh ? Math.tanh(a) : 1 / (1 + Math.exp(-a));
                double slope = tanh ? 1 - value * value : value * (1 - value);
                assertEquals(value, Layers.named(run.layer, gate).get(i), EXACT, gate + "[" + i + "]");
                assertEquals(slope * Layers.named(run.layer, "d" + gate).get(i),
                        Layers.named(run.layer, "da." + gate).get(i), EXACT, "da." + gate + "[" + i + "]");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theVocabularyIsNamed(Layers kind) {
        String expected = switch (kind) {
            case LSTM -> "h0 c0 a a.i a.f a.g a.o i f g o c h dh dc di df dg do da da.i da.f da.g da.o dh0 dc0";
            case GRU_RESET_AFTER, GRU_RESET_BEFORE ->
                    "h0 a a.r a.z a.n r z n m h dh dr dz dn dm da da.r da.z da.n dh0";
            default -> "h0 a h dh da dh0";
        };
        List<String> names = new Run(kind, 1, 1).layer.named().stream().map(Named::name).toList();
        assertEquals(expected, String.join(" ", names));
    }

    @Test
    void theStateOfASingleSequenceIsAVector() {
        assertArrayEquals(new int[] {3}, new Run(Layers.LSTM, 1, 1).layer.h0().shape());
        assertArrayEquals(new int[] {2, 3}, new Run(Layers.LSTM, 1, 2).layer.h0().shape());
    }

    private static void assertNumbers(String name, Tensor expected, Tensor actual) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), EXACT, name + "[" + i + "]");
        }
    }
}
