package unrolled.trace;

import java.util.ArrayList;
import java.util.List;
import unrolled.trace.Conditions.Extent;
import unrolled.trace.Equation.Phase;

/**
 * An equation where numbers are held by hand: what is held is what it is held at, and on the way back every gradient of
 * something held is read as 0, for what is held depends on nothing.
 *
 * @param t the step; −1 for what is not tied to one
 */
record HeldEquation(Conditions conditions, int t, int steps) {

    Equation of(Equation equation) {
        Expression expression = equation.phase() == Phase.FORWARD ? forward(equation)
                : equation.phase() == Phase.BACKWARD ? backward(equation.expression()) : equation.expression();
        return expression.equals(equation.expression()) ? equation
                : new Equation(equation.output(), equation.layer(), equation.phase(), expression);
    }

    private Expression forward(Equation equation) {
        Expression.Symbol set = Expression.now(set(equation.output()));
        return switch (conditions.extent(equation.output(), t)) {
            case NOTHING -> equation.expression();
            case SOME -> new Expression.Held(set, equation.expression());
            case ALL -> set;
        };
    }

    private static String set(String name) {
        int at = Names.prefix(name);
        return name.substring(0, at) + Conditions.SET + name.substring(at);
    }

    /** What is always 0 is left out. */
    private Expression backward(Expression e) {
        if (e instanceof Expression.Symbol symbol) {
            return read(symbol);
        } else if (e instanceof Expression.Sum sum) {
            List<Expression> terms = all(sum.terms());
            terms.removeIf(Expression.NOTHING::equals);
            return terms.isEmpty() ? Expression.NOTHING : new Expression.Sum(terms);
        } else if (e instanceof Expression.Product product) {
            List<Expression> factors = all(product.factors());
            return factors.contains(Expression.NOTHING) ? Expression.NOTHING : new Expression.Product(factors);
        }
        return e;
    }

    private List<Expression> all(List<Expression> some) {
        List<Expression> read = new ArrayList<>();
        some.forEach(one -> read.add(backward(one)));
        return read;
    }

    private Expression read(Expression.Symbol gradient) {
        int at = Names.prefix(gradient.tensor());
        if (gradient.tensor().length() < at + 2 || gradient.tensor().charAt(at) != 'd') {
            return gradient;
        }
        String name = gradient.tensor().substring(0, at) + gradient.tensor().substring(at + 1);
        int step = t + gradient.lag();
        return switch (step < steps ? conditions.extent(name, step) : Extent.NOTHING) {
            case NOTHING -> gradient;
            case SOME -> new Expression.Free(new Expression.Symbol(set(name), gradient.lag()), gradient);
            case ALL -> Expression.NOTHING;
        };
    }
}
