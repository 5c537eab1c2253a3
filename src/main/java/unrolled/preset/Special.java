package unrolled.preset;

import java.util.List;

/**
 * What only some experiments have beside their net.
 *
 * @param count the sizes whose parameters are counted, or null
 * @param ngram how the n-grams beside the net count, or null
 */
public record Special(Count count, List<Question> quiz, Counting ngram) {

    /**
     * A net of these sizes is counted, not built.
     *
     * @param biases how many bias vectors a layer has where it is drawn; a check says its own
     */
    public record Count(int inputs, int hidden, int outputs, int biases) { }

    /** One question of a quiz: which shape of model fits, and why. */
    public record Question(String question, String picture, String shape, String direction, String why) { }

    /**
     * @param smoothing none, addK, backoff or interpolate
     * @param weights   of an interpolation, from one symbol to n
     */
    public record Counting(int n, String smoothing, double k, List<Double> weights) { }
}
