package unrolled.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** Four symbols of probability 0.3, 0.4, 0.1 and 0.2. */
class ChoiceTest {
    private static final double TOLERANCE = 1e-14;
    private static final double[] P = {0.3, 0.4, 0.1, 0.2};

    private final Memory memory = HeapMemory.float64();
    private final JavaKernels k = new JavaKernels();

    private double[] distribution(Choice choice, double... probabilities) {
        int V = probabilities.length;
        Tensor logits = Tensor.matrix(memory, 3, V);
        Tensor p = Tensor.matrix(memory, 3, V);
        for (int j = 0; j < V; j++) {
            logits.set(1, j, Math.log(probabilities[j]) + 5);
        }
        choice.distribution(k, logits, p, 1, 1);
        double[] row = new double[V];
        for (int j = 0; j < V; j++) {
            row[j] = p.get(1, j);
            assertEquals(0, p.get(0, j) + p.get(2, j), "other rows are left alone");
        }
        return row;
    }

    @Test
    void withoutCutsTheModelsOwnDistributionIsLeft() {
        assertArrayEquals(P, distribution(new Choice(1, 0, 1), P), TOLERANCE);
        assertArrayEquals(P, distribution(new Choice(1, 4, 1), P), TOLERANCE);
        assertArrayEquals(P, distribution(new Choice(1, 9, 1), P), TOLERANCE);
    }

    /** Temperature ½ squares the probabilities: 9, 16, 1 and 4 of 30. */
    @Test
    void aLowTemperatureSharpens() {
        assertArrayEquals(new double[] {9 / 30.0, 16 / 30.0, 1 / 30.0, 4 / 30.0},
                distribution(new Choice(0.5, 0, 1), P), TOLERANCE);
    }

    @Test
    void topKKeepsTheLikeliest() {
        assertArrayEquals(new double[] {3 / 7.0, 4 / 7.0, 0, 0}, distribution(new Choice(1, 2, 1), P), TOLERANCE);
        assertArrayEquals(new double[] {0, 1, 0, 0}, distribution(new Choice(1, 1, 1), P), TOLERANCE);
    }

    /** 0.4 + 0.3 is more than 0.6 but less than 0.8, which needs 0.2 more. */
    @Test
    void topPKeepsTheFewestThatHoldSoMuch() {
        assertArrayEquals(new double[] {3 / 7.0, 4 / 7.0, 0, 0}, distribution(new Choice(1, 0, 0.6), P), TOLERANCE);
        assertArrayEquals(new double[] {3 / 9.0, 4 / 9.0, 0, 2 / 9.0}, distribution(new Choice(1, 0, 0.8), P), TOLERANCE);
        assertArrayEquals(P, distribution(new Choice(1, 0, 0.95), P), TOLERANCE);
    }

    @Test
    void aTinyTopPKeepsTheLikeliestAlone() {
        assertArrayEquals(new double[] {0, 1, 0, 0}, distribution(new Choice(1, 0, 1e-9), P), TOLERANCE);
    }

    /** Of 0.4, 0.3 and 0.2 the first two are 0.78 of what top-k left, though 0.7 of all. */
    @Test
    void topPCountsInSharesOfWhatTopKLeft() {
        assertArrayEquals(new double[] {3 / 7.0, 4 / 7.0, 0, 0}, distribution(new Choice(1, 3, 0.75), P), TOLERANCE);
        assertArrayEquals(new double[] {0, 1, 0, 0}, distribution(new Choice(1, 2, 0.5), P), TOLERANCE);
    }

    @Test
    void theTemperatureComesBeforeTheCuts() {
        assertArrayEquals(new double[] {0, 1, 0, 0}, distribution(new Choice(0.5, 0, 0.5), P), TOLERANCE);
        assertArrayEquals(new double[] {3 / 7.0, 4 / 7.0, 0, 0}, distribution(new Choice(1, 0, 0.5), P), TOLERANCE);
    }

    @Test
    void ofEquallyLikelySymbolsTheFirstStay() {
        assertArrayEquals(new double[] {0.25, 0.5, 0.25, 0, 0},
                distribution(new Choice(1, 3, 1), 0.2, 0.4, 0.2, 0.2, 0), TOLERANCE);
    }

    @Test
    void twoOfFourEqualSymbolsHoldHalf() {
        assertArrayEquals(new double[] {0.5, 0.5, 0, 0}, distribution(new Choice(1, 0, 0.5), 1, 1, 1, 1), TOLERANCE);
    }

    @Test
    void aTopKBeyondTheVocabularyCutsNothing() {
        assertArrayEquals(new double[] {3 / 7.0, 4 / 7.0, 0, 0}, distribution(new Choice(1, 9, 0.6), P), TOLERANCE);
    }

    @Test
    void aBrokenRowSaysSo() {
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, Double.NaN},
                distribution(new Choice(1, 2, 0.5), 0.3, Double.NaN, 0.2));
    }

    @Test
    void aDrawIsASymbolWhoseShareTheNumberFallsInto() {
        Tensor p = Tensor.matrix(memory, 2, 4);
        p.set(1, 1, 0.25);
        p.set(1, 2, 0.75 - 1e-9);
        assertEquals(1, Choice.draw(p, 1, 0));
        assertEquals(1, Choice.draw(p, 1, 0.2499));
        assertEquals(2, Choice.draw(p, 1, 0.25));
        assertEquals(2, Choice.draw(p, 1, 0.9999999999), "not the last, which is cut");
    }

    @Test
    void drawsComeAsOftenAsTheirProbability() {
        Tensor p = Tensor.matrix(memory, 1, 4);
        for (int j = 0; j < 4; j++) {
            p.set(0, j, P[j]);
        }
        double[] shares = new double[4];
        Rng rng = new Rng(7);
        for (int i = 0; i < 100_000; i++) {
            shares[Choice.draw(p, 0, rng.nextDouble())] += 1e-5;
        }
        assertArrayEquals(P, shares, 0.006);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertRefused("the temperature must be more than 0, got 0.0", () -> new Choice(0, 0, 1));
        assertRefused("topK must be 0 or more, got -1", () -> new Choice(1, -1, 1));
        assertRefused("topP must be more than 0 and at most 1, got 0.0", () -> new Choice(1, 0, 0));
        assertRefused("topP must be more than 0 and at most 1, got 1.5", () -> new Choice(1, 0, 1.5));
    }

    private static void assertRefused(String message, Executable making) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, making).getMessage());
    }
}
