package unrolled.data;

import java.util.List;

/** What one symbol of a text is. */
public enum Unit {
    CHAR {
        @Override
        public List<String> split(String text) {
            return Vocabulary.codePoints(text);
        }

        @Override
        public String join(List<String> symbols) {
            return String.join("", symbols);
        }
    },
    WORD {
        @Override
        public List<String> split(String text) {
            return Vocabulary.words(text);
        }

        @Override
        public String join(List<String> symbols) {
            return String.join(" ", symbols);
        }
    };

    public abstract List<String> split(String text);

    public abstract String join(List<String> symbols);
}
