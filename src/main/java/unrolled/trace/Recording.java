package unrolled.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.model.Architecture;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.nn.Named;
import unrolled.nn.Parameter;
import unrolled.nn.Shape;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace.Entry;
import unrolled.trace.Trace.Role;

/**
 * Collects what one run of an unrolled network leaves behind. The tensors are views: a later run writes new numbers
 * into them.
 */
public final class Recording {
    private final Network network;
    private final Unrolled net;
    private final int steps;
    private final int source;
    private final List<Entry> entries = new ArrayList<>();

    private Recording(Network network, Unrolled net, Example example) {
        this.network = network;
        this.net = net;
        this.steps = example.steps();
        this.source = example.source();
    }

    /** @param conditions what else the run depends on; @param others what else is to be found by name */
    public static Trace of(Network network, Unrolled net, Example example, Conditions conditions,
            List<Entry> others) {
        boolean learns = network.architecture().learnsFrom(example);
        Recording recording = new Recording(network, net, example);
        recording.weights(learns);
        recording.inputs(learns);
        for (int l = 0; l < net.layers().size(); l++) {
            recording.layer(l, learns);
        }
        if (network.architecture().head() != null) {
            recording.head(learns);
        }
        conditions.held().forEach(recording::clamp);
        recording.entries.addAll(others);
        return new Trace(example.steps(), recording.entries,
                Schedule.of(network.architecture(), example.steps(), example.source(), conditions, learns));
    }

    private void weights(boolean learns) {
        Architecture architecture = network.architecture();
        Map<String, Integer> layers = new HashMap<>();
        for (int l = 0; l <= architecture.top(); l++) {
            for (Shape shape : architecture.shapes(l)) {
                layers.put(shape.name(), l + 1);
            }
        }
        for (Parameter parameter : network.parameters().all()) {
            weight(parameter.name(), layers.getOrDefault(parameter.name(), 0), learns);
        }
        for (Architecture.Block block : architecture.blocks()) {
            weight(block.shape().name(), layers.get(block.whole()), learns);
        }
    }

    private void weight(String name, int layer, boolean learns) {
        entries.add(new Entry(name, network.weight(name), Role.WEIGHT, layer));
        if (learns) {
            entries.add(new Entry(Names.gradient(name), network.gradient(name), Role.GRADIENT, layer));
        }
    }

    private void inputs(boolean learns) {
        entries.add(new Entry("x", run(net.x()), Role.INPUT, 0));
        if (learns) {
            entries.add(new Entry("dx", run(net.dx()), Role.FLOW, 0));
        }
    }

    private void layer(int l, boolean learns) {
        List<String> gates = network.architecture().layers().get(l).gates();
        for (Named named : net.layers().get(l).named()) {
            Role role = role(named, gates);
            String name = network.architecture().name(l, named.name());
            boolean learned = named.beforeFirst() && network.architecture().learnsState(l, name);
            if (!learned && (learns || role != Role.FLOW)) {
                add(network.architecture().name(l, named.name()), named, role, l + 1);
            }
        }
    }

    private void clamp(String name, Tensor set) {
        int at = Names.prefix(name);
        String full = name.substring(0, at) + Conditions.SET + name.substring(at);
        int layer = 0;
        for (Entry entry : entries) {
            layer = entry.name().equals(name) ? entry.layer() : layer;
        }
        entries.add(new Entry(full, run(set), Role.CLAMP, layer));
    }

    /** g and n are gates by the rows of their weights only: their values may be negative. */
    private static Role role(Named named, List<String> gates) {
        String name = named.bare();
        if (named.flowsBack()) {
            return Role.FLOW;
        } else if (named.initial()) {
            return Role.STATE0;
        }
        boolean opens = gates.contains(name) && !name.equals("g") && !name.equals("n");
        return opens ? Role.GATE : Role.ACTIVATION;
    }

    private void head(boolean learns) {
        List<Named> all = new ArrayList<>(net.pooling() == null ? List.of() : net.pooling().named());
        if (net.attention() != null) {
            all.addAll(net.attention().named(source));
        }
        all.addAll(net.loss().named());
        for (Named named : all) {
            Role role = role(named, List.of());
            if (learns || role != Role.FLOW && !named.name().equals("loss")) {
                add(named.name(), named, role, 0);
            }
        }
        if (learns) {
            entries.add(new Entry("target", run(net.target()), Role.TARGET, 0));
            entries.add(new Entry("share", run(net.loss().weight()), Role.ACTIVATION, 0));
            entries.add(new Entry("L", net.total(), Role.ACTIVATION, 0));
        }
    }

    /** A layer that runs back has its last step first: here every row stands at its step. */
    private void add(String name, Named named, Role role, int layer) {
        Tensor tensor = named.tensor();
        entries.add(new Entry(name, named.beforeFirst() ? tensor : named.reversed() ? tensor.reversed(steps)
                : run(tensor), role, layer));
    }

    /** Of a tensor with a row (or in a vector, a number) a step, the steps of this run. */
    private Tensor run(Tensor tensor) {
        return tensor.vector ? tensor.columns(0, steps) : tensor.rows(0, steps);
    }
}
