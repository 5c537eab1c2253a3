package unrolled.trace;

import static unrolled.trace.Expression.now;

import java.util.List;

/** The equations of {@link unrolled.nn.Embedding}. */
record EmbeddingEquations(LayerNames n) implements CellEquations {

    @Override
    public List<Equation> forward() {
        return List.of(n.forward("e", n.dot("We", now(n.input()))));
    }

    @Override
    public List<Equation> backward(Expression above) {
        return List.of(n.backward("de", above));
    }

    @Override
    public Expression below() {
        return n.dotTransposed("We", n.now("de"));
    }

    @Override
    public List<Equation> weightGradients() {
        return List.of(n.outer("dWe", "de", now(n.input())));
    }
}
