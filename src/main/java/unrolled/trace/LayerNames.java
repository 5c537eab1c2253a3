package unrolled.trace;

import static unrolled.trace.Expression.apply;
import static unrolled.trace.Expression.oneMinus;
import static unrolled.trace.Expression.product;
import static unrolled.trace.Expression.sum;

import unrolled.trace.Equation.Phase;
import unrolled.trace.Expression.Function;

/**
 * Writes one layer's equations with the layer's names.
 *
 * @param prefix of the layer's tensors
 * @param weights the prefix of the weights of this step
 * @param later  the prefix of the weights of the step that builds on this one
 * @param layer  its number, from 1
 * @param input  the tensor below: x, or what the layer beneath hands up
 * @param past   where the state comes from that a step builds on: −1, the step before, or +1 where time runs back
 * @param span   the steps that run with these weights
 */
record LayerNames(String prefix, String weights, String later, int layer, String input, int past,
                  Expression.Span span) {

    LayerNames(String prefix, int layer, String input, int past) {
        this(prefix, prefix, prefix, layer, input, past, Expression.Span.ALL);
    }

    Equation outer(String output, String rows, Expression.Row columns) {
        return gradient(output, new Expression.Outer(now(rows), columns, span));
    }

    Equation overTime(String output, String rows) {
        return gradient(output, new Expression.OverTime(now(rows), span));
    }

    private Equation gradient(String output, Expression expression) {
        return new Equation(weights + output, layer, Phase.BACKWARD, expression);
    }

    Equation preactivation(String gate) {
        return forward("a." + gate, sum(dot("Wx." + gate, Expression.now(input)), dot("Wh." + gate, before("h")),
                constant("b." + gate)));
    }

    Equation gate(String gate, Function function) {
        return forward(gate, apply(function, now("a." + gate)));
    }

    Equation sigmoidGradient(String gate) {
        return backward("da." + gate, product(now("d" + gate), now(gate), oneMinus(now(gate))));
    }

    Equation tanhGradient(String gate) {
        return backward("da." + gate, product(now("d" + gate), oneMinus(apply(Function.SQUARE, now(gate)))));
    }

    Expression.Symbol now(String name) {
        return Expression.now(p(name));
    }

    /** Of a step that many further on. */
    Expression.Symbol at(String name, int lag) {
        return new Expression.Symbol(p(name), lag);
    }

    /** Of the step this one builds on. */
    Expression.Symbol before(String name) {
        return new Expression.Symbol(p(name), past);
    }

    /** Of the step that builds on this one. */
    Expression.Symbol after(String name) {
        return new Expression.Symbol(p(name), -past);
    }

    Expression constant(String name) {
        return Expression.constant(weights + name);
    }

    Expression dot(String matrix, Expression.Row vector) {
        return Expression.dot(weights + matrix, vector);
    }

    Expression dotTransposed(String matrix, Expression.Symbol vector) {
        return Expression.dotTransposed((vector.lag() == 0 ? weights : later) + matrix, vector);
    }

    private String p(String name) {
        return prefix + name;
    }

    Equation forward(String output, Expression expression) {
        return new Equation(p(output), layer, Phase.FORWARD, expression);
    }

    Equation backward(String output, Expression expression) {
        return new Equation(p(output), layer, Phase.BACKWARD, expression);
    }
}
