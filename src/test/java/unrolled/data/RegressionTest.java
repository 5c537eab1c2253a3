package unrolled.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import unrolled.tensor.Rng;

class RegressionTest {
    private final List<Series> series = Regression.series(50, 100, new Rng(6));

    @Test
    void theTargetsFollowTheEquationsUpToTheNoise() {
        double[] sum = new double[2];
        int count = 0;
        for (Series one : series) {
            for (int t = 3; t < 100; t++) {
                double[][] x = one.inputs();
                double e1 = one.targets()[t][0] - (5 * x[t][0] - 0.2 * x[t - 1][2]);
                double e2 = one.targets()[t][1] - 25 * x[t - 1][1] * x[t - 3][2];
                assertTrue(Math.abs(e1) < 0.6 && Math.abs(e2) < 0.6, e1 + " " + e2);
                sum[0] += e1 * e1;
                sum[1] += e2 * e2;
                count++;
            }
        }
        assertEquals(0.01, sum[0] / count, 0.001);
        assertEquals(0.01, sum[1] / count, 0.001);
    }

    @Test
    void beforeTheLagThereIsOnlyNoise() {
        for (Series one : series) {
            assertEquals(0, one.targets()[0][0], 0.6);
            for (int t = 0; t < 3; t++) {
                assertEquals(0, one.targets()[t][1], 0.6);
            }
        }
    }

    /** The variances that the exercise names: 25/12 + 0.04/12 + 0.01 and 625 (1/9 − 1/16) + 0.01. */
    @Test
    void theVariancesAreThoseOfTheExercise() {
        assertEquals(2.1, variance(0), 0.1);
        assertEquals(30.4, variance(1), 2);
    }

    private double variance(int output) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (Series one : series) {
            for (int t = 3; t < 100; t++) {
                sum += one.targets()[t][output];
                squares += one.targets()[t][output] * one.targets()[t][output];
                count++;
            }
        }
        return squares / count - (sum / count) * (sum / count);
    }

    @Test
    void theSameSeedGivesTheSameNumbersAndCallingOnGivesOthers() {
        Rng rng = new Rng(6);
        Series first = Regression.series(50, 100, rng).get(49);
        assertArrayEquals(series.get(49).targets()[99], first.targets()[99]);
        assertTrue(Regression.series(1, 1, rng).get(0).inputs()[0][0] != series.get(0).inputs()[0][0]);
    }
}
