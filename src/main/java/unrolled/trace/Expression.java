package unrolled.trace;

import java.util.List;

/**
 * The right-hand side of an equation, for one step t. All operations are element by element, but for {@link Dot}, {@link Total}
 * and {@link Outer}. What lies beyond the ends of the sequence is the initial state (before) or absent (after).
 */
public sealed interface Expression {

    /** A row of a tensor: of this step (lag 0), the step before (−1) or the step after (+1). */
    record Symbol(String tensor, int lag) implements Expression { }

    /** A vector that is the same at every step: a bias. */
    record Constant(String tensor) implements Expression { }

    record Number(double value) implements Expression { }

    record Sum(List<Expression> terms) implements Expression { }

    record Difference(Expression left, Expression right) implements Expression { }

    record Product(List<Expression> factors) implements Expression { }

    /** One of {@link Function}, of every element. */
    record Apply(Function function, Expression argument) implements Expression { }

    /** {@code matrix · vector}, or {@code matrixᵀ · vector}. */
    record Dot(String matrix, boolean transposed, Symbol vector) implements Expression { }

    /** The sum of all elements: one number. */
    record Total(Expression of) implements Expression { }

    /** Two vectors, one below the other: {@code [upper; lower]}. */
    record Join(Symbol upper, Symbol lower) implements Expression { }

    /** {@code Σ_t left(t) right(t)ᵀ}, a matrix. */
    record Outer(Symbol left, Symbol right) implements Expression { }

    /** {@code Σ_t symbol(t)}. */
    record OverTime(Symbol symbol) implements Expression { }

    /** {@code Σ_t left(t) right(t)} of two sequences of single numbers. */
    record Weighted(Symbol left, Symbol right) implements Expression { }

    /** Functions of one number, {@code SOFTMAX} of one number among its row. */
    enum Function { TANH, SIGMOID, RELU, RELU_SLOPE, THRESHOLD, LOG, EXP, SQUARE, NEGATIVE, SOFTMAX }

    static Symbol now(String tensor) {
        return new Symbol(tensor, 0);
    }

    static Symbol before(String tensor) {
        return new Symbol(tensor, -1);
    }

    static Symbol after(String tensor) {
        return new Symbol(tensor, 1);
    }

    static Constant constant(String tensor) {
        return new Constant(tensor);
    }

    static Sum sum(Expression... terms) {
        return new Sum(List.of(terms));
    }

    static Product product(Expression... factors) {
        return new Product(List.of(factors));
    }

    static Difference difference(Expression left, Expression right) {
        return new Difference(left, right);
    }

    /** {@code 1 − e}. */
    static Difference oneMinus(Expression e) {
        return new Difference(new Number(1), e);
    }

    static Apply apply(Function function, Expression argument) {
        return new Apply(function, argument);
    }

    static Total total(Expression of) {
        return new Total(of);
    }

    static Dot dot(String matrix, Symbol vector) {
        return new Dot(matrix, false, vector);
    }

    static Dot dotTransposed(String matrix, Symbol vector) {
        return new Dot(matrix, true, vector);
    }
}
