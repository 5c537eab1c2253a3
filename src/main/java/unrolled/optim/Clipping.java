package unrolled.optim;

import unrolled.nn.Parameters;
import unrolled.tensor.Kernels;

/** The length of the gradient over all weights, and a limit to it (Pascanu et al., 2013). */
public final class Clipping {
    private Clipping() {
    }

    /** ‖dθ‖ = √ Σ dθ² over all weights; NaN or ∞ if a gradient is. */
    public static double norm(Kernels k, Parameters p) {
        return k.norm(p.gradient);
    }

    /** Shortens the gradient to length {@code max} if it is longer, and gives back the length it had. */
    public static double clip(Kernels k, Parameters p, double max) {
        double norm = norm(k, p);
        shorten(k, p, norm, max);
        return norm;
    }

    /** Shortens a gradient of length {@code norm} to length {@code max} if it is longer. */
    public static void shorten(Kernels k, Parameters p, double norm, double max) {
        if (norm > max) {
            k.scale(p.gradient, max / norm);
        }
    }
}
