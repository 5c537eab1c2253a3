package unrolled.trace;

import java.util.ArrayList;
import java.util.List;
import unrolled.trace.Equation.Phase;

/** Leaves out of an equation what comes back from the next step: that is where truncation cuts. */
final class Cut {
    private Cut() { }

    /** What alone comes back from the next step, as what is there at the step before the first. */
    static Expression later(Equation equation) {
        List<Expression> terms = new ArrayList<>();
        for (Expression term : ((Expression.Sum) equation.expression()).terms()) {
            if (comesFromLater(equation, term)) {
                terms.add(term);
            }
        }
        return new Expression.Sum(terms);
    }

    /** Only equations of the way back have such terms, and only sums have them beside others. */
    static Equation off(Equation equation) {
        if (equation.phase() != Phase.BACKWARD || !(equation.expression() instanceof Expression.Sum sum)) {
            return equation;
        }
        List<Expression> kept = new ArrayList<>();
        for (Expression term : sum.terms()) {
            if (!comesFromLater(equation, term)) {
                kept.add(term);
            }
        }
        return kept.size() == sum.terms().size() ? equation : new Equation(equation.output(), equation.layer(),
                equation.phase(), kept.isEmpty() ? Expression.NOTHING : new Expression.Sum(kept));
    }

    private static boolean comesFromLater(Equation equation, Expression term) {
        boolean later = false;
        for (Equation.Input input : new Equation(equation.output(), 0, equation.phase(), term).inputs()) {
            later |= input.lag() > 0;
        }
        return later;
    }
}
