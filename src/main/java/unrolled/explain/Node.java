package unrolled.explain;

import java.util.List;
import unrolled.trace.Expression.Function;

/** One expression with its numbers: what came out, and from what. */
public sealed interface Node {
    double value();

    /** One number of a tensor; {@code t} is −1 for an initial state and for what is the same at every step. */
    record Leaf(String tensor, int t, int row, int column, double value) implements Node { }

    record Number(double value) implements Node { }

    record Sum(List<Node> args, double value) implements Node { }

    record Difference(Node left, Node right, double value) implements Node { }

    record Product(List<Node> args, double value) implements Node { }

    record Quotient(Node left, Node right, double value) implements Node { }

    /** A function of one number, or of all numbers of a sequence. */
    record Apply(Function function, List<Node> args, double value) implements Node { }

    /**
     * A sum of products of two rows of numbers: a row (or column) of a matrix with a vector, or two sequences over
     * time.
     *
     * @param left  the leaves of the first factor; of the same length as {@code right}
     * @param right the leaves of the second factor; empty for a plain sum
     */
    record Dot(List<Leaf> left, List<Leaf> right, double value) implements Node { }
}
