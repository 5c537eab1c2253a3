package unrolled.optim;

import unrolled.tensor.Numbers;

/**
 * What the learning rate is multiplied with, from update to update; u counts the updates from 1.
 *
 * <pre>
 *   warm-up     u / warmup                        while u ≤ warmup (Goyal et al., 2017); d = u − 1 − warmup after it
 *   constant    1
 *   step        factor^⌊d / every⌋                torch's StepLR
 *   exponential factor^(d / every)                torch's ExponentialLR for every = 1
 *   cosine      factor + (1 − factor) · ½ (1 + cos(π d / (updates − warmup)))     torch's CosineAnnealingLR,
 *                                                 once down (Loshchilov and Hutter, 2017); from update number
 *                                                 updates + 1 on, factor
 * </pre>
 *
 * <p>d is 0 in the first update after the warm-up, so without one the first update has the full rate.
 *
 * @param every   updates a step lasts, or in which an exponential falls by the factor; 1 or more
 * @param factor  what a step or an exponential falls by, 0 &lt; factor ≤ 1; of a cosine what is left in the end,
 *                0 ≤ factor ≤ 1
 * @param updates the update at which a cosine ends, warm-up included; more than warmup
 * @param warmup  updates over which the rate rises to full; 0 for none
 */
public record Schedule(Kind kind, int every, double factor, int updates, int warmup) {

    public enum Kind { CONSTANT, STEP, EXPONENTIAL, COSINE }

    /** @throws IllegalArgumentException if a number that the kind uses is outside its range */
    public Schedule {
        boolean falls = kind == Kind.STEP || kind == Kind.EXPONENTIAL;
        require(warmup >= 0, "a schedule's warmup must be 0 or more, got ", warmup);
        require(!falls || every >= 1, "a schedule's every must be 1 or more, got ", every);
        require(!falls || factor > 0 && factor <= 1, "a schedule's factor must be in 0..1 and not 0, got ", factor);
        require(kind != Kind.COSINE || factor >= 0 && factor <= 1, "a cosine's factor must be 0..1, got ", factor);
        require(kind != Kind.COSINE || updates > warmup, "a cosine's updates must be more than its warmup, got ",
                updates);
    }

    /** The full rate from the first update on. */
    public static Schedule constant() {
        return new Schedule(Kind.CONSTANT, 1, 1, 0, 0);
    }

    public static Schedule step(int every, double factor) {
        return new Schedule(Kind.STEP, every, factor, 0, 0);
    }

    public static Schedule exponential(int every, double factor) {
        return new Schedule(Kind.EXPONENTIAL, every, factor, 0, 0);
    }

    public static Schedule cosine(int updates, double left) {
        return new Schedule(Kind.COSINE, 1, left, updates, 0);
    }

    /** The same with a linear rise over the first {@code updates} updates. */
    public Schedule withWarmup(int updates) {
        return new Schedule(kind, every, factor, this.updates, updates);
    }

    /** The factor for the update of that number, 1 for the first. */
    public double at(int update) {
        if (update <= warmup) {
            return (double) update / warmup;
        }
        int d = update - 1 - warmup;
        return switch (kind) {
            case CONSTANT -> 1;
            case STEP -> Power.of(factor, d / every);
            case EXPONENTIAL -> Numbers.exp(Numbers.log(factor) * d / every);
            case COSINE -> factor + (1 - factor) * cosine((double) d / (updates - warmup));
        };
    }

    /** From 1 down to 0 while {@code share} goes from 0 to 1; 0 beyond. */
    private static double cosine(double share) {
        return share >= 1 ? 0 : 0.5 * (1 + Numbers.cosPi(share));
    }

    private static void require(boolean right, String rule, double value) {
        if (!right) {
            throw new IllegalArgumentException(rule + value);
        }
    }
}
