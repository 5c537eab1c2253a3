package unrolled.trace;

import java.util.List;

/** What one layer computes, each equation in the order it happens. */
interface CellEquations {

    /** One step forward. */
    List<Equation> forward();

    /**
     * One step backward.
     *
     * @param above what the loss sends to what the layer hands up at t, by this step's output or by the layer above
     */
    List<Equation> backward(Expression above);

    /** What it sends on to what came in at t. */
    Expression below();

    /** What the whole sequence says about each weight. */
    default List<Equation> weightGradients() {
        return List.of();
    }
}
