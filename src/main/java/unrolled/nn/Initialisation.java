package unrolled.nn;

import unrolled.tensor.Numbers;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/**
 * The weights a net starts from.
 *
 * <p>Gates stand below each other in one tensor of G·H rows; where a method takes H, it starts every block of H rows as
 * a matrix of its own.
 */
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

    /**
     * Uniform in ±gain · √(6 / (fanIn + fanOut)) with fanIn the columns and fanOut = H, which keeps the variance of
     * what flows forward and back about equal (Glorot and Bengio, 2010). For gain 1 and one block as
     * torch.nn.init.xavier_uniform_; of stacked gates that would take all G·H rows for fanOut.
     */
    public static void xavier(Tensor value, int H, double gain, Rng rng) {
        double bound = gain * Numbers.sqrt(6.0 / (value.cols + H));
        for (int r = 0; r < value.rows; r++) {
            for (int c = 0; c < value.cols; c++) {
                value.set(r, c, rng.uniform(-bound, bound));
            }
        }
    }

    /**
     * gain times a random orthogonal matrix Q in every block (Saxe et al., 2014): QᵀQ = I, or with fewer rows than
     * columns QQᵀ = I. It keeps lengths, and as Wh has the spectral radius gain. Q comes from normal numbers by
     * Gram–Schmidt, so that every Q is equally likely.
     */
    public static void orthogonal(Tensor value, int H, double gain, Rng rng) {
        int n = Math.min(H, value.cols);
        double[][] q = new double[n][Math.max(H, value.cols)];
        for (int first = 0; first < value.rows; first += H) {
            for (double[] vector : q) {
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = rng.normal();
                }
            }
            orthonormalise(q);
            for (int r = 0; r < H; r++) {
                for (int c = 0; c < value.cols; c++) {
                    value.set(first + r, c, gain * (n == H ? q[r][c] : q[c][r]));
                }
            }
        }
    }

    /** Gram–Schmidt, every vector twice: once leaves what rounding puts back (Giraud et al., 2005). */
    private static void orthonormalise(double[][] vectors) {
        for (int j = 0; j < vectors.length; j++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < j; i++) {
                    add(vectors[i], -dot(vectors[i], vectors[j]), vectors[j]);
                }
            }
            double length = Numbers.sqrt(dot(vectors[j], vectors[j]));
            for (int i = 0; i < vectors[j].length; i++) {
                vectors[j][i] /= length;
            }
        }
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    /** y += factor · x. */
    private static void add(double[] x, double factor, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }

    /** gain · I in every block, cut off or filled up with zeros where it is not square (Le et al., 2015). */
    public static void identity(Tensor value, int H, double gain) {
        for (int r = 0; r < value.rows; r++) {
            for (int c = 0; c < value.cols; c++) {
                value.set(r, c, r % H == c ? gain : 0);
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
