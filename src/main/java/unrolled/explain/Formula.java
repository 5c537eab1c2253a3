package unrolled.explain;

import java.util.ArrayList;
import java.util.List;
import unrolled.trace.Equation;
import unrolled.trace.Expression;

/** Equations and their numbers as lines of mathematics. */
public final class Formula {
    private final Notation notation;
    private final boolean turned;

    public Formula(Notation notation) {
        this(notation, false);
    }

    /** @param turned whether matrices are written as their transposes: {@code Wᵀ x} for what is computed as W x */
    public Formula(Notation notation, boolean turned) {
        this.notation = notation;
        this.turned = turned;
    }

    /** The equation in symbols, for any step t. */
    public String symbols(Equation equation) {
        if (equation.phase() == Equation.Phase.UPDATE) {
            return notation.name(equation.output()) + " ← optimiser" + Notation.bracket(of(equation.expression()));
        }
        boolean perStep = !overTime(equation.expression());
        String output = perStep ? notation.symbol(equation.output(), 0) : notation.name(equation.output());
        return output + " = " + (perStep ? of(equation.expression()) : sum(equation.expression(), "t"));
    }

    /** One number of a tensor, for example {@code h(1)[2]}; {@code t} is −1 where no step is meant. */
    public String entry(String tensor, int t, int row, int column) {
        return notation.entry(tensor, t, row, column);
    }

    /** A tensor by its name, for example {@code Wx}. */
    public String name(String tensor) {
        return notation.name(tensor);
    }

    /** A number as the notation writes it. */
    public String number(double value) {
        return notation.number(value);
    }

    /** Whether one thing comes of all steps. */
    private static boolean overTime(Expression e) {
        return e instanceof Expression.Outer || e instanceof Expression.OverTime || e instanceof Expression.Weighted
                || e instanceof Expression.Quotient q && overTime(q.left())
                || e instanceof Expression.Apply a && a.function() == Expression.Function.MAX;
    }

    /** The right-hand side with its numbers, for example {@code 0.639 · 0.05 + 0.582 · 0.327}. */
    public String numbers(Node node) {
        if (node instanceof Node.Sum s) {
            return join(s.args(), " + ", false);
        } else if (node instanceof Node.Difference d) {
            return numbers(d.left()) + notation.minus() + factor(d.right());
        } else if (node instanceof Node.Product p) {
            return join(p.args(), notation.times(), true);
        } else if (node instanceof Node.Quotient q) {
            return notation.quotient(part(q.left()), part(q.right()));
        } else if (node instanceof Node.Apply a) {
            return notation.apply(a.function(), function(a) ? join(a.args(), ", ", false) : factor(a.args().get(0)));
        } else if (node instanceof Node.Dot d) {
            return dot(d);
        }
        return signed(node.value());
    }

    private String dot(Node.Dot d) {
        List<String> terms = new ArrayList<>();
        for (int j = 0; j < d.left().size(); j++) {
            String left = signed(d.left().get(j).value());
            terms.add(d.right().isEmpty() ? left : left + notation.times() + signed(d.right().get(j).value()));
        }
        return String.join(" + ", terms);
    }

    private String join(List<Node> nodes, String between, boolean factors) {
        List<String> parts = new ArrayList<>();
        for (Node node : nodes) {
            parts.add(factors ? factor(node) : numbers(node));
        }
        return String.join(between, parts);
    }

    private String factor(Node node) {
        return compound(node) ? Notation.bracket(numbers(node)) : numbers(node);
    }

    private String part(Node node) {
        return compound(node) ? notation.grouped(numbers(node)) : numbers(node);
    }

    private static boolean compound(Node node) {
        return node instanceof Node.Sum || node instanceof Node.Difference || node instanceof Node.Dot
                || node instanceof Node.Product;
    }

    private static boolean function(Node.Apply a) {
        return a.function() != Expression.Function.SQUARE && a.function() != Expression.Function.NEGATIVE;
    }

