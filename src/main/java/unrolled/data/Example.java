package unrolled.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import unrolled.tensor.Tensor;

/**
 * One sequence to run: what goes in at every step and, where known, what should come out.
 *
 * @param inputs  T × X numbers, one row a step
 * @param targets rows of the head's size, one for each counted step, the last of them at step T − 1 (every step, only
 *                the last, those of a decoder); null if there is nothing to learn
 * @param tokens  T labels of the inputs, or null if the inputs are plain numbers
 * @param answers labels of the targets, or null
 * @param source  S, how many steps an encoder reads before a decoder answers; 0 if there is none
 * @param padding how many steps of padding follow that are masked, and so not run at all
 * @param symbols of the inputs, if every one is one-hot, where its one is; else null
 * @param classes of the targets, likewise
 */
public record Example(String label, double[][] inputs, double[][] targets, List<String> tokens, List<String> answers,
                      int source, int padding, int[] symbols, int[] classes) {

    private Example(String label, double[][] inputs, double[][] targets, List<String> tokens, List<String> answers,
            int source, int padding) {
        this(label, inputs, targets, tokens, answers, source, padding, ones(inputs), ones(targets));
    }

    /** A sequence of symbols as one-hot rows; {@code targets} may be null. */
    public static Example ofSymbols(String label, Vocabulary vocabulary, List<String> inputs, List<String> targets) {
        return ofSymbols(label, vocabulary, inputs, vocabulary, targets);
    }

    /** A sequence of symbols that is answered in symbols of another kind: labels, tags; {@code targets} may be null. */
    public static Example ofSymbols(String label, Vocabulary vocabulary, List<String> inputs, Vocabulary kinds,
            List<String> targets) {
        return new Example(label, vocabulary.oneHot(inputs), targets == null ? null : kinds.oneHot(targets),
                List.copyOf(inputs), targets == null ? null : List.copyOf(targets), 0, 0);
    }

    /** Symbols to be predicted: every one but the last goes in, every one but the first should come out. */
    public static Example ofText(String label, Vocabulary vocabulary, List<String> symbols) {
        return ofSymbols(label, vocabulary, symbols.subList(0, symbols.size() - 1), symbols.subList(1, symbols.size()));
    }

    /** A text to be predicted, one code point a symbol. */
    public static Example ofText(Vocabulary vocabulary, String text) {
        return ofText(text, vocabulary, Vocabulary.codePoints(text));
    }

    /** Rows of numbers; {@code targets} may be null. */
    public static Example ofNumbers(String label, double[][] inputs, double[][] targets) {
        return new Example(label, inputs, targets, null, null, 0, 0);
    }

    /**
     * A source to be read and a target to be written: the decoder is given {@link Vocabulary#START} and then what it
     * should have written, and should write the target and then {@link Vocabulary#STOP}.
     */
    public static Example ofPair(String label, Vocabulary vocabulary, List<String> source, List<String> target) {
        List<String> inputs = new ArrayList<>(source);
        inputs.add(Vocabulary.START);
        inputs.addAll(target);
        List<String> outputs = new ArrayList<>(target);
        outputs.add(Vocabulary.STOP);
        return new Example(label, vocabulary.oneHot(inputs), vocabulary.oneHot(outputs), List.copyOf(inputs),
                List.copyOf(outputs), source.size(), 0);
    }

    /** The same with {@code masked} steps of padding after it. */
    public Example padded(int masked) {
        return new Example(label, inputs, targets, tokens, answers, source, masked);
    }

    /** {@code n} steps from step {@code from}; of a sequence that is answered at every step. */
    public Example part(int from, int n) {
        double[][] some = new double[n][];
        System.arraycopy(inputs, from, some, 0, n);
        double[][] wanted = new double[n][];
        System.arraycopy(targets, from, wanted, 0, n);
        return new Example("…" + String.join("", tokens.subList(from, from + n)) + "…", some, wanted,
                tokens.subList(from, from + n), answers.subList(from, from + n), 0, 0);
    }

    public int steps() {
        return inputs.length;
    }

    /** How many steps are answered: the last ones. */
    public int counted() {
        return targets == null ? 0 : targets.length;
    }

    /** How many of {@code n} steps from step {@code from} are answered. */
    public int counted(int from, int n) {
        return Math.max(0, Math.min(from + n, steps()) - Math.max(from, steps() - counted()));
    }

    /** Whether both run in the same rhythm, side by side. */
    public boolean runsWith(Example other) {
        return steps() == other.steps() && counted() == other.counted() && source == other.source;
    }

    /**
     * Writes {@code n} steps of the inputs from step {@code from} into the rows of x, zeros before, that belong to a
     * lane of B.
     */
    public void writeInputs(Tensor x, int from, int n, int lane, int B) {
        for (int t = 0; t < n; t++) {
            write(inputs, symbols, from + t, x, t * B + lane);
        }
    }

    /** The targets of {@code n} steps from step {@code from}, likewise; steps without an answer are left alone. */
    public void writeTargets(Tensor y, int from, int n, int lane, int B) {
        int first = steps() - counted();
        for (int t = Math.max(0, first - from); t < n; t++) {
            write(targets, classes, from + t - first, y, t * B + lane);
        }
    }

    private static void write(double[][] rows, int[] ones, int t, Tensor to, int r) {
        if (ones != null) {
            to.set(r, ones[t], 1);
            return;
        }
        for (int c = 0; c < rows[t].length; c++) {
            to.set(r, c, rows[t][c]);
        }
    }

    private static int[] ones(double[][] rows) {
        int[] ones = rows == null ? null : new int[rows.length];
        for (int t = 0; ones != null && t < rows.length; t++) {
            ones[t] = one(rows[t]);
            ones = ones[t] < 0 ? null : ones;
        }
        return ones;
    }

    /** Where the one is in a row of zeros; −1 if it is another row. */
    private static int one(double[] row) {
        int one = -1;
        for (int c = 0; c < row.length; c++) {
            if (row[c] != 0) {
                if (row[c] != 1 || one >= 0) {
                    return -1;
                }
                one = c;
            }
        }
        return one;
    }

    /** The labels of the steps, with those of the padding; null if the inputs are plain numbers. */
    public List<String> shownTokens() {
        if (tokens == null || padding == 0) {
            return tokens;
        }
        List<String> shown = new ArrayList<>(tokens);
        shown.addAll(Collections.nCopies(padding, Vocabulary.PAD));
        return shown;
    }
}
