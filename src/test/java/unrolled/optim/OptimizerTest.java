package unrolled.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import unrolled.nn.Parameters;
import unrolled.nn.Shape;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/** Three steps from θ = 1, −2, worked out to 50 digits from the formulas in PyTorch's documentation, not by this code. */
class OptimizerTest {
    private static final double TOLERANCE = 1e-14;
    private static final double LEARNING_RATE = 0.1;
    private static final double[][] GRADIENTS = {{0.5, -1}, {0.25, 2}, {-1, 0.5}};

    private final Kernels k = new JavaKernels();
    private final Memory memory = HeapMemory.float64();
    private final Parameters p = new Parameters(memory, List.of(new Shape("W", 1, 1), new Shape("b", 1, 0)));

    @Test
    void plainSgdStepsDownTheGradient() {
        assertSteps(new Sgd(k, memory, 2, 0), new double[][] {{0.95, -1.9}, {0.925, -2.1}, {1.025, -2.15}});
    }

    @Test
    void sgdWithMomentumKeepsItsVelocity() {
        assertSteps(new Sgd(k, memory, 2, 0.9), new double[][] {{0.95, -1.9}, {0.88, -2.01}, {0.917, -2.159}});
    }

    @Test
    void rmsPropDividesByTheRootOfTheMeanSquare() {
        assertSteps(new RmsProp(k, memory, 2, 0.99, 1e-8), new double[][] {
            {1.99999960000008e-7, -1.00000009999999},
            {-0.44901297442183045, -1.8953230219915219},
            {0.42572661607132542, -2.1147965386325552}
        });
    }

    @Test
    void adamCorrectsBothMeansForTheirStartAtZero() {
        assertSteps(new Adam(k, memory, 2, 0.9, 0.999, 1e-8), new double[][] {
            {0.90000000199999996, -1.900000001},
            {0.80678204047746167, -1.9366103534720751},
            {0.82741774288541076, -1.978175473146774}
        });
    }

    @Test
    void nesterovCountsTheGradientAheadOfTheVelocity() {
        assertSteps(new Sgd(k, memory, 2, 0.9, true, 0), new double[][] {{0.905, -1.81}, {0.817, -2.109},
            {0.9503, -2.2931}});
    }

    @Test
    void nesterovWithoutMomentumIsPlainSgd() {
        assertSteps(new Sgd(k, memory, 2, 0, true, 0), new double[][] {{0.95, -1.9}, {0.925, -2.1}, {1.025, -2.15}});
    }

    @Test
    void weightDecayIsPartOfTheGradientOfPlainSgd() {
        assertSteps(new Sgd(k, memory, 2, 0, false, 0.1), new double[][] {{0.94, -1.88}, {0.9056, -2.0612},
            {0.996544, -2.090588}});
    }

    @Test
    void weightDecayGoesIntoTheVelocity() {
        assertSteps(new Sgd(k, memory, 2, 0.9, false, 0.1), new double[][] {{0.94, -1.88}, {0.8516, -1.9532},
            {0.863524, -2.049548}});
    }

    @Test
    void weightDecayIsPartOfTheGradientThatNesterovCountsAgain() {
        assertSteps(new Sgd(k, memory, 2, 0.9, true, 0.1), new double[][] {{0.886, -1.772}, {0.773066, -2.021132},
            {0.877211146, -2.137897292}});
    }

    @Test
    void weightDecayGoesIntoTheMeanSquareOfRmsProp() {
        assertSteps(new RmsProp(k, memory, 2, 0.99, 1e-8, 0.1), new double[][] {
            {1.66666638888893518e-7, -1.0000000833333263},
            {-0.38626432469285097, -1.8466969812390353},
            {0.46362649410226032, -1.9865378119478567}
        });
    }

    @Test
    void weightDecayGoesIntoBothMeansOfAdam() {
        assertSteps(new Adam(k, memory, 2, 0.9, 0.999, 1e-8, 0.1), new double[][] {
            {0.90000000166666664, -1.9000000008333333},
            {0.80500976586131928, -1.9250178784643250},
            {0.81209826077867662, -1.9531272706914881}
        });
    }

    @Test
    void adamWShrinksTheWeightApartFromTheMeans() {
        assertSteps(new AdamW(k, memory, 2, 0.9, 0.999, 1e-8, 0.1), new double[][] {
            {0.89000000199999996, -1.8800000010000000},
            {0.78788204045746167, -1.8978103534620751},
            {0.80063892246083614, -1.9203973696021533}
        });
    }

    @Test
    void noOptimiserTouchesTheGradient() {
        List<Optimizer> all = List.of(new Sgd(k, memory, 2, 0.9, true, 0.1), new RmsProp(k, memory, 2, 0.99, 1e-8, 0.1),
                new Adam(k, memory, 2, 0.9, 0.999, 1e-8, 0.1), new AdamW(k, memory, 2, 0.9, 0.999, 1e-8, 0.1));
        set(p.value, 1, -2);
        setGradient(0.5, -1);
        all.forEach(optimizer -> optimizer.update(p, LEARNING_RATE));
        assertEquals(0.5, p.gradient.get(0));
        assertEquals(-1, p.gradient.get(1));
    }

