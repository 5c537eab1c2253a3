package unrolled.model;

import java.util.ArrayList;
import java.util.List;
import unrolled.tensor.Numbers;

/**
 * A language model that counts: the next symbol depends on the n − 1 before it (Shannon, 1948).
 *
 * <pre>
 *   p(s1 … sT) = Π p(st | st−n+1 … st−1)                the chain rule, with the context cut off
 *   perplexity = exp(−1/T · Σ log p(st | …))            as if one of so many symbols were drawn evenly each time
 * </pre>
 *
 * <p>How sequences begin and end is said at {@link NGramCounts}.
 */
public final class NGram {
    private final NGramCounts counts;
    private final int n;
    private final Smoothing smoothing;

    /**
     * One factor of the chain rule.
     *
     * @param context the n − 1 symbols before, or as many as there are
     * @param p       p(symbol | context); 0 of a symbol outside the vocabulary
     */
    public record Factor(int symbol, List<Integer> context, double p) { }

    /**
     * @param n 1 up to the largest of the counts
     * @throws IllegalArgumentException if n is outside its range or there are not n weights
     */
    public NGram(NGramCounts counts, int n, Smoothing smoothing) {
        if (n < 1 || n > counts.largest()) {
            throw new IllegalArgumentException("n must be 1.." + counts.largest() + ", got " + n);
        }
        if (smoothing instanceof Smoothing.Interpolate interpolate && interpolate.weights().size() != n) {
            throw new IllegalArgumentException("there must be " + n + " weights, got " + interpolate.weights().size());
        }
        this.counts = counts;
        this.n = n;
        this.smoothing = smoothing;
    }

    /** What the model looks at of all symbols so far: the last n − 1, start symbols in front if there are fewer. */
    public List<Integer> context(int[] soFar) {
        return counts.context(soFar, soFar.length, n - 1);
    }

    /**
     * How many symbols of {@link #context} matter: of a smoothing that can shorten it, those of its longest end that
     * was seen.
     */
    public int order(int[] soFar) {
        List<Integer> context = context(soFar);
        boolean shortens = smoothing instanceof Smoothing.Backoff || smoothing instanceof Smoothing.Interpolate;
        int m = context.size();
        while (shortens && m > 0 && counts.count(end(context, m)) == 0) {
            m--;
        }
        return m;
    }

    /** p(symbol | what came so far) of every symbol; sums to 1, or without smoothing after an unseen context to 0. */
    public double[] distribution(int[] soFar) {
        return distribution(context(soFar));
    }

    private double[] distribution(List<Integer> context) {
        if (smoothing instanceof Smoothing.AddK addK) {
            return relative(counts.following(context), addK.k());
        } else if (smoothing instanceof Smoothing.Backoff backoff) {
            return backoff(context, context.size(), backoff.discount());
        } else if (smoothing instanceof Smoothing.Interpolate interpolate) {
            return interpolate(context, interpolate.weights());
        }
        return relative(counts.following(context), 0);
    }

    /** (c + k) / Σ (c + k) over the symbols that can come; 0 if that sum is 0. */
    private double[] relative(NGramCounts.Following following, double k) {
        double[] p = new double[counts.symbols()];
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            if (counts.comes(j)) {
                p[j] = (following == null ? 0 : following.count(j)) + k;
                sum += p[j];
            }
        }
        for (int j = 0; j < p.length && sum > 0; j++) {
            p[j] /= sum;
        }
        return p;
    }

    /** By the last m symbols of the context. */
    private double[] backoff(List<Integer> context, int m, double discount) {
        double[] shorter = m == 0 ? relative(null, 1) : backoff(context, m - 1, discount);
        NGramCounts.Following following = counts.following(end(context, m));
        if (following == null) {
            return shorter;
        }
        double total = following.total();
        double unseen = 0;
        for (int j = 0; j < shorter.length; j++) {
            unseen += following.count(j) == 0 ? shorter[j] : 0;
        }
        double taken = unseen > 0 ? discount : 0;
        double alpha = unseen > 0 ? discount * following.different() / total / unseen : 0;
        double[] p = new double[shorter.length];
        for (int j = 0; j < p.length; j++) {
            int count = following.count(j);
            p[j] = count > 0 ? (count - taken) / total : alpha * shorter[j];
        }
        return p;
    }

    private double[] interpolate(List<Integer> context, List<Double> weights) {
        double[] p = new double[counts.symbols()];
        double[] longest = relative(null, 1);
        double sum = 0;
        for (int m = 0; m <= context.size(); m++) {
            NGramCounts.Following following = counts.following(end(context, m));
            if (following != null) {
                longest = relative(following, 0);
                for (int j = 0; j < p.length; j++) {
                    p[j] += weights.get(m) * longest[j];
                }
                sum += weights.get(m);
            }
        }
        for (int j = 0; j < p.length && sum > 0; j++) {
            p[j] /= sum;
        }
        return sum > 0 ? p : longest;
    }

    private static List<Integer> end(List<Integer> context, int m) {
        return context.subList(context.size() - m, context.size());
    }

    /**
     * The probability of a sequence, symbol by symbol, with the stop symbol if there is one.
     *
     * @param from symbols that are only read: 0, or 1 to compare with a net that reads the first and says the second
     */
    public List<Factor> factors(int[] sequence, int from) {
        int[] symbols = counts.stopped(sequence);
        List<Factor> factors = new ArrayList<>();
        for (int t = from; t < symbols.length; t++) {
            List<Integer> context = counts.context(symbols, t, n - 1);
            boolean known = symbols[t] >= 0 && symbols[t] < counts.symbols();
            factors.add(new Factor(symbols[t], context, known ? distribution(context)[symbols[t]] : 0));
        }
        return factors;
    }

    /** Of all sequences together, as {@link #factors} has them; ∞ if a factor is 0, NaN if there are none. */
    public double perplexity(List<int[]> sequences, int from) {
        double sum = 0;
        int factors = 0;
        for (int[] sequence : sequences) {
            for (Factor factor : factors(sequence, from)) {
                sum += Numbers.log(factor.p());
                factors++;
            }
        }
        return factors == 0 ? Double.NaN : Numbers.exp(-sum / factors);
    }
}
