package unrolled.trace;

import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.sum;

import java.util.List;
import unrolled.nn.Activation;

/** The equations of {@link unrolled.nn.Elman}. */
record ElmanEquations(LayerNames n, Activation activation) implements CellEquations {

    @Override
    public List<Equation> forward() {
        return List.of(
                n.forward("a", sum(n.dot("Wx", now(n.input())), n.dot("Wh", n.before("h")), n.constant("b"))),
                n.forward("h", Slopes.activation(activation, n.now("a"))));
    }

    @Override
    public List<Equation> backward(Expression above) {
        return List.of(n.backward("dh", sum(above, n.dotTransposed("Wh", n.after("da")))),
                n.backward("da", Slopes.backward(activation, n.now("dh"), n.now("a"), n.now("h"))));
    }

    @Override
    public Expression below() {
        return n.dotTransposed("Wx", n.now("da"));
    }

    @Override
    public List<Equation> weightGradients() {
        return List.of(n.outer("dWx", "da", now(n.input())), n.outer("dWh", "da", n.before("h")),
                n.overTime("db", "da"));
    }
}
