package unrolled.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * How one named tensor comes about, at every step the same way.
 *
 * @param output the tensor it computes
 * @param layer  the recurrent layer it belongs to, from 1; 0 for the head and the net as a whole
 */
public record Equation(String output, int layer, Phase phase, Expression expression) {

    /** When in an update it happens. */
    public enum Phase { FORWARD, LOSS, BACKWARD, UPDATE }

    /** What it reads: a tensor, and how many steps away. */
    public record Input(String tensor, int lag) { }

    /** Every tensor the expression reads, in the order of reading, each once. */
    public List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        collect(expression, inputs);
        return inputs;
    }

    private static void collect(Expression e, List<Input> into) {
        if (e instanceof Expression.Symbol s) {
            add(into, s.tensor(), s.lag());
        } else if (e instanceof Expression.Constant c) {
            add(into, c.tensor(), 0);
        } else if (e instanceof Expression.Sum s) {
            s.terms().forEach(term -> collect(term, into));
        } else if (e instanceof Expression.Difference d) {
            collect(d.left(), into);
            collect(d.right(), into);
        } else if (e instanceof Expression.Product p) {
            p.factors().forEach(factor -> collect(factor, into));
        } else if (e instanceof Expression.Apply a) {
            collect(a.argument(), into);
        } else if (e instanceof Expression.Dot d) {
            add(into, d.matrix(), 0);
            collect(d.vector(), into);
        } else if (e instanceof Expression.Total t) {
            collect(t.of(), into);
        } else if (e instanceof Expression.Join j) {
            collect(j.upper(), into);
            collect(j.lower(), into);
        } else if (e instanceof Expression.Outer o) {
            collect(o.left(), into);
            collect(o.right(), into);
        } else if (e instanceof Expression.OverTime o) {
            collect(o.symbol(), into);
        } else if (e instanceof Expression.Weighted w) {
            collect(w.left(), into);
            collect(w.right(), into);
        }
    }

    private static void add(List<Input> into, String tensor, int lag) {
        Input input = new Input(tensor, lag);
        if (!into.contains(input)) {
            into.add(input);
        }
    }
}
