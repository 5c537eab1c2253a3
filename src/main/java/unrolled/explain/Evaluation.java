package unrolled.explain;

import java.util.ArrayList;
import java.util.List;
import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;
import unrolled.trace.Equation;
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
        } else if (e instanceof Expression.Last last) {
            return at(trace.steps() - 1).leaf(Expression.now(last.tensor()), row);
        } else if (e instanceof Expression.Sum s) {
            return sum(s);
        } else if (e instanceof Expression.Difference d) {
            Node left = of(d.left());
            Node right = of(d.right());
            return left == null || right == null ? null
                    : new Node.Difference(left, right, left.value() - right.value());
        } else if (e instanceof Expression.Product p) {
            return product(p);
        } else if (e instanceof Expression.Quotient q) {
            Node left = of(q.left());
            Node right = of(q.right());
            return new Node.Quotient(left, right, left.value() / right.value());
        } else if (e instanceof Expression.Apply a) {
            return apply(a);
        } else if (e instanceof Expression.Join j) {
            Node part = element(j, row);
            return part == null ? new Node.Number(0) : part;
        } else if (e instanceof Expression.Dot d) {
            return dot(d);
        } else if (e instanceof Expression.Total total) {
            return total(total.of());
        } else if (e instanceof Expression.Held h) {
            return holds(h.set()) ? leaf(h.set(), row) : of(h.free());
        } else if (e instanceof Expression.Free f) {
            return holds(f.set()) ? new Node.Number(0) : leaf(f.of(), row);
        }
        return overSteps(e);
    }

    private Node overSteps(Expression e) {
        if (e instanceof Expression.Outer o) {
            return overTime(o.left(), row, o.right(), column, o.span());
        } else if (e instanceof Expression.OverTime o) {
            return overTime(o.symbol(), row, null, 0, o.span());
        } else if (e instanceof Expression.Weighted w) {
            return overTime(w.left(), 0, w.right(), row, Expression.Span.ALL);
        } else if (e instanceof Expression.Column c) {
            return overTime(Expression.now(c.weights()), t, Expression.now(c.rows()), row, Expression.Span.ALL);
        }
        return across((Expression.Across) e);
    }

    private boolean holds(Expression.Symbol set) {
        Node.Leaf held = leaf(set, row);
        return held != null && held.value() == held.value();
    }

    private Evaluation at(int step) {
        return new Evaluation(trace, step, row, column);
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

    /** One number of a row; null where it is absent. */
    private Node.Leaf element(Expression.Row of, int unit) {
        if (of instanceof Expression.Symbol symbol) {
            return leaf(symbol, unit);
        }
        int first = 0;
        for (Expression.Symbol part : ((Expression.Join) of).parts()) {
            int width = width(part);
            if (unit < first + width) {
                int step = t + part.lag();
                return step < 0 || step >= trace.steps() ? null : leaf(part, unit - first);
            }
            first += width;
        }
        throw new IllegalArgumentException("a row of " + first + " numbers has no number " + unit);
    }

    private int width(Expression.Row of) {
        if (of instanceof Expression.Symbol symbol) {
            Tensor tensor = trace.tensor(symbol.tensor());
            return tensor.vector ? 1 : tensor.cols;
        }
        int width = 0;
        for (Expression.Symbol part : ((Expression.Join) of).parts()) {
            width += width(part);
        }
        return width;
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

    private Node apply(Expression.Apply a) {
        return switch (a.function()) {
            case SOFTMAX -> softmax(row((Expression.Symbol) a.argument()), row);
            case SOFTMAX_OVER_TIME -> softmax(sequence(a.argument()), t);
            case MAX -> {
                List<Node> all = sequence(a.argument());
                yield new Node.Apply(Function.MAX, all, all.get(largest(all)).value());
            }
            case ARGMAX -> {
                List<Node> all = sequence(a.argument());
                yield new Node.Apply(Function.ARGMAX, List.of(all.get(t)), largest(all) == t ? 1 : 0);
            }
            default -> apply(a.function(), of(a.argument()));
        };
    }

    private static Node apply(Function function, Node argument) {
        double x = argument.value();
        return new Node.Apply(function, List.of(argument), switch (function) {
            case TANH -> Numbers.tanh(x);
            case SIGMOID -> Numbers.sigmoid(x);
            case RELU -> x > 0 ? x : 0;
            case RELU_SLOPE, THRESHOLD -> x > 0 ? 1 : 0;
            case LOG -> Numbers.log(x);
            case EXP -> Numbers.exp(x);
            case SQUARE -> x * x;
            case NEGATIVE -> -x;
            default -> throw new IllegalArgumentException(function + " takes more than one number");
        });
    }

    /** All numbers of a step. */
    private List<Node> row(Expression.Symbol symbol) {
        List<Node> numbers = new ArrayList<>();
        for (int j = 0; j < width(symbol); j++) {
            numbers.add(leaf(symbol, j));
        }
        return numbers;
    }

    /** The number at hand at all steps. */
    private List<Node> sequence(Expression of) {
        List<Node> numbers = new ArrayList<>();
        for (int step = 0; step < trace.steps(); step++) {
            numbers.add(at(step).of(of));
        }
        return numbers;
    }

    /** Of several, the first. */
    private static int largest(List<Node> numbers) {
        int best = 0;
        for (int i = 1; i < numbers.size(); i++) {
            best = numbers.get(i).value() > numbers.get(best).value() ? i : best;
        }
        return best;
    }

    /** The value as the core computes it: shifted by the largest score, so that nothing overflows. */
    private static Node softmax(List<Node> scores, int own) {
        double max = scores.get(largest(scores)).value();
        List<Node> terms = new ArrayList<>();
        double sum = 0;
        double shifted = 0;
        for (Node score : scores) {
            Node term = apply(Function.EXP, score);
            terms.add(term);
            sum += term.value();
            shifted += Numbers.exp(score.value() - max);
        }
        return new Node.Quotient(terms.get(own), new Node.Sum(terms, sum),
                Numbers.exp(scores.get(own).value() - max) / shifted);
    }

    private Node dot(Expression.Dot d) {
        Tensor matrix = trace.tensor(d.matrix());
        List<Node.Leaf> weights = new ArrayList<>();
        List<Node.Leaf> values = new ArrayList<>();
        int size = width(d.vector());
        for (int j = 0; j < size; j++) {
            Node.Leaf value = element(d.vector(), j);
            if (value != null) {
                int r = d.transposed() ? j : row;
                int c = d.transposed() ? row : j;
                weights.add(new Node.Leaf(d.matrix(), -1, r, c, matrix.get(r, c)));
                values.add(value);
            }
        }
        return values.isEmpty() ? null : pairs(weights, values);
    }

    private Node total(Expression of) {
        List<Node> terms = new ArrayList<>();
        double value = 0;
        int size = trace.tensor(Equation.inputs(of).get(0).tensor()).cols;
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

    private Node across(Expression.Across a) {
        Expression.Symbol steps = Expression.now(a.steps());
        List<Node.Leaf> lefts = new ArrayList<>();
        List<Node.Leaf> rights = new ArrayList<>();
        for (int j = 0; j < width(a.vector()); j++) {
            lefts.add(leaf(a.vector(), j));
            rights.add(a.summed() ? at(j).leaf(steps, row) : at(row).leaf(steps, j));
        }
        return pairs(lefts, rights);
    }

    private Node overTime(Expression.Symbol left, int leftUnit, Expression.Row right, int rightUnit,
            Expression.Span span) {
        List<Node.Leaf> lefts = new ArrayList<>();
        List<Node.Leaf> rights = new ArrayList<>();
        for (int step = span.from(); step < Math.min(trace.steps(), span.to()); step++) {
            Node.Leaf other = right == null ? null : at(step).element(right, rightUnit);
            if (right == null || other != null) {
                lefts.add(at(step).leaf(left, leftUnit));
            }
            if (other != null) {
                rights.add(other);
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
