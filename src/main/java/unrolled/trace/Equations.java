package unrolled.trace;

import static unrolled.trace.Expression.join;
import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.sum;

import java.util.ArrayList;
import java.util.List;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.ConvCell;
import unrolled.model.DropoutCell;
import unrolled.model.EmbeddingCell;
import unrolled.model.HiddenCell;
import unrolled.model.WindowCell;
import unrolled.nn.Bidirectional;
import unrolled.nn.Reset;
import unrolled.nn.Shape;
import unrolled.trace.Equation.Phase;

/** All equations of one architecture. {@link Schedule} says in which order, and at which steps, they happen. */
final class Equations {
    private final Architecture architecture;
    private final int steps;

    /** @param steps how long the run is */
    Equations(Architecture architecture, int steps) {
        this.architecture = architecture;
        this.steps = steps;
    }

    /** The equations of a layer in one direction; {@code l} counts from 0. */
    CellEquations cell(int l, boolean reversed) {
        String prefix = architecture.prefix(l) + (reversed ? Bidirectional.REVERSE : "");
        LayerNames names = new LayerNames(prefix, l + 1, architecture.input(l), reversed ? 1 : -1);
        Cell cell = architecture.layers().get(l).direction();
        if (cell instanceof Cell.LstmCell) {
            return new LstmEquations(names);
        } else if (cell instanceof Cell.GruCell gru) {
            return new GruEquations(names, gru.reset() == Reset.AFTER);
        } else if (cell instanceof Cell.JordanCell jordan) {
            return new JordanEquations(names, jordan.activation());
        } else if (cell instanceof EmbeddingCell) {
            return new EmbeddingEquations(names);
        } else if (cell instanceof WindowCell window) {
            return new WindowEquations(names, window.before(), window.after(), false);
        } else if (cell instanceof HiddenCell hidden) {
            return new HiddenEquations(names, hidden.activation());
        } else if (cell instanceof ConvCell conv) {
            return new ConvEquations(names, conv.activation(),
                    new WindowEquations(names, conv.before(), 0, conv.flip()));
        } else if (cell instanceof DropoutCell) {
            return new DropoutEquations(names);
        }
        return new ElmanEquations(names, ((Cell.ElmanCell) cell).activation());
    }

    /** The equations of what makes one vector of all steps; only of a net whose head reads it. */
    PoolEquations pool() {
        return new PoolEquations(architecture.head().at(), architecture.output(architecture.top()), steps);
    }

    /** The equations of the head; only of a net that has one. */
    HeadEquations head() {
        return new HeadEquations(architecture);
    }

    /** What a layer hands up from both its directions. */
    Equation both(int l) {
        String prefix = architecture.prefix(l);
        return new Equation(prefix + "both", l + 1, Phase.FORWARD,
                join(now(prefix + "h"), now(prefix + Bidirectional.REVERSE + "h")));
    }

    /** What comes down to both directions of a layer. */
    Equation dboth(int l) {
        return new Equation(architecture.prefix(l) + "dboth", l + 1, Phase.BACKWARD, outside(l));
    }

    /** What the loss sends to the h of a direction of a layer by way of this step's output or of the layer above. */
    Expression above(int l, boolean reversed) {
        return architecture.isBidirectional(l) ? now(architecture.prefix(l) + (reversed ? "dboth.r" : "dboth.f"))
                : outside(l);
    }

    private Expression outside(int l) {
        if (l < architecture.top()) {
            return below(l + 1);
        }
        return architecture.head().at().pools() ? pool().toHidden() : head().toHidden();
    }

    /** What reaches x. */
    Equation inputGradient() {
        return new Equation("dx", 1, Phase.BACKWARD, below(0));
    }

    /** What a layer sends on to what came in. */
    private Expression below(int l) {
        Expression forward = cell(l, false).below();
        return architecture.isBidirectional(l) ? sum(forward, cell(l, true).below()) : forward;
    }

    /** The update of every weight; which rule, the training says. */
    List<Equation> updates() {
        List<Equation> updates = new ArrayList<>();
        for (Shape shape : architecture.shapes()) {
            updates.add(new Equation(shape.name(), 0, Phase.UPDATE,
                    new Expression.Constant(Names.gradient(shape.name()))));
        }
        return updates;
    }
}
