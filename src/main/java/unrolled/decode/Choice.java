package unrolled.decode;

import java.util.Arrays;
import unrolled.tensor.Kernels;
import unrolled.tensor.Tensor;

/**
 * How the next symbol is drawn: from which distribution, made of the model's logits.
 *
 * <pre>
 *   p = softmax(logits / temperature)
 *   top-k   all but the topK likeliest symbols become 0 (Fan et al., 2018)
 *   top-p   of those, all but the fewest likeliest that hold topP of what is left (Holtzman et al., 2020)
 *   p = p / Σ p
 * </pre>
 *
 * <p>Of equally likely symbols at the edge of a cut the first stay.
 *
 * @param temperature more than 0; 1 draws as the model believes
 * @param topK        0 for no cut
 * @param topP        more than 0, at most 1; 1 for no cut
 */
public record Choice(double temperature, int topK, double topP) {

    /** @throws IllegalArgumentException if a number is outside its range */
    public Choice {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("the temperature must be more than 0, got " + temperature);
        }
        if (topK < 0) {
            throw new IllegalArgumentException("topK must be 0 or more, got " + topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("topP must be more than 0 and at most 1, got " + topP);
        }
    }

    /** As the model believes: nothing sharpened, nothing cut. */
    public static Choice asBelieved() {
        return new Choice(1, 0, 1);
    }

    /** Writes into the rows {@code from} to {@code from + n − 1} of p what the same rows of logits come to. */
    public void distribution(Kernels k, Tensor logits, Tensor p, int from, int n) {
        k.softmax(logits, temperature, p, from, n);
        if (topP < 1 || topK > 0 && topK < p.cols) {
            for (int r = from; r < from + n; r++) {
                cut(p, r);
            }
        }
    }

    private void cut(Tensor p, int r) {
        int V = p.cols;
        double[] sorted = new double[V];
        for (int j = 0; j < V; j++) {
            sorted[j] = p.get(r, j);
        }
        Arrays.sort(sorted);
        int kept = kept(sorted);
        double edge = sorted[V - kept];
        int atEdge = kept;                                  // how many of those equal to the edge stay
        for (int j = V - kept; j < V; j++) {
            atEdge -= sorted[j] > edge ? 1 : 0;
        }
        double sum = 0;
        for (int j = 0; j < V; j++) {
            double v = p.get(r, j);
            boolean stays = v > edge || v == edge && atEdge-- > 0;
            p.set(r, j, stays ? v : 0);
            sum += stays ? v : 0;
        }
        for (int j = 0; j < V; j++) {
            p.set(r, j, p.get(r, j) / sum);
        }
    }

    /** How many of the probabilities, sorted upwards, stay: at least one. */
    private int kept(double[] sorted) {
        int most = topK == 0 ? sorted.length : Math.min(topK, sorted.length);
        double all = 0;
        for (int i = 1; i <= most; i++) {
            all += sorted[sorted.length - i];
        }
        double sum = sorted[sorted.length - 1];
        int kept = 1;
        while (kept < most && sum < topP * all) {
            kept++;
            sum += sorted[sorted.length - kept];
        }
        return kept;
    }

    /** The symbol at which the running sum of row {@code r} of p passes {@code u}, which is in [0, 1). */
    static int draw(Tensor p, int r, double u) {
        double sum = 0;
        int last = 0;                                       // if rounding leaves the sum below u
        for (int j = 0; j < p.cols; j++) {
            double v = p.get(r, j);
            sum += v;
            if (u < sum) {
                return j;
            }
            last = v > 0 ? j : last;
        }
        return last;
    }
}
