package unrolled.trace;

/** One equation at one step; {@code t} is −1 where the equation is not tied to a step. */
public record Operation(Equation equation, int t) { }
