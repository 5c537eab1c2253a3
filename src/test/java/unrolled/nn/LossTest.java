package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

class LossTest {
    private static final int X = 3;
    private static final int Y = 5;
    private static final int T = 3;
    private static final int B = 2;

    private enum Kind {
        SOFTMAX, SQUARED, HALF_SQUARED_TANH, SQUARED_SIGMOID, BINARY;

        Loss create(Memory m, Tensor logits, Tensor dlogits) {
            return switch (this) {
                case SOFTMAX -> new SoftmaxCrossEntropy(Layers.KERNELS, m, logits, dlogits, B);
                case SQUARED -> new SquaredError(Layers.KERNELS, m, Activation.LINEAR, 1.0 / Y, logits, dlogits, B);
                case HALF_SQUARED_TANH -> new SquaredError(Layers.KERNELS, m, Activation.TANH, 0.5, logits, dlogits, B);
                case SQUARED_SIGMOID -> new SquaredError(Layers.KERNELS, m, Activation.SIGMOID, 1.0 / Y, logits, dlogits, B);
                case BINARY -> new BinaryCrossEntropy(Layers.KERNELS, m, logits, dlogits, B);
            };
        }
    }

    private final Memory memory = HeapMemory.float64();
    private final Rng rng = new Rng(3);
    private final Parameters parameters = new Parameters(memory, Dense.shapes(X, Y));
    private final Dense dense = new Dense(Layers.KERNELS, memory, parameters, X, Y, T, B);
    private final Tensor h = Tensor.matrix(memory, T * B, X);
    private final Tensor dh = Tensor.matrix(memory, T * B, X);

    private Loss randomLoss(Kind kind) {
        Loss loss = kind.create(memory, dense.logits(), dense.dlogits());
        Layers.randomise(parameters.value, rng);
        Layers.randomise(h, rng);
        for (int i = 0; i < loss.target().size(); i++) {
            loss.target().set(i, kind == Kind.SOFTMAX ? i % Y : rng.nextDouble());
        }
        for (int r = 0; r < T * B; r++) {
            loss.weight().set(r, r == 2 ? 0 : rng.nextDouble());            // row 2 is masked
        }
        return loss;
    }

    private double L(Loss loss) {
        dense.forward(h, 0, T * B);
        return judged(loss);
    }

    private static double judged(Loss loss) {
        loss.answer(0, T * B);
        return loss.forward(T);
    }

    @ParameterizedTest
    @EnumSource
    void backwardMatchesCentralDifferences(Kind kind) {
        Loss loss = randomLoss(kind);
        L(loss);
        loss.backward(T);
        Layers.randomise(dh, rng);                                          // is overwritten
        dense.backward(dh, 0, T * B);
        dense.gradients(h, T);
        Differences.check("dlogits", dense.logits(), dense.dlogits(), () -> judged(loss));
        Differences.check("dWy", parameters.get("Wy").value(), parameters.get("Wy").gradient(), () -> L(loss));
        Differences.check("dby", parameters.get("by").value(), parameters.get("by").gradient(), () -> L(loss));
        Differences.check("dh", h, dh, () -> L(loss));
    }

    @ParameterizedTest
    @EnumSource
    void aMaskedRowHasNoLossAndNoGradientWhateverItsTarget(Kind kind) {
        Loss loss = randomLoss(kind);
        for (int i = 0; i < loss.target().size(); i++) {
            loss.target().set(i, i / (loss.target().size() / (T * B)) == 2 ? Double.NaN : loss.target().get(i));
        }
        assertTrue(Double.isFinite(L(loss)));
        loss.backward(T);
        assertEquals(0, loss.loss().get(2));
        assertEquals(0, Layers.KERNELS.norm(dense.dlogits().row(2)));
    }

