package unrolled.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.Unrolled;
import unrolled.nn.Named;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/**
 * The gate of every GRU as many books have it: u = 1 − z says how much is written, where z says how much is kept. The
 * net is the same, and so is every other number; du = −dz.
 */
final class UpdateGates {
    private final List<Gate> gates = new ArrayList<>();

    /** @param z the gate or its gradient, by its full name; @param u what it is as u */
    private record Gate(String name, int layer, Named z, Tensor u) { }

    UpdateGates(Architecture architecture, Unrolled net, Memory memory) {
        for (int l = 0; l < architecture.layers().size(); l++) {
            if (architecture.layers().get(l).direction() instanceof Cell.GruCell) {
                for (Named named : net.layers().get(l).named()) {
                    if (named.bare().equals("z") || named.bare().equals("dz")) {
                        gates.add(new Gate(architecture.name(l, named.name()), l + 1, named,
                                Tensor.matrix(memory, named.tensor().rows, named.tensor().cols)));
                    }
                }
            }
        }
    }

    /** After a run, what it made of z. */
    void follow() {
        for (Gate gate : gates) {
            int one = gate.z.flowsBack() ? 0 : 1;
            for (int i = 0; i < gate.u.size(); i++) {
                gate.u.set(i, one - gate.z.tensor().get(i));
            }
        }
    }

    /** @param held a gate that is held by hand is shown as it is held; @param learns whether there is a way back */
    void addTo(List<Trace.Entry> entries, int steps, Set<String> held, boolean learns) {
        for (Gate gate : gates) {
            boolean back = gate.z.flowsBack();
            String own = gate.name.substring(0, gate.name.length() - (back ? 2 : 1));
            if (!held.contains(own + "z") && (learns || !back)) {
                Tensor shown = gate.z.reversed() ? gate.u.reversed(steps) : gate.u.rows(0, steps);
                entries.add(new Trace.Entry(own + (back ? "du" : "u"), shown, back ? Trace.Role.FLOW : Trace.Role.GATE,
                        gate.layer));
            }
        }
    }
}
