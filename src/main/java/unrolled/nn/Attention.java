package unrolled.nn;

import java.util.List;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;

/**
 * What the steps of a decoder take from those of its encoder (Luong et al., 2015, the general score): steps τ &lt; S
 * are looked at from steps t ≥ S.
 *
 * <pre>
 *   q(t) = Waᵀ h(t)                         T × H; Wa is H × H
 *   s(t,τ) = q(t) · h(τ) = h(t) · Wa h(τ)   T × S
 *   alpha(t) = softmax(s(t))                T × S, each row over τ
 *   ctx(t) = Σ_τ alpha(t,τ) h(τ)            T × H
 *   joined(t) = [h(t); ctx(t)]              T × 2H
 *
 *   dalpha(t,τ) = djoined.ctx(t) · h(τ)     ds(t) = alpha(t) ⊙ (dalpha(t) − Σ_τ alpha(t,τ) dalpha(t,τ))
 *   dq(t) = Σ_τ ds(t,τ) h(τ)                dWa += Σ_t h(t) dq(t)ᵀ
 *   dh(t) = djoined.h(t) + Wa dq(t)         dh(τ) += Σ_t alpha(t,τ) djoined.ctx(t) + ds(t,τ) q(t)
 * </pre>
 */
public final class Attention {
    private final Kernels k;
    private final int H;
    private final int B;
    private final Tensor Wa, dWa;
    private final Tensor q, s, alpha, ctx, joined, hPart;
    private final Tensor dq, ds, dalpha, dctx, djoined, dhPart;
    private final Tensor[] ofDecoder;

    /** On the parameter Wa, for at most T steps of B sequences, at most the first S of them the encoder's. */
    public Attention(Kernels k, Memory m, Parameters p, int H, int S, int T, int B) {
        this.k = k;
        this.H = H;
        this.B = B;
        Wa = p.get("Wa").value();
        dWa = p.get("Wa").gradient();
        q = Tensor.matrix(m, T * B, H);
        s = Tensor.matrix(m, T * B, S);
        alpha = Tensor.matrix(m, T * B, S);
        joined = Tensor.matrix(m, T * B, 2 * H);
        hPart = joined.columns(0, H);
        ctx = joined.columns(H, H);
        dq = Tensor.matrix(m, T * B, H);
        ds = Tensor.matrix(m, T * B, S);
        dalpha = Tensor.matrix(m, T * B, S);
        djoined = Tensor.matrix(m, T * B, 2 * H);
        dhPart = djoined.columns(0, H);
        dctx = djoined.columns(H, H);
        ofDecoder = new Tensor[] {q, s, alpha, joined, dq, ds, dalpha, djoined};
    }

    public static List<Shape> shapes(int H) {
        return List.of(new Shape("Wa", H, H));
    }

    /** joined of {@code n} steps from step {@code from} ≥ S, from h (T·B × H), whose first S steps are looked at. */
    public void forward(Tensor h, int S, int from, int n) {
        k.transposed(Wa, h, q, from * B, n * B);
        k.copy(h, hPart, from * B, n * B);
        k.zero(ctx, from * B, n * B);
        for (int r = from * B; r < (from + n) * B; r++) {
            for (int e = 0; e < S; e++) {
                s.set(r, e, Rows.dot(q, r, h, e * B + r % B));
            }
            softmax(r, S);
            for (int e = 0; e < S; e++) {
                Rows.add(ctx, r, alpha.get(r, e), h, e * B + r % B);
            }
        }
    }

    /** With the largest score taken out so that nothing overflows. */
    private void softmax(int r, int S) {
        double largest = s.get(r, 0);
        for (int e = 1; e < S; e++) {
            largest = Math.max(largest, s.get(r, e));
        }
        double sum = 0;
        for (int e = 0; e < S; e++) {
            alpha.set(r, e, Numbers.exp(s.get(r, e) - largest));
            sum += alpha.get(r, e);
        }
        for (int e = 0; e < alpha.cols; e++) {
            alpha.set(r, e, e < S ? alpha.get(r, e) / sum : 0);
        }
    }

    /**
     * From djoined of {@code n} steps from step {@code from} ≥ S: overwrites their dh, adds to dh of the first S steps,
     * which the caller has begun (with 0 or with what else comes to them), and to the gradient of Wa. Rows of the
     * encoder's steps are made 0 in everything else.
     */
    public void backward(Tensor h, Tensor dh, int S, int from, int n) {
        for (Tensor tensor : ofDecoder) {
            k.zero(tensor, 0, S * B);
        }
        k.copy(dhPart, dh, from * B, n * B);
        k.zero(dq, from * B, n * B);
        for (int r = from * B; r < (from + n) * B; r++) {
            double mean = 0;
            for (int e = 0; e < S; e++) {
                dalpha.set(r, e, Rows.dot(dctx, r, h, e * B + r % B));
                mean += alpha.get(r, e) * dalpha.get(r, e);
            }
            for (int e = 0; e < S; e++) {
                int rowOfE = e * B + r % B;
                ds.set(r, e, alpha.get(r, e) * (dalpha.get(r, e) - mean));
                Rows.add(dq, r, ds.get(r, e), h, rowOfE);
                Rows.add(dh, rowOfE, alpha.get(r, e), dctx, r);
                Rows.add(dh, rowOfE, ds.get(r, e), q, r);
            }
            for (int i = 0; i < H; i++) {
                dh.set(r, i, dh.get(r, i) + Rows.dot(Wa, i, dq, r));
            }
        }
        k.outerAdd(h, dq, dWa, from * B, n * B);
    }

    /** [h; ctx], T·B × 2H: what the head reads. */
    public Tensor joined() {
        return joined;
    }

    /** ∂L/∂joined, T·B × 2H: what the head writes. */
    public Tensor djoined() {
        return djoined;
    }

    /** Everything it computes when the encoder has {@code S} steps, by its name in the equations. */
    public List<Named> named(int S) {
        return List.of(new Named("q", q), new Named("s", s.columns(0, S)), new Named("alpha", alpha.columns(0, S)),
                new Named("ctx", ctx), new Named("joined", joined), new Named("djoined", djoined),
                new Named("djoined.h", dhPart), new Named("djoined.ctx", dctx),
                new Named("dalpha", dalpha.columns(0, S)), new Named("ds", ds.columns(0, S)), new Named("dq", dq));
    }
}
