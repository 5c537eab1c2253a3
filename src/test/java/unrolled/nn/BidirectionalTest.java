package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.nn.Layers.Trial;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** Every layer in both directions at once. */
class BidirectionalTest {
    private static final double EXACT = 1e-14;

    private final Memory memory = HeapMemory.float64();
    private final Rng rng = new Rng(31);

    /** Built for one step more than it is used for, with L = Σ share ⊙ both. */
    private final class Run {
        final int T;
        final int B;
        final Parameters parameters;
        final Bidirectional layer;
        final Tensor x;
        final Tensor dx;
        final Tensor share;

        Run(Trial trial) {
            T = trial.T();
            B = trial.B();
            List<Shape> shapes = new ArrayList<>(trial.kind().shapes(""));
            shapes.addAll(trial.kind().shapes(Bidirectional.REVERSE));
            parameters = new Parameters(memory, shapes);
            layer = new Bidirectional(Layers.KERNELS, memory, trial.kind().create(memory, parameters, "", T + 1, B),
                    trial.kind().create(memory, parameters, Bidirectional.REVERSE, T + 1, B), Layers.X, Layers.H, T + 1, B);
            x = random((T + 1) * B, Layers.X);
            dx = random((T + 1) * B, Layers.X);
            share = random(T * B, 2 * Layers.H);
            Layers.randomise(parameters.value, rng);
            Layers.randomise(layer.h0(), rng);
            Layers.randomise(layer.reverse().h0(), rng);
        }

        double L() {
            layer.forward(x, T);
            double sum = 0;
            for (int i = 0; i < share.size(); i++) {
                sum += share.get(i) * layer.h().get(i);
            }
            return sum;
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
        Run run = new Run(trial);
        run.L();
        run.layer.dh().rows(0, run.share.rows).copyFrom(run.share);
        run.layer.backward(run.x, run.dx, run.T);
        DoubleSupplier L = run::L;
        for (Parameter parameter : run.parameters.all()) {
            Differences.check("d" + parameter.name(), parameter.value(), parameter.gradient(), L);
        }
        int rows = run.T * run.B;
        Differences.check("dx", run.x.rows(0, rows), run.dx.rows(0, rows), L);
        Differences.check("dh0", run.layer.h0(), Layers.named(run.layer, "dh0"), L);
        Differences.check("rev.dh0", run.layer.reverse().h0(), Layers.named(run.layer, "rev.dh0"), L);
    }

    /** The layer that runs back is the same layer on the sequence turned round, its answers turned round again. */
    @ParameterizedTest
    @EnumSource
    void theReverseHalfIsTheSequenceReadBackwards(Layers kind) {
        Run run = new Run(new Trial(kind, 4, 1));
        run.L();
        Recurrent alone = kind.create(memory, run.parameters, Bidirectional.REVERSE, 4, 1);
        alone.h0().copyFrom(run.layer.reverse().h0());
        Tensor turned = Tensor.matrix(memory, 4, Layers.X);
        for (int t = 0; t < 4; t++) {
            turned.row(t).copyFrom(run.x.row(3 - t));
        }
        alone.forward(turned, 4);
        for (int t = 0; t < 4; t++) {
            for (int j = 0; j < Layers.H; j++) {
                assertEquals(alone.h().get(3 - t, j), run.layer.h().get(t, Layers.H + j), EXACT, "both[" + t + "," + (Layers.H + j) + "]");
            }
        }
    }
}
