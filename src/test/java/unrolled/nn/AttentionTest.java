package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** A decoder's attention to its encoder, on states that are given. */
class AttentionTest {
    private static final int H = 3;
    private static final double EXACT = 1e-14;

    private final Memory memory = HeapMemory.float64();
    private final Rng rng = new Rng(43);

    /** Built for two more steps and one more of the encoder than it is used for, with L = Σ share ⊙ joined. */
    private final class Run {
        final int S;
        final int T;
        final int B;
        final Parameters parameters = new Parameters(memory, Attention.shapes(H));
        final Attention attention;
        final Tensor h;
        final Tensor dh;
        final Tensor share;

        Run(int S, int D, int B) {
            this.S = S;
            this.T = S + D;
            this.B = B;
            attention = new Attention(Layers.KERNELS, memory, parameters, H, S + 1, T + 2, B);
            h = random((T + 2) * B, H);
            dh = random((T + 2) * B, H);
            share = random(T * B, 2 * H);
            Layers.randomise(parameters.value, rng);
        }

        double L() {
            attention.forward(h, S, S, T - S);
            double sum = 0;
            for (int i = S * B * 2 * H; i < share.size(); i++) {
                sum += share.get(i) * attention.joined().get(i);
            }
            return sum;
        }

        void backward() {
            L();
            attention.djoined().rows(0, T * B).copyFrom(share);
            dh.rows(0, S * B).fill(0);
            attention.backward(h, dh, S, S, T - S);
        }
    }

    private Tensor random(int rows, int cols) {
        Tensor tensor = Tensor.matrix(memory, rows, cols);
        Layers.randomise(tensor, rng);
        return tensor;
    }

    @ParameterizedTest(name = "S {0}, decoder {1}, B {2}")
    @CsvSource({"1, 1, 1", "1, 1, 2", "4, 3, 1", "4, 3, 2"})
    void backwardMatchesCentralDifferences(int S, int D, int B) {
        Run run = new Run(S, D, B);
        run.backward();
        DoubleSupplier L = run::L;
        Differences.check("dWa", run.parameters.get("Wa").value(), run.parameters.get("Wa").gradient(), L);
        Differences.check("dh", run.h.rows(0, run.T * B), run.dh.rows(0, run.T * B), L);
    }

    @Test
    void stepByStepIsTheSameAsAtOnce() {
        Run run = new Run(4, 3, 2);
        run.L();
        Tensor atOnce = Tensor.matrix(memory, run.T * 2, 2 * H);
        atOnce.copyFrom(run.attention.joined().rows(0, run.T * 2));
        run.attention.joined().rows(8, 6).fill(9);
        for (int t = 4; t < run.T; t++) {
            run.attention.forward(run.h, 4, t, 1);
        }
        for (int i = 0; i < atOnce.size(); i++) {
            assertEquals(atOnce.get(i), run.attention.joined().get(i), EXACT, "joined[" + i + "]");
        }
    }

    /** With Wa = 0 every step of the encoder is looked at alike. */
    @Test
    void withoutScoresTheContextIsTheMean() {
        Run run = new Run(2, 1, 1);
        run.parameters.value.fill(0);
        run.L();
        assertEquals((run.h.get(0, 1) + run.h.get(1, 1)) / 2, run.attention.joined().get(2, H + 1), EXACT);
        assertEquals(run.h.get(2, 1), run.attention.joined().get(2, 1), EXACT);
    }
}
