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
import unrolled.nn.EncoderDecoder;
import unrolled.nn.Reset;
import unrolled.nn.Shape;
import unrolled.trace.Equation.Phase;

/** All equations of one architecture. {@link Schedule} says in which order, and at which steps, they happen. */
final class Equations {
    private final Architecture architecture;
    private final int steps;
    private final int source;
    private final Conditions conditions;

    /** @param steps how long the run is; @param source how much of it the encoder reads */
    Equations(Architecture architecture, int steps, int source, Conditions conditions) {
        this.architecture = architecture;
        this.conditions = conditions;
        this.steps = steps;
        this.source = source;
    }

    /** A stretch of time in which the equations of the layers are the same: it ends before step {@code to}. */
    record Part(int from, int to, String weights, String later) { }

    /** The parts of a run; only an encoder and decoder have more than one: at the last step of the one the other is near. */
    List<Part> parts() {
        if (!architecture.decodes()) {
            return List.of(new Part(0, steps, "", ""));
        }
        String encoder = EncoderDecoder.ENCODER;
        String decoder = EncoderDecoder.DECODER;
        return List.of(new Part(0, source - 1, encoder, encoder), new Part(source - 1, source, encoder, decoder),
                new Part(source, steps, decoder, decoder));
    }

    /** The equations of a layer in one direction; {@code l} counts from 0. */
    CellEquations cell(int l, boolean reversed) {
        String prefix = architecture.prefix(l) + (reversed ? Bidirectional.REVERSE : "");
        return cell(l, new LayerNames(prefix, l + 1, architecture.input(l), reversed ? 1 : -1));
    }

    /** The equations of a layer in a part of a run. */
    CellEquations cell(int l, Part part) {
        if (!(architecture.layers().get(l) instanceof Cell.EncoderDecoderCell)) {
            return cell(l, false);
        }
        String prefix = architecture.prefix(l);
        return cell(l, new LayerNames(prefix, prefix + part.weights(), prefix + part.later(), l + 1,
                architecture.input(l), -1, part.from() < source ? new Expression.Span(0, source)
                : new Expression.Span(source, Integer.MAX_VALUE)));
    }

    private CellEquations cell(int l, LayerNames names) {
        Cell cell = architecture.layers().get(l).direction();
        if (cell instanceof Cell.LstmCell) {
            return new LstmEquations(names);
        } else if (cell instanceof Cell.GruCell gru) {
            boolean writes = conditions.writes() && !conditions.held().containsKey(names.prefix() + "z");
            return new GruEquations(names, gru.reset() == Reset.AFTER, writes);
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

    /** What the loss sends to what a layer hands up in a part of a run. */
    Expression above(int l, Part part) {
        if (l < architecture.top()) {
            return cell(l + 1, part).below();
        } else if (architecture.aligns()) {
            return part.from() < source ? attention().toEncoder() : attention().toDecoder();
        }
        return architecture.decodes() && part.from() < source ? Expression.NOTHING : outside(l);
    }

    /** The equations of a decoder's view of its encoder; only of a net that aligns. */
    AttentionEquations attention() {
        return new AttentionEquations(architecture.output(architecture.top()));
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

    /** What comes back to the states of a layer before the first step, where they are learned. */
    List<Equation> stateGradients(int l) {
        List<Equation> gradients = new ArrayList<>();
        String prefix = architecture.prefix(l);
        for (Equation equation : cell(l, parts().get(0)).backward(Expression.NOTHING)) {
            for (String letter : architecture.layers().get(l).states()) {
                if (equation.output().equals(prefix + "d" + letter) && architecture.learnsState(l, letter + "0")) {
                    gradients.add(new Equation(equation.output() + "0", l + 1, Phase.BACKWARD, Cut.later(equation)));
                }
            }
        }
        return gradients;
    }

    /** What reaches x in a part of a run. */
    Equation inputGradient(Part part) {
        return new Equation("dx", 1, Phase.BACKWARD, architecture.decodes() ? cell(0, part).below() : below(0));
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
