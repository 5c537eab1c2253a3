package unrolled.trace;

import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.product;

import java.util.List;

/** The equations of {@link unrolled.nn.Dropout}; keep is drawn, not computed. */
record DropoutEquations(LayerNames n) implements CellEquations {

    @Override
    public List<Equation> forward() {
        return List.of(n.forward("dropped", product(n.now("keep"), now(n.input()))));
    }

    @Override
    public List<Equation> backward(Expression above) {
        return List.of(n.backward("ddropped", above));
    }

    @Override
    public Expression below() {
        return product(n.now("keep"), n.now("ddropped"));
    }
}
