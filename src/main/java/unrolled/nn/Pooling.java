package unrolled.nn;

/**
 * A layer that makes one vector of all steps: h() is ctx, whose row of the last step that ran holds it and whose other
 * rows are 0. It runs over whole sequences only: {@code from} is 0.
 */
public sealed interface Pooling extends Layer permits Pool, AttentionPool {
}
