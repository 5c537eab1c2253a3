package unrolled.trace;

import static unrolled.trace.Expression.after;
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
import unrolled.model.Head;
import unrolled.nn.Activation;
import unrolled.trace.Equation.Phase;
import unrolled.trace.Expression.Function;

/** The equations of the head and its loss: {@link unrolled.nn.Output}. */
final class HeadEquations {
    private final Architecture architecture;
    private final Head head;
    private final String h;
    private final Expression error = difference(now("y"), now("target"));

    HeadEquations(Architecture architecture) {
        this.architecture = architecture;
        this.head = architecture.head();
        this.h = architecture.headInput();
    }

    List<Equation> forward() {
        Expression scores = sum(dot("Wy", now(h)), constant("by"));
        if (head.kind() == Head.Kind.LINEAR) {
            return List.of(of("y", Phase.FORWARD, scores));
        }
        Expression y = softmax() ? apply(Function.SOFTMAX, now("logits"))
                : Slopes.activation(head.activation(), now("logits"));
        return List.of(of("logits", Phase.FORWARD, scores), of("y", Phase.FORWARD, y));
    }

    /** What one step adds to the loss. */
    Equation stepLoss() {
        Expression y = now("y");
        Expression target = now("target");
        Expression loss = switch (head.loss()) {
            case MEAN_SQUARE, HALF_SQUARE_SUM -> product(new Expression.Number(head.scale()),
                    total(apply(Function.SQUARE, error)));
            case CROSS_ENTROPY -> apply(Function.NEGATIVE, total(softmax() ? product(target, apply(Function.LOG, y))
                    : sum(product(target, apply(Function.LOG, y)),
                    product(oneMinus(target), apply(Function.LOG, oneMinus(y))))));
        };
        return of("loss", Phase.LOSS, loss);
    }

    Equation totalLoss() {
        return of("L", Phase.LOSS, new Expression.Weighted(now("share"), now("loss")));
    }

    /** The way back to the logits: the loss at this step, and the next step where y is fed back to it. */
    List<Equation> backward() {
        List<Equation> equations = new ArrayList<>();
        if (head.loss() == Head.Loss.CROSS_ENTROPY) {
            equations.add(of("dlogits", Phase.BACKWARD, withFeedback(product(now("share"), error), throughSlope())));
            return equations;
        }
        double factor = 2 * head.scale();
        Expression own = factor == 1 ? product(now("share"), error)
                : product(now("share"), new Expression.Number(factor), error);
        equations.add(of("dy", Phase.BACKWARD, withFeedback(own, feedback())));
        if (head.activation() != Activation.LINEAR) {
            equations.add(of("dlogits", Phase.BACKWARD,
                    Slopes.backward(head.activation(), now("dy"), now("logits"), now("y"))));
        }
        return equations;
    }

    private Expression withFeedback(Expression own, Expression fedBack) {
        return architecture.feedsBack() ? sum(own, fedBack) : own;
    }

    /** What the next step sends back to y; only of a net that feeds back. */
    private Expression feedback() {
        int top = architecture.top();
        return dotTransposed(architecture.name(top, "Wh"), after(architecture.name(top, "da")));
    }

    private Expression throughSlope() {
        Expression y = now("y");
        return softmax() ? product(y, difference(feedback(), total(product(y, feedback()))))
                : Slopes.backward(Activation.SIGMOID, feedback(), now("logits"), y);
    }

    List<Equation> gradients() {
        return List.of(of("dWy", Phase.BACKWARD, new Expression.Outer(now(error()), now(h))),
                of("dby", Phase.BACKWARD, new Expression.OverTime(now(error()))));
    }

    /** What the head sends back to what it reads. */
    Expression toHidden() {
        return dotTransposed("Wy", now(error()));
    }

    /** The gradient of Wy h + by, by its name. */
    private String error() {
        return head.kind() == Head.Kind.LINEAR ? "dy" : "dlogits";
    }

    private boolean softmax() {
        return head.kind() == Head.Kind.SOFTMAX;
    }

    private static Equation of(String output, Phase phase, Expression expression) {
        return new Equation(output, 0, phase, expression);
    }
}
