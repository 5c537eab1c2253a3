package unrolled.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RngTest {

    /** java.util.SplittableRandom is the same generator, by its authors. */
    @Test
    void theStreamIsSplitMix64() {
        SplittableRandom reference = new SplittableRandom(42);
        Rng rng = new Rng(42);
        for (int i = 0; i < 1000; i++) {
            assertEquals((reference.nextLong() >>> 11) * 0x1p-53, rng.nextDouble());
        }
    }

    @Test
    void aRestoredStateContinuesTheStream() {
        Rng rng = new Rng(1);
        rng.nextDouble();
        long state = rng.state();
        double next = rng.nextDouble();
        rng.restore(state);
        assertEquals(next, rng.nextDouble());
    }

    @Test
    void uniformStaysInItsRange() {
        Rng rng = new Rng(5);
        for (int i = 0; i < 1000; i++) {
            double v = rng.uniform(-2, 3);
            assertTrue(v >= -2 && v < 3);
        }
    }

    /** Mean, variance and kurtosis, and the share within one standard deviation, of 200,000 numbers from seed 6. */
    @Test
    void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
        Rng rng = new Rng(6);
        int n = 200_000;
        double[] sums = new double[5];
        for (int i = 0; i < n; i++) {
            double x = rng.normal();
            sums[1] += x / n;
            sums[2] += x * x / n;
            sums[3] += x * x * x / n;
            sums[4] += x * x * x * x / n;
            sums[0] += Math.abs(x) < 1 ? 1.0 / n : 0;
        }
        assertEquals(0, sums[1], 0.01);
        assertEquals(1, sums[2], 0.015);
        assertEquals(0, sums[3], 0.03);
        assertEquals(3, sums[4], 0.08);
        assertEquals(0.6826894921370859, sums[0], 0.005);
    }

    @Test
    void aRestoredStateContinuesTheNormalNumbersToo() {
        Rng rng = new Rng(1);
        rng.normal();
        long state = rng.state();
        double next = rng.normal();
        rng.restore(state);
        assertEquals(next, rng.normal());
    }
}
