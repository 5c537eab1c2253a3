package unrolled.trace;

import static unrolled.trace.Expression.apply;
import static unrolled.trace.Expression.difference;
import static unrolled.trace.Expression.dot;
import static unrolled.trace.Expression.dotTransposed;
import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.product;
import static unrolled.trace.Expression.sum;
import static unrolled.trace.Expression.total;

import java.util.List;
import unrolled.model.Head;
import unrolled.trace.Equation.Phase;
import unrolled.trace.Expression.Function;
import unrolled.trace.Expression.Last;

/**
 * The equations of {@link unrolled.nn.Pool} and {@link unrolled.nn.AttentionPool}.
 *
 * @param at    one that {@linkplain Head.At#pools pools}
 * @param h     the tensor that is pooled
 * @param steps how many steps of it
 */
record PoolEquations(Head.At at, String h, int steps) {

    /** What every step computes before ctx, each for all steps before the next. */
    List<Equation> scores() {
        return at != Head.At.ATTENTION ? List.of() : List.of(
                of("s", Phase.FORWARD, dot("Wa", now(h))),
                of("alpha", Phase.FORWARD, apply(Function.SOFTMAX_OVER_TIME, now("s"))));
    }

    /** ctx, at the last step. */
    Equation context() {
        return of("ctx", Phase.FORWARD, switch (at) {
            case MEAN -> mean(new Expression.OverTime(now(h)));
            case MAX -> apply(Function.MAX, now(h));
            default -> new Expression.Weighted(now("alpha"), now(h));
        });
    }

    /** dctx, at the last step. */
    Equation backward(Expression above) {
        return of("dctx", Phase.BACKWARD, above);
    }

    /** What every step computes from dctx, each for all steps before the next. */
    List<Equation> shares() {
        return switch (at) {
            case MEAN -> List.of();
            case MAX -> List.of(of("chosen", Phase.BACKWARD, apply(Function.ARGMAX, now(h))));
            default -> List.of(
                    of("dalpha", Phase.BACKWARD, total(product(new Last("dctx"), now(h)))),
                    of("ds", Phase.BACKWARD, product(now("alpha"),
                            difference(now("dalpha"), new Expression.Weighted(now("alpha"), now("dalpha"))))));
        };
    }

    /** What comes to h at every step. */
    Expression toHidden() {
        return switch (at) {
            case MEAN -> mean(new Last("dctx"));
            case MAX -> product(now("chosen"), new Last("dctx"));
            default -> sum(product(now("alpha"), new Last("dctx")), dotTransposed("Wa", now("ds")));
        };
    }

    List<Equation> weightGradients() {
        return at != Head.At.ATTENTION ? List.of()
                : List.of(of("dWa", Phase.BACKWARD, new Expression.Outer(now("ds"), now(h))));
    }

    private Expression mean(Expression of) {
        return new Expression.Quotient(of, new Expression.Number(steps));
    }

    private static Equation of(String output, Phase phase, Expression expression) {
        return new Equation(output, 0, phase, expression);
    }
}
