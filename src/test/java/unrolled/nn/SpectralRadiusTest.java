package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

class SpectralRadiusTest {
    private static final double TOLERANCE = 1e-11;

    private static Tensor matrix(double... numbers) {
        int H = (int) Math.round(Math.sqrt(numbers.length));
        Tensor A = Tensor.matrix(HeapMemory.float64(), H, H);
        for (int i = 0; i < numbers.length; i++) {
            A.set(i, numbers[i]);
        }
        return A;
    }

    /** Of [a b; c d]: the larger |root| of λ² − (a + d) λ + (ad − bc), or √(ad − bc) of a complex pair. */
    @ParameterizedTest(name = "[{0} {1}; {2} {3}] has {4}")
    @CsvSource({
        "2, 1, 1, 2, 3",
        "0, 1, 1, 1, 1.6180339887498949",
        "0, 4, 9, 0, 6",
        "1, 2, 3, 4, 5.3722813232690143",
        "1, -2, 3, 1, 2.6457513110645906",
        "0.6, -0.8, 0.8, 0.6, 1",
        "-3, 0, 0, 3, 3",
        "1, 1, 0, 1, 1",
        "1, 1000000, 0, 1, 1",
        "1e-200, 0, 0, 1e-210, 1e-200",
        "1e200, 1e200, 1e200, 1e200, 2e200"
    })
    void twoByTwo(double a, double b, double c, double d, double expected) {
        assertEquals(expected, SpectralRadius.of(matrix(a, b, c, d)), TOLERANCE * expected);
    }

    @ParameterizedTest
    @CsvSource({"0.001", "0.1", "1", "1.5707963267948966", "2.5", "3.1415926535897931"})
    void aRotationHasRadiusOne(double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        assertEquals(1, SpectralRadius.of(matrix(cos, -sin, sin, cos)), TOLERANCE);
        assertEquals(0.7, SpectralRadius.of(matrix(0.7 * cos, -0.7 * sin, 0.7 * sin, 0.7 * cos)), TOLERANCE);
    }

    @Test
    void aDiagonalHasItsLargestNumber() {
        assertEquals(4, SpectralRadius.of(matrix(1, 0, 0, 0, -4, 0, 0, 0, 3.999)), TOLERANCE);
    }

    @Test
    void aNilpotentMatrixHasNone() {
        assertEquals(0, SpectralRadius.of(matrix(0, 5, 0, 0)));
        assertEquals(0, SpectralRadius.of(matrix(2, -1, 4, -2)));
        Tensor shift = Tensor.matrix(HeapMemory.float64(), 20, 20);
        for (int i = 1; i < 20; i++) {
            shift.set(i - 1, i, 1);
        }
        assertEquals(0, SpectralRadius.of(shift));
        assertEquals(0, SpectralRadius.of(matrix(0, 0, 0, 0)));
    }

    /** Reflections make it a full matrix with the same eigenvalues: 0.3 ± 1.1i and −1.12, whose size is smaller. */
    @Test
    void aComplexPairOfALargerMatrixIsFound() {
        Tensor A = matrix(0.3, -1.1, 5, 1.1, 0.3, -2, 0, 0, -1.12);
        for (double[] v : new double[][] {{1, 2, 3}, {-1, 0.5, 1}, {3, 1, -2}}) {
            A = reflected(A, v);
        }
        assertEquals(Math.sqrt(0.3 * 0.3 + 1.1 * 1.1), SpectralRadius.of(A), TOLERANCE);
    }

    private static Tensor reflected(Tensor A, double[] v) {
        double length = v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
        double[] numbers = new double[9];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        numbers[3 * r + c] += ((r == i ? 1 : 0) - 2 * v[r] * v[i] / length) * A.get(i, j)
                                * ((j == c ? 1 : 0) - 2 * v[j] * v[c] / length);
                    }
                }
            }
        }
        return matrix(numbers);
    }

    /** The eigenvalues are 1, 0, 0, 0, and a is such that the estimates for n = 1 and n = 2 are both 0.8264. */
    @Test
    void oneAgreementOfTwoEstimatesIsNotTrusted() {
        double a = 1.0341737446951251;
        assertEquals(1, SpectralRadius.of(matrix(0, a, 0, 0, 0, 0, a, 0, 0, 0, 0, 0, 0, 0, 0, 1)), TOLERANCE);
    }

    @Test
    void anOrthogonalStartHasItsGain() {
        Tensor Wh = Tensor.matrix(HeapMemory.float64(), 3 * 32, 32);
        Initialisation.orthogonal(Wh, 32, 1.25, new Rng(1));
        assertEquals(1.25, SpectralRadius.of(Wh.rows(32, 32)), TOLERANCE);
    }

    @Test
    void aBrokenMatrixSaysSo() {
        assertEquals(Double.NaN, SpectralRadius.of(matrix(1, 2, Double.NaN, 4)));
        assertEquals(Double.NaN, SpectralRadius.of(matrix(1, 2, Double.POSITIVE_INFINITY, 4)));
    }

    @Test
    void aMatrixThatIsNotSquareIsRefused() {
        Exception exception = assertThrows(IllegalArgumentException.class,
                () -> SpectralRadius.of(Tensor.matrix(HeapMemory.float64(), 8, 2)));
        assertEquals("a spectral radius needs a square matrix, got 8 × 2", exception.getMessage());
    }
}
