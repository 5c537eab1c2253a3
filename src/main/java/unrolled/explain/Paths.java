package unrolled.explain;

import java.util.ArrayList;
import java.util.List;
import unrolled.trace.Equation;
import unrolled.trace.Expression;
import unrolled.trace.Names;
import unrolled.trace.Operation;
import unrolled.trace.Trace;

/**
 * By which ways a gradient came to a state: the terms of its equation, one by one, and what came through the recurrent
 * matrix of a gated layer gate by gate. The ways add up to the gradient.
 *
 * <pre>
 *   dh(t) = above + Wh.iᵀ da.i(t+1) + Wh.fᵀ da.f(t+1) + Wh.gᵀ da.g(t+1) + Wh.oᵀ da.o(t+1)
 *   dc(t) = dh ⊙ o ⊙ (1 − tanh² c) + dc(t+1) ⊙ f(t+1)
 * </pre>
 */
public final class Paths {
    /** What the loss at hand sends by this step's output or by the layer above. */
    public static final String ABOVE = "above";
    /** By way of the hidden state of the same step, or straight from that of the step that builds on it. */
    public static final String H = "h";

    private final Trace trace;
    private final int t;

    private Paths(Trace trace, int t) {
        this.trace = trace;
        this.t = t;
    }

    /**
     * One way.
     *
     * @param by       {@link #ABOVE}, {@link #H}, {@code c} along the cell state, a gate's letter, or {@code Wh} in a
     *                 layer without gates
     * @param gradient what came by it, as many numbers as the state has
     */
    public record Path(String by, double[] gradient) { }

    /** The ways of a gradient that an operation has summed up, in the order of the equation. */
    public static List<Path> of(Trace trace, Operation operation) {
        Paths paths = new Paths(trace, operation.t());
        Equation equation = operation.equation();
        int size = trace.tensor(equation.output()).cols;
        List<Path> all = new ArrayList<>();
        for (Expression term : equation.expression() instanceof Expression.Sum sum ? sum.terms()
                : List.of(equation.expression())) {
            String by = by(equation.output(), term);
            List<Expression> gates = paths.gates(term);
            for (Expression gate : gates) {
                String own = gates.size() == 1 ? by : letter(((Expression.Dot) gate).matrix());
                paths.add(all, own, gate, size);
            }
        }
        return all;
    }

    /** What comes from the step that builds on this one says by what; the rest is of this step. */
    private static String by(String output, Expression term) {
        for (Equation.Input input : Equation.inputs(term)) {
            String name = bare(input.tensor());
            if (input.lag() == 0 || name.charAt(0) != 'd') {
                continue;
            }
            return switch (name) {
                case "dh" -> H;
                case "dc" -> "c";
                case "dm" -> "n";
                case "da" -> "Wh";
                default -> letter(name);
            };
        }
        return bare(output).equals("dc") ? H : ABOVE;
    }

    private static String bare(String name) {
        return name.substring(Names.prefix(name));
    }

    private static String letter(String block) {
        return block.substring(block.lastIndexOf('.') + 1);
    }

    /** A product with the matrix of all gates as products with that of each; anything else as it is. */
    private List<Expression> gates(Expression term) {
        List<Expression> gates = new ArrayList<>();
        if (term instanceof Expression.Dot dot && dot.vector() instanceof Expression.Symbol vector && vector.lag() != 0) {
            for (Trace.Entry entry : trace.entries()) {
                String name = entry.name();
                if (name.startsWith(dot.matrix() + ".")) {
                    gates.add(new Expression.Dot(name, dot.transposed(), new Expression.Symbol(vector.tensor() + "."
                            + letter(name), vector.lag())));
                }
            }
        }
        return gates.isEmpty() ? List.of(term) : gates;
    }

    private void add(List<Path> all, String by, Expression term, int size) {
        double[] gradient = new double[size];
        Path same = null;
        for (Path path : all) {
            same = path.by().equals(by) ? path : same;
        }
        for (int j = 0; j < size; j++) {
            gradient[j] = value(term, j) + (same == null ? 0 : same.gradient()[j]);
        }
        all.remove(same);
        all.add(new Path(by, gradient));
    }

    private double value(Expression term, int unit) {
        if (term instanceof Expression.Dot dot && dot.transposed() && dot.vector() instanceof Expression.Symbol vector) {
            return column(dot.matrix(), unit, trace.place(vector.tensor(), t + vector.lag()));
        }
        Node node = new Evaluation(trace, t, unit, 0).of(term);
        return node == null ? 0 : node.value();
    }

    /** A column of a matrix times a row of numbers; 0 where there is no such row. */
    private double column(String matrix, int column, Trace.Place place) {
        double sum = 0;
        for (int j = 0; place != null && j < place.tensor().cols; j++) {
            sum += trace.tensor(matrix).get(j, column) * place.tensor().get(Math.max(0, place.row()), j);
        }
        return sum;
    }
}
