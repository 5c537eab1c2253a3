package unrolled.preset;

import static unrolled.preset.Values.require;

import java.util.ArrayList;
import java.util.List;

/** A matrix as people paste it: {@code [[1, 0], [0, 1]]}, rows of a spreadsheet, fractions like {@code -1/3}. */
public final class MatrixText {
    private static final int LONGEST = 1 << 20;

    private MatrixText() { }

    /**
     * @return the rows; a line or an inner bracket is one row
     * @throws IllegalArgumentException naming the row and the word that is no number, or rows of different length
     */
    public static double[][] read(String text) {
        require(text.length() <= LONGEST, "a pasted matrix must have at most " + LONGEST + " characters, got "
                + text.length());
        String body = text.strip();
        if (body.startsWith("[[") || body.startsWith("[ [")) {
            body = body.substring(1, body.endsWith("]") ? body.length() - 1 : body.length());
        }
        List<double[]> rows = new ArrayList<>();
        for (String line : split(body, "\n;]")) {
            List<String> words = split(line, " \t\r,[");
            if (!words.isEmpty()) {
                rows.add(numbers(words, rows.size() + 1));
            }
        }
        require(!rows.isEmpty(), "a pasted matrix must hold a number, got \"" + Values.shown(text) + "\"");
        for (int r = 1; r < rows.size(); r++) {
            require(rows.get(r).length == rows.get(0).length, "row " + (r + 1) + " must have " + rows.get(0).length
                    + " numbers as the first, got " + rows.get(r).length);
        }
        return rows.toArray(new double[0][]);
    }

    private static double[] numbers(List<String> words, int row) {
        double[] numbers = new double[words.size()];
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = number(words.get(c), "row " + row + ", column " + (c + 1));
        }
        return numbers;
    }

    /** A decimal number or a fraction of two; {@code −} is a minus too. */
    private static double number(String word, String at) {
        String plain = word.replace('−', '-');
        int slash = plain.indexOf('/');
        double value;
        try {
            value = slash < 0 ? decimal(plain) : decimal(plain.substring(0, slash)) / decimal(plain.substring(slash
                    + 1));
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        require(Math.abs(value) <= Float.MAX_VALUE, at + " must be a finite number or a fraction, got \""
                + Values.shown(word) + "\"");
        return value;
    }

    /** Digits only: no words like Infinity, no hexadecimals, no suffixes. */
    private static double decimal(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("0123456789+-.eE".indexOf(word.charAt(i)) < 0) {
                throw new NumberFormatException(word);
            }
        }
        return Double.parseDouble(word);
    }

    private static List<String> split(String text, String separators) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
                if (i > start) {
                    parts.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
