package unrolled.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each symbol came after each context of up to n − 1 symbols.
 *
 * <p>With a start symbol every sequence begins with n − 1 of them, which are contexts but are never counted themselves;
 * without one, the contexts of the first symbols are short, and longer ones are counted from further on. With a stop
 * symbol every sequence ends with one, which is counted. Sequences hold neither. The start symbol may lie outside
 * 0..V−1; if it does not, it has probability 0.
 */
public final class NGramCounts {
    /** In place of a start or stop symbol: there is none. */
    public static final int NO_SYMBOL = -1;

    private final int V;
    private final int largest;
    private final int start;
    private final int stop;
    private final Map<List<Integer>, Following> contexts = new HashMap<>();

    /** What came after one context. */
    static final class Following {
        private final Map<Integer, Integer> counts = new TreeMap<>();
        private int total;

        private void add(int symbol) {
            counts.merge(symbol, 1, Integer::sum);
            total++;
        }

        int total() {
            return total;
        }

        int count(int symbol) {
            return counts.getOrDefault(symbol, 0);
        }

        /** How many different symbols came. */
        int different() {
            return counts.size();
        }
    }

    /** A context and how often something came after it. */
    public record Context(List<Integer> symbols, int count) { }

    /**
     * How little of what is possible was seen.
     *
     * @param contexts different contexts of n − 1 symbols, none of them a start symbol
     * @param possible V^(n−1)
     * @param unseen   the share of the n-grams of another text that were never seen; NaN if it holds none
     */
    public record Sparsity(int n, int contexts, double possible, double unseen) { }

    /**
     * @param V       symbols are the numbers 0..V−1
     * @param largest the largest n
     * @param start   the start symbol or {@link #NO_SYMBOL}
     * @param stop    the stop symbol, in 0..V−1, or {@link #NO_SYMBOL}
     */
    public NGramCounts(List<int[]> sequences, int V, int largest, int start, int stop) {
        this.V = V;
        this.largest = largest;
        this.start = start;
        this.stop = stop;
        for (int[] sequence : sequences) {
            int[] symbols = stopped(sequence);
            for (int t = 0; t < symbols.length; t++) {
                for (int m = 0; m < largest; m++) {
                    if (start != NO_SYMBOL || m <= t) {
                        contexts.computeIfAbsent(context(symbols, t, m), c -> new Following()).add(symbols[t]);
                    }
                }
            }
        }
    }

    /** The symbols of a sequence that are to be predicted: with the stop symbol. */
    int[] stopped(int[] sequence) {
        if (stop == NO_SYMBOL) {
            return sequence;
        }
        int[] symbols = new int[sequence.length + 1];
        System.arraycopy(sequence, 0, symbols, 0, sequence.length);
        symbols[sequence.length] = stop;
        return symbols;
    }

    /** The {@code m} symbols before symbol {@code t}; beyond the first, start symbols, or nothing if there are none. */
    List<Integer> context(int[] symbols, int t, int m) {
        List<Integer> context = new ArrayList<>();
        for (int i = t - m; i < t; i++) {
            if (i >= 0) {
                context.add(symbols[i]);
            } else if (start != NO_SYMBOL) {
                context.add(start);
            }
        }
        return context;
    }

    /** What came after a context; null if it never occurred. */
    Following following(List<Integer> context) {
        return contexts.get(context);
    }

    /** V. */
    public int symbols() {
        return V;
    }

    /** The largest n that is counted. */
    public int largest() {
        return largest;
    }

    /** Whether a symbol can come: a start symbol cannot. */
    boolean comes(int symbol) {
        return symbol != start;
    }

    /** How often anything came after a context. */
    public int count(List<Integer> context) {
        Following following = following(context);
        return following == null ? 0 : following.total();
    }

    /** How often a symbol came after a context. */
    public int count(List<Integer> context, int symbol) {
        Following following = following(context);
        return following == null ? 0 : following.count(symbol);
    }

    /** The contexts of {@code length} symbols, most frequent first, then in the order of their symbols. */
    public List<Context> frequent(int length, int limit) {
        List<Context> found = new ArrayList<>();
        contexts.forEach((context, following) -> {
            if (context.size() == length) {
                found.add(new Context(context, following.total()));
            }
        });
        found.sort(Comparator.comparingInt((Context c) -> -c.count()).thenComparing(Context::symbols,
                NGramCounts::compare));
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = Integer.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** For every n from 1 on. */
    public List<Sparsity> sparsity(List<int[]> test) {
        List<Sparsity> sparsity = new ArrayList<>();
        double possible = 1;
        for (int n = 1; n <= largest; n++, possible *= V) {
            int seen = 0;
            for (List<Integer> context : contexts.keySet()) {
                seen += context.size() == n - 1 && !context.contains(start) ? 1 : 0;
            }
            sparsity.add(new Sparsity(n, seen, possible, unseen(test, n)));
        }
        return sparsity;
    }

    private double unseen(List<int[]> test, int n) {
        int all = 0;
        int unseen = 0;
        for (int[] sequence : test) {
            int[] symbols = stopped(sequence);
            for (int t = start == NO_SYMBOL ? n - 1 : 0; t < symbols.length; t++) {
                all++;
                unseen += count(context(symbols, t, n - 1), symbols[t]) == 0 ? 1 : 0;
            }
        }
        return all == 0 ? Double.NaN : (double) unseen / all;
    }
}
