package unrolled.preset;

/** A claim about an experiment that a test holds it to. */
public sealed interface Check {

    /** The variant it is about; empty for the first, or where there are none. */
    String variant();

    /**
     * Numbers of a tensor.
     *
     * @param at       the leading indices of the part that is meant; empty for the whole tensor
     * @param from     the first row that is meant where {@code at} is empty
     * @param expected that part, row after row
     */
    record Numbers(String variant, String tensor, int[] at, int from, double[] expected, double tolerance)
            implements Check { }

    /** Training makes the model write {@code expected}, taking the likeliest symbol every time. */
    record Spells(String variant, String expected, int withinUpdates) implements Check { }

    /**
     * One number that measures the model, within {@code withinUpdates} updates or, if it is a bound that training
     * leads away from, still after them all.
     *
     * @param of     what it is measured of: a cell for parameters, the model or its n-gram for perplexity; else empty
     * @param on     which examples
     * @param output which output, from 0
     */
    record Measure(String variant, Quantity quantity, String of, On on, int output, Bound bound, double value,
                   double tolerance, int withinUpdates) implements Check {

        /** Whether training leads to it, so that it may end there. */
        public boolean isGoal() {
            return bound == (quantity.grows ? Bound.AT_LEAST : Bound.AT_MOST);
        }
    }

    /** What can be measured. */
    enum Quantity {
        LOSS(false), ACCURACY(true), MSE(false), RECITES(true), PARAMETERS(false), PERPLEXITY(false);

        /** Whether learning makes it larger. */
        final boolean grows;

        Quantity(boolean grows) {
            this.grows = grows;
        }
    }

    enum Bound { AT_LEAST, AT_MOST, EQUAL }

    enum On { TRAIN, TEST, VALIDATION }
}
