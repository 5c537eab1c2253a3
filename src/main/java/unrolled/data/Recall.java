package unrolled.data;

import java.util.ArrayList;
import java.util.List;
import unrolled.tensor.Rng;

/**
 * A symbol to remember (A, B, C …), then distractors (x, y, z), then a mark at which the first symbol is asked for:
 * B x z z y ? → B. The symbols take turns, so that guessing one of them is right once in {@code symbols} times.
 */
public final class Recall {
    /** At this symbol the answer is due. */
    public static final String MARK = "?";
    private static final String[] DISTRACTORS = {"x", "y", "z"};

    private Recall() { }

    /** Test samples are drawn like the others; with few distractors some are the same. */
    public static Samples samples(int symbols, int distractors, int count, int testCount, Rng rng) {
        Draw.requireBetween("symbols", symbols, 2, 'W' - 'A' + 1);
        Draw.requireBetween("distractors", distractors, 0, 1000);
        Draw.requireBetween("count", count, 1, Integer.MAX_VALUE);
        Draw.requireBetween("testCount", testCount, 0, Integer.MAX_VALUE);
        List<Sample> all = new ArrayList<>();
        for (int k = 0; k < count + testCount; k++) {
            String symbol = String.valueOf((char) ('A' + k % symbols));
            List<String> inputs = new ArrayList<>();
            inputs.add(symbol);
            for (int i = 0; i < distractors; i++) {
                inputs.add(Draw.oneOf(DISTRACTORS, rng));
            }
            inputs.add(MARK);
            all.add(new Sample(inputs, List.of(symbol)));
        }
        return Samples.split(all, count);
    }
}
