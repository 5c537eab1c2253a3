package unrolled.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import unrolled.tensor.Rng;

/**
 * Long word sentences in which one word decides the label and all others say nothing; the two labels take turns.
 * No sentence is drawn twice.
 */
public final class Clue {
    private static final String[] LABELS = {"liked", "disliked"};
    private static final String[][] CLUES = {{"lovely", "superb", "charming"}, {"dull", "clumsy", "tiresome"}};
    private static final String[] FILLERS = {"we", "saw", "it", "on", "the", "coast", "with", "friends", "one",
        "evening", "and", "walked", "home", "by", "a", "river"};
    private static final int MOST = 1000;

    private Clue() { }

    /**
     * @param length   words in a sentence
     * @param position where the clue stands: 0 first, 1 last, between them its share of the way
     */
    public static Samples samples(int length, double position, int count, int testCount, Rng rng) {
        Draw.requireBetween("length", length, 4, 1000);
        if (!(position >= 0 && position <= 1)) {
            throw new IllegalArgumentException("position must be 0..1, got " + position);
        }
        Draw.requireBetween("count", count, 1, MOST);
        Draw.requireBetween("testCount", testCount, 0, MOST);
        int place = (int) (position * (length - 1) + 0.5);
        Set<List<String>> seen = new HashSet<>();
        List<Sample> all = new ArrayList<>();
        while (all.size() < count + testCount) {
            int label = all.size() % LABELS.length;
            List<String> words = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                words.add(Draw.oneOf(i == place ? CLUES[label] : FILLERS, rng));
            }
            if (seen.add(words)) {
                all.add(new Sample(words, List.of(LABELS[label])));
            }
        }
        return Samples.split(all, count);
    }
}
