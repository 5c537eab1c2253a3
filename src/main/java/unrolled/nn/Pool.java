package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * The mean or the largest of each unit over time.
 *
 * <pre>
 *   mean: ctx = 1/T Σ_t h(t)                dh(t) = dctx / T
 *   max:  ctx = max_t h(t)                  dh(t) = chosen(t) ⊙ dctx
 *         chosen(t) = 1 where h(t) is the largest, of several the first, else 0
 * </pre>
 */
public final class Pool implements Pooling {
    /** Which number stands for all steps. */
    public enum Kind { MEAN, MAX }

    private final Kernels k;
    private final Kind kind;
    private final int B;
    private final Tensor ctx, dctx, chosen;

    /** A pool over H numbers a step, for at most T steps of B sequences. */
    public Pool(Kernels k, Memory m, Kind kind, int H, int T, int B) {
        this.k = k;
        this.kind = kind;
        this.B = B;
        ctx = Tensor.matrix(m, T * B, H);
        dctx = Tensor.matrix(m, T * B, H);
        chosen = Tensor.matrix(m, kind == Kind.MAX ? T * B : 0, H);
    }

    @Override
    public void forward(Tensor h, int from, int n) {
        k.zero(ctx, 0, n * B);
        for (int b = 0; b < B; b++) {
            int last = (n - 1) * B + b;
            for (int j = 0; j < ctx.cols; j++) {
                ctx.set(last, j, kind == Kind.MEAN ? mean(h, b, j, n) : largest(h, b, j, n));
            }
        }
    }

    private double mean(Tensor h, int b, int j, int n) {
        double sum = 0;
        for (int t = 0; t < n; t++) {
            sum += h.get(t * B + b, j);
        }
        return sum / n;
    }

    private double largest(Tensor h, int b, int j, int n) {
        int best = b;
        for (int t = 0; t < n; t++) {
            int r = t * B + b;
            chosen.set(r, j, 0);
            best = h.get(r, j) > h.get(best, j) ? r : best;
        }
        chosen.set(best, j, 1);
        return h.get(best, j);
    }

    @Override
    public void backward(Tensor h, Tensor dh, int from, int n) {
        for (int r = 0; r < n * B; r++) {
            int last = (n - 1) * B + r % B;
            for (int j = 0; j < ctx.cols; j++) {
                double d = dctx.get(last, j);
                dh.set(r, j, kind == Kind.MEAN ? d / n : chosen.get(r, j) * d);
            }
        }
    }

    /** ctx, T·B × H. */
    @Override
    public Tensor h() {
        return ctx;
    }

    /** dctx, T·B × H. */
    @Override
    public Tensor dh() {
        return dctx;
    }

    @Override
    public List<Named> named() {
        Named out = new Named("ctx", ctx);
        Named back = new Named("dctx", dctx);
        return kind == Kind.MEAN ? List.of(out, back) : List.of(out, new Named("chosen", chosen), back);
    }
}
