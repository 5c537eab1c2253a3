package unrolled.trace;

import java.util.ArrayList;
import java.util.List;
import unrolled.model.Architecture;
import unrolled.model.Head;

/** Puts an architecture's equations in the order in which one update runs them: forward through time, loss, backward, update. */
final class Schedule {
    private static final int NO_STEP = -1;

    private final Architecture architecture;
    private final int steps;
    private final List<Operation> operations = new ArrayList<>();

    private Schedule(Architecture architecture, int steps) {
        this.architecture = architecture;
        this.steps = steps;
    }

    /** @param learns whether the run has targets, and so a loss and a way back */
    static List<Operation> of(Architecture architecture, int steps, boolean learns) {
        Schedule schedule = new Schedule(architecture, steps);
        Equations equations = new Equations(architecture);
        schedule.forward(equations);
        if (learns) {
            schedule.loss(equations);
            schedule.backward(equations);
            schedule.add(equations.updates(), NO_STEP);
        }
        return schedule.operations;
    }

    private void forward(Equations equations) {
        List<List<Equation>> layers = new ArrayList<>();
        for (int l = 0; l < architecture.layers().size(); l++) {
            layers.add(equations.cell(l).forward());
        }
        List<Equation> head = architecture.head() == null ? List.of() : equations.head().forward();
        for (int t = 0; t < steps; t++) {
            for (List<Equation> layer : layers) {
                add(layer, t);
            }
            if (answers(t)) {
                add(head, t);
            }
        }
    }

    private void loss(Equations equations) {
        Equation stepLoss = equations.head().stepLoss();
        for (int t = 0; t < steps; t++) {
            if (answers(t)) {
                operations.add(new Operation(stepLoss, t));
            }
        }
        operations.add(new Operation(equations.head().totalLoss(), NO_STEP));
    }

    private void backward(Equations equations) {
        int top = architecture.layers().size() - 1;
        List<Equation> head = equations.head().backward();
        List<List<Equation>> layers = new ArrayList<>();
        for (int l = 0; l <= top; l++) {
            layers.add(equations.cell(l).backward(equations.above(l)));
        }
        Equation input = equations.inputGradient();
        for (int t = steps - 1; t >= 0; t--) {
            if (answers(t)) {
                add(head, t);
            }
            for (int l = top; l >= 0; l--) {
                add(layers.get(l), t);
            }
            operations.add(new Operation(input, t));
        }
        add(equations.head().gradients(), NO_STEP);
        for (int l = top; l >= 0; l--) {
            add(equations.cell(l).weightGradients(), NO_STEP);
        }
    }

    private boolean answers(int t) {
        return architecture.head() != null && (architecture.head().at() == Head.At.EVERY || t == steps - 1);
    }

    private void add(List<Equation> equations, int t) {
        for (Equation equation : equations) {
            operations.add(new Operation(equation, t));
        }
    }
}
