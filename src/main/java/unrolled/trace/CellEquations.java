package unrolled.trace;

import java.util.List;

/** What one recurrent layer computes, each equation in the order it happens. */
interface CellEquations {

    /** One step forward. */
    List<Equation> forward();

    /**
     * One step backward.
     *
     * @param above what the loss sends to h(t) by way of this step's output or of the layer above
     */
    List<Equation> backward(Expression above);

    /** What the whole sequence says about each weight. */
    List<Equation> weightGradients();
}
