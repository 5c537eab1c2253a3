package unrolled.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unrolled.tensor.Tensor;

/** What one run left behind: every quantity by its name, and the operations in the order they happened. */
public final class Trace {
    private final int steps;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Operation> schedule;

    /** @param role what a tensor is to the picture; @param layer from 1, 0 for the head and the net as a whole */
    public record Entry(String name, Tensor tensor, Role role, int layer) { }

    /**
     * CHANGE is what the last update did to a weight. ACTIVATION is what flows forward, FLOW what flows backward; a GATE lies between 0 and 1; a CLAMP is what a value is held at by hand; a CURVE is not of the
     * run but of all runs before it.
     */
    public enum Role { WEIGHT, GRADIENT, CHANGE, INPUT, TARGET, STATE0, ACTIVATION, GATE, FLOW, CURVE, CLAMP }

    /**
     * @param steps the length of the run; @param entries every tensor of the run, those of the steps with one row a
     * step
     */
    Trace(int steps, List<Entry> entries, List<Operation> schedule) {
        this.steps = steps;
        for (Entry entry : entries) {
            this.entries.put(entry.name(), entry);
        }
        this.schedule = Collections.unmodifiableList(schedule);
    }

    public int steps() {
        return steps;
    }

    public List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** The entry of that name, or null. */
    public Entry entry(String name) {
        return entries.get(name);
    }

    /** @throws IllegalArgumentException if the run has no tensor of that name */
    public Tensor tensor(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("this net has no tensor \"" + name + "\"");
        }
        return entry.tensor();
    }

    public List<Operation> schedule() {
        return schedule;
    }

    /**
     * Where step {@code t} of a tensor stands: before the first step, its initial state if it has one; after the last,
     * nowhere (null). Where time runs back it is the other way round.
     */
    public Place place(String name, int t) {
        if (t >= 0 && t < steps) {
            return new Place(name, tensor(name), t);
        }
        boolean before = Names.reversed(name) ? t >= steps : t < 0;
        Entry initial = before ? entry(name + "0") : null;
        boolean state = initial != null && (initial.role() == Role.STATE0 || initial.role() == Role.WEIGHT);
        return state ? new Place(initial.name(), initial.tensor(), -1)
                : null;
    }

    /** One row of a tensor; row −1 is the one row of an initial state. */
    public record Place(String name, Tensor tensor, int row) { }
}
