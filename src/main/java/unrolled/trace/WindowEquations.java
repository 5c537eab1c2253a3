package unrolled.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The equations of {@link unrolled.nn.Window}.
 *
 * @param turned whether the latest step stands first
 */
record WindowEquations(LayerNames n, int before, int after, boolean turned) implements CellEquations {

    @Override
    public List<Equation> forward() {
        return List.of(n.forward("window", join()));
    }

    /** What stands in the window of a step. */
    Expression.Join join() {
        List<Expression.Symbol> parts = new ArrayList<>();
        for (int lag = -before; lag <= after; lag++) {
            parts.add(turned ? 0 : parts.size(), new Expression.Symbol(n.input(), lag));
        }
        return new Expression.Join(parts);
    }

    @Override
    public List<Equation> backward(Expression above) {
        return List.of(n.backward("dwindow", above));
    }

    /** From every step in whose window this one stands, the part in which it does. */
    @Override
    public Expression below() {
        List<Expression> terms = new ArrayList<>();
        for (Expression.Symbol part : join().parts()) {
            terms.add(n.at("dwindow." + (terms.size() + 1), -part.lag()));
        }
        return terms.size() == 1 ? terms.get(0) : new Expression.Sum(terms);
    }
}
