package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import unrolled.model.Architecture;
import unrolled.model.Head;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.tensor.Tensor;

/**
 * What one step of a net of threshold units makes of every combination of zeros and ones, of what is fed back and what
 * comes in.
 */
final class TruthTable {
    private static final int MOST_INPUTS = 5;                  // 32 rows can still be read

    private final Unrolled step;
    private final String letter;

    /** Whether the net is one layer of threshold units with threshold outputs, and few numbers go into a step. */
    static boolean suits(Architecture architecture) {
        return architecture.layers().size() == 1 && !architecture.layers().get(0).hasSlope()
                && !architecture.layers().get(0).states().isEmpty()
                && architecture.head() != null && architecture.head().kind() == Head.Kind.THRESHOLD
                && architecture.layers().get(0).stateSize() + architecture.inputs() <= MOST_INPUTS;
    }

    /** @param network one that {@linkplain #suits suits}; its weights are read anew for every table */
    TruthTable(Network network) {
        step = network.unroll(1, 1);
        letter = network.architecture().layers().get(0).states().get(0);
    }

    /**
     * {@code {"inputs": ["y′", "x"], "outputs": ["h1", "h2", "y"], "rows": [[0, 0, 0, 0, 0], …]}}, counting up in
     * binary.
     */
    JsonObject json() {
        Tensor state = step.states().get(0);
        Tensor x = step.x();
        Tensor h = step.layers().get(0).h();
        int bits = state.cols + x.cols;
        JsonArray rows = new JsonArray();
        for (int combination = 0; combination < 1 << bits; combination++) {
            for (int i = 0; i < bits; i++) {
                int bit = combination >> bits - 1 - i & 1;
                if (i < state.cols) {
                    state.set(i, bit);
                } else {
                    x.set(i - state.cols, bit);
                }
            }
            JsonArray row = numbers(x, numbers(state, new JsonArray()));
            step.forward(1);
            rows.add(numbers(step.y(), numbers(h, row)));
        }
        return new JsonObject().add("inputs", names("x", x, names(letter + "′", state, new JsonArray())))
                .add("outputs", names("y", step.y(), names("h", h, new JsonArray()))).add("rows", rows);
    }

    private static JsonArray numbers(Tensor tensor, JsonArray into) {
        for (int i = 0; i < tensor.cols; i++) {
            into.add((int) tensor.get(i));
        }
        return into;
    }

    /** Numbered where there is more than one; the prime comes last. */
    private static JsonArray names(String name, Tensor tensor, JsonArray into) {
        String prime = name.endsWith("′") ? "′" : "";
        for (int i = 0; i < tensor.cols; i++) {
            into.add(name.substring(0, name.length() - prime.length()) + (tensor.cols > 1 ? i + 1 : "") + prime);
        }
        return into;
    }
}
