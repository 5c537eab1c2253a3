package unrolled.nn;

import unrolled.tensor.Numbers;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** The weights a net starts from. */
public final class Initialisation {
    private Initialisation() {
    }

    /** Uniform in ±1/√H for each number in turn, as PyTorch for its recurrent layers and, H inputs, its linear ones. */
    public static void uniform(Tensor value, int H, Rng rng) {
        double bound = 1 / Numbers.sqrt(H);
        for (int r = 0; r < value.rows; r++) {
            for (int c = 0; c < value.cols; c++) {
                value.set(r, c, rng.uniform(-bound, bound));
            }
        }
    }

    /** Adds {@code bias} to b.f of an {@link Lstm}, so that it starts by remembering (Jozefowicz et al., 2015). */
    public static void forgetBias(Tensor b, double bias) {
        int H = b.cols / 4;
        for (int j = H; j < 2 * H; j++) {
            b.set(0, j, b.get(0, j) + bias);
        }
    }
}
