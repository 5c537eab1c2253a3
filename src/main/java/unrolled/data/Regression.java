package unrolled.data;

import java.util.ArrayList;
import java.util.List;
import unrolled.tensor.Rng;

/**
 * Two numbers to be computed at every step from three numbers now and up to three steps ago:
 *
 *   x(t) uniform in [0, 1)³
 *   y1(t) = 5 x1(t) − 0.2 x3(t−1) + 0.1 ε           from t = 1 on (t counts from 0)
 *   y2(t) = 25 x2(t−1) x3(t−3) + 0.1 ε              from t = 3 on
 *
 * with ε normal, mean 0, variance 1, drawn anew for every target; before the lag there is only the noise 0.1 ε.
 */
public final class Regression {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;
    private static final double NOISE = 0.1;

    private Regression() { }

    /** Sequences of equal length; calling on with the same {@code rng} gives others. */
    public static List<Series> series(int sequences, int steps, Rng rng) {
        Draw.requireBetween("sequences", sequences, 1, Integer.MAX_VALUE);
        Draw.requireBetween("steps", steps, 1, Integer.MAX_VALUE);
        List<Series> all = new ArrayList<>();
        for (int k = 0; k < sequences; k++) {
            double[][] x = new double[steps][INPUTS];
            double[][] y = new double[steps][OUTPUTS];
            for (int t = 0; t < steps; t++) {
                for (int i = 0; i < INPUTS; i++) {
                    x[t][i] = rng.nextDouble();
                }
                y[t][0] = (t >= 1 ? 5 * x[t][0] - 0.2 * x[t - 1][2] : 0) + NOISE * rng.normal();
                y[t][1] = (t >= 3 ? 25 * x[t - 1][1] * x[t - 3][2] : 0) + NOISE * rng.normal();
            }
            all.add(new Series(x, y));
        }
        return all;
    }
}
