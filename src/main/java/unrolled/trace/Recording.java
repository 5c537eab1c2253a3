package unrolled.trace;

import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.model.Architecture;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.nn.Named;
import unrolled.nn.Parameter;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace.Entry;
import unrolled.trace.Trace.Role;

/** Collects what one run of an unrolled network leaves behind. The tensors are views: a later run writes new numbers into them. */
public final class Recording {
    private final Network network;
    private final Unrolled net;
    private final int steps;
    private final List<Entry> entries = new ArrayList<>();

    private Recording(Network network, Unrolled net, int steps) {
        this.network = network;
        this.net = net;
        this.steps = steps;
    }

    /** @param others what else is to be found by name */
    public static Trace of(Network network, Unrolled net, Example example, List<Entry> others) {
        boolean learns = network.architecture().learnsFrom(example);
        Recording recording = new Recording(network, net, example.steps());
        recording.weights(learns);
        recording.inputs(learns);
        for (int l = 0; l < net.layers().size(); l++) {
            recording.layer(l, learns);
        }
        if (network.architecture().head() != null) {
            recording.head(learns);
        }
        recording.entries.addAll(others);
        return new Trace(example.steps(), recording.entries, Schedule.of(network.architecture(), example.steps(), learns));
    }

    private void weights(boolean learns) {
        for (Parameter parameter : network.parameters().all()) {
            weight(parameter.name(), parameter.value(), parameter.gradient(), learns);
        }
        for (Architecture.Block block : network.architecture().blocks()) {
            weight(block.shape().name(), network.weight(block.shape().name()), network.gradient(block.shape().name()), learns);
        }
    }

    private void weight(String name, Tensor value, Tensor gradient, boolean learns) {
        entries.add(new Entry(name, value, Role.WEIGHT, layerOf(name)));
        if (learns) {
            entries.add(new Entry(Names.gradient(name), gradient, Role.GRADIENT, layerOf(name)));
        }
    }

    private int layerOf(String name) {
        List<?> layers = network.architecture().layers();
        for (int l = 0; l < layers.size(); l++) {
            String prefix = network.architecture().prefix(l);
            if (!name.endsWith("y") && name.startsWith(prefix)) {
                return l + 1;
            }
        }
        return 0;
    }

    private void inputs(boolean learns) {
        add("x", net.x(), Role.INPUT, 0);
        if (learns) {
            add("dx", net.dx(), Role.FLOW, 0);
        }
    }

    private void layer(int l, boolean learns) {
        List<String> gates = network.architecture().layers().get(l).gates();
        for (Named named : net.layers().get(l).named()) {
            Role role = role(named, gates);
            if (learns || role != Role.FLOW) {
                add(network.architecture().name(l, named.name()), named, role, l + 1);
            }
        }
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
        for (Named named : net.loss().named()) {
            Role role = role(named, List.of());
            if (learns || role != Role.FLOW && !named.name().equals("loss")) {
                add(named.name(), named, role, 0);
            }
        }
        if (learns) {
            add("target", net.target(), Role.TARGET, 0);
            add("share", net.loss().weight(), Role.ACTIVATION, 0);
            entries.add(new Entry("L", net.total(), Role.ACTIVATION, 0));
        }
    }

    /** A layer that runs back has its last step first: here every row stands at its step. */
    private void add(String name, Named named, Role role, int layer) {
        boolean turned = named.reversed() && !named.name().endsWith("0");
        add(name, turned ? named.tensor().reversed(steps) : named.tensor(), role, layer);
    }

    /** Of a tensor with a row (or in a vector, a number) a step, the steps of this run. */
    private void add(String name, Tensor tensor, Role role, int layer) {
        Tensor run = role == Role.STATE0 || name.endsWith("0") ? tensor
                : tensor.vector ? tensor.columns(0, steps) : tensor.rows(0, steps);
        entries.add(new Entry(name, run, role, layer));
    }
}
