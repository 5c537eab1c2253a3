package unrolled.trace;

import static unrolled.trace.Expression.apply;
import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.oneMinus;
import static unrolled.trace.Expression.product;
import static unrolled.trace.Expression.sum;

import java.util.List;
import unrolled.nn.Activation;
import unrolled.trace.Expression.Function;

/** The equations of {@link unrolled.nn.Elman}. */
record ElmanEquations(LayerNames n, Activation activation) implements CellEquations {

    @Override
    public List<Equation> forward() {
        return List.of(
                n.forward("a", sum(n.dot("Wx", now(n.input())), n.dot("Wh", n.before("h")), n.constant("b"))),
                n.forward("h", activation == Activation.LINEAR ? n.now("a") : apply(Function.valueOf(activation.name()), n.now("a"))));
    }

    @Override
    public List<Equation> backward(Expression above) {
        Expression h = n.now("h");
        Expression dh = n.now("dh");
        Expression da = switch (activation) {
            case TANH -> product(dh, oneMinus(apply(Function.SQUARE, h)));
            case SIGMOID -> product(dh, h, oneMinus(h));
            case RELU -> product(dh, apply(Function.RELU_SLOPE, n.now("a")));
            case LINEAR -> dh;
        };
        return List.of(n.backward("dh", sum(above, n.dotTransposed("Wh", n.after("da")))), n.backward("da", da));
    }

    @Override
    public List<Equation> weightGradients() {
        return List.of(n.outer("dWx", "da", now(n.input())), n.outer("dWh", "da", n.before("h")), n.overTime("db", "da"));
    }
}
