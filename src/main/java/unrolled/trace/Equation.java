package unrolled.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * How one named tensor comes about, at every step the same way.
 *
 * @param output the tensor it computes
 * @param layer  the layer it belongs to, from 1; 0 for the head and the net as a whole
 */
public record Equation(String output, int layer, Phase phase, Expression expression) {

    /** When in an update it happens. */
    public enum Phase { FORWARD, LOSS, BACKWARD, UPDATE }

    /** At which steps a tensor is read. */
    public enum Steps { ONE, ALL, LAST }

    /** What it reads: a tensor, and how many steps away, or that of all steps or of the last. */
    public record Input(String tensor, int lag, Steps steps) { }

    /** Every tensor the expression reads, in the order of reading, each once. */
    public List<Input> inputs() {
        return inputs(expression);
    }

    /** What an expression reads. */
    public static List<Input> inputs(Expression expression) {
        List<Input> inputs = new ArrayList<>();
        collect(expression, Steps.ONE, inputs);
        return inputs;
    }

    private static void collect(Expression e, Steps steps, List<Input> into) {
        if (e instanceof Expression.Symbol s) {
            add(into, s.tensor(), s.lag(), steps);
        } else if (e instanceof Expression.Constant c) {
            add(into, c.tensor(), 0, Steps.ONE);
        } else if (e instanceof Expression.Last last) {
            add(into, last.tensor(), 0, Steps.LAST);
        } else if (e instanceof Expression.Sum s) {
            s.terms().forEach(term -> collect(term, steps, into));
        } else if (e instanceof Expression.Difference d) {
            collect(d.left(), steps, into);
            collect(d.right(), steps, into);
        } else if (e instanceof Expression.Product p) {
            p.factors().forEach(factor -> collect(factor, steps, into));
        } else if (e instanceof Expression.Quotient q) {
            collect(q.left(), steps, into);
            collect(q.right(), steps, into);
        } else if (e instanceof Expression.Apply a) {
            collect(a.argument(), a.function().overTime() ? Steps.ALL : steps, into);
        } else if (e instanceof Expression.Dot d) {
            add(into, d.matrix(), 0, Steps.ONE);
            collect(d.vector(), steps, into);
        } else if (e instanceof Expression.Total t) {
            collect(t.of(), steps, into);
        } else if (e instanceof Expression.Join j) {
            j.parts().forEach(part -> collect(part, steps, into));
        } else if (e instanceof Expression.Outer o) {
            collect(o.left(), Steps.ALL, into);
            collect(o.right(), Steps.ALL, into);
        } else if (e instanceof Expression.OverTime o) {
            collect(o.symbol(), Steps.ALL, into);
        } else if (e instanceof Expression.Weighted w) {
            collect(w.left(), Steps.ALL, into);
            collect(w.right(), Steps.ALL, into);
        } else if (e instanceof Expression.Across a) {
            add(into, a.steps(), 0, Steps.ALL);
            collect(a.vector(), steps, into);
        } else if (e instanceof Expression.Held h) {
            collect(h.set(), steps, into);
            collect(h.free(), steps, into);
        } else if (e instanceof Expression.Free f) {
            collect(f.of(), steps, into);
        } else if (e instanceof Expression.Column c) {
            add(into, c.weights(), 0, Steps.ALL);
            add(into, c.rows(), 0, Steps.ALL);
        }
    }

    private static void add(List<Input> into, String tensor, int lag, Steps steps) {
        Input input = new Input(tensor, lag, steps);
        if (!into.contains(input)) {
            into.add(input);
        }
    }
}
