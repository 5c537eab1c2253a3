package unrolled.preset;

/** A claim about an experiment that a test holds it to. */
public sealed interface Check {

    /**
     * Numbers of a tensor.
     *
     * @param at       the leading indices of the part that is meant; empty for the whole tensor
     * @param expected that part, row after row
     */
    record Numbers(String tensor, int[] at, double[] expected, double tolerance) implements Check { }

    /** Training makes the model write {@code expected}, taking the likeliest symbol every time. */
    record Spells(String expected, int withinUpdates) implements Check { }

    /** Training brings the loss down. */
    record Loss(double atMost, int withinUpdates) implements Check { }
}
