package unrolled.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import unrolled.tensor.Numbers;

/**
 * Beam search (Lowerre, 1976; Sutskever et al., 2014): many beginnings of a text at once, of which the likeliest go on.
 *
 * <pre>
 *   log p(s1 … sn) = Σ log p(si | s1 … si−1)
 *   at every step each beginning is continued by every symbol, and the width likeliest continuations are kept
 * </pre>
 *
 * <p>A kept continuation by the end symbol is finished: it leaves the beam and is set aside. The search stops after
 * {@code length} symbols, when nothing is left to continue, or when no beginning is likelier than the best finished
 * text, since going on only costs probability. There is no reward for length. Width 1 is greedy; a width of all texts
 * is exhaustive.
 */
public final class Beam {
    /** For a search without an end symbol. */
    public static final int NO_END = -1;

    private final int width;
    private final int length;
    private final int end;
    private final int shown;

    /**
     * A beginning continued by one symbol.
     *
     * @param id       its number, counted from 0 over all steps
     * @param parent   the id of the beginning; −1 at the first step
     * @param p        p(symbol | beginning)
     * @param logp     log p of all symbols from the first step on
     * @param kept     whether it is among the {@code width} likeliest of its step
     * @param finished whether its symbol is the end symbol
     */
    public record Candidate(int id, int parent, int symbol, double p, double logp, boolean kept, boolean finished) { }

    /**
     * A text without its prime.
     *
     * @param id       the last candidate's; −1 if there is no symbol
     * @param symbols  with the end symbol, if it is finished
     */
    public record Hypothesis(int id, List<Integer> symbols, double logp, boolean finished) { }

    /**
     * All that was tried.
     *
     * @param steps of every step the candidates, in the order of their ids; for each beginning its likeliest
     *              continuations come first, and those that could not be kept nor shown are not there
     * @param best  the likeliest text, finished or of full length
     */
    public record Tree(List<List<Candidate>> steps, Hypothesis best) { }

    private record Beginning(Hypothesis text, double[] state) { }

    /** @param own log p(symbol | beginning) */
    private record Continuation(Beginning beginning, int id, int symbol, double own) {

        double logp() {
            return beginning.text().logp() + own;
        }
    }

    /**
     * @param width  how many continuations are kept, 1 or more
     * @param length the most symbols a text may have
     * @param end    the end symbol, or {@link #NO_END}
     * @param shown  how many continuations of a beginning the tree holds at least, if there are so many
     */
    public Beam(int width, int length, int end, int shown) {
        if (width < 1) {
            throw new IllegalArgumentException("the width of a beam must be 1 or more, got " + width);
        }
        this.width = width;
        this.length = length;
        this.end = end;
        this.shown = shown;
    }

    /** Searches on from {@code prime}. */
    public Tree search(Speaker speaker, int[] prime) {
        speaker.start(prime);
        List<List<Candidate>> steps = new ArrayList<>();
        List<Beginning> live = List.of(new Beginning(new Hypothesis(-1, List.of(), 0, false), speaker.state()));
        Hypothesis finished = null;
        int ids = 0;
        while (steps.size() < length && !live.isEmpty()
                && (finished == null || likeliest(live).logp() > finished.logp())) {
            List<Continuation> tried = new ArrayList<>();
            for (Beginning beginning : live) {
                tried.addAll(continuations(speaker, beginning, ids + tried.size()));
            }
            if (tried.isEmpty()) {
                break;                                      // no beginning can go on
            }
            List<Continuation> kept = likeliest(tried, width);
            steps.add(candidates(tried, kept));
            ids += tried.size();
            live = new ArrayList<>();
            for (Continuation c : kept) {
                Hypothesis text = text(c);
                if (!text.finished()) {
                    live.add(new Beginning(text, read(speaker, c)));
                } else if (finished == null || text.logp() > finished.logp()) {
                    finished = text;
                }
            }
        }
        return new Tree(steps, best(finished, live));
    }

    /** The likeliest symbols that can follow, likeliest first: no other can be kept, and few others are worth seeing. */
    private List<Continuation> continuations(Speaker speaker, Beginning beginning, int firstId) {
        double[] logp = new double[speaker.symbols()];
        speaker.restore(beginning.state());
        speaker.logProbabilities(logp);
        List<Continuation> all = new ArrayList<>();
        while (all.size() < Math.max(width, shown)) {
            int best = -1;
            for (int j = 0; j < logp.length; j++) {
                if (logp[j] > (best < 0 ? Double.NEGATIVE_INFINITY : logp[best])) {
                    best = j;
                }
            }
            if (best < 0) {
                break;
            }
            all.add(new Continuation(beginning, firstId + all.size(), best, logp[best]));
            logp[best] = Double.NEGATIVE_INFINITY;
        }
        return all;
    }

    /** Likeliest first; of equally likely ones in the order of their ids. */
    private static List<Continuation> likeliest(List<Continuation> all, int n) {
        List<Continuation> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(c -> -c.logp()));
        return sorted.subList(0, Math.min(n, sorted.size()));
    }

    private List<Candidate> candidates(List<Continuation> tried, List<Continuation> kept) {
        int first = tried.get(0).id();
        boolean[] keep = new boolean[tried.size()];
        for (Continuation c : kept) {
            keep[c.id() - first] = true;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Continuation c : tried) {
            candidates.add(new Candidate(c.id(), c.beginning().text().id(), c.symbol(), Numbers.exp(c.own()), c.logp(),
                    keep[c.id() - first], c.symbol() == end));
        }
        return candidates;
    }

    private Hypothesis text(Continuation c) {
        List<Integer> symbols = new ArrayList<>(c.beginning().text().symbols());
        symbols.add(c.symbol());
        return new Hypothesis(c.id(), symbols, c.logp(), c.symbol() == end);
    }

    private static double[] read(Speaker speaker, Continuation c) {
        speaker.restore(c.beginning().state());
        speaker.read(c.symbol());
        return speaker.state();
    }

    private static Hypothesis best(Hypothesis finished, List<Beginning> live) {
        return live.isEmpty() || finished != null && finished.logp() >= likeliest(live).logp() ? finished
                : likeliest(live);
    }

    /** The first of those, which stand likeliest first. */
    private static Hypothesis likeliest(List<Beginning> live) {
        return live.get(0).text();
    }
}
