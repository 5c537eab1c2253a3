package unrolled.trace;

import static unrolled.trace.Expression.dotTransposed;
import static unrolled.trace.Expression.now;
import static unrolled.trace.Expression.sum;

import java.util.ArrayList;
import java.util.List;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.nn.Bidirectional;
import unrolled.nn.Reset;
import unrolled.nn.Shape;
import unrolled.trace.Equation.Phase;

/** All equations of one architecture. {@link Schedule} says in which order, and at which steps, they happen. */
final class Equations {
    private final Architecture architecture;

    Equations(Architecture architecture) {
        this.architecture = architecture;
    }

    /** The equations of a layer in one direction; {@code l} counts from 0. */
    CellEquations cell(int l, boolean reversed) {
        String prefix = architecture.prefix(l) + (reversed ? Bidirectional.REVERSE : "");
        LayerNames names = new LayerNames(prefix, l + 1, l == 0 ? "x" : architecture.output(l - 1), reversed ? 1 : -1);
        Cell cell = architecture.layers().get(l).direction();
        if (cell instanceof Cell.LstmCell) {
            return new LstmEquations(names);
        } else if (cell instanceof Cell.GruCell gru) {
            return new GruEquations(names, gru.reset() == Reset.AFTER);
        } else if (cell instanceof Cell.JordanCell jordan) {
            return new JordanEquations(names, jordan.activation());
        }
        return new ElmanEquations(names, ((Cell.ElmanCell) cell).activation());
    }

    /** The equations of the head; only of a net that has one. */
    HeadEquations head() {
        return new HeadEquations(architecture);
    }

    /** What a layer hands up from both its directions. */
    Equation both(int l) {
        String prefix = architecture.prefix(l);
        return new Equation(prefix + "both", l + 1, Phase.FORWARD, new Expression.Join(now(prefix + "h"), now(prefix + Bidirectional.REVERSE + "h")));
    }

    /** What comes down to both directions of a layer. */
    Equation dboth(int l) {
        return new Equation(architecture.prefix(l) + "dboth", l + 1, Phase.BACKWARD, outside(l));
    }

    /** What the loss sends to the h of a direction of a layer by way of this step's output or of the layer above. */
    Expression above(int l, boolean reversed) {
        return architecture.isBidirectional(l) ? now(architecture.prefix(l) + (reversed ? "dboth.r" : "dboth.f")) : outside(l);
    }

    private Expression outside(int l) {
        boolean top = l == architecture.layers().size() - 1;
        return top ? head().toHidden() : throughInputs(l + 1);
    }

    /** What reaches x. */
    Equation inputGradient() {
        return new Equation("dx", 1, Phase.BACKWARD, throughInputs(0));
    }

    private Expression throughInputs(int l) {
        String prefix = architecture.prefix(l);
        Expression forward = dotTransposed(prefix + "Wx", now(prefix + "da"));
        String reverse = prefix + Bidirectional.REVERSE;
        return architecture.isBidirectional(l) ? sum(forward, dotTransposed(reverse + "Wx", now(reverse + "da"))) : forward;
    }

    /** The update of every weight; which rule, the training says. */
    List<Equation> updates() {
        List<Equation> updates = new ArrayList<>();
        for (Shape shape : architecture.shapes()) {
            updates.add(new Equation(shape.name(), 0, Phase.UPDATE, new Expression.Constant(Names.gradient(shape.name()))));
        }
        return updates;
    }
}
