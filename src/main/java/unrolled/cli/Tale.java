package unrolled.cli;

import unrolled.tensor.Rng;

/**
 * Writes texts that have something to be learned in them. The grammar, where a | b is one of them, (a) one or none and
 * {n} a number that goes on to where it is needed:
 *
 * <pre>
 *   text       part*                                        parts are parted by an empty line
 *   part       prose | program
 *   prose      sentence+, broken into lines of at most 48 letters
 *   sentence   subject{n} verb{n} (the noun) (words) .      number agrees over what stands between
 *            | name says "sentence"                         quotes
 *   subject{n} the (adjective) noun{n} (near the noun{m}) (aside)
 *   aside      ( words | [ words ] | words aside )          brackets, at most 3 deep
 *   program    name: line+ end                              a block is two spaces deeper than its head
 *   line       for noun{1} in digit: block end | if adjective: block end | put digit star{digit}
 * </pre>
 */
final class Tale {
    private static final int WIDTH = 48;
    private static final int DEEPEST = 3;
    private static final String[][] NOUNS = {{"cat", "cats"}, {"dog", "dogs"}, {"bird", "birds"}, {"tree", "trees"},
        {"river", "rivers"}, {"lamp", "lamps"}, {"child", "children"}, {"wolf", "wolves"}};
    private static final String[][] VERBS = {{"sleeps", "sleep"}, {"sings", "sing"}, {"runs", "run"}, {"waits", "wait"},
        {"is red", "are red"}, {"has time", "have time"}};
    private static final String[][] SEES = {{"sees", "see"}, {"finds", "find"}, {"likes", "like"}};
    private static final String[] ADJECTIVES = {"old", "small", "quiet", "blue"};
    private static final String[] NAMES = {"anna", "ben", "cora", "dan"};
    private static final String[] WORDS = {"again", "at night", "by day", "of course", "so far", "today"};

    private final Rng rng;
    private final StringBuilder text = new StringBuilder();

    private Tale(Rng rng) {
        this.rng = rng;
    }

    /** At least {@code length} letters, up to the end of a part. */
    static String of(int length, long seed) {
        Tale tale = new Tale(new Rng(seed));
        while (tale.text.length() < length) {
            if (tale.likely(0.6)) {
                tale.prose();
            } else {
                tale.program();
            }
            tale.text.append('\n');
        }
        return tale.text.toString();
    }

    private void prose() {
        StringBuilder words = new StringBuilder();
        for (int n = 2 + below(4); n > 0; n--) {
            words.append(sentence(true)).append(n > 1 ? " " : "");
        }
        int line = 0;
        for (String word : words.toString().split(" ")) {
            if (line > 0 && line + 1 + word.length() > WIDTH) {
                text.append('\n');
                line = 0;
            }
            text.append(line > 0 ? " " : "").append(word);
            line += (line > 0 ? 1 : 0) + word.length();
        }
        text.append('\n');
    }

    private String sentence(boolean mayQuote) {
        if (mayQuote && likely(0.3)) {
            return oneOf(NAMES) + " says \"" + sentence(false) + "\"";
        }
        int n = below(2);
        String verb = likely(0.4) ? oneOf(SEES)[n] + " the " + oneOf(NOUNS)[below(2)] : oneOf(VERBS)[n];
        return subject(n) + " " + verb + (likely(0.2) ? " " + oneOf(WORDS) : "") + ".";
    }

    private String subject(int n) {
        return "the " + (likely(0.4) ? oneOf(ADJECTIVES) + " " : "") + oneOf(NOUNS)[n]
                + (likely(0.3) ? " near the " + oneOf(NOUNS)[below(2)] : "") + (likely(0.25) ? " " + aside(1) : "");
    }

    private String aside(int depth) {
        boolean square = depth == 2;
        String words = oneOf(WORDS) + (depth < DEEPEST && likely(0.4) ? " " + aside(depth + 1) : "")
                + (likely(0.3) ? " " + oneOf(WORDS) : "");
        return (square ? "[" : "(") + words + (square ? "]" : ")");
    }

    private void program() {
        text.append(oneOf(NAMES)).append(":\n");
        block(1);
        text.append("end\n");
    }

    private void block(int depth) {
        for (int n = 1 + below(3); n > 0; n--) {
            String indent = "  ".repeat(depth);
            text.append(indent);
            if (depth < DEEPEST && likely(0.4)) {
                text.append(likely(0.5) ? "for " + oneOf(NOUNS)[0] + " in " + (2 + below(7))
                        : "if " + oneOf(ADJECTIVES)).append(":\n");
                block(depth + 1);
                text.append(indent).append("end\n");
            } else {
                int stars = 1 + below(9);
                text.append("put ").append(stars).append(' ').append("*".repeat(stars)).append('\n');
            }
        }
    }

    private boolean likely(double share) {
        return rng.nextDouble() < share;
    }

    private int below(int n) {
        return (int) (n * rng.nextDouble());
    }

    private <T> T oneOf(T[] all) {
        return all[below(all.length)];
    }
}
