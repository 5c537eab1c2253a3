package unrolled.trace;

import static unrolled.trace.Expression.apply;
import static unrolled.trace.Expression.difference;
import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.oneMinus;
import static unrolled.trace.Expression.product;
import static unrolled.trace.Expression.sum;

import java.util.ArrayList;
import java.util.List;
import unrolled.trace.Expression.Function;

/**
 * The equations of {@link unrolled.nn.Gru}.
 *
 * @param writes whether its gate is u = 1 − z, how much is written, in place of z, how much is kept; then u = σ(−a.z)
 */
record GruEquations(LayerNames n, boolean resetAfter, boolean writes) implements CellEquations {

    @Override
    public List<Equation> forward() {
        Equation m = n.forward("m", resetAfter
                ? sum(n.dot("Wh.n", n.before("h")), n.constant("bhn"))
                : product(n.now("r"), n.before("h")));
        Expression memory = resetAfter ? product(n.now("r"), n.now("m")) : n.dot("Wh.n", n.now("m"));
        return List.of(
                n.preactivation("r"), n.preactivation("z"),
                n.gate("r", Function.SIGMOID),
                writes ? n.forward("u", apply(Function.SIGMOID, apply(Function.NEGATIVE, n.now("a.z"))))
                        : n.gate("z", Function.SIGMOID),
                m,
                n.forward("a.n", sum(n.dot("Wx.n", now(n.input())), n.constant("b.n"), memory)),
                n.gate("n", Function.TANH),
                n.forward("h", writes
                        ? sum(product(oneMinus(n.now("u")), n.before("h")), product(n.now("u"), n.now("n")))
                        : sum(product(oneMinus(n.now("z")), n.now("n")), product(n.now("z"), n.before("h")))));
    }

    @Override
    public List<Equation> backward(Expression above) {
        Expression throughMemory = resetAfter
                ? n.dotTransposed("Wh.n", n.after("dm"))
                : product(n.after("r"), n.after("dm"));
        return List.of(
                n.backward("dh", sum(above, product(writes ? oneMinus(n.after("u")) : n.after("z"), n.after("dh")), throughMemory,
                        n.dotTransposed("Wh.r", n.after("da.r")), n.dotTransposed("Wh.z", n.after("da.z")))),
                writes ? n.backward("du", product(n.now("dh"), difference(n.now("n"), n.before("h"))))
                        : n.backward("dz", product(n.now("dh"), difference(n.before("h"), n.now("n")))),
                n.backward("dn", product(n.now("dh"), writes ? n.now("u") : oneMinus(n.now("z")))),
                n.tanhGradient("n"),
                n.backward("dm", resetAfter
                        ? product(n.now("da.n"), n.now("r"))
                        : n.dotTransposed("Wh.n", n.now("da.n"))),
                n.backward("dr", resetAfter
                        ? product(n.now("da.n"), n.now("m"))
                        : product(n.now("dm"), n.before("h"))),
                n.sigmoidGradient("r"),
                writes ? n.backward("da.z", apply(Function.NEGATIVE,
                        product(n.now("du"), n.now("u"), oneMinus(n.now("u"))))) : n.sigmoidGradient("z"));
    }

    @Override
    public Expression below() {
        return n.dotTransposed("Wx", n.now("da"));
    }

    @Override
    public List<Equation> weightGradients() {
        List<Equation> equations = new ArrayList<>(List.of(
                n.outer("dWx", "da", now(n.input())),
                n.outer("dWh.r", "da.r", n.before("h")),
                n.outer("dWh.z", "da.z", n.before("h")),
                resetAfter ? n.outer("dWh.n", "dm", n.before("h")) : n.outer("dWh.n", "da.n", n.now("m")),
                n.overTime("db", "da")));
        if (resetAfter) {
            equations.add(n.overTime("dbhn", "dm"));
        }
        return equations;
    }
}
