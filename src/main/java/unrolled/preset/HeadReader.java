package unrolled.preset;

import static unrolled.preset.Values.require;

import java.util.List;
import unrolled.data.Example;
import unrolled.model.Head;

/** Reads {@code model.output}, and holds it against the data: what should come out must fit. */
final class HeadReader {
    private static final int MOST_OUTPUTS = 512;
    private static final String CROSS_ENTROPY = "crossEntropy";
    private static final String MEAN_SQUARE = "meanSquare";
    private static final String HALF_SQUARE_SUM = "halfSquareSum";

    private HeadReader() { }

    static Head read(Fields fields, Data data) {
        Data plain = data.plain();
        String usual = data.answers() == null ? "linear" : "softmax";
        Head.Kind kind = Head.Kind.valueOf(fields.word("kind", usual, "linear", "sigmoid", "tanh", "threshold",
                "softmax").toUpperCase());
        String usualAt = plain instanceof Data.Labelled ? "last" : plain instanceof Data.Pairs ? "decoder" : "every";
        Head.At at = Head.At.valueOf(fields.word("at", usualAt, "every", "last", "mean", "max", "attention",
                "decoder").toUpperCase());
        List<Example> examples = data.examples();
        double[][] targets = examples.get(0).targets();
        int known = data.answers() != null ? data.answers().size() : targets == null ? 0 : targets[0].length;
        int size = fields.integer("size", known, 1, MOST_OUTPUTS);
        require(size > 0, fields.at("size") + " must be given where the data have no targets");
        require(known == 0 || size == known, fields.at("size") + " must be " + known + " as the data say, got " + size);
        boolean symbols = data.answers() != null && !(plain instanceof Data.Tokens);
        require(!symbols || kind == Head.Kind.SOFTMAX, fields.at("kind")
                + " must be softmax where the answers are symbols, got " + fields.string("kind", usual));
        require(!(plain instanceof Data.Texts) || at == Head.At.EVERY, fields.at("at")
                + " must be every where the data are texts, got " + fields.string("at", usualAt));
        require(plain instanceof Data.Pairs == (at == Head.At.DECODER), fields.at("at")
                + (plain instanceof Data.Pairs ? " must be decoder" : " must not be decoder unless the data are pairs")
                + ", got " + fields.string("at", usualAt));
        for (int i = 0; at != Head.At.DECODER && i < examples.size(); i++) {
            Example example = examples.get(i);
            int counted = at == Head.At.EVERY ? example.steps() : 1;
            require(example.targets() == null || example.counted() == counted,
                    (plain instanceof Data.Tokens ? "data.target" : plain instanceof Data.Numbers ? "data.targets"
                            : "the answers of " + example.label()) + " must hold " + counted
                    + " for output at " + fields.string("at", usualAt) + " of " + example.steps() + " steps, got "
                    + example.counted());
        }
        Head.Loss loss = loss(fields, kind);
        fields.close();
        return new Head(kind, size, at, loss);
    }

    /**
     * Probabilities are judged by cross-entropy, other numbers by their squared distance; a σ may be judged by either.
     */
    private static Head.Loss loss(Fields fields, Head.Kind kind) {
        String word = switch (kind) {
            case SOFTMAX -> fields.word("loss", CROSS_ENTROPY, CROSS_ENTROPY);
            case SIGMOID -> fields.word("loss", CROSS_ENTROPY, CROSS_ENTROPY, MEAN_SQUARE, HALF_SQUARE_SUM);
            default -> fields.word("loss", MEAN_SQUARE, MEAN_SQUARE, HALF_SQUARE_SUM);
        };
        return switch (word) {
            case CROSS_ENTROPY -> Head.Loss.CROSS_ENTROPY;
            case MEAN_SQUARE -> Head.Loss.MEAN_SQUARE;
            default -> Head.Loss.HALF_SQUARE_SUM;
        };
    }

    /** The word that {@link #read} takes for it. */
    static String word(Head.At at) {
        return at.name().toLowerCase();
    }

    /** The word that {@link #read} takes for it. */
    static String word(Head.Loss loss) {
        return switch (loss) {
            case CROSS_ENTROPY -> CROSS_ENTROPY;
            case MEAN_SQUARE -> MEAN_SQUARE;
            case HALF_SQUARE_SUM -> HALF_SQUARE_SUM;
        };
    }
}
