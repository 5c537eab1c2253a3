package unrolled.exchange;

import java.util.List;
import unrolled.data.Example;
import unrolled.lab.Lab;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/** Tables of comma-separated values (RFC 4180): one tensor, or the data. */
public final class Csv {
    private static final String END = "\r\n";

    private Csv() { }

    /** One tensor, a row a line; rows and columns count from 1, and the rows of what has steps are those. */
    public static String tensor(Lab lab, String name) {
        Trace.Entry entry = lab.trace().entry(name);
        if (entry == null) {
            StringBuilder names = new StringBuilder();
            lab.trace().entries().forEach(one -> names.append(names.length() == 0 ? "" : ", ").append(one.name()));
            throw new IllegalArgumentException("the tensor must be one of " + names + ", got " + name);
        }
        Tensor tensor = entry.tensor();
        StringBuilder csv = new StringBuilder("row");
        for (int c = 1; c <= tensor.cols; c++) {
            csv.append(',').append(c);
        }
        for (int r = 0; r < tensor.rows; r++) {
            csv.append(END).append(r + 1);
            for (int c = 0; c < tensor.cols; c++) {
                csv.append(',').append(Decimal.of(tensor.get(r, c)));
            }
        }
        return csv.append(END).toString();
    }

    /** What goes in at every step of every example, and what should come out: symbols where there are any. */
    public static String data(Lab lab) {
        List<Example> examples = lab.preset().data().examples();
        Example first = examples.get(0);
        StringBuilder csv = new StringBuilder("example,step");
        header(csv, first.tokens() != null, "input", first.inputs()[0].length);
        if (first.targets() != null) {
            header(csv, first.answers() != null, "target", first.targets()[0].length);
        }
        for (int e = 0; e < examples.size(); e++) {
            Example example = examples.get(e);
            for (int t = 0; t < example.steps(); t++) {
                csv.append(END).append(e + 1).append(',').append(t + 1);
                cells(csv, example.tokens(), example.inputs(), t, example.inputs()[0].length);
                if (example.targets() != null) {
                    cells(csv, example.answers(), example.targets(), t - (example.steps() - example.counted()),
                            example.targets()[0].length);
                }
            }
        }
        return csv.append(END).toString();
    }

    private static void header(StringBuilder csv, boolean symbols, String name, int width) {
        for (int i = 1; i <= (symbols ? 1 : width); i++) {
            csv.append(',').append(name).append(symbols || width == 1 ? "" : "" + i);
        }
    }

    /** @param t the row; one below 0 is empty */
    private static void cells(StringBuilder csv, List<String> symbols, double[][] rows, int t, int width) {
        for (int i = 0; i < (symbols != null ? 1 : width); i++) {
            csv.append(',').append(t < 0 ? "" : symbols != null ? quoted(symbols.get(t)) : Decimal.of(rows[t][i]));
        }
    }

    private static String quoted(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            plain &= ",\"\r\n ".indexOf(text.charAt(i)) < 0;
        }
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
