package unrolled.tensor;

/** A stream of random numbers from 64 bits of state: SplitMix64 (Steele, Lea and Flood, 2014). */
public final class Rng {
    private long state;

    public Rng(long seed) {
        state = seed;
    }

    /** Everything there is to know about the stream; {@link #restore} continues from it. */
    public long state() {
        return state;
    }

    public void restore(long state) {
        this.state = state;
    }

    private long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in [lo, hi). */
    public double uniform(double lo, double hi) {
        return lo + (hi - lo) * nextDouble();
    }

    /**
     * Normal with mean 0 and variance 1: the polar method (Marsaglia and Bray, 1964). Of the two numbers it makes at a
     * time the second is dropped, so that {@link #state} stays all there is to know.
     */
    public double normal() {
        while (true) {
            double u = uniform(-1, 1);
            double v = uniform(-1, 1);
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Numbers.sqrt(-2 * Numbers.log(s) / s);
            }
        }
    }
}
