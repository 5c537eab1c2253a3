package unrolled.nn;

import java.util.ArrayList;
import java.util.List;
import unrolled.tensor.Tensor;

/**
 * A layer over sequences of at most T steps, B of them side by side: row t·B + b of a tensor is step t of sequence b.
 * Two layers may share one set of parameters.
 *
 * <p>A range of steps is given by its first, {@code from}, and their number {@code n}: so an encoder can run the first
 * steps and a decoder the rest, and a decoder can be fed what it has just said. The sequence ends with the range: a
 * layer that looks ahead sees nothing beyond it. Going back through a part of the steps, what they send to steps before
 * {@code from} is lost, but for the states of a {@link Recurrent}.
 */
public sealed interface Layer permits Recurrent, Embedding, Window, Hidden, Conv1d, Dropout, Pooling {

    /** Computes h of {@code n} steps from step {@code from}, from x (T·B × X). */
    void forward(Tensor x, int from, int n);

    /**
     * Goes back through {@code n} steps from step {@code from} as they last ran. dh holds ∂L/∂h(t) of what lies above
     * and ends as the total over all paths; dx is overwritten (null: not wanted); the gradients of the parameters are
     * added to.
     */
    void backward(Tensor x, Tensor dx, int from, int n);

    /** The first {@code T} steps. */
    default void forward(Tensor x, int T) {
        forward(x, 0, T);
    }

    /** The first {@code T} steps, when nothing comes from after them. */
    default void backward(Tensor x, Tensor dx, int T) {
        backward(x, dx, 0, T);
    }

    /** Nothing comes from after step {@code T}; call it before going back. */
    default void end(int T) { }

    /** No gradient goes back from a step t &gt; 0 that is a multiple of {@code k}; 0 lets all of it through. */
    default void truncate(int k) { }

    /** Begins a sequence: nothing lies before its first step. States handed in are the caller's to set. */
    default void start() { }

    /** Hands what the steps after step {@code T} need of those before in again, for the next piece of the sequence. */
    default void carry(int T) { }

    /** Where {@link #carry} writes: all that steps know of those before the first. */
    default List<Tensor> carried() {
        List<Tensor> states = new ArrayList<>();
        for (Named named : named()) {
            if (named.initial()) {
                states.add(named.tensor());
            }
        }
        return states;
    }

    /** What the layer hands up, T·B × H. */
    Tensor h();

    /** ∂L/∂h, T·B × H. */
    Tensor dh();

    /** The names of the gates in the order of the rows of Wx, Wh and b; none: empty. */
    default List<String> gates() {
        return List.of();
    }

    /**
     * Everything the layer computes, forward and backward, by its name in the equations; x, dx and weights are not
     * here.
     */
    List<Named> named();
}
