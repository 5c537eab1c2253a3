package unrolled.trace;

import java.util.ArrayList;
import java.util.List;
import unrolled.model.Architecture;
import unrolled.model.Head;

/**
 * Puts an architecture's equations in the order in which one update runs them: forward through time, loss, backward, update. Where a
 * layer runs in both directions, a layer is through all steps before the next begins; else a step is through all layers.
 */
final class Schedule {
    private static final int NO_STEP = -1;

    private final Architecture architecture;
    private final Equations equations;
    private final int steps;
    private final List<Operation> operations = new ArrayList<>();

    private Schedule(Architecture architecture, int steps) {
        this.architecture = architecture;
        this.equations = new Equations(architecture);
        this.steps = steps;
    }

    /** @param learns whether the run has targets, and so a loss and a way back */
    static List<Operation> of(Architecture architecture, int steps, boolean learns) {
        Schedule schedule = new Schedule(architecture, steps);
        schedule.forward();
        if (learns) {
            schedule.loss();
            schedule.backward();
            schedule.add(schedule.equations.updates(), NO_STEP);
        }
        return schedule.operations;
    }

    private int top() {
        return architecture.layers().size() - 1;
    }

    private void forward() {
        List<List<Equation>> columns = new ArrayList<>();
        for (int l = 0; l <= top(); l++) {
            List<Equation> cell = equations.cell(l, false).forward();
            if (architecture.isBidirectional()) {
                upwards(List.of(cell), List.of());
            } else {
                columns.add(cell);
            }
            if (architecture.isBidirectional(l)) {
                downwards(List.of(equations.cell(l, true).forward()), List.of());
                upwards(List.of(List.of(equations.both(l))), List.of());
            }
        }
        upwards(columns, architecture.head() == null ? List.of() : equations.head().forward());
    }

    private void loss() {
        upwards(List.of(), List.of(equations.head().stepLoss()));
        add(List.of(equations.head().totalLoss()), NO_STEP);
    }

    private void backward() {
        List<Equation> head = equations.head().backward();
        List<List<Equation>> columns = new ArrayList<>();
        if (architecture.isBidirectional()) {
            downwards(List.of(), head);
        }
        for (int l = top(); l >= 0; l--) {
            if (architecture.isBidirectional(l)) {
                downwards(List.of(List.of(equations.dboth(l))), List.of());
            }
            List<Equation> cell = equations.cell(l, false).backward(equations.above(l, false));
            if (architecture.isBidirectional()) {
                downwards(List.of(cell), List.of());
            } else {
                columns.add(cell);
            }
            if (architecture.isBidirectional(l)) {
                upwards(List.of(equations.cell(l, true).backward(equations.above(l, true))), List.of());
            }
        }
        columns.add(List.of(equations.inputGradient()));
        downwards(columns, architecture.isBidirectional() ? List.of() : head);
        weightGradients();
    }

    private void weightGradients() {
        add(equations.head().gradients(), NO_STEP);
        for (int l = top(); l >= 0; l--) {
            add(equations.cell(l, false).weightGradients(), NO_STEP);
            if (architecture.isBidirectional(l)) {
                add(equations.cell(l, true).weightGradients(), NO_STEP);
            }
        }
    }

    /** From the first step to the last: the columns, then at steps that answer the head. */
    private void upwards(List<List<Equation>> columns, List<Equation> head) {
        for (int t = 0; t < steps; t++) {
            for (List<Equation> column : columns) {
                add(column, t);
            }
            add(answers(t) ? head : List.of(), t);
        }
    }

    /** From the last step to the first: at steps that answer the head, then the columns. */
    private void downwards(List<List<Equation>> columns, List<Equation> head) {
        for (int t = steps - 1; t >= 0; t--) {
            add(answers(t) ? head : List.of(), t);
            for (List<Equation> column : columns) {
                add(column, t);
            }
        }
    }

    private boolean answers(int t) {
        return architecture.head() != null && (architecture.head().at() == Head.At.EVERY || t == steps - 1);
    }

    private void add(List<Equation> equationsOfStep, int t) {
        for (Equation equation : equationsOfStep) {
            operations.add(new Operation(equation, t));
        }
    }
}
