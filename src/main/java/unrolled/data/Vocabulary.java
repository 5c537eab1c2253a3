package unrolled.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The symbols a model knows, each with its index. A symbol of a text is one Unicode code point, or a word; a few stand
 * for no symbol at all but for what a model must know beside them.
 */
public final class Vocabulary {
    /** Fills what is shorter than it should be; it is no symbol of any text. */
    public static final String PAD = "⟨pad⟩";
    /** Any symbol the vocabulary does not hold. */
    public static final String UNKNOWN = "⟨unk⟩";
    /** Before the first symbol. */
    public static final String START = "⟨s⟩";
    /** After the last symbol. */
    public static final String STOP = "⟨/s⟩";

    private final List<String> symbols;
    private final Map<String, Integer> indices = new HashMap<>();
    private final double[][] oneHot;

    /** @throws IllegalArgumentException if a symbol is empty or stands there twice */
    public Vocabulary(List<String> symbols) {
        this.symbols = Collections.unmodifiableList(new ArrayList<>(symbols));
        for (String symbol : symbols) {
            if (symbol.isEmpty()) {
                throw new IllegalArgumentException("a vocabulary must not hold an empty symbol");
            }
            if (indices.put(symbol, indices.size()) != null) {
                throw new IllegalArgumentException("a vocabulary must hold each symbol once, got \"" + symbol
                        + "\" twice");
            }
        }
        oneHot = new double[symbols.size()][];
    }

    /**
     * The symbols of some texts in order of appearance, behind the special ones.
     *
     * @param least how often a symbol must appear to be one; what is rarer is unknown
     */
    public static List<String> of(List<List<String>> texts, int least, List<String> special) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (List<String> text : texts) {
            for (String symbol : text) {
                counts.merge(symbol, 1, Integer::sum);
            }
        }
        List<String> symbols = new ArrayList<>(special);
        counts.forEach((symbol, count) -> {
            if (count >= least && !special.contains(symbol)) {
                symbols.add(symbol);
            }
        });
        return symbols;
    }

    /** The code points of a text, each as a string of its own: "né" is n, é (or n, e, ◌́ if it was typed that way). */
    public static List<String> codePoints(String text) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int size = Character.charCount(text.codePointAt(i));
            points.add(text.substring(i, i + size));
            i += size;
        }
        return points;
    }

    /** The words of a text: what stands between white space. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    public int size() {
        return symbols.size();
    }

    public List<String> symbols() {
        return symbols;
    }

    public String symbol(int index) {
        return symbols.get(index);
    }

    /** The symbol's index, or −1 if the vocabulary does not hold it. */
    public int index(String symbol) {
        Integer index = indices.get(symbol);
        return index == null ? -1 : index;
    }

    /** Whether there is an index for every symbol there may be. */
    public boolean hasUnknown() {
        return indices.containsKey(UNKNOWN);
    }

    /** The symbol as the model knows it: itself, or {@link #UNKNOWN}. */
    public String known(String symbol) {
        if (index(symbol) < 0 && !hasUnknown()) {
            throw new IllegalArgumentException("the vocabulary has neither \"" + symbol + "\" nor a symbol for what is"
                    + " unknown");
        }
        return index(symbol) < 0 ? UNKNOWN : symbol;
    }

    /** One-hot rows of symbols; rows of the same symbol are one array and not to be written to. */
    double[][] oneHot(List<String> tokens) {
        double[][] rows = new double[tokens.size()][];
        for (int t = 0; t < rows.length; t++) {
            int index = index(known(tokens.get(t)));
            if (oneHot[index] == null) {
                oneHot[index] = new double[size()];
                oneHot[index][index] = 1;
            }
            rows[t] = oneHot[index];
        }
        return rows;
    }
}
