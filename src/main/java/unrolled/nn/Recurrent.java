package unrolled.nn;

import java.util.List;
import unrolled.tensor.Tensor;

/**
 * A recurrent layer over a whole sequence of at most T steps, B sequences side by side: row t·B + b of a tensor is step t
 * of sequence b.
 *
 * <p>The state handed in lies just before the first step, so for every t the state before step t is the block of rows
 * before its own. Two layers may share one set of parameters.
 */
public sealed interface Recurrent permits Elman, Jordan, Gru, Lstm, Bidirectional {

    /** Computes h from x (T·B × X) and the state handed in; {@code T} may be less than what the layer was built for. */
    void forward(Tensor x, int T);

    /**
     * Goes back through the last {@code forward}. dh holds ∂L/∂h(t) of what lies above and ends as the total over all
     * paths; dx is overwritten (null: not wanted); the gradients of the parameters and of the state handed in: the
     * former are added to, the latter overwritten.
     */
    void backward(Tensor x, Tensor dx, int T);

    /** Hands the state after step {@code T} in again, for the next piece of the sequence. */
    void carry(int T);

    /** The states of every step, T·B × H. */
    Tensor h();

    /** ∂L/∂h, T·B × H. */
    Tensor dh();

    /** The state handed in, B × H (of a {@link Jordan}, B × Y); for B = 1 a vector. */
    Tensor h0();

    /** The names of the gates in the order of the rows of Wx, Wh and b; none: empty. */
    List<String> gates();

    /** Everything the layer computes, forward and backward, by its name in the equations; x, dx and weights are not here. */
    List<Named> named();
}
