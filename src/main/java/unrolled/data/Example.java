package unrolled.data;

import java.util.List;
import unrolled.tensor.Tensor;

/**
 * One sequence to run: what goes in at every step and, where known, what should come out.
 *
 * @param inputs  T × X numbers, one row a step
 * @param targets rows of the head's size, one for each counted step (every step, or only the last); null if there is
 *                nothing to learn
 * @param tokens  T labels of the inputs, or null if the inputs are plain numbers
 * @param answers labels of the targets, or null
 */
public record Example(String label, double[][] inputs, double[][] targets, List<String> tokens, List<String> answers) {

    /** A sequence of symbols as one-hot rows; {@code targets} may be null. */
    public static Example ofSymbols(String label, Vocabulary vocabulary, List<String> inputs, List<String> targets) {
        return new Example(label, oneHot(vocabulary, inputs), targets == null ? null : oneHot(vocabulary, targets),
                List.copyOf(inputs), targets == null ? null : List.copyOf(targets));
    }

    /** A text to be predicted: every symbol but the last goes in, every symbol but the first should come out. */
    public static Example ofText(Vocabulary vocabulary, String text) {
        List<String> points = Vocabulary.codePoints(text);
        return ofSymbols(text, vocabulary, points.subList(0, points.size() - 1), points.subList(1, points.size()));
    }

    /** Rows of numbers; {@code targets} may be null. */
    public static Example ofNumbers(double[][] inputs, double[][] targets) {
        return new Example("", inputs, targets, null, null);
    }

    public int steps() {
        return inputs.length;
    }

    /** Writes the inputs into the first rows of {@code x}. */
    public void writeInputs(Tensor x) {
        write(inputs, x, 0);
    }

    /** Writes the targets into {@code y}, so that the last target stands in row T − 1. */
    public void writeTargets(Tensor y) {
        write(targets, y, steps() - targets.length);
    }

    private static void write(double[][] rows, Tensor to, int first) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                to.set(first + r, c, rows[r][c]);
            }
        }
    }

    private static double[][] oneHot(Vocabulary vocabulary, List<String> symbols) {
        double[][] rows = new double[symbols.size()][vocabulary.size()];
        for (int t = 0; t < rows.length; t++) {
            rows[t][vocabulary.index(symbols.get(t))] = 1;
        }
        return rows;
    }
}
