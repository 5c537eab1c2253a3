package unrolled.trace;

import unrolled.trace.Expression.Apply;
import unrolled.trace.Expression.Function;

/**
 * When a unit counts as saturated: its function is within {@link #NEAR} of an end of its range, where it no longer
 * follows what comes in and lets next to no gradient through. A σ is so below 0.02 and above 0.98, a tanh beyond ±0.98.
 */
public final class Saturation {
    private static final double NEAR = 0.02;

    private Saturation() { }

    /** The two numbers between which what an equation computes is not saturated; null where nothing is squashed. */
    public static double[] bounds(Equation equation) {
        boolean squashes = equation.phase() == Equation.Phase.FORWARD && equation.expression() instanceof Apply;
        Function function = squashes ? ((Apply) equation.expression()).function() : null;
        return function == Function.SIGMOID ? new double[] {NEAR, 1 - NEAR}
                : function == Function.TANH ? new double[] {NEAR - 1, 1 - NEAR} : null;
    }
}
