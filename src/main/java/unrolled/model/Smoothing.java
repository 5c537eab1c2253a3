package unrolled.model;

import java.util.List;

/** What an {@link NGram} does about what it has never seen; c are counts, C the symbols of a context. */
public sealed interface Smoothing {

    /** p = c(C s) / c(C): the likeliest explanation of the text. After a context never seen everything is 0. */
    record None() implements Smoothing { }

    /**
     * p = (c(C s) + k) / (c(C) + k · V), as if everything had been seen k times more (Lidstone, 1920; k = 1: Laplace).
     * V counts the symbols that can come.
     *
     * @param k more than 0
     */
    record AddK(double k) implements Smoothing {
        public AddK {
            if (!(k > 0)) {
                throw new IllegalArgumentException("k must be more than 0, got " + k);
            }
        }
    }

    /**
     * Absolute discounting with back-off (Ney, Essen and Kneser, 1994; the form is Katz's, 1987).
     *
     * <pre>
     *   p(s | C) = (c(C s) − discount) / c(C)                 of a symbol seen after C
     *            = α(C) · p(s | C without its first symbol)   of one never seen there, down to 1 / V below no context
     * </pre>
     *
     * <p>α(C) makes the sum 1. A context never seen is shortened; one that has seen every symbol is not discounted.
     *
     * @param discount between 0 and 1, neither
     */
    record Backoff(double discount) implements Smoothing {
        public Backoff {
            if (!(discount > 0 && discount < 1)) {
                throw new IllegalArgumentException("a discount must lie between 0 and 1, got " + discount);
            }
        }
    }

    /**
     * p = Σ weight(m) · c(Cm s) / c(Cm) with Cm the last m symbols of the context (Jelinek and Mercer, 1980).
     *
     * <p>Contexts never seen have no say: the weights of the others are scaled to sum 1; if those are all 0, the longest
     * context that was seen speaks alone. A symbol that the text does not hold has probability 0 all the same.
     *
     * @param weights n weights of 0 or more whose sum is 1, that of no context first
     */
    record Interpolate(List<Double> weights) implements Smoothing {
        private static final double TOLERANCE = 1e-6;

        public Interpolate {
            double sum = 0;
            for (double weight : weights) {
                if (!(weight >= 0)) {
                    throw new IllegalArgumentException("weights must be 0 or more, got " + weight);
                }
                sum += weight;
            }
            if (!(Math.abs(sum - 1) <= TOLERANCE)) {
                throw new IllegalArgumentException("weights must sum to 1, got " + sum);
            }
            weights = List.copyOf(weights);
        }
    }
}
