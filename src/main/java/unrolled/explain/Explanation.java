package unrolled.explain;

import unrolled.tensor.Tensor;
import unrolled.trace.Operation;
import unrolled.trace.Trace;

/**
 * Why one number is what it is: the equation it comes from and that equation with the numbers of the run.
 *
 * @param unit the flat index of the number in its row, or of an entry in its matrix
 * @param tree the right-hand side with its numbers
 */
public record Explanation(Operation operation, int unit, Node tree) {

    /** @throws IllegalArgumentException if the operation's output has no such unit */
    public static Explanation of(Trace trace, Operation operation, int unit) {
        Tensor output = trace.tensor(operation.equation().output());
        boolean perStep = operation.t() >= 0;
        int size = perStep ? (output.vector ? 1 : output.cols) : output.size();
        if (unit < 0 || unit >= size) {
            throw new IllegalArgumentException(operation.equation().output() + " has units 0.." + (size - 1) + ", got "
                    + unit);
        }
        boolean matrix = !perStep && !output.vector;
        int row = matrix ? unit / output.cols : unit;
        int column = matrix ? unit % output.cols : 0;
        return new Explanation(operation, unit, new Evaluation(trace, operation.t(), row, column)
                .of(operation.equation().expression()));
    }

    /** The number explained. An update is explained by the gradient it follows. */
    public double value() {
        return tree.value();
    }
}
