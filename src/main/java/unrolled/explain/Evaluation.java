package unrolled.explain;

import java.util.ArrayList;
import java.util.List;
import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;
import unrolled.trace.Expression;
import unrolled.trace.Expression.Function;
import unrolled.trace.Trace;

/**
 * Puts the numbers of a run into an expression, for one step and one unit.
 *
 * @param t      the step; −1 for an equation that is not tied to one
 * @param row    the unit, or the row of a matrix
 * @param column the column of a matrix, else 0
 */
record Evaluation(Trace trace, int t, int row, int column) {

    /** The expression with its numbers; null where it is absent: a step after the last sends nothing back. */
    Node of(Expression e) {
        if (e instanceof Expression.Symbol s) {
            return leaf(s, row);
        } else if (e instanceof Expression.Constant c) {
            return constant(c.tensor());
        } else if (e instanceof Expression.Number n) {
            return new Node.Number(n.value());
        } else if (e instanceof Expression.Sum s) {
            return sum(s);
        } else if (e instanceof Expression.Difference d) {
            Node left = of(d.left());
            Node right = of(d.right());
            return left == null || right == null ? null : new Node.Difference(left, right, left.value() - right.value());
        } else if (e instanceof Expression.Product p) {
            return product(p);
        } else if (e instanceof Expression.Apply a) {
            return a.function() == Function.SOFTMAX ? softmax((Expression.Symbol) a.argument()) : apply(a.function(), of(a.argument()));
        } else if (e instanceof Expression.Join j) {
            int upper = trace.tensor(j.upper().tensor()).cols;
            return row < upper ? leaf(j.upper(), row) : leaf(j.lower(), row - upper);
        } else if (e instanceof Expression.Dot d) {
            return dot(d);
        } else if (e instanceof Expression.Total total) {
            return total(total.of());
        } else if (e instanceof Expression.Outer o) {
            return overTime(o.left(), row, o.right(), column);
        } else if (e instanceof Expression.OverTime o) {
            return overTime(o.symbol(), row, null, 0);
        }
        Expression.Weighted w = (Expression.Weighted) e;
        return overTime(w.left(), 0, w.right(), 0);
    }

    private Node.Leaf leaf(Expression.Symbol symbol, int unit) {
        Trace.Place place = trace.place(symbol.tensor(), t + symbol.lag());
        if (place == null) {
            return null;
        }
        boolean numberAStep = place.tensor().vector && place.row() >= 0;
        int r = numberAStep ? 0 : Math.max(0, place.row());
        int c = numberAStep ? place.row() : unit;
        return new Node.Leaf(place.name(), place.row(), r, c, place.tensor().get(r, c));
    }

    private Node constant(String name) {
        Tensor tensor = trace.tensor(name);
        int r = tensor.vector ? 0 : row;
        int c = tensor.vector ? row : column;
        return new Node.Leaf(name, -1, r, c, tensor.get(r, c));
    }

    private Node sum(Expression.Sum s) {
        List<Node> terms = new ArrayList<>();
        double value = 0;
        for (Expression term : s.terms()) {
            Node node = of(term);
            if (node != null) {
                terms.add(node);
                value += node.value();
            }
        }
        return new Node.Sum(terms, value);
    }

    private Node product(Expression.Product p) {
        List<Node> factors = new ArrayList<>();
        double value = 1;
        for (Expression factor : p.factors()) {
            Node node = of(factor);
            if (node == null) {
                return null;
            }
            factors.add(node);
            value = value == 0 ? 0 : value * node.value();          // 0 · log 0 is 0 here
        }
        return new Node.Product(factors, value);
    }

    private static Node apply(Function function, Node argument) {
        double x = argument.value();
        return new Node.Apply(function, argument, switch (function) {
            case TANH -> Numbers.tanh(x);
            case SIGMOID -> Numbers.sigmoid(x);
            case RELU -> x > 0 ? x : 0;
            case RELU_SLOPE, THRESHOLD -> x > 0 ? 1 : 0;
            case LOG -> Numbers.log(x);
            case EXP -> Numbers.exp(x);
            case SQUARE -> x * x;
            case NEGATIVE -> -x;
            case SOFTMAX -> throw new IllegalArgumentException("softmax takes a whole row");
        });
    }

    private Node softmax(Expression.Symbol scores) {
        int size = trace.tensor(scores.tensor()).cols;
        List<Node> terms = new ArrayList<>();
        double sum = 0;
        for (int j = 0; j < size; j++) {
            Node term = apply(Function.EXP, leaf(scores, j));
            terms.add(term);
            sum += term.value();
        }
        Node own = terms.get(row);
        return new Node.Quotient(own, new Node.Sum(terms, sum), softmaxValue(scores, size));
    }

    /** As the core computes it: shifted by the largest score, so that nothing overflows. */
    private double softmaxValue(Expression.Symbol scores, int size) {
        double max = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < size; j++) {
            max = Math.max(max, leaf(scores, j).value());
        }
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += Numbers.exp(leaf(scores, j).value() - max);
        }
        return Numbers.exp(leaf(scores, row).value() - max) / sum;
    }

    private Node dot(Expression.Dot d) {
        if (trace.place(d.vector().tensor(), t + d.vector().lag()) == null) {
            return null;
        }
        Tensor matrix = trace.tensor(d.matrix());
        List<Node.Leaf> weights = new ArrayList<>();
        List<Node.Leaf> values = new ArrayList<>();
        int size = d.transposed() ? matrix.rows : matrix.cols;
        for (int j = 0; j < size; j++) {
            int r = d.transposed() ? j : row;
            int c = d.transposed() ? row : j;
            weights.add(new Node.Leaf(d.matrix(), -1, r, c, matrix.get(r, c)));
            values.add(leaf(d.vector(), j));
        }
        return pairs(weights, values);
    }

    private Node total(Expression of) {
        List<Node> terms = new ArrayList<>();
        double value = 0;
        int size = trace.tensor("y").cols;
        for (int j = 0; j < size; j++) {
            Node term = new Evaluation(trace, t, j, 0).of(of);
            if (term == null) {
                return null;
            }
            terms.add(term);
            value += term.value();
        }
        return new Node.Sum(terms, value);
    }

    private Node overTime(Expression.Symbol left, int leftUnit, Expression.Symbol right, int rightUnit) {
        List<Node.Leaf> lefts = new ArrayList<>();
        List<Node.Leaf> rights = new ArrayList<>();
        for (int step = 0; step < trace.steps(); step++) {
            Evaluation at = new Evaluation(trace, step, 0, 0);
            lefts.add(at.leaf(left, leftUnit));
            if (right != null) {
                rights.add(at.leaf(right, rightUnit));
            }
        }
        return pairs(lefts, rights);
    }

    private static Node pairs(List<Node.Leaf> left, List<Node.Leaf> right) {
        double value = 0;
        for (int j = 0; j < left.size(); j++) {
            value += right.isEmpty() ? left.get(j).value() : left.get(j).value() * right.get(j).value();
        }
        return new Node.Dot(left, right, value);
    }
}
