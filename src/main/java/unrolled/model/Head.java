package unrolled.model;

/**
 * What turns the last layer's h into an answer: {@code Wy h + by}, then nothing, σ or softmax; each kind has its loss.
 *
 * @param size number of outputs
 * @param at   which steps answer, and count in the loss
 */
public record Head(Kind kind, int size, At at) {

    /** linear with mean squared error, sigmoid with binary cross-entropy, softmax with cross-entropy. */
    public enum Kind { LINEAR, SIGMOID, SOFTMAX }

    /** Every step (many-to-many) or only the last (many-to-one). */
    public enum At { EVERY, LAST }
}
