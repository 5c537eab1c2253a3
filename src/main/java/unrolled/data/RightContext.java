package unrolled.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import unrolled.tensor.Rng;

/**
 * Sentences to be tagged in which one word of each clause is a noun or an adjective by what follows: "the orange fell"
 * (D N V), "the orange kite fell" (D A N V). Nothing before the word tells which, and both are as likely; every other
 * word has one tag. No sentence is drawn twice.
 */
public final class RightContext {
    private static final String[] DETERMINERS = {"the", "our", "my", "one"};
    private static final String[] AMBIGUOUS = {"orange", "light", "cold", "silver", "stone"};
    private static final String[] NOUNS = {"kite", "bell", "boat", "door", "lamp", "cup"};
    private static final String[] VERBS = {"fell", "stayed", "moved", "vanished", "returned"};
    private static final int MOST = 1000;

    private RightContext() { }

    /** @param clauses of one sentence, joined by "and" (tag C) */
    public static Samples samples(int clauses, int count, int testCount, Rng rng) {
        Draw.requireBetween("clauses", clauses, 2, 8);
        Draw.requireBetween("count", count, 1, MOST);
        Draw.requireBetween("testCount", testCount, 0, MOST);
        Set<List<String>> seen = new HashSet<>();
        List<Sample> all = new ArrayList<>();
        while (all.size() < count + testCount) {
            List<String> words = new ArrayList<>();
            List<String> tags = new ArrayList<>();
            for (int c = 0; c < clauses; c++) {
                if (c > 0) {
                    words.add("and");
                    tags.add("C");
                }
                clause(words, tags, rng);
            }
            if (seen.add(words)) {
                all.add(new Sample(words, tags));
            }
        }
        return Samples.split(all, count);
    }

    private static void clause(List<String> words, List<String> tags, Rng rng) {
        words.add(Draw.oneOf(DETERMINERS, rng));
        tags.add("D");
        words.add(Draw.oneOf(AMBIGUOUS, rng));
        if (Draw.below(2, rng) == 0) {
            tags.add("N");
        } else {
            tags.add("A");
            words.add(Draw.oneOf(NOUNS, rng));
            tags.add("N");
        }
        words.add(Draw.oneOf(VERBS, rng));
        tags.add("V");
    }
}
