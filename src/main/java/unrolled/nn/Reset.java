package unrolled.nn;

/** Where a {@link Gru} applies its reset gate: after the product with Wh.n, as PyTorch, or before it, as the paper. */
public enum Reset {
    AFTER, BEFORE
}
