package unrolled.trace;

import java.util.List;
import java.util.Map;
import unrolled.tensor.Tensor;

/**
 * What else a run depends on than its net and its example.
 *
 * @param truncation after how many steps the gradient is cut; 0 if it is not
 * @param held       the numbers at which gates or states are held, NaN where they are free, by their names
 */
public record Conditions(int truncation, Map<String, Tensor> held) {
    /** What the names of the numbers held begin with, behind the layer's part. */
    static final String SET = "set.";

    /** Nothing is cut and nothing held. */
    public static final Conditions NONE = new Conditions(0, Map.of());

    /** An equation as it is at a step under these conditions. */
    Equation at(Equation equation, int t, int steps) {
        boolean cut = truncation > 0 && t >= 0 && (t + 1) % truncation == 0 && t + 1 < steps;
        Equation so = cut ? Cut.off(equation) : equation;
        return held.isEmpty() || t < 0 ? so : held(so, t);
    }

    private Equation held(Equation equation, int t) {
        int at = Names.prefix(equation.output());
        String prefix = equation.output().substring(0, at);
        String name = equation.output().substring(at);
        if (isHeld(prefix + name, t)) {
            return with(equation, Expression.now(prefix + SET + name));
        }
        boolean afterGate = name.startsWith("da.") && isHeld(prefix + name.substring(3), t);
        boolean intoC = List.of("di", "df", "dg").contains(name) && isHeld(prefix + "c", t);
        if (afterGate || intoC) {
            return with(equation, Expression.NOTHING);
        }
        return name.equals("dc") && isHeld(prefix + "c", t + 1) ? Cut.off(equation) : equation;
    }

    private static Equation with(Equation equation, Expression expression) {
        return new Equation(equation.output(), equation.layer(), equation.phase(), expression);
    }

    private boolean isHeld(String name, int t) {
        Tensor set = held.get(name);
        return set != null && t < set.rows && set.get(t, 0) == set.get(t, 0);
    }
}