    @Test
    void theEquationsSayWhatIsSwitchedOn() {
        assertEquals("W ← W − η dW", new Sgd(k, memory, 2, 0, true, 0).equation("W", "dW"));
        assertEquals("W ← W − η (dW + λ W)", new Sgd(k, memory, 2, 0, false, 0.1).equation("W", "dW"));
        assertEquals("v ← μ v + dW,  W ← W − η v", new Sgd(k, memory, 2, 0.9).equation("W", "dW"));
        assertEquals("v ← μ v + dW,  W ← W − η (dW + μ v)", new Sgd(k, memory, 2, 0.9, true, 0).equation("W", "dW"));
        assertEquals("v ← μ v + (dW + λ W),  W ← W − η ((dW + λ W) + μ v)",
                new Sgd(k, memory, 2, 0.9, true, 0.1).equation("W", "dW"));
        assertEquals("s ← ρ s + (1 − ρ) (dW + λ W)²,  W ← W − η (dW + λ W) / (√s + ε)",
                new RmsProp(k, memory, 2, 0.99, 1e-8, 0.1).equation("W", "dW"));
        assertEquals("m ← β₁ m + (1 − β₁) (dW + λ W),  s ← β₂ s + (1 − β₂) (dW + λ W)²,  W ← W − η m̂ / (√ŝ + ε)",
                new Adam(k, memory, 2, 0.9, 0.999, 1e-8, 0.1).equation("W", "dW"));
        assertEquals("m ← β₁ m + (1 − β₁) dW,  s ← β₂ s + (1 − β₂) dW²,  W ← W − η λ W − η m̂ / (√ŝ + ε)",
                new AdamW(k, memory, 2, 0.9, 0.999, 1e-8, 0.1).equation("W", "dW"));
        assertEquals(new Adam(k, memory, 2, 0.9, 0.999, 1e-8).equation("W", "dW"),
                new AdamW(k, memory, 2, 0.9, 0.999, 1e-8, 0).equation("W", "dW"));
    }

    @Test
    void aStateOfZerosStartsAdamAfresh() {
        Adam adam = new Adam(k, memory, 2, 0.9, 0.999, 1e-8);
        setGradient(7, -3);
        adam.update(p, LEARNING_RATE);
        adam.state().fill(0);
        adamStartsWithTheLearningRate(adam);
    }

    private void adamStartsWithTheLearningRate(Adam adam) {
        set(p.value, 1, -2);
        setGradient(0.5, -1);
        adam.update(p, LEARNING_RATE);
        assertEquals(0.90000000199999996, p.value.get(0), TOLERANCE);
    }

    @Test
    void aCopiedStateContinuesWhereItWasTaken() {
        Adam one = new Adam(k, memory, 2, 0.9, 0.999, 1e-8);
        Adam other = new Adam(k, memory, 2, 0.9, 0.999, 1e-8);
        set(p.value, 1, -2);
        setGradient(0.5, -1);
        one.update(p, LEARNING_RATE);
        other.state().copyFrom(one.state());
        setGradient(0.25, 2);
        other.update(p, LEARNING_RATE);
        assertEquals(0.80678204047746167, p.value.get(0), TOLERANCE);
    }

    @Test
    void clippingShortensALongGradientAndKeepsItsDirection() {
        setGradient(3, -4);
        assertEquals(5, Clipping.norm(k, p));
        assertEquals(5, Clipping.clip(k, p, 2));
        assertEquals(1.2, p.gradient.get(0), TOLERANCE);
        assertEquals(-1.6, p.gradient.get(1), TOLERANCE);
    }

    @Test
    void clippingLeavesAShortGradientAlone() {
        setGradient(3, -4);
        assertEquals(5, Clipping.clip(k, p, 6));
        assertEquals(3, p.gradient.get(0));
        assertEquals(-4, p.gradient.get(1));
    }

    @Test
    void theNormOfABrokenGradientSaysSo() {
        setGradient(Double.NaN, 1);
        assertEquals(Double.NaN, Clipping.clip(k, p, 5));
    }

    private void assertSteps(Optimizer optimizer, double[][] expected) {
        set(p.value, 1, -2);
        for (int step = 0; step < expected.length; step++) {
            setGradient(GRADIENTS[step][0], GRADIENTS[step][1]);
            optimizer.update(p, LEARNING_RATE);
            assertEquals(expected[step][0], p.value.get(0), TOLERANCE, "θ[0] after step " + (step + 1));
            assertEquals(expected[step][1], p.value.get(1), TOLERANCE, "θ[1] after step " + (step + 1));
        }
    }

    private void setGradient(double first, double second) {
        set(p.gradient, first, second);
    }

    private static void set(Tensor vector, double first, double second) {
        vector.set(0, first);
        vector.set(1, second);
    }
}
