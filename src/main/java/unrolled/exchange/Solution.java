package unrolled.exchange;

import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.explain.Explanation;
import unrolled.explain.Formula;
import unrolled.explain.Notation;
import unrolled.lab.Lab;
import unrolled.nn.Shape;
import unrolled.preset.Lesson;
import unrolled.tensor.Tensor;
import unrolled.trace.Equation;
import unrolled.trace.Operation;
import unrolled.trace.Trace;

/**
 * The worked solution of the example that is open: the task, the data, the weights, every equation, and every number
 * with what it was computed from, in the order of computing. Of large nets the first units and steps.
 */
public final class Solution {
    private static final int MOST_UNITS = 4;
    private static final int MOST_STEPS = 12;
    private static final int MOST_NUMBERS = 12;
    private static final int LONGEST_LINE = 400;

    private final Lab lab;
    private final Markup markup;
    private final StringBuilder out = new StringBuilder();
    private final Formula formula = new Formula(Notation.LATEX);

    private Solution(Lab lab, Markup markup) {
        this.lab = lab;
        this.markup = markup;
    }

    /** A document for LaTeX, with amsmath. */
    public static String latex(Lab lab) {
        return new Solution(lab, Markup.LATEX).write();
    }

    /** Markdown with mathematics between dollar signs, as GitHub and Jupyter show it. */
    public static String markdown(Lab lab) {
        return new Solution(lab, Markup.MARKDOWN).write();
    }

    private String write() {
        Lesson lesson = lab.preset().lesson();
        out.append(markup.begin(lesson.title()));
        if (!lesson.task().isEmpty()) {
            out.append(markup.paragraph(lesson.task()));
        }
        out.append(markup.heading("Data"));
        data(lab.preset().data().examples().get(0));
        out.append(markup.heading("Weights"));
        List<String> weights = new ArrayList<>();
        for (Shape shape : lab.preset().architecture().shapes()) {
            weights.add(matrix(shape.name()));
        }
        out.append(markup.formulas(weights));
        phase("Forward", Equation.Phase.FORWARD);
        phase("Loss", Equation.Phase.LOSS);
        phase("Backward", Equation.Phase.BACKWARD);
        return out.append(markup.end()).toString();
    }

    private void data(Example example) {
        List<String> header = new ArrayList<>(List.of("step"));
        boolean symbols = example.tokens() != null;
        int width = symbols ? 1 : example.inputs()[0].length;
        for (int i = 0; i < width; i++) {
            header.add(symbols ? "symbol" : "x" + (i + 1));
        }
        boolean answered = example.targets() != null;
        int answers = !answered ? 0 : example.answers() != null ? 1 : example.targets()[0].length;
        for (int i = 0; i < answers; i++) {
            header.add("target" + (answers > 1 ? i + 1 : ""));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int t = 0; t < Math.min(MOST_STEPS, example.steps()); t++) {
            List<String> row = new ArrayList<>(List.of("" + (t + 1)));
            int counted = t - (example.steps() - example.counted());
            for (int i = 0; i < width; i++) {
                row.add(symbols ? example.tokens().get(t) : Decimal.of(example.inputs()[t][i]));
            }
            for (int i = 0; i < answers; i++) {
                row.add(counted < 0 ? "" : example.answers() != null ? example.answers().get(counted)
                        : Decimal.of(example.targets()[counted][i]));
            }
            rows.add(row);
        }
        out.append(markup.table(header, rows));
        if (example.steps() > MOST_STEPS) {
            out.append(markup.paragraph("and " + (example.steps() - MOST_STEPS) + " more steps"));
        }
    }

    private String matrix(String name) {
        Tensor tensor = lab.trace().tensor(name);
        StringBuilder text = new StringBuilder(formula.name(name)).append(" = \\begin{pmatrix} ");
        for (int r = 0; r < Math.min(MOST_NUMBERS, tensor.rows); r++) {
            text.append(r > 0 ? " \\\\ " : "");
            for (int c = 0; c < Math.min(MOST_NUMBERS, tensor.cols); c++) {
                text.append(c > 0 ? " & " : "").append(formula.number(tensor.get(r, c)));
            }
            text.append(tensor.cols > MOST_NUMBERS ? " & \\cdots" : "");
        }
        return text.append(tensor.rows > MOST_NUMBERS ? " \\\\ \\vdots" : "").append(" \\end{pmatrix}").toString();
    }

    private void phase(String title, Equation.Phase phase) {
        List<String> equations = new ArrayList<>();
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : lab.trace().schedule()) {
            if (operation.equation().phase() == phase) {
                operations.add(operation);
                String symbols = formula.symbols(operation.equation());
                if (!equations.contains(symbols)) {
                    equations.add(symbols);
                }
            }
        }
        if (operations.isEmpty()) {
            return;
        }
        out.append(markup.heading(title));
        out.append(markup.formulas(equations));
        List<String> lines = new ArrayList<>();
        int step = Integer.MIN_VALUE;
        for (Operation operation : operations) {
            if (operation.t() != step && !lines.isEmpty()) {
                out.append(markup.formulas(lines));
                lines.clear();
            }
            if (operation.t() != step && operation.t() >= 0 && operation.t() < MOST_STEPS) {
                out.append(markup.subheading("Step " + (operation.t() + 1)));
            }
            step = operation.t();
            if (step < MOST_STEPS) {
                numbers(operation, lines);
            }
        }
        if (!lines.isEmpty()) {
            out.append(markup.formulas(lines));
        }
        if (lab.trace().steps() > MOST_STEPS) {
            out.append(markup.paragraph("Shown are the first " + MOST_STEPS + " of " + lab.trace().steps() + " steps."));
        }
    }

    private void numbers(Operation operation, List<String> lines) {
        Trace trace = lab.trace();
        String name = operation.equation().output();
        Tensor output = trace.tensor(name);
        boolean perStep = operation.t() >= 0;
        int units = perStep ? output.vector ? 1 : output.cols : output.size();
        for (int unit = 0; unit < Math.min(MOST_UNITS, units); unit++) {
            Explanation explanation = Explanation.of(trace, operation, unit);
            int row = !perStep && !output.vector ? unit / output.cols : 0;
            int column = perStep && output.vector ? 0 : unit % output.cols;
            String numbers = formula.numbers(explanation.tree());
            String value = formula.number(explanation.value());
            lines.add(formula.entry(name, operation.t(), row, column) + " = "
                    + (numbers.length() > LONGEST_LINE ? "\\cdots" : numbers)
                    + (numbers.equals(value) ? "" : " = " + value));
        }
        if (units > MOST_UNITS) {
            lines.add("\\text{and " + (units - MOST_UNITS) + " more}");
        }
    }
}
