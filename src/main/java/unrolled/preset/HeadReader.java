package unrolled.preset;

import static unrolled.preset.Values.require;

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
        String usual = data instanceof Data.Numbers ? "linear" : "softmax";
        Head.Kind kind = Head.Kind.valueOf(fields.word("kind", usual, "linear", "sigmoid", "tanh", "threshold",
                "softmax").toUpperCase());
        Head.At at = Head.At.valueOf(fields.word("at", "every", "every", "last", "mean", "max", "attention").toUpperCase());
        Example example = data.examples().get(0);
        double[][] targets = example.targets();
        int known = data instanceof Data.Numbers ? targets == null ? 0 : targets[0].length : data.inputSize();
        int size = fields.integer("size", known, 1, MOST_OUTPUTS);
        require(size > 0, fields.at("size") + " must be given where the data have no targets");
        require(known == 0 || size == known, fields.at("size") + " must be " + known + " as the data say, got " + size);
        require(!(data instanceof Data.Texts) || kind == Head.Kind.SOFTMAX && at == Head.At.EVERY,
                fields.at("kind") + " must be softmax at every step where the data are texts, got "
                        + fields.string("kind", usual));
        if (targets != null) {
            int counted = at == Head.At.EVERY ? example.steps() : 1;
            require(targets.length == counted, (data instanceof Data.Tokens ? "data.target" : "data.targets")
                    + " must hold " + counted
                    + " for output at " + fields.string("at", "every") + " of " + example.steps() + " steps, got "
                    + targets.length);
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
