package unrolled.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The right-hand side of an equation, for one step t. All operations are element by element, but for products with a
 * matrix and sums. What lies beyond the ends of the sequence is the initial state (before) or absent (after).
 */
public sealed interface Expression {

    /** What a matrix may be multiplied with. */
    sealed interface Row extends Expression { }

    /** A row of a tensor: of this step (lag 0), the step before (−1) or the step after (+1), or further off. */
    record Symbol(String tensor, int lag) implements Row { }

    /** Rows, one below the other: {@code [first; second; …]}; beyond the ends of the sequence they are 0. */
    record Join(List<Symbol> parts) implements Row { }

    /** The row of the last step. */
    record Last(String tensor) implements Expression { }

    /** A vector that is the same at every step: a bias. */
    record Constant(String tensor) implements Expression { }

    record Number(double value) implements Expression { }

    record Sum(List<Expression> terms) implements Expression { }

    record Difference(Expression left, Expression right) implements Expression { }

    record Product(List<Expression> factors) implements Expression { }

    record Quotient(Expression left, Expression right) implements Expression { }

    /** One of {@link Function}, of every element. */
    record Apply(Function function, Expression argument) implements Expression { }

    /** {@code matrix · vector}, or {@code matrixᵀ · vector}. */
    record Dot(String matrix, boolean transposed, Row vector) implements Expression { }

    /** The sum of all elements: one number. */
    record Total(Expression of) implements Expression { }

    /** The steps that a sum over time runs over: from {@code from} to before {@code to}. */
    record Span(int from, int to) {
        public static final Span ALL = new Span(0, Integer.MAX_VALUE);
    }

    /** {@code Σ_t left(t) right(t)ᵀ}, a matrix. */
    record Outer(Symbol left, Row right, Span span) implements Expression {
        Outer(Symbol left, Row right) {
            this(left, right, Span.ALL);
        }
    }

    /** {@code Σ_t symbol(t)}. */
    record OverTime(Symbol symbol, Span span) implements Expression {
        OverTime(Symbol symbol) {
            this(symbol, Span.ALL);
        }
    }

    /** {@code Σ_t left(t) right(t)} of a sequence of single numbers and a sequence of numbers or rows. */
    record Weighted(Symbol left, Symbol right) implements Expression { }

    /**
     * A tensor's first rows as a matrix: {@code steps(τ) · vector(t)} for every step τ, or summed
     * {@code Σ_τ vector(t,τ) steps(τ)}.
     */
    record Across(String steps, boolean summed, Symbol vector) implements Expression { }

    /** {@code Σ_τ weights(τ,t) rows(τ)}: what step t has a share in, at all steps τ. */
    record Column(String weights, String rows) implements Expression { }

    /** What a row is held at by hand; where that is no number, what it would be if nothing were. */
    record Held(Symbol set, Expression free) implements Expression { }

    /** A row, and 0 wherever {@code set} is a number. */
    record Free(Symbol set, Symbol of) implements Expression { }

    /**
     * Functions of one number; {@code SOFTMAX} of one number among its row. Of one among those of all steps: its
     * softmax, the largest of them, and whether it is that one (1, else 0; of several the first).
     */
    enum Function {
        TANH, SIGMOID, RELU, RELU_SLOPE, THRESHOLD, LOG, EXP, SQUARE, NEGATIVE, SOFTMAX, SOFTMAX_OVER_TIME, MAX, ARGMAX;

        /** Whether it is of a whole sequence. */
        public boolean overTime() {
            return this == SOFTMAX_OVER_TIME || this == MAX || this == ARGMAX;
        }
    }

    /** What is always 0. */
    Number NOTHING = new Number(0);

    static Symbol now(String tensor) {
        return new Symbol(tensor, 0);
    }

    static Symbol before(String tensor) {
        return new Symbol(tensor, -1);
    }

    static Symbol after(String tensor) {
        return new Symbol(tensor, 1);
    }

    static Join join(Symbol... parts) {
        return new Join(List.of(parts));
    }

    static Constant constant(String tensor) {
        return new Constant(tensor);
    }

    /** Terms that are always 0 are left out. */
    static Sum sum(Expression... terms) {
        List<Expression> some = new ArrayList<>();
        for (Expression term : terms) {
            if (!term.equals(NOTHING)) {
                some.add(term);
            }
        }
        return new Sum(some);
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

    static Dot dot(String matrix, Row vector) {
        return new Dot(matrix, false, vector);
    }

    static Dot dotTransposed(String matrix, Row vector) {
        return new Dot(matrix, true, vector);
    }
}
