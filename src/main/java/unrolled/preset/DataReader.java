package unrolled.preset;

import static unrolled.preset.Values.require;

import java.util.List;
import unrolled.data.Vocabulary;

/** Reads {@code data}: texts, or tokens, or numbers. */
final class DataReader {
    private static final int MOST_TEXTS = 8;
    // full backpropagation through time, and a stage that can still be read
    private static final int MOST_SYMBOLS = 256;
    private static final int MOST_VOCABULARY = 512;
    private static final int MOST_INPUTS = 64;

    private DataReader() { }

    static Data read(Fields fields) {
        int kinds = (fields.has("texts") ? 1 : 0) + (fields.has("tokens") ? 1 : 0) + (fields.has("inputs") ? 1 : 0);
        require(kinds == 1, "data must hold one of texts, tokens, inputs, got " + kinds + " of them");
        Data data = fields.has("texts") ? texts(fields) : fields.has("tokens") ? tokens(fields) : numbers(fields);
        fields.close();
        return data;
    }

    private static Data texts(Fields fields) {
        List<String> texts = fields.strings("texts");
        require(!texts.isEmpty() && texts.size() <= MOST_TEXTS, fields.at("texts") + " must hold 1.." + MOST_TEXTS
                + " texts, got " + texts.size());
        for (int i = 0; i < texts.size(); i++) {
            int size = texts.get(i).codePointCount(0, texts.get(i).length());
            require(size >= 2 && size <= MOST_SYMBOLS, fields.at("texts") + "[" + i + "] must have 2.." + MOST_SYMBOLS
                    + " symbols, got " + size + " (\"" + Values.shown(texts.get(i)) + "\")");
        }
        List<String> vocabulary = fields.has("vocabulary") ? vocabulary(fields) : Data.symbolsOf(texts);
        for (int i = 0; i < texts.size(); i++) {
            requireKnown(Vocabulary.codePoints(texts.get(i)), vocabulary, fields.at("texts") + "[" + i + "]");
        }
        return new Data.Texts(texts, vocabulary);
    }

    private static Data tokens(Fields fields) {
        List<String> tokens = fields.strings("tokens");
        require(!tokens.isEmpty() && tokens.size() <= MOST_SYMBOLS, fields.at("tokens") + " must hold 1.."
                + MOST_SYMBOLS + " symbols, got " + tokens.size());
        fields.required("vocabulary");
        List<String> vocabulary = vocabulary(fields);
        requireKnown(tokens, vocabulary, fields.at("tokens"));
        List<String> target = fields.has("target") ? fields.strings("target") : null;
        if (target != null) {
            requireKnown(target, vocabulary, fields.at("target"));
        }
        return new Data.Tokens(tokens, vocabulary, target);
    }

    private static Data numbers(Fields fields) {
        double[][] inputs = Values.rows(fields.get("inputs"), fields.at("inputs"));
        require(inputs.length >= 1 && inputs.length <= MOST_SYMBOLS, fields.at("inputs") + " must hold 1.."
                + MOST_SYMBOLS + " rows, got " + inputs.length);
        require(inputs[0].length <= MOST_INPUTS, fields.at("inputs") + " must have 1.." + MOST_INPUTS
                + " numbers a row, got " + inputs[0].length);
        return new Data.Numbers(inputs, fields.has("targets")
                ? Values.rows(fields.get("targets"), fields.at("targets")) : null);
    }

    private static List<String> vocabulary(Fields fields) {
        List<String> vocabulary = fields.strings("vocabulary");
        require(!vocabulary.isEmpty() && vocabulary.size() <= MOST_VOCABULARY,
                fields.at("vocabulary") + " must hold 1.." + MOST_VOCABULARY + " symbols, got " + vocabulary.size());
        try {
            new Vocabulary(vocabulary);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(fields.at("vocabulary") + ": " + e.getMessage());
        }
        return vocabulary;
    }

    private static void requireKnown(List<String> symbols, List<String> vocabulary, String at) {
        for (int i = 0; i < symbols.size(); i++) {
            require(vocabulary.contains(symbols.get(i)), at + " must be made of the vocabulary, got \""
                    + symbols.get(i) + "\" at position " + (i + 1));
        }
    }
}
