package unrolled.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final double TOLERANCE = 1e-15;
    private static final double[][] ROWS = {{2, 0}, {3, 4}, {-1, 0}, {0, 7}, {0, 0}, {5, 0}, {0, -1}};

    @Test
    void directionCountsAndLengthDoesNot() {
        assertEquals(1, Neighbours.cosine(new double[] {1, 1}, new double[] {9, 9}), TOLERANCE);
        assertEquals(0.6, Neighbours.cosine(ROWS[0], ROWS[1]), TOLERANCE);
        assertEquals(-1, Neighbours.cosine(ROWS[0], ROWS[2]), TOLERANCE);
        assertEquals(0, Neighbours.cosine(ROWS[0], ROWS[3]), TOLERANCE);
        assertEquals(0, Neighbours.cosine(ROWS[0], ROWS[4]));
    }

    @Test
    void theNearestComeFirstAndNoneIsItsOwn() {
        List<Neighbours.Neighbour> nearest = Neighbours.of(ROWS, 0, 9);
        assertEquals(List.of(5, 1, 3, 4, 6, 2), nearest.stream().map(Neighbours.Neighbour::row).toList());
        assertEquals(0.6, nearest.get(1).cosine(), TOLERANCE);
    }

    @Test
    void onlySoManyAreGiven() {
        assertEquals(2, Neighbours.of(ROWS, 3, 2).size());
    }

    /** Whose cosine rounding would put at 1.0000000000000002. */
    @Test
    void noCosineIsBeyondOne() {
        double[] u = {0.1, 0.2, 0.3};
        double[] v = {0.3, 0.6, 0.9};
        for (int i = 1; i < 2000; i++) {
            u[0] = i / 7.0;
            v[0] = 3 * u[0];
            double cosine = Neighbours.cosine(u, v);
            assertEquals(cosine, Math.min(1, cosine));
            cosine = Neighbours.cosine(new double[] {-u[0], -u[1], -u[2]}, v);
            assertEquals(cosine, Math.max(-1, cosine));
        }
    }
}
