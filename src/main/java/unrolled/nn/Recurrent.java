package unrolled.nn;

import unrolled.tensor.Tensor;

/**
 * A layer with a memory: a step builds on the state after the one before.
 *
 * <p>The state handed in lies just before the first step, so for every t the state before step t is the block of rows
 * before its own. Going back through a range of steps takes up what later steps have sent to its last state, and
 * leaves what it sends to the state before its first: a decoder's gradient so reaches its encoder.
 */
public sealed interface Recurrent extends Layer permits Elman, Jordan, Gru, Lstm, Bidirectional,
        EncoderDecoder {

    /**
     * The first {@code T} steps, when nothing comes from after them; the gradient of the state handed in is
     * overwritten.
     */
    @Override
    default void backward(Tensor x, Tensor dx, int T) {
        end(T);
        backward(x, dx, 0, T);
    }

    @Override
    void end(int T);

    @Override
    void truncate(int k);

    /** Hands the state after step {@code T} in again, for the next piece of the sequence. */
    @Override
    void carry(int T);

    /**
     * A layer of the same kind with other weights, named {@code prefix} + Wx, …, on the same activations: where one
     * stops on the time axis the other can go on.
     *
     * @throws UnsupportedOperationException if the kind cannot change its weights on the way
     */
    default Recurrent sharing(Parameters p, String prefix) {
        throw new UnsupportedOperationException("this layer cannot change its weights on the way");
    }

    /**
     * Holds a gate or state, from now on, at the numbers of {@code set} (T·B × H); where that is NaN, it stays free.
     *
     * @throws UnsupportedOperationException if the kind has nothing of that name that can be held
     */
    default void hold(String letter, Tensor set) {
        throw new UnsupportedOperationException("this layer cannot hold " + letter);
    }

    /** The state handed in, B × H (of a {@link Jordan}, B × Y); for B = 1 a vector. */
    Tensor h0();
}
