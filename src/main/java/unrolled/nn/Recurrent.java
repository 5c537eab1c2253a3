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
     * Holds a gate or state, from now on, at the numbers of {@code set} (T·B × H); where that is NaN, or all of it if
     * there is no set (null), it stays free. The gradient of what is held is that of the loss by the number it is held
     * at; to what it would have been made of, none goes on.
     */
    void hold(String letter, Tensor set);

    /** The state handed in, B × H (of a {@link Jordan}, B × Y); for B = 1 a vector. */
    Tensor h0();
}
