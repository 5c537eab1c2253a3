package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unrolled.nn.FeedForward.Trial;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** Layers without a memory, alone. */
class FeedForwardTest {
    private static final double EXACT = 1e-14;

    private final Memory memory = HeapMemory.float64();
    private final Rng rng = new Rng(41);

    /** A layer built for one step more than it is used for, with random weights and input and L = Σ share ⊙ h. */
    private final class Run {
        final FeedForward kind;
        final int from;
        final int T;
        final int B;
        final Parameters parameters;
        final Layer layer;
        final Tensor x;
        final Tensor dx;
        final Tensor share;

        Run(FeedForward kind, int T, int B) {
            this.kind = kind;
            this.from = kind.first();
            this.T = T;
            this.B = B;
            parameters = new Parameters(memory, kind.shapes());
            layer = kind.create(memory, parameters, T + 1, B, rng);
            x = random((T + 1) * B, FeedForward.X);
            dx = random((T + 1) * B, FeedForward.X);
            share = random(T * B, layer.h().cols);
            Layers.randomise(parameters.value, rng);
        }

        double L() {
            layer.forward(x, from, T - from);
            double sum = 0;
            for (int i = 0; i < share.size(); i++) {
                sum += share.get(i) * layer.h().get(i);
            }
            return sum;
        }

        void backward() {
            L();
            layer.dh().rows(0, T * B).copyFrom(share);
            layer.backward(x, dx, from, T - from);
        }
    }

    private Tensor random(int rows, int cols) {
        Tensor tensor = Tensor.matrix(memory, rows, cols);
        Layers.randomise(tensor, rng);
        return tensor;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unrolled.nn.FeedForward#trials")
    void backwardMatchesCentralDifferences(Trial trial) {
        Run run = new Run(trial.kind(), trial.T(), trial.B());
        run.backward();
        DoubleSupplier L = run::L;
        for (Parameter parameter : run.parameters.all()) {
            Differences.check("d" + parameter.name(), parameter.value(), parameter.gradient(), L);
        }
        int rows = trial.T() * trial.B();
        Differences.check("dx", run.x.rows(0, rows), run.dx.rows(0, rows), L);
    }

    @ParameterizedTest
    @EnumSource
    void backwardAddsToTheGradientsOfTheParametersAndOverwritesDx(FeedForward kind) {
        Run run = new Run(kind, 4, 2);
        run.backward();
        Tensor once = copy(run.parameters.gradient);
        Tensor dx = copy(run.dx);
        run.backward();
        for (int i = 0; i < once.size(); i++) {
            assertEquals(2 * once.get(i), run.parameters.gradient.get(i), EXACT, "gradient[" + i + "]");
        }
        assertNumbers("dx", dx, run.dx);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"WINDOW", "WINDOW_AFTER", "WINDOW_TURNED", "POOL_MEAN", "POOL_MAX", "ATTENTION_POOL"})
    void stepByStepIsTheSameAsAtOnce(FeedForward kind) {
        Run run = new Run(kind, 4, 2);
        run.L();
        Tensor atOnce = copy(run.layer.h());
        run.layer.h().fill(9);
        run.layer.h().rows(0, run.from * 2).fill(0);
        run.layer.h().rows(8, 2).fill(0);
        for (int t = run.from; t < 4; t++) {
            run.layer.forward(run.x, t, 1);
        }
        assertNumbers("h", atOnce, run.layer.h());
    }

    /** What a window reads of the piece before it was carried over. */
    @ParameterizedTest
    @EnumSource(names = {"WINDOW_BEFORE", "CONV", "CONV_FLIPPED", "HIDDEN_TANH"})
    void twoPiecesJoinedByCarryAreOneSequence(FeedForward kind) {
        Run run = new Run(kind, 5, 2);
        run.L();
        Layer pieces = kind.create(memory, run.parameters, 3, 2, rng);
        pieces.forward(run.x.rows(0, 6), 3);
        pieces.carry(3);
        pieces.forward(run.x.rows(6, 4), 2);
        assertNumbers("h", run.layer.h().rows(6, 4), pieces.h().rows(0, 4));
        assertEquals(kind == FeedForward.HIDDEN_TANH ? 0 : 2 * 2 * FeedForward.X,
                pieces.carried().stream().mapToInt(Tensor::size).sum());
        pieces.start();
        pieces.forward(run.x, 1);
        assertNumbers("h", run.layer.h().rows(0, 2), pieces.h().rows(0, 2));
    }