    /** logits 1, 2, 3, target 2: y = 0.09003057, 0.24472847, 0.66524096; loss = −ln 0.66524096 = 0.40760596. */
    @Test
    void softmaxCrossEntropyIsTheTextbooks() {
        Tensor logits = row(1, 2, 3);
        Tensor dlogits = row(0, 0, 0);
        Loss loss = new SoftmaxCrossEntropy(Layers.KERNELS, memory, logits, dlogits, 1);
        loss.target().set(0, 2);
        loss.weight().set(0, 0.5);
        loss.answer(0, 1);
        assertEquals(0.20380298, loss.forward(1), 1e-8);
        assertEquals(0.40760596, loss.loss().get(0), 1e-8);
        assertRow(loss.y(), 0.09003057, 0.24472847, 0.66524096);
        loss.backward(1);
        assertRow(dlogits, 0.04501529, 0.12236424, -0.16737952);
    }

    /** y 1, 2, target 0, 4: loss = (1 + 4) / 2, dy = 2 (y − target) / 2. */
    @Test
    void squaredErrorIsTheTextbooks() {
        Tensor y = row(1, 2);
        Tensor dy = row(0, 0);
        Loss loss = new SquaredError(Layers.KERNELS, memory, Activation.LINEAR, 0.5, y, dy, 1);
        loss.target().set(1, 4);
        loss.weight().set(0, 1);
        assertEquals(2.5, loss.forward(1));
        loss.backward(1);
        assertRow(dy, 1, -2);
    }

    /** logits 0, 1, target 1, 0: y = 0, 0.76159416; loss = (1 + 0.58002566) / 2; dy = y − target, dlogits = dy (1 − y²). */
    @Test
    void halfTheSquaresOfATanhAreTheTextbooks() {
        Tensor logits = row(0, 1);
        Tensor dlogits = row(0, 0);
        Loss loss = new SquaredError(Layers.KERNELS, memory, Activation.TANH, 0.5, logits, dlogits, 1);
        loss.target().set(0, 1);
        loss.weight().set(0, 1);
        loss.answer(0, 1);
        assertEquals(0.79001283, loss.forward(1), 1e-8);
        assertRow(loss.y(), 0, 0.76159416);
        loss.backward(1);
        assertRow(dlogits, -1, 0.31985000);
    }

    /** logits 0, 2, target 1, 0: loss = ln 2 + ln(1 + e²) = 0.69314718 + 2.12692801; y = 0.5, 0.88079708. */
    @Test
    void binaryCrossEntropyIsTheTextbooks() {
        Tensor logits = row(0, 2);
        Tensor dlogits = row(0, 0);
        Loss loss = new BinaryCrossEntropy(Layers.KERNELS, memory, logits, dlogits, 1);
        loss.target().set(0, 1);
        loss.weight().set(0, 1);
        loss.answer(0, 1);
        assertEquals(2.82007519, loss.forward(1), 1e-8);
        assertRow(loss.y(), 0.5, 0.88079708);
        loss.backward(1);
        assertRow(dlogits, -0.5, 0.88079708);
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        Tensor logits = row(1000, -1000);
        Loss softmax = new SoftmaxCrossEntropy(Layers.KERNELS, memory, logits, row(0, 0), 1);
        softmax.target().set(0, 1);
        softmax.weight().set(0, 1);
        assertEquals(2000, softmax.forward(1));
        Loss binary = new BinaryCrossEntropy(Layers.KERNELS, memory, logits, row(0, 0), 1);
        binary.target().set(1, 1);
        binary.weight().set(0, 1);
        assertEquals(2000, binary.forward(1));
    }

    private Tensor row(double... numbers) {
        Tensor row = Tensor.matrix(memory, 1, numbers.length);
        for (int j = 0; j < numbers.length; j++) {
            row.set(j, numbers[j]);
        }
        return row;
    }

    private static void assertRow(Tensor actual, double... expected) {
        for (int j = 0; j < expected.length; j++) {
            assertEquals(expected[j], actual.get(j), 1e-8, "[" + j + "]");
        }
    }
}
