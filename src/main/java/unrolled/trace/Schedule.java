package unrolled.trace;

import java.util.ArrayList;
import java.util.List;
import unrolled.model.Architecture;
import unrolled.model.Head;

/**
 * Puts an architecture's equations in the order in which one update runs them: forward through time, loss, backward,
 * update. Where a layer reads steps that are still to come, every layer is through all steps before the next begins;
 * else a step is through all layers.
 */
final class Schedule {
    private static final int NO_STEP = -1;

    private final Architecture architecture;
    private final Equations equations;
    private final boolean pools;
    private final int steps;
    private final List<Operation> operations = new ArrayList<>();

    /** Equations that happen at every step from the first at which there is anything to compute. */
    private record Column(int first, List<Equation> equations) { }

    private Schedule(Architecture architecture, int steps) {
        this.architecture = architecture;
        this.equations = new Equations(architecture, steps);
        this.pools = architecture.head() != null && architecture.head().at().pools();
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

    private void forward() {
        List<Column> columns = new ArrayList<>();
        for (int l = 0; l <= architecture.top(); l++) {
            columns.add(column(l, equations.cell(l, false).forward()));
            if (architecture.looksAhead()) {
                upwards(columns, List.of());
                columns.clear();
            }
            if (architecture.isBidirectional(l)) {
                downwards(List.of(column(l, equations.cell(l, true).forward())), List.of());
                upwards(List.of(column(l, List.of(equations.both(l)))), List.of());
            }
        }
        List<Equation> head = new ArrayList<>();
        if (pools) {
            for (Equation scores : equations.pool().scores()) {
                columns.add(new Column(0, List.of(scores)));
                upwards(columns, List.of());
                columns.clear();
            }
            upwards(columns, List.of());
            columns.clear();
            head.add(equations.pool().context());
        }
        if (architecture.head() != null) {
            head.addAll(equations.head().forward());
        }
        upwards(columns, head);
    }

    private Column column(int l, List<Equation> of) {
        return new Column(architecture.first(l), of);
    }

    private void loss() {
        upwards(List.of(), List.of(equations.head().stepLoss()));
        add(List.of(equations.head().totalLoss()), NO_STEP);
    }

    private void backward() {
        List<Equation> head = new ArrayList<>(equations.head().backward());
        if (pools) {
            head.add(equations.pool().backward(equations.head().toHidden()));
        }
        boolean apart = pools || architecture.looksAhead();
        if (apart) {
            downwards(List.of(), head);
        }
        if (pools) {
            for (Equation shares : equations.pool().shares()) {
                downwards(List.of(new Column(0, List.of(shares))), List.of());
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int l = architecture.top(); l >= 0; l--) {
            if (architecture.isBidirectional(l)) {
                downwards(List.of(column(l, List.of(equations.dboth(l)))), List.of());
            }
            columns.add(column(l, equations.cell(l, false).backward(equations.above(l, false))));
            if (architecture.looksAhead()) {
                downwards(columns, List.of());
                columns.clear();
            }
            if (architecture.isBidirectional(l)) {
                upwards(List.of(column(l, equations.cell(l, true).backward(equations.above(l, true)))), List.of());
            }
        }
        columns.add(new Column(0, List.of(equations.inputGradient())));
        downwards(columns, apart ? List.of() : head);
        weightGradients();
    }

    private void weightGradients() {
        add(equations.head().gradients(), NO_STEP);
        if (pools) {
            add(equations.pool().weightGradients(), NO_STEP);
        }
        for (int l = architecture.top(); l >= 0; l--) {
            add(equations.cell(l, false).weightGradients(), NO_STEP);
            if (architecture.isBidirectional(l)) {
                add(equations.cell(l, true).weightGradients(), NO_STEP);
            }
        }
    }

    /** From the first step to the last: the columns, then at steps that answer the head. */
    private void upwards(List<Column> columns, List<Equation> head) {
        for (int t = 0; t < steps; t++) {
            addColumns(columns, t);
            add(answers(t) ? head : List.of(), t);
        }
    }

    /** From the last step to the first: at steps that answer the head, then the columns. */
    private void downwards(List<Column> columns, List<Equation> head) {
        for (int t = steps - 1; t >= 0; t--) {
            add(answers(t) ? head : List.of(), t);
            addColumns(columns, t);
        }
    }

    private boolean answers(int t) {
        return architecture.head() != null && (architecture.head().at() == Head.At.EVERY || t == steps - 1);
    }

    private void addColumns(List<Column> columns, int t) {
        for (Column column : columns) {
            if (t >= column.first) {
                add(column.equations, t);
            }
        }
    }

    private void add(List<Equation> equationsOfStep, int t) {
        for (Equation equation : equationsOfStep) {
            operations.add(new Operation(equation, t));
        }
    }
}
