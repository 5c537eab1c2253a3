package unrolled.model;

import unrolled.nn.Activation;

/**
 * What turns what the last layer hands up into an answer: {@code Wy h + by}, then nothing, σ, tanh, a threshold or
 * softmax.
 *
 * @param size number of outputs
 * @param at   which steps answer, and count in the loss
 * @param loss what training makes small; softmax knows cross-entropy only, linear, tanh and threshold only squares
 */
public record Head(Kind kind, int size, At at, Loss loss) {

    public enum Kind { LINEAR, SIGMOID, TANH, THRESHOLD, SOFTMAX }

    /**
     * Every step (many-to-many), or only the last (many-to-one): from its h, or from those of all steps in one; or
     * those of a decoder, which may look back at all states of its encoder.
     */
    public enum At {
        EVERY, LAST, MEAN, MAX, ATTENTION, DECODER, ALIGNED;

        /** Whether the steps of a decoder answer. */
        public boolean decodes() {
            return this == DECODER || this == ALIGNED;
        }

        /** Whether the answer is drawn from all steps together. */
        public boolean pools() {
            return this == MEAN || this == MAX || this == ATTENTION;
        }
    }

    /** Of one step: −log of what was right; the mean of (y − target)² over the outputs; ½ Σ (y − target)². */
    public enum Loss { CROSS_ENTROPY, MEAN_SQUARE, HALF_SQUARE_SUM }

    /** φ in y = φ(logits); a softmax is none. */
    public Activation activation() {
        return switch (kind) {
            case LINEAR -> Activation.LINEAR;
            case SIGMOID -> Activation.SIGMOID;
            case TANH -> Activation.TANH;
            case THRESHOLD -> Activation.THRESHOLD;
            case SOFTMAX -> throw new IllegalArgumentException("softmax squashes a whole row, not each number by itself");
        };
    }

    /** What (y − target)² is multiplied with in the loss of a step. */
    public double scale() {
        return loss == Loss.HALF_SQUARE_SUM ? 0.5 : 1.0 / size;
    }

    /**
     * How much each of {@code counted} steps counts in L: their mean, but half the squares are summed over the steps
     * too.
     */
    public double share(int counted) {
        return loss == Loss.HALF_SQUARE_SUM ? 1 : 1.0 / counted;
    }
}
