package unrolled.cli;

import java.util.List;
import unrolled.lab.Lab;
import unrolled.trace.Trace;

/** The tensors of a run that are printed: all but the curves of the training, which belong to no step. */
final class Tensors {
    private static final String CURVES = "curve.";

    private Tensors() { }

    static List<Trace.Entry> of(Lab lab) {
        return lab.trace().entries().stream().filter(entry -> !entry.name().startsWith(CURVES)).toList();
    }
}
