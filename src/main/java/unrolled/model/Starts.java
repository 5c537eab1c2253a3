package unrolled.model;

import java.util.List;
import java.util.Map;
import unrolled.nn.Layer;
import unrolled.nn.Named;
import unrolled.nn.Parameters;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** The states that the first step of every layer builds on: given, drawn, learned, or 0. */
final class Starts {
    private final Architecture architecture;
    private final List<Layer> layers;
    private final Parameters parameters;

    Starts(Architecture architecture, List<Layer> layers, Parameters parameters) {
        this.architecture = architecture;
        this.layers = layers;
        this.parameters = parameters;
    }

    /** Sets them for the first step of a sequence, see {@link Unrolled#start}. */
    void begin(Map<String, double[]> state, Rng drawn) {
        for (int l = 0; l < layers.size(); l++) {
            layers.get(l).start();
            for (Named named : layers.get(l).named()) {
                if (named.initial()) {
                    String name = architecture.name(l, named.name());
                    if (architecture.learnsState(l, name)) {
                        fill(named.tensor(), parameters.get(name).value());
                    } else if (architecture.start().state(l) == Start.State.RANDOM && drawn != null) {
                        draw(named.tensor(), drawn);
                    } else {
                        fill(named.tensor(), state.get(name));
                    }
                }
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
        for (int l = 0; l < layers.size(); l++) {
            for (Named named : layers.get(l).named()) {
                String bare = named.bare();
                if (named.flowsBack() && bare.endsWith("0")
                        && architecture.learnsState(l, architecture.prefix(l) + bare.substring(1))) {
                    Tensor gradient = parameters.get(architecture.prefix(l) + bare.substring(1)).gradient();
                    for (int i = 0; i < named.tensor().size(); i++) {
                        int j = i % gradient.size();
                        gradient.set(j, gradient.get(j) + named.tensor().get(i));
                    }
                }
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
