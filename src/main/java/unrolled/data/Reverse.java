package unrolled.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import unrolled.tensor.Rng;

/** Strings to be written backwards; no string is drawn twice, so that none of the test was trained on. */
public final class Reverse {
    private Reverse() { }

    /**
     * @param alphabet  its code points are the symbols
     * @param shortest  the least length of a string; every length up to {@code longest} is as likely, as far as there
     *                  are strings left of it
     * @throws IllegalArgumentException if there are not so many strings
     */
    public static Samples samples(String alphabet, int shortest, int longest, int count, int testCount, Rng rng) {
        String[] symbols = Vocabulary.codePoints(alphabet).toArray(new String[0]);
        Draw.requireBetween("alphabet's length", symbols.length, 1, 64);
        Draw.requireBetween("shortest", shortest, 1, longest);
        Draw.requireBetween("count", count, 1, Integer.MAX_VALUE);
        Draw.requireBetween("testCount", testCount, 0, Integer.MAX_VALUE);
        double possible = possible(symbols.length, shortest, longest);
        if (count + (double) testCount > possible) {
            throw new IllegalArgumentException("count and testCount must be together at most " + (long) possible
                    + ", the number of strings, got " + count + " and " + testCount);
        }
        Set<List<String>> seen = new HashSet<>();
        List<Sample> all = new ArrayList<>();
        while (all.size() < count + testCount) {
            int length = shortest + Draw.below(longest - shortest + 1, rng);
            List<String> string = new ArrayList<>();
            List<String> reversed = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                String symbol = Draw.oneOf(symbols, rng);
                string.add(symbol);
                reversed.add(0, symbol);
            }
            if (seen.add(string)) {
                all.add(new Sample(string, reversed));
            }
        }
        return Samples.split(all, count);
    }

    private static double possible(int symbols, int shortest, int longest) {
        double strings = 0;
        double ofLength = 1;
        for (int length = 1; length <= longest; length++) {
            ofLength *= symbols;
            strings += length >= shortest ? ofLength : 0;
        }
        return strings;
    }
}
