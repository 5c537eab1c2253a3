package unrolled.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unrolled.nn.Initialisation;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

class PcaTest {
    private static final double TOLERANCE = 1e-12;

    /** ±2 in the direction (3, 4)/5 and ±1 across it, around (10, −5): spreads 8 and 2. */
    @Test
    void aCrossHasItsArmsForComponents() {
        Pca pca = Pca.of(new double[][] {{11.2, -3.4}, {8.8, -6.6}, {9.2, -4.4}, {10.8, -5.6}});
        assertArrayEquals(new double[] {0.6, 0.8}, pca.components()[0], TOLERANCE);
        assertArrayEquals(new double[] {0.8, -0.6}, pca.components()[1], TOLERANCE);
        assertArrayEquals(new double[] {0.8, 0.2}, pca.explained(), TOLERANCE);
        assertPoints(new double[][] {{2, 0}, {-2, 0}, {0, -1}, {0, 1}}, pca.points(), TOLERANCE);
    }

    private static void assertPoints(double[][] expected, double[][] actual, double tolerance) {
        for (int r = 0; r < expected.length; r++) {
            assertArrayEquals(expected[r], actual[r], tolerance, "row " + r);
        }
    }

    /** The example of L. I. Smith's "A tutorial on principal components analysis" (2002), its signs after our rule. */
    @Test
    void aPublishedExampleComesOut() {
        Pca pca = Pca.of(new double[][] {{2.5, 2.4}, {0.5, 0.7}, {2.2, 2.9}, {1.9, 2.2}, {3.1, 3.0}, {2.3, 2.7},
            {2, 1.6}, {1, 1.1}, {1.5, 1.6}, {1.1, 0.9}});
        assertArrayEquals(new double[] {0.677873399, 0.735178656}, pca.components()[0], 1e-9);
        assertArrayEquals(new double[] {0.735178656, -0.677873399}, pca.components()[1], 1e-9);
        double all = 1.28402771 + 0.0490833989;
        assertArrayEquals(new double[] {1.28402771 / all, 0.0490833989 / all}, pca.explained(), 1e-8);
        assertArrayEquals(new double[] {0.827970186, 0.175115307}, pca.points()[0], 1e-8);
        assertArrayEquals(new double[] {-1.22382056, 0.162675287}, pca.points()[9], 1e-8);
    }

    private static double[][] random(long seed, int rows, int columns) {
        Rng rng = new Rng(seed);
        double[][] x = new double[rows][columns];
        for (double[] row : x) {
            for (int j = 0; j < columns; j++) {
                row[j] = rng.normal() * (1 + j % 3) + (j == 0 ? 0 : row[j - 1]);
            }
        }
        return x;
    }

    @Test
    void aRotatedCloudGivesTheSamePicture() {
        double[][] x = random(3, 40, 8);
        Tensor Q = Tensor.matrix(HeapMemory.float64(), 8, 8);
        Initialisation.orthogonal(Q, 8, 1, new Rng(4));
        double[][] rotated = new double[40][8];
        for (int r = 0; r < 40; r++) {
            for (int i = 0; i < 8; i++) {
                for (int j = 0; j < 8; j++) {
                    rotated[r][i] += Q.get(i, j) * x[r][j];
                }
            }
        }
        Pca one = Pca.of(x);
        Pca other = Pca.of(rotated);
        assertArrayEquals(one.explained(), other.explained(), TOLERANCE);
        for (int k = 0; k < 2; k++) {
            double sign = one.points()[0][k] * other.points()[0][k] < 0 ? -1 : 1;
            for (int r = 0; r < 40; r++) {
                assertEquals(one.points()[r][k], sign * other.points()[r][k], 1e-10);
            }
        }
    }

    /** C v = λ v, with λ from the share explained; no random direction has more spread than the first component. */
    @Test
    void componentsAreTheLeadingEigenvectorsOfTheCovariance() {
        double[][] x = random(5, 60, 12);
        double[][] C = new double[12][12];
        double all = 0;
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                double meanI = 0;
                double meanJ = 0;
                for (double[] row : x) {
                    C[i][j] += row[i] * row[j];
                    meanI += row[i] / 60;
                    meanJ += row[j] / 60;
                }
                C[i][j] -= 60 * meanI * meanJ;
            }
            all += C[i][i];
        }
        Pca pca = Pca.of(x);
        for (int k = 0; k < 2; k++) {
            double[] v = pca.components()[k];
            assertEquals(1, Neighbours.dot(v, v), TOLERANCE);
            for (int i = 0; i < 12; i++) {
                assertEquals(pca.explained()[k] * all * v[i], Neighbours.dot(C[i], v), 1e-9);
            }
        }
        assertEquals(0, Neighbours.dot(pca.components()[0], pca.components()[1]), TOLERANCE);
        assertTrue(pca.explained()[0] > pca.explained()[1]);
        for (double[] direction : random(6, 200, 12)) {
            double spread = 0;
            for (int i = 0; i < 12; i++) {
                spread += direction[i] * Neighbours.dot(C[i], direction) / Neighbours.dot(direction, direction);
            }
            assertTrue(spread <= pca.explained()[0] * all);
        }
    }

    @Test
    void theSecondComponentIsTheBestThatIsLeft() {
        Pca pca = Pca.of(new double[][] {{1, 0, 0, 0}, {-1, 0, 0, 0}, {0, 2, 0, 0}, {0, -2, 0, 0}, {0, 0, 3, 0},
            {0, 0, -3, 0}});
        assertArrayEquals(new double[] {0, 0, 1, 0}, pca.components()[0]);
        assertArrayEquals(new double[] {0, 1, 0, 0}, pca.components()[1]);
        assertArrayEquals(new double[] {9 / 14.0, 4 / 14.0}, pca.explained(), TOLERANCE);
    }

    @Test
    void theComponentsAreTheSameWhereverTheyStand() {
        Pca pca = Pca.of(new double[][] {{3, 0, 0}, {-3, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 2}, {0, 0, -2}});
        assertArrayEquals(new double[] {1, 0, 0}, pca.components()[0]);
        assertArrayEquals(new double[] {0, 0, 1}, pca.components()[1]);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theLargestNumberOfAComponentIsPositive(long seed) {
        for (double[] v : Pca.of(random(seed, 30, 9)).components()) {
            double largest = 0;
            for (double x : v) {
                largest = Math.abs(x) > Math.abs(largest) ? x : largest;
            }
            assertTrue(largest > 0);
        }
    }

    @Test
    void equalRowsLieOnOnePoint() {
        Pca pca = Pca.of(new double[][] {{1, 2, 3}, {1, 2, 3}});
        assertArrayEquals(new double[] {0, 0}, pca.explained());
        assertPoints(new double[][] {{0, 0}, {0, 0}}, pca.points(), 0);
    }

    @Test
    void oneColumnLeavesTheSecondComponentEmpty() {
        Pca pca = Pca.of(new double[][] {{1}, {3}});
        assertArrayEquals(new double[] {1, 0}, pca.explained());
        assertPoints(new double[][] {{-1, 0}, {1, 0}}, pca.points(), 0);
    }
}
