package unrolled.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The symbols a model knows, each with its index. A symbol of a text is one Unicode code point; a symbol may also be a
 * word.
 */
public final class Vocabulary {
    private final List<String> symbols;
    private final Map<String, Integer> indices = new HashMap<>();

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
}
