package unrolled.explain;

/** Numbers as a reader sees them: four significant digits, a real minus sign, no exponent where it can be helped. */
public final class Digits {
    private static final int SIGNIFICANT = 4;
    private static final int LIMIT = 10_000;

    private Digits() { }

    /** For example 0.639, −1, 12.35, 3.2e−7; NaN and ∞ as such. */
    public static String of(double value) {
        if (value != value) {
            return "NaN";
        }
        String sign = value < 0 ? "−" : "";
        double size = value < 0 ? -value : value;
        if (size == 0) {
            return "0";
        }
        if (size > Double.MAX_VALUE) {
            return sign + "∞";
        }
        int exponent = exponentOfTen(size);
        if (scaleByTen(size, SIGNIFICANT - 1 - exponent) + 0.5 >= LIMIT) {
            exponent++;                                      // 9.9999 rounds to 10
        }
        return sign + (exponent < -4 || exponent > 6
                ? fixed(scaleByTen(size, -exponent), SIGNIFICANT - 1) + "e"
                + (exponent < 0 ? "−" + -exponent : "" + exponent)
                : fixed(size, Math.max(0, SIGNIFICANT - 1 - exponent)));
    }

    /** At most {@code decimals} places, without zeros at the end. */
    private static String fixed(double size, int decimals) {
        long digits = (long) (scaleByTen(size, decimals) + 0.5);
        int places = decimals;
        while (places > 0 && digits % 10 == 0) {
            digits /= 10;
            places--;
        }
        String text = Long.toString(digits);
        if (places == 0) {
            return text;
        }
        String padded = "0".repeat(Math.max(0, places + 1 - text.length())) + text;
        return padded.substring(0, padded.length() - places) + "." + padded.substring(padded.length() - places);
    }

    /** The e for which 10^e ≤ size < 10^(e+1). */
    private static int exponentOfTen(double size) {
        int exponent = 0;
        while (scaleByTen(size, -exponent) >= 10) {
            exponent++;
        }
        while (scaleByTen(size, -exponent) < 1) {
            exponent--;
        }
        return exponent;
    }

    private static double scaleByTen(double value, int power) {
        double scaled = value;
        for (int p = 0; p < power; p++) {
            scaled *= 10;
        }
        for (int p = 0; p > power; p--) {
            scaled /= 10;
        }
        return scaled;
    }
}
