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
}
