package unrolled.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unrolled.nn.Layer;
import unrolled.nn.Named;
import unrolled.nn.Parameter;
import unrolled.nn.Parameters;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** The states that the first step of every layer builds on: given, drawn, learned, or 0. */
final class Starts {
    private final List<Layer> layers;
    private final List<State> states = new ArrayList<>();
    private final List<Learned> gradients = new ArrayList<>();

    /** @param learned null if it is not */
    private record State(String name, Tensor tensor, boolean random, Parameter learned) { }

    /** What comes back to a state that is learned. */
    private record Learned(Tensor gradient, Tensor back) { }

    Starts(Architecture architecture, List<Layer> layers, Parameters parameters) {
        this.layers = layers;
        for (int l = 0; l < layers.size(); l++) {
            for (Named named : layers.get(l).named()) {
                String bare = named.bare();
                if (named.initial()) {
                    String name = architecture.name(l, named.name());
                    states.add(new State(name, named.tensor(), architecture.start().state(l) == Start.State.RANDOM,
                            architecture.learnsState(l, name) ? parameters.get(name) : null));
                } else if (named.flowsBack() && bare.endsWith("0")
                        && architecture.learnsState(l, architecture.prefix(l) + bare.substring(1))) {
                    gradients.add(new Learned(parameters.get(architecture.prefix(l) + bare.substring(1)).gradient(),
                            named.tensor()));
                }
            }
        }
    }

    /** Sets them for the first step of a sequence, see {@link Unrolled#start}. */
    void begin(Map<String, double[]> given, Rng drawn) {
        layers.forEach(Layer::start);
        for (State state : states) {
            if (state.learned() != null) {
                fill(state.tensor(), state.learned().value());
            } else if (state.random() && drawn != null) {
                draw(state.tensor(), drawn);
            } else {
                fill(state.tensor(), given.get(state.name()));
            }
        }
    }

    private static void draw(Tensor state, Rng rng) {
        for (int i = 0; i < state.size(); i++) {
            state.set(i, Start.SPREAD * rng.normal());
        }
    }

    private static void fill(Tensor state, Tensor learned) {
        for (int i = 0; i < state.size(); i++) {
            state.set(i, learned.get(i % learned.size()));
        }
    }

    /** What came back to the states handed in is the gradient of those that are learned, over all lanes. */
    void learn() {
        for (Learned one : gradients) {
            for (int i = 0; i < one.back().size(); i++) {
                int j = i % one.gradient().size();
                one.gradient().set(j, one.gradient().get(j) + one.back().get(i));
            }
        }
    }

    private static void fill(Tensor state, double[] values) {
        state.fill(0);
        for (int i = 0; values != null && i < state.size(); i++) {
            state.set(i, values[i % values.length]);
        }
    }
}
