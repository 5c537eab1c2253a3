package unrolled.trace;

import static unrolled.trace.Expression.apply;
import static unrolled.trace.Expression.difference;
import static unrolled.trace.Expression.dot;
import static unrolled.trace.Expression.dotTransposed;
import static unrolled.trace.Expression.join;
import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.product;
import static unrolled.trace.Expression.sum;
import static unrolled.trace.Expression.total;

import java.util.List;
import unrolled.trace.Equation.Phase;
import unrolled.trace.Expression.Across;
import unrolled.trace.Expression.Column;
import unrolled.trace.Expression.Function;

/**
 * The equations of {@link unrolled.nn.Attention}, at the steps of the decoder.
 *
 * @param h the tensor of the states, the encoder's and the decoder's
 */
record AttentionEquations(String h) {

    /** From h of the step to joined. */
    List<Equation> forward() {
        return List.of(
                of("q", Phase.FORWARD, dotTransposed("Wa", now(h))),
                of("s", Phase.FORWARD, new Across(h, false, now("q"))),
                of("alpha", Phase.FORWARD, apply(Function.SOFTMAX, now("s"))),
                of("ctx", Phase.FORWARD, new Across(h, true, now("alpha"))),
                of("joined", Phase.FORWARD, join(now(h), now("ctx"))));
    }

    /** @param above what the head sends back to joined */
    List<Equation> backward(Expression above) {
        return List.of(
                of("djoined", Phase.BACKWARD, above),
                of("dalpha", Phase.BACKWARD, new Across(h, false, now("djoined.ctx"))),
                of("ds", Phase.BACKWARD, product(now("alpha"),
                        difference(now("dalpha"), total(product(now("alpha"), now("dalpha")))))),
                of("dq", Phase.BACKWARD, new Across(h, true, now("ds"))));
    }

    /** What comes to h of a step of the decoder. */
    Expression toDecoder() {
        return sum(now("djoined.h"), dot("Wa", now("dq")));
    }

    /** What comes to h of a step of the encoder, from all steps of the decoder. */
    Expression toEncoder() {
        return sum(new Column("alpha", "djoined.ctx"), new Column("ds", "q"));
    }

    List<Equation> weightGradients() {
        return List.of(of("dWa", Phase.BACKWARD, new Expression.Outer(now(h), now("dq"))));
    }

    private static Equation of(String output, Phase phase, Expression expression) {
        return new Equation(output, 0, phase, expression);
    }
}
