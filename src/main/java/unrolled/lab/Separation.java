package unrolled.lab;

import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;

/**
 * How well each of some units tells the steps inside a selection from those outside: the point-biserial correlation of
 * its value with being inside (Tate, 1954), which is Pearson's r with an indicator of 0 and 1.
 *
 * <pre>
 *   r = (mean inside − mean outside) / s · √(n₁ n₀ / n²)        s² = mean of squares − mean², over all n = n₁ + n₀ steps
 * </pre>
 *
 * <p>Between −1 and 1; 0 of a unit that never moves. Only sums are kept, so a text may be of any length.
 */
final class Separation {
    /** A unit that varies by less than this does not vary. */
    private static final double LEAST_VARIANCE = 1e-9;

    private final double[] sum;
    private final double[] squares;
    private final double[] within;
    private int n;
    private int inside;

    Separation(int units) {
        sum = new double[units];
        squares = new double[units];
        within = new double[units];
    }

    /** Takes in the values of all units at one step, the {@code row} of a tensor. */
    void add(Tensor values, int row, boolean isInside) {
        n++;
        inside += isInside ? 1 : 0;
        for (int j = 0; j < sum.length; j++) {
            double value = values.get(row, j);
            sum[j] += value;
            squares[j] += value * value;
            within[j] += isInside ? value : 0;
        }
    }

    double r(int unit) {
        double mean = sum[unit] / n;
        double variance = squares[unit] / n - mean * mean;
        if (!(variance > LEAST_VARIANCE) || inside == 0 || inside == n) {
            return 0;
        }
        double shares = (double) inside / n * (n - inside) / n;
        return (meanInside(unit) - meanOutside(unit)) * Numbers.sqrt(shares / variance);
    }

    double meanInside(int unit) {
        return within[unit] / inside;
    }

    double meanOutside(int unit) {
        return (sum[unit] - within[unit]) / (n - inside);
    }
}
