package unrolled.model;

import java.util.Map;
import unrolled.nn.Initialisation;
import unrolled.nn.Parameter;
import unrolled.nn.Parameters;
import unrolled.nn.Shape;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** An architecture with its weights. {@link Unrolled} lays it out over time; several may share one network. */
public final class Network {
    private final Architecture architecture;
    private final Kernels kernels;
    private final Memory memory;
    private final Parameters parameters;

    public Network(Architecture architecture, Kernels kernels, Memory memory) {
        this.architecture = architecture;
        this.kernels = kernels;
        this.memory = memory;
        this.parameters = new Parameters(memory, architecture.shapes());
    }

    public Architecture architecture() {
        return architecture;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** The net over at most {@code T} steps of {@code B} sequences, with activations of its own. */
    public Unrolled unroll(int T, int B) {
        return new Unrolled(architecture, kernels, memory, parameters, T, B);
    }

    /**
     * Draws every weight as {@link Start} says (uniform: in ±1/√fan, fan being a recurrent layer's units; of others and
     * of the head the inputs, where of one-hot inputs only one counts), adds the forget bias, and then writes the
     * weights that are given. One seed gives the same start whatever is given.
     */
    public void initialise(long seed, Map<String, double[][]> given) {
        Rng rng = new Rng(seed);
        for (int l = 0; l < architecture.layers().size(); l++) {
            Cell cell = architecture.layers().get(l);
            for (Shape shape : architecture.shapes(l)) {
                draw(shape, cell.fan(architecture.inputs(l)), cell.hidden(), rng);
            }
            if (cell.direction() instanceof Cell.LstmCell lstm) {
                for (String prefix : cell.prefixes(architecture.prefix(l))) {
                    Initialisation.forgetBias(parameters.get(prefix + "b").value(), lstm.forgetBias());
                }
            }
        }
        for (Shape shape : architecture.headShapes()) {
            draw(shape, architecture.headInputs(), shape.rows(), rng);
        }
        given.forEach((name, rows) -> write(rows, weight(name)));
    }

    /** @param H the rows of one gate */
    private void draw(Shape shape, int fan, int H, Rng rng) {
        Tensor value = parameters.get(shape.name()).value();
        Start start = architecture.start();
        boolean recurrent = shape.name().endsWith("Wh");
        if (shape.name().endsWith("0")) {
            value.fill(0);
        } else if (start.kind() == Start.Kind.UNIFORM) {
            Initialisation.uniform(value, fan, rng);
            if (recurrent) {
                scale(value, start.gain());
            }
        } else if (shape.cols() == 0) {
            value.fill(0);
        } else if (recurrent && start.kind() == Start.Kind.ORTHOGONAL) {
            Initialisation.orthogonal(value, H, start.gain(), rng);
        } else if (recurrent && start.kind() == Start.Kind.IDENTITY) {
            Initialisation.identity(value, H, start.gain());
        } else {
            Initialisation.xavier(value, H, recurrent ? start.gain() : 1, rng);
        }
    }

    private static void scale(Tensor value, double gain) {
        for (int i = 0; i < value.size(); i++) {
            value.set(i, value.get(i) * gain);
        }
    }

    /** A weight, or one gate's rows of it, by name. */
    public Tensor weight(String name) {
        return part(name, false);
    }

    /** The gradient of {@link #weight(String)}. */
    public Tensor gradient(String name) {
        return part(name, true);
    }

    private Tensor part(String name, boolean gradient) {
        for (Architecture.Block block : architecture.blocks()) {
            if (block.shape().name().equals(name)) {
                Tensor whole = tensor(parameters.get(block.whole()), gradient);
                return whole.vector ? whole.columns(block.first(), block.shape().rows())
                        : whole.rows(block.first(), block.shape().rows());
            }
        }
        return tensor(parameters.get(name), gradient);
    }

    private static Tensor tensor(Parameter parameter, boolean gradient) {
        return gradient ? parameter.gradient() : parameter.value();
    }

    private static void write(double[][] rows, Tensor to) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                to.set(r, c, rows[r][c]);
            }
        }
    }
}
