package unrolled.nn;

import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;

/**
 * The largest |eigenvalue| of a square matrix: what a linear step A x multiplies lengths with in the long run.
 *
 * <pre>
 *   ρ(A) = lim ‖Aⁿ‖^(1/n)                   (Gelfand, 1941)
 *   log ρ ≈ (log ‖A²ⁿ‖ − log ‖Aⁿ‖) / n      n = 1, 2, 4, …, by squaring, the power scaled to length 1 each time
 * </pre>
 *
 * <p>Unlike the power method it does not mind complex pairs or several eigenvalues of the same size: the error falls
 * like 1/n, and n goes up to 2⁴⁰. Of a defective eigenvalue of multiplicity m rounding leaves about 16/m digits.
 */
public final class SpectralRadius {
    private static final int SQUARINGS = 40;
    private static final double SAME = 1e-15;

    private SpectralRadius() {
    }

    /**
     * ρ of a square matrix; 0 of a nilpotent one, NaN if a number is not finite.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static double of(Tensor A) {
        if (A.rows != A.cols) {
            throw new IllegalArgumentException("a spectral radius needs a square matrix, got " + A.rows + " × "
                    + A.cols);
        }
        int H = A.rows;
        double[] power = new double[H * H];
        double[] square = new double[H * H];
        for (int i = 0; i < power.length; i++) {
            power[i] = A.get(i);
        }
        double logNorm = Numbers.log(scale(power));         // of Aⁿ
        double logRadius = logNorm;
        int agreed = 0;                                     // one agreement may be chance
        double n = 1;
        for (int i = 0; i < SQUARINGS && agreed < 2; i++, n *= 2) {
            square(power, square, H);
            double logSquare = Numbers.log(scale(square));
            double next = (logNorm + logSquare) / n;
            agreed = Math.abs(next - logRadius) <= SAME * (1 + Math.abs(next)) ? agreed + 1 : 0;
            logRadius = next;
            logNorm = 2 * logNorm + logSquare;
            double[] swap = power;
            power = square;
            square = swap;
        }
        return Numbers.exp(logRadius);
    }

    /** Divides by the length √ Σ v², and gives it back; the largest number comes out first, or tiny ones would be 0. */
    private static double scale(double[] v) {
        double largest = 0;
        for (double x : v) {
            largest = Math.max(largest, Math.abs(x));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            v[i] /= largest;
            sum += v[i] * v[i];
        }
        double length = Numbers.sqrt(sum);
        for (int i = 0; i < v.length; i++) {
            v[i] /= length;
        }
        return largest * length;
    }

    private static void square(double[] a, double[] y, int H) {
        for (int r = 0; r < H * H; r += H) {
            for (int c = 0; c < H; c++) {
                y[r + c] = 0;
            }
            for (int j = 0; j < H; j++) {
                double v = a[r + j];
                for (int c = 0; v != 0 && c < H; c++) {
                    y[r + c] += v * a[j * H + c];
                }
            }
        }
    }
}