    @ParameterizedTest
    @EnumSource
    void sequencesSideBySideDoNotTouch(FeedForward kind) {
        Run run = new Run(kind, 4, 2);
        run.L();
        Tensor lane = copy(run.layer.h());
        for (int t = 0; t < 4; t++) {
            run.x.row(2 * t).fill(7);
        }
        run.L();
        for (int t = 0; t < 4; t++) {
            assertNumbers("h at " + t, lane.row(2 * t + 1), run.layer.h().row(2 * t + 1));
        }
    }

    /** x = 2, 4, 1, −1, 0 and w = (1, −1), as the courses print it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFlippedConvolutionOfADifferenceHasTheOtherSign(boolean flip) {
        Parameters p = new Parameters(memory, Conv1d.shapes("", 2, 1, 1));
        Conv1d conv = new Conv1d(Layers.KERNELS, memory, p, "", Activation.LINEAR, 2, flip, 1, 1, 5, 1);
        p.get("Wx").value().set(0, 1);
        p.get("Wx").value().set(1, -1);
        Tensor x = column(2, 4, 1, -1, 0);
        conv.forward(x, 1, 4);
        double sign = flip ? -1 : 1;
        assertNumbers("h", column(0, sign * -2, sign * 3, sign * 2, sign * -1), conv.h());
    }

    @Test
    void aWindowIsZeroBeyondTheEnds() {
        Window window = new Window(memory, 1, 1, false, 1, 4, 1);
        window.h().fill(9);
        window.forward(column(1, 2, 3, 4), 3);
        assertNumbers("window", row(0, 1, 2), window.h().rows(0, 1));
        assertNumbers("window", row(1, 2, 3), window.h().rows(1, 1));
        assertNumbers("window", row(2, 3, 0), window.h().rows(2, 1));
    }

    @Test
    void ofSeveralLargestTheFirstIsChosen() {
        Pool pool = new Pool(Layers.KERNELS, memory, Pool.Kind.MAX, 1, 3, 1);
        Tensor dx = column(0, 0, 0);
        pool.forward(column(1, 2, 2), 3);
        pool.dh().set(2, 5);
        pool.backward(column(1, 2, 2), dx, 3);
        assertNumbers("ctx", column(0, 0, 2), pool.h());
        assertNumbers("dx", column(0, 5, 0), dx);
    }

    @Test
    void dropoutKeepsTheMeanAndRests() {
        Dropout dropout = new Dropout(Layers.KERNELS, memory, 0.7, 1, 10_000, 1);
        Tensor keep = dropout.named().get(0).tensor();
        dropout.draw(new Rng(1), 10_000);
        double sum = 0;
        for (int t = 0; t < 10_000; t++) {
            assertTrue(keep.get(t) == 0 || Math.abs(keep.get(t) - 1 / 0.3) < EXACT, "keep " + keep.get(t));
            sum += keep.get(t);
        }
        assertEquals(1, sum / 10_000, 0.05);
        dropout.rest();
        assertEquals(1, keep.get(5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -0.1, Double.NaN})
    void aDropThatLeavesNothingIsRefused(double drop) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new Dropout(Layers.KERNELS, memory, drop, 1, 1, 1));
        assertEquals("drop must be 0 or more and below 1, got " + drop, refused.getMessage());
    }

    @Test
    void anEmbeddingIsTheColumnOfTheSymbol() {
        Run run = new Run(FeedForward.EMBEDDING, 1, 1);
        run.x.fill(0);
        run.x.set(0, 3, 1);
        run.L();
        Tensor We = run.parameters.get("We").value();
        assertArrayEquals(new double[] {We.get(0, 3), We.get(1, 3), We.get(2, 3)},
                new double[] {run.layer.h().get(0), run.layer.h().get(1), run.layer.h().get(2)});
    }

    private Tensor column(double... numbers) {
        Tensor column = Tensor.matrix(memory, numbers.length, 1);
        for (int i = 0; i < numbers.length; i++) {
            column.set(i, numbers[i]);
        }
        return column;
    }

    private Tensor row(double... numbers) {
        Tensor row = Tensor.matrix(memory, 1, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            row.set(i, numbers[i]);
        }
        return row;
    }

    private Tensor copy(Tensor tensor) {
        Tensor copy = Tensor.matrix(memory, tensor.rows, tensor.cols);
        copy.copyFrom(tensor);
        return copy;
    }

    private static void assertNumbers(String name, Tensor expected, Tensor actual) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), EXACT, name + "[" + i + "]");
        }
    }
}
