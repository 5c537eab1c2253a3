package unrolled.trace;

import static unrolled.trace.Expression.sum;

import java.util.List;
import unrolled.nn.Activation;

/** The equations of {@link unrolled.nn.Conv1d}. */
record ConvEquations(LayerNames n, Activation activation, WindowEquations window) implements CellEquations {

    @Override
    public List<Equation> forward() {
        return List.of(n.forward("a", sum(n.dot("Wx", window.join()), n.constant("b"))),
                n.forward("h", Slopes.activation(activation, n.now("a"))));
    }

    @Override
    public List<Equation> backward(Expression above) {
        return List.of(n.backward("dh", above),
                n.backward("da", Slopes.backward(activation, n.now("dh"), n.now("a"), n.now("h"))),
                n.backward("dwindow", n.dotTransposed("Wx", n.now("da"))));
    }

    @Override
    public Expression below() {
        return window.below();
    }

    @Override
    public List<Equation> weightGradients() {
        return List.of(n.outer("dWx", "da", window.join()), n.overTime("db", "da"));
    }
}
