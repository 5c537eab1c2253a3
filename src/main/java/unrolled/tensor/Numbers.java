package unrolled.tensor;

/**
 * The elementary functions, from + − × ÷ and bits only, so that every browser and the JVM compute the same numbers.
 *
 * <p>Relative error about 1e-15 in double, so at most 1 ulp after rounding to float; right at ±0, ±∞, NaN and
 * subnormals.
 */
public final class Numbers {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0x1.62e42feep-1;                 // 32 bits, so that k · LN2_HIGH is exact
    private static final double LN2_LOW = 1.9082149292705877e-10;           // ln 2 − LN2_HIGH
    // adding it leaves an integer in the low bits
    private static final double ROUND = 0x1.8p52;
    private static final double SMALLEST_NORMAL = 0x1p-1022;
    private static final double PI = 3.141592653589793;
    private static final double SQRT_2 = 1.4142135623730951;

    private Numbers() {
    }

    /** eˣ = 2ᵏ eʳ with k the integer nearest to x / ln 2, so |r| ≤ ln 2 / 2, and eʳ by its Taylor polynomial. */
    public static double exp(double x) {
        if (!(x < 709.79)) {
            return x > 0 ? Double.POSITIVE_INFINITY : x;                    // x: NaN
        }
        if (x < -745.2) {
            return 0;
        }
        double shifted = x * LOG2_E + ROUND;
        int k = (int) Double.doubleToRawLongBits(shifted);
        double n = shifted - ROUND;
        double r = (x - n * LN2_HIGH) - n * LN2_LOW;
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
        double middle = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
        double high = (1.0 / 3628800 + r * (1.0 / 39916800)) + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800.0));
        double y = 1 + (r + r2 * (low + r4 * (middle + r4 * high)));
        if (k >= -1022 && k <= 1023) {
            return y * powerOfTwo(k);
        }
        return y * powerOfTwo(k >> 1) * powerOfTwo(k - (k >> 1));           // 2ᵏ alone is not a normal double
    }

    /** σ(x) = 1 / (1 + e⁻ˣ), for x &lt; 0 as eˣ / (1 + eˣ), which does not overflow. */
    public static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + exp(-x));
        }
        double e = exp(x);
        return e / (1 + e);
    }

    /** tanh x = 1 − 2 / (e²ˣ + 1); near 0, where that cancels, eight levels of Lambert's continued fraction. */
    public static double tanh(double x) {
        double size = Math.abs(x);
        if (size < 0.55) {
            double s = x * x;
            double p = 2027025 + s * (270270 + s * (6930 + s * 36));
            double q = 2027025 + s * (945945 + s * (51975 + s * (630 + s)));
            return x * (p / q);
        }
        double y = 1 - 2 / (exp(2 * size) + 1);
        return x < 0 ? -y : y;
    }

    /** ln x = k ln 2 + ln m with √½ ≤ m &lt; √2, and ln m = 2 artanh s by its series, s = (m − 1) / (m + 1). */
    public static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        int k = 0;
        if (x < SMALLEST_NORMAL) {
            x *= 0x1p54;
            k = -54;
        }
        long bits = Double.doubleToRawLongBits(x);
        k += (int) (bits >>> 52) - 1023;
        double m = Double.longBitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (m > SQRT_2) {
            m /= 2;
            k++;
        }
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double tail = z * (2.0 / 3 + z * (2.0 / 5 + z * (2.0 / 7 + z * (2.0 / 9 + z * (2.0 / 11 + z * (2.0 / 13
                + z * (2.0 / 15 + z * (2.0 / 17 + z * (2.0 / 19 + z * (2.0 / 21))))))))));
        return k * LN2_HIGH + (2 * s + (s * tail + k * LN2_LOW));
    }

    /** √x = x · r with r ≈ 1/√x guessed from the bits and sharpened by Newton's method, then one last correction. */
    public static double sqrt(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x < 0 ? Double.NaN : x;                                  // ±0, ∞ and NaN are their own roots
        }
        if (x < SMALLEST_NORMAL) {
            return sqrt(x * 0x1p54) * 0x1p-27;
        }
        double r = Double.longBitsToDouble(0x5FE6EB50C7B537A9L - (Double.doubleToRawLongBits(x) >> 1));
        for (int i = 0; i < 4; i++) {                                       // errors 2e-3, 5e-6, 3e-11, then rounding
            r *= 1.5 - 0.5 * (x * r) * r;
        }
        double y = x * r;
        return y + 0.5 * r * (x - y * y);
    }

    /**
     * cos πx. The nearest even number is taken off x, which is exact, and the rest folded onto 0..½; there the series
     * of the cosine, and of the sine beyond ¼. NaN for ±∞ and NaN.
     */
    public static double cosPi(double x) {
        double size = Math.abs(x);
        double r = Math.abs(size - 2 * Math.floor(size / 2 + 0.5));         // 0..1
        boolean negative = r > 0.5;
        if (negative) {
            r = 1 - r;
        }
        double y = r <= 0.25 ? cosine(PI * r) : sine(PI * (0.5 - r));
        return negative ? -y : y;
    }

    /** The Taylor polynomial to a¹⁶, for 0 ≤ a ≤ π/4. */
    private static double cosine(double a) {
        double z = a * a;
        return 1 - z / 2 * (1 - z / 12 * (1 - z / 30 * (1 - z / 56 * (1 - z / 90 * (1 - z / 132 * (1 - z / 182
                * (1 - z / 240)))))));
    }

    /** The Taylor polynomial to a¹⁵, for 0 ≤ a ≤ π/4. */
    private static double sine(double a) {
        double z = a * a;
        return a * (1 - z / 6 * (1 - z / 20 * (1 - z / 42 * (1 - z / 72 * (1 - z / 110 * (1 - z / 156
                * (1 - z / 210)))))));
    }

    private static double powerOfTwo(int k) {
        return Double.longBitsToDouble((long) (k + 1023) << 52);
    }
}
