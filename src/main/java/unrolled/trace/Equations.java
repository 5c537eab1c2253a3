package unrolled.trace;

import static unrolled.trace.Expression.apply;
import static unrolled.trace.Expression.constant;
import static unrolled.trace.Expression.difference;
import static unrolled.trace.Expression.dot;
import static unrolled.trace.Expression.dotTransposed;
import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.oneMinus;
import static unrolled.trace.Expression.product;
import static unrolled.trace.Expression.sum;
import static unrolled.trace.Expression.total;

import java.util.ArrayList;
import java.util.List;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.Head;
import unrolled.nn.Reset;
import unrolled.nn.Shape;
import unrolled.trace.Equation.Phase;
import unrolled.trace.Expression.Function;

/** All equations of one architecture. {@link Schedule} says in which order, and at which steps, they happen. */
final class Equations {
    private final Architecture architecture;

    Equations(Architecture architecture) {
        this.architecture = architecture;
    }

    /** The equations of a layer; {@code l} counts from 0. */
    CellEquations cell(int l) {
        LayerNames names = new LayerNames(architecture.prefix(l), l + 1, l == 0 ? "x" : architecture.prefix(l - 1) + "h");
        Cell cell = architecture.layers().get(l);
        if (cell instanceof Cell.LstmCell) {
            return new LstmEquations(names);
        } else if (cell instanceof Cell.GruCell gru) {
            return new GruEquations(names, gru.reset() == Reset.AFTER);
        }
        return new ElmanEquations(names, ((Cell.ElmanCell) cell).activation());
    }

    /** What the loss sends to the h of a layer by way of this step's output or of the layer above. */
    Expression above(int l) {
        boolean top = l == architecture.layers().size() - 1;
        return top ? dotTransposed("Wy", now(error())) : throughInputs(l + 1);
    }

    /** What reaches x. */
    Equation inputGradient() {
        return new Equation("dx", 1, Phase.BACKWARD, throughInputs(0));
    }

    private Expression throughInputs(int l) {
        return dotTransposed(architecture.prefix(l) + "Wx", now(architecture.prefix(l) + "da"));
    }

    List<Equation> headForward() {
        Head head = architecture.head();
        Expression scores = sum(dot("Wy", now(top())), constant("by"));
        return switch (head.kind()) {
            case LINEAR -> List.of(head("y", Phase.FORWARD, scores));
            case SIGMOID -> List.of(head("logits", Phase.FORWARD, scores),
                    head("y", Phase.FORWARD, apply(Function.SIGMOID, now("logits"))));
            case SOFTMAX -> List.of(head("logits", Phase.FORWARD, scores),
                    head("y", Phase.FORWARD, apply(Function.SOFTMAX, now("logits"))));
        };
    }

    /** What one step adds to the loss. */
    Equation stepLoss() {
        Expression y = now("y");
        Expression target = now("target");
        return head("loss", Phase.LOSS, switch (architecture.head().kind()) {
            case LINEAR -> product(new Expression.Number(1.0 / architecture.head().size()),
                    total(apply(Function.SQUARE, difference(y, target))));
            case SIGMOID -> apply(Function.NEGATIVE, total(sum(product(target, apply(Function.LOG, y)),
                    product(oneMinus(target), apply(Function.LOG, oneMinus(y))))));
            case SOFTMAX -> apply(Function.NEGATIVE, total(product(target, apply(Function.LOG, y))));
        });
    }

    Equation totalLoss() {
        return head("L", Phase.LOSS, new Expression.Weighted(now("share"), now("loss")));
    }

    List<Equation> headBackward() {
        Expression error = difference(now("y"), now("target"));
        return List.of(architecture.head().kind() == Head.Kind.LINEAR
                ? head("dy", Phase.BACKWARD, product(now("share"), new Expression.Number(2.0 / architecture.head().size()), error))
                : head("dlogits", Phase.BACKWARD, product(now("share"), error)));
    }

    List<Equation> headGradients() {
        return List.of(head("dWy", Phase.BACKWARD, new Expression.Outer(now(error()), now(top()))),
                head("dby", Phase.BACKWARD, new Expression.OverTime(now(error()))));
    }

    /** The update of every weight; which rule, the training says. */
    List<Equation> updates() {
        List<Equation> updates = new ArrayList<>();
        for (Shape shape : architecture.shapes()) {
            updates.add(head(shape.name(), Phase.UPDATE, new Expression.Constant(Names.gradient(shape.name()))));
        }
        return updates;
    }

    private String error() {
        return architecture.head().kind() == Head.Kind.LINEAR ? "dy" : "dlogits";
    }

    private String top() {
        return architecture.prefix(architecture.layers().size() - 1) + "h";
    }

    private static Equation head(String output, Phase phase, Expression expression) {
        return new Equation(output, 0, phase, expression);
    }
}
