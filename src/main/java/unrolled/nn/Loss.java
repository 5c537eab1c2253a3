package unrolled.nn;

import java.util.List;
import unrolled.tensor.Tensor;

/**
 * What the net is made to reduce: L = Σ weight(r) · loss(r) over the rows r = t·B + b.
 *
 * <p>The caller writes target and weight: weight 1/n on each of n counted rows makes L their mean. A row of weight 0 is
 * masked: its loss and gradient are 0, and its target is not read.
 */
public sealed interface Loss permits SoftmaxCrossEntropy, SquaredError, BinaryCrossEntropy {

    /** Computes y of {@code n} rows from row {@code from} of the logits. */
    void answer(int from, int n);

    /** Computes loss of T steps from their answers, and gives back L. */
    double forward(int T);

    /** dlogits = ∂L/∂logits of T steps, as long as y is read by the loss alone. */
    void backward(int T);

    /** Adds to dlogits what another reader of y sends back: {@code dy} times the slope of y, for {@code n} rows from row {@code from}. */
    void backward(Tensor dy, int from, int n);

    /** What the net says, T·B × Y. */
    Tensor y();

    /** loss(r) before weighting, a vector of T·B. */
    Tensor loss();

    /** What each row should be. */
    Tensor target();

    /** How much each row counts, a vector of T·B; 0 at first. */
    Tensor weight();

    /** What the loss computes, forward and backward, by its name in the equations. */
    List<Named> named();
}
