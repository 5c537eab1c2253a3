package unrolled.optim;

/** Powers with whole exponents. */
final class Power {
    private Power() {
    }

    /** xⁿ by squaring. */
    static double of(double x, int n) {
        double y = 1;
        for (int bits = n; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                y *= x;
            }
            x *= x;
        }
        return y;
    }
}
