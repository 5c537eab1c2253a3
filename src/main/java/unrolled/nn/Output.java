package unrolled.nn;

import unrolled.tensor.Tensor;

/**
 * The head over time: logits(t) = Wy h(t) + by, y(t) by its loss. A layer that feeds y back runs it step by step, so the work is
 * given by rows: {@code n} of them from row {@code from}.
 */
public record Output(Dense dense, Loss loss) {

    /** y from h. */
    public void forward(Tensor h, int from, int n) {
        dense.forward(h, from, n);
        loss.answer(from, n);
    }

    /** dh from dlogits, which the loss has written. */
    public void backward(Tensor dh, int from, int n) {
        dense.backward(dh, from, n);
    }

    /** dh from dlogits and from {@code dy}, what another reader of y sends back. */
    void backward(Tensor dy, Tensor dh, int from, int n) {
        loss.backward(dy, from, n);
        dense.backward(dh, from, n);
    }

    Tensor y() {
        return loss.y();
    }
}
