package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/**
 * Dropout (Srivastava et al., 2014), inverted: what is kept is enlarged, so that at rest nothing has to be done.
 *
 * <pre>
 *   dropped(t) = keep(t) ⊙ x(t)             T × X
 *   keep = 0 with probability drop, else 1/(1 − drop), for every number anew; at rest 1
 *   dx(t) = keep(t) ⊙ ddropped(t)
 * </pre>
 */
public final class Dropout implements Layer {
    static final String DROPPED = "dropped";

    private final Kernels k;
    private final double drop;
    private final int B;
    private final Tensor keep, dropped, ddropped;

    /** A layer at rest, for at most T steps of B sequences; 0 ≤ drop &lt; 1. */
    public Dropout(Kernels k, Memory m, double drop, int X, int T, int B) {
        if (!(drop >= 0 && drop < 1)) {
            throw new IllegalArgumentException("drop must be 0 or more and below 1, got " + drop);
        }
        this.k = k;
        this.drop = drop;
        this.B = B;
        keep = Tensor.matrix(m, T * B, X);
        dropped = Tensor.matrix(m, T * B, X);
        ddropped = Tensor.matrix(m, T * B, X);
        rest();
    }

    /** Draws anew what is kept of the first {@code T} steps, which holds until the next call. */
    public void draw(Rng rng, int T) {
        for (int r = 0; r < T * B; r++) {
            for (int j = 0; j < keep.cols; j++) {
                keep.set(r, j, rng.nextDouble() < drop ? 0 : 1 / (1 - drop));
            }
        }
    }

    /** Keeps everything, as it is. */
    public void rest() {
        keep.fill(1);
    }

    @Override
    public void forward(Tensor x, int from, int n) {
        k.product(keep, x, dropped, from * B, n * B);
    }

    @Override
    public void backward(Tensor x, Tensor dx, int from, int n) {
        if (dx != null) {
            k.product(keep, ddropped, dx, from * B, n * B);
        }
    }

    /** dropped, T·B × X. */
    @Override
    public Tensor h() {
        return dropped;
    }

    /** ddropped, T·B × X. */
    @Override
    public Tensor dh() {
        return ddropped;
    }

    @Override
    public List<Named> named() {
        return List.of(new Named("keep", keep), new Named(DROPPED, dropped), new Named("ddropped", ddropped));
    }
}
