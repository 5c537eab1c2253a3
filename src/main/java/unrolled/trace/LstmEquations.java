package unrolled.trace;

import static unrolled.trace.Expression.apply;
import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.oneMinus;
import static unrolled.trace.Expression.product;
import static unrolled.trace.Expression.sum;

import java.util.List;
import unrolled.trace.Expression.Function;

/** The equations of {@link unrolled.nn.Lstm}. */
record LstmEquations(LayerNames n) implements CellEquations {

    @Override
    public List<Equation> forward() {
        return List.of(
                n.preactivation("i"), n.preactivation("f"), n.preactivation("g"), n.preactivation("o"),
                n.gate("i", Function.SIGMOID), n.gate("f", Function.SIGMOID), n.gate("g", Function.TANH),
                        n.gate("o", Function.SIGMOID),
                n.forward("c", sum(product(n.now("f"), n.before("c")), product(n.now("i"), n.now("g")))),
                n.forward("h", product(n.now("o"), apply(Function.TANH, n.now("c")))));
    }

    @Override
    public List<Equation> backward(Expression above) {
        Expression tanhC = apply(Function.TANH, n.now("c"));
        return List.of(
                n.backward("dh", sum(above, n.dotTransposed("Wh", n.after("da")))),
                n.backward("do", product(n.now("dh"), tanhC)),
                n.backward("dc", sum(product(n.now("dh"), n.now("o"), oneMinus(apply(Function.SQUARE, tanhC))),
                        product(n.after("dc"), n.after("f")))),
                n.backward("di", product(n.now("dc"), n.now("g"))),
                n.backward("df", product(n.now("dc"), n.before("c"))),
                n.backward("dg", product(n.now("dc"), n.now("i"))),
                n.sigmoidGradient("i"), n.sigmoidGradient("f"), n.tanhGradient("g"), n.sigmoidGradient("o"));
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
