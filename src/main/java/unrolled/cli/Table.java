package unrolled.cli;

import com.eclipsesource.json.JsonObject;
import java.io.PrintWriter;
import java.util.Locale;
import unrolled.lab.Checks;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/** A run as text: the metrics, the claims, then every tensor, a row a line (of what has steps, a step a line). */
final class Table {
    private static final int COLUMNS = 12;

    private Table() { }

    static void print(Opened opened, PrintWriter out) {
        out.println(opened.lab().preset().lesson().title() + " (" + opened.id() + ")");
        for (JsonObject.Member metric : RunJson.metrics(opened)) {
            out.printf("  %-14s %s%n", metric.getName(), metric.getValue());
        }
        if (!opened.checks().isEmpty()) {
            out.println("checks");
            opened.checks().forEach(check -> out.println("  " + line(check)));
        }
        for (Trace.Entry entry : Tensors.of(opened.lab())) {
            print(entry, out);
        }
    }

    /** One claim: whether it holds, what was expected, what came. */
    static String line(Checks.Result check) {
        String expected = switch (check.relation()) {
            case EQUAL -> check.expected().toString();
            case WITHIN -> check.expected() + " within " + check.tolerance();
            case AT_MOST -> "at most " + check.expected();
            case AT_LEAST -> "at least " + check.expected();
        };
        return (check.ok() ? "ok     " : "FAILED ") + check.fullName() + ": expected " + expected + ", got "
                + check.actual();
    }

    private static void print(Trace.Entry entry, PrintWriter out) {
        Tensor tensor = entry.tensor();
        out.println(entry.name() + " [" + (tensor.vector ? "" : tensor.rows + ",") + tensor.cols + "]");
        for (int r = 0; r < tensor.rows; r++) {
            out.print(" ");
            for (int c = 0; c < Math.min(COLUMNS, tensor.cols); c++) {
                out.printf(Locale.ROOT, " %11.4g", tensor.get(r, c));
            }
            out.println(tensor.cols > COLUMNS ? "  and " + (tensor.cols - COLUMNS) + " more" : "");
        }
    }
}
