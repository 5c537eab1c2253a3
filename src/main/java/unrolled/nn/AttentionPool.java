package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;

/**
 * A mean over time whose weights are learned (Bahdanau et al., 2015, in its simplest form).
 *
 * <pre>
 *   s(t) = Wa h(t)                          one number a step; Wa is 1 × H
 *   alpha(t) = exp s(t) / Σ_τ exp s(τ)      ctx = Σ_t alpha(t) h(t)
 *
 *   dalpha(t) = dctx · h(t)                 ds(t) = alpha(t) (dalpha(t) − Σ_τ alpha(τ) dalpha(τ))
 *   dWa += Σ ds(t) h(t)ᵀ                    dh(t) = alpha(t) dctx + Waᵀ ds(t)
 * </pre>
 */
public final class AttentionPool implements Pooling {
    private final Kernels k;
    private final int B;
    private final Tensor Wa, dWa;
    // one number a row: what the trace shows of them are vectors
    private final Tensor s, alpha, ds, dalpha;
    private final Tensor ctx, dctx;

    /** A pool on the parameter Wa, over H numbers a step, for at most T steps of B sequences. */
    public AttentionPool(Kernels k, Memory m, Parameters p, int H, int T, int B) {
        this.k = k;
        this.B = B;
        Wa = p.get("Wa").value();
        dWa = p.get("Wa").gradient();
        s = Tensor.vector(m, T * B);
        alpha = Tensor.vector(m, T * B);
        ctx = Tensor.matrix(m, T * B, H);
        dctx = Tensor.matrix(m, T * B, H);
        ds = Tensor.vector(m, T * B);
        dalpha = Tensor.vector(m, T * B);
    }

    public static List<Shape> shapes(int H) {
        return List.of(new Shape("Wa", 1, H));
    }

    @Override
    public void forward(Tensor h, int from, int n) {
        for (int r = 0; r < n * B; r++) {
            s.set(r, Rows.dot(Wa, 0, h, r));
        }
        k.zero(ctx, 0, n * B);
        for (int b = 0; b < B; b++) {
            softmax(b, n);
            for (int t = 0; t < n; t++) {
                Rows.add(ctx, (n - 1) * B + b, alpha.get(t * B + b), h, t * B + b);
            }
        }
    }

    /** alpha of sequence b, with the largest score taken out so that nothing overflows. */
    private void softmax(int b, int n) {
        double largest = s.get(b);
        for (int t = 1; t < n; t++) {
            largest = Math.max(largest, s.get(t * B + b));
        }
        double sum = 0;
        for (int t = 0; t < n; t++) {
            alpha.set(t * B + b, Numbers.exp(s.get(t * B + b) - largest));
            sum += alpha.get(t * B + b);
        }
        for (int t = 0; t < n; t++) {
            alpha.set(t * B + b, alpha.get(t * B + b) / sum);
        }
    }

    @Override
    public void backward(Tensor h, Tensor dh, int from, int n) {
        for (int b = 0; b < B; b++) {
            int last = (n - 1) * B + b;
            double mean = 0;
            for (int t = 0; t < n; t++) {
                int r = t * B + b;
                dalpha.set(r, Rows.dot(dctx, last, h, r));
                mean += alpha.get(r) * dalpha.get(r);
            }
            for (int t = 0; t < n; t++) {
                int r = t * B + b;
                ds.set(r, alpha.get(r) * (dalpha.get(r) - mean));
                Rows.add(dWa, 0, ds.get(r), h, r);
                for (int j = 0; j < ctx.cols; j++) {
                    dh.set(r, j, alpha.get(r) * dctx.get(last, j) + Wa.get(0, j) * ds.get(r));
                }
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
        return List.of(new Named("s", s), new Named("alpha", alpha), new Named("ctx", ctx), new Named("dctx", dctx),
                new Named("dalpha", dalpha), new Named("ds", ds));
    }
}
