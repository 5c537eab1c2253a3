package unrolled.trace;

import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.sum;

import java.util.List;
import unrolled.nn.Activation;

/** The equations of {@link unrolled.nn.Hidden}. */
record HiddenEquations(LayerNames n, Activation activation) implements CellEquations {

    @Override
    public List<Equation> forward() {
        return List.of(n.forward("a", sum(n.dot("Wx", now(n.input())), n.constant("b"))),
                n.forward("h", Slopes.activation(activation, n.now("a"))));
    }

    @Override
    public List<Equation> backward(Expression above) {
        return List.of(n.backward("dh", above),
                n.backward("da", Slopes.backward(activation, n.now("dh"), n.now("a"), n.now("h"))));
    }

    @Override
    public Expression below() {
        return n.dotTransposed("Wx", n.now("da"));
    }

    @Override
    public List<Equation> weightGradients() {
        return List.of(n.outer("dWx", "da", now(n.input())), n.overTime("db", "da"));
    }
}