    private String signed(double value) {
        return value < 0 ? Notation.bracket(notation.number(value)) : notation.number(value);
    }

    private String of(Expression e) {
        if (e instanceof Expression.Symbol s) {
            return notation.symbol(s.tensor(), s.lag());
        } else if (e instanceof Expression.Constant c) {
            return notation.name(c.tensor());
        } else if (e instanceof Expression.Number n) {
            return notation.number(n.value());
        } else if (e instanceof Expression.Sum s) {
            return join(s.terms(), " + ");
        } else if (e instanceof Expression.Difference d) {
            return of(d.left()) + notation.minus() + factor(d.right());
        } else if (e instanceof Expression.Product p) {
            return join(p.factors(), notation.hadamard());
        } else if (e instanceof Expression.Quotient q) {
            return notation.quotient(factor(q.left()), factor(q.right()));
        } else if (e instanceof Expression.Apply a) {
            boolean bare = a.function() == Expression.Function.SQUARE || a.function() == Expression.Function.NEGATIVE;
            return notation.apply(a.function(), bare ? factor(a.argument()) : of(a.argument()));
        } else if (e instanceof Expression.Dot d) {
            return (d.transposed() != turned ? notation.transposed(notation.name(d.matrix())) : notation.name(d.matrix())) + " "
                    + of(d.vector());
        } else if (e instanceof Expression.Join j) {
            return "[" + join(j.parts(), "; ") + "]";
        } else if (e instanceof Expression.Last last) {
            return notation.name(last.tensor());
        } else if (e instanceof Expression.Total total) {
            return notation.total(of(total.of()));
        } else if (e instanceof Expression.Held h) {
            return of(h.set()) + notation.word(" or ") + of(h.free());
        } else if (e instanceof Expression.Free f) {
            return notation.word("free ") + of(f.of());
        }
        return sum(e, "τ");
    }

    /** The letter that counts the steps, and where they end or begin if they are not all. */
    private static String steps(String step, Expression.Span span) {
        return span.from() > 0 ? step + "≥" + span.from() : span.to() < Integer.MAX_VALUE ? step + "<" + span.to()
                : step;
    }

    /** What runs over time, by the letter that counts the steps. */
    private String sum(Expression e, String step) {
        if (e instanceof Expression.Outer o) {
            String first = of(turned ? o.right() : o.left());
            String second = of(turned ? o.left() : o.right());
            return notation.overTime(steps(step, o.span()), first + " " + notation.transposed(second));
        } else if (e instanceof Expression.OverTime o) {
            return notation.overTime(steps(step, o.span()), notation.indexed(o.symbol().tensor(), step));
        } else if (e instanceof Expression.Weighted w) {
            return notation.overTime(step, notation.indexed(w.left().tensor(), step) + notation.times()
                    + notation.indexed(w.right().tensor(), step));
        } else if (e instanceof Expression.Quotient q) {
            return notation.quotient(sum(q.left(), step), of(q.right()));
        } else if (e instanceof Expression.Column c) {
            return notation.overTime(step, notation.indexed(c.weights(), step + ",t") + " "
                    + notation.indexed(c.rows(), step));
        } else if (e instanceof Expression.Across a) {
            String states = notation.indexed(a.steps(), step);
            return a.summed()
                    ? notation.overTime(step, notation.indexed(a.vector().tensor(), "t," + step) + " " + states)
                    : of(a.vector()) + notation.times() + states;
        }
        return of(e);
    }

    private String join(List<? extends Expression> expressions, String between) {
        List<String> parts = new ArrayList<>();
        for (Expression e : expressions) {
            parts.add(between.equals(notation.hadamard()) ? factor(e) : of(e));
        }
        return String.join(between, parts);
    }

    private String factor(Expression e) {
        boolean compound = e instanceof Expression.Sum || e instanceof Expression.Difference;
        return compound ? Notation.bracket(of(e)) : of(e);
    }
}
