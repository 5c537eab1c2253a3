package unrolled.trace;

import java.util.ArrayList;
import java.util.List;
import unrolled.model.Architecture;
import unrolled.model.Cell;
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
    private final int source;
    private final Conditions conditions;
    private final List<Operation> operations = new ArrayList<>();

    /** Equations that happen at every step from {@code first} to before {@code end}. */
    private record Column(int first, int end, List<Equation> equations) {
        Column(int first, List<Equation> equations) {
            this(first, Integer.MAX_VALUE, equations);
        }
    }

    private Schedule(Architecture architecture, int steps, int source, Conditions conditions) {
        this.architecture = architecture;
        this.equations = new Equations(architecture, steps, source, conditions);
        this.pools = architecture.head() != null && architecture.head().at().pools();
        this.steps = steps;
        this.source = source;
        this.conditions = conditions;
    }

    /**
     * @param source     how many steps an encoder reads; 0 if there is none
     * @param conditions what else the run depends on
     * @param learns     whether the run has targets, and so a loss and a way back
     */
    static List<Operation> of(Architecture architecture, int steps, int source, Conditions conditions,
            boolean learns) {
        Schedule schedule = new Schedule(architecture, steps, source, conditions);
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
            for (Equations.Part part : equations.parts()) {
                columns.add(column(l, part, equations.cell(l, part).forward()));
            }
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
        if (architecture.aligns()) {
            head.addAll(equations.attention().forward());
        }
        if (architecture.head() != null) {
            head.addAll(equations.head().forward());
        }
        upwards(columns, head);
    }

    private Column column(int l, List<Equation> of) {
        return new Column(architecture.first(l), of);
    }

    private Column column(int l, Equations.Part part, List<Equation> of) {
        return new Column(Math.max(architecture.first(l), part.from()), part.to(), of);
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
        if (architecture.aligns()) {
            head.addAll(equations.attention().backward(equations.head().toHidden()));
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
            if (architecture.decodes()) {
                for (Equations.Part part : equations.parts()) {
                    columns.add(column(l, part, equations.cell(l, part).backward(equations.above(l, part))));
                }
            } else {
                columns.add(column(l, equations.cell(l, false).backward(equations.above(l, false))));
            }
            if (architecture.looksAhead()) {
                downwards(columns, List.of());
                columns.clear();
            }
            if (architecture.isBidirectional(l)) {
                upwards(List.of(column(l, equations.cell(l, true).backward(equations.above(l, true)))), List.of());
            }
        }
        for (Equations.Part part : equations.parts()) {
            columns.add(new Column(part.from(), part.to(), List.of(equations.inputGradient(part))));
        }
        downwards(columns, apart ? List.of() : head);
        weightGradients();
    }

    private void weightGradients() {
        add(equations.head().gradients(), NO_STEP);
        if (pools) {
            add(equations.pool().weightGradients(), NO_STEP);
        }
        if (architecture.aligns()) {
            add(equations.attention().weightGradients(), NO_STEP);
        }
        for (int l = architecture.top(); l >= 0; l--) {
            if (architecture.layers().get(l) instanceof Cell.EncoderDecoderCell) {
                add(equations.cell(l, equations.parts().get(0)).weightGradients(), NO_STEP);
                add(equations.cell(l, equations.parts().get(2)).weightGradients(), NO_STEP);
            } else {
                add(equations.cell(l, false).weightGradients(), NO_STEP);
            }
            add(equations.stateGradients(l), NO_STEP);
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
        Head head = architecture.head();
        return head != null && (head.at() == Head.At.EVERY || head.at().decodes() && t >= source || t == steps - 1);
    }

    private void addColumns(List<Column> columns, int t) {
        for (Column column : columns) {
            if (t >= column.first && t < column.end) {
                add(column.equations, t);
            }
        }
    }

    private void add(List<Equation> equationsOfStep, int t) {
        for (Equation equation : equationsOfStep) {
            operations.add(new Operation(conditions.at(equation, t, steps), t));
        }
    }
}
