package unrolled.trace;

import static unrolled.trace.Expression.apply;
import static unrolled.trace.Expression.oneMinus;
import static unrolled.trace.Expression.product;

import unrolled.nn.Activation;
import unrolled.trace.Expression.Function;

/** The equations of {@link Activation}. */
final class Slopes {
    private Slopes() { }

    /** φ(a). */
    static Expression activation(Activation activation, Expression a) {
        return activation == Activation.LINEAR ? a : apply(Function.valueOf(activation.name()), a);
    }

    /** {@code dh ⊙ φ′(a)}, from h = φ(a) where that is shorter. */
    static Expression backward(Activation activation, Expression dh, Expression a, Expression h) {
        return switch (activation) {
            case TANH -> product(dh, oneMinus(apply(Function.SQUARE, h)));
            case SIGMOID -> product(dh, h, oneMinus(h));
            case RELU -> product(dh, apply(Function.RELU_SLOPE, a));
            case LINEAR -> dh;
            case THRESHOLD -> new Expression.Number(0);
        };
    }
}
