package unrolled.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.nn.BinaryCrossEntropy;
import unrolled.nn.Dense;
import unrolled.nn.Loss;
import unrolled.nn.Named;
import unrolled.nn.Output;
import unrolled.nn.Parameters;
import unrolled.nn.Recurrent;
import unrolled.nn.SoftmaxCrossEntropy;
import unrolled.nn.SquaredError;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * A network laid out over time: the layers, each over at most T steps of B sequences, the head and its loss.
 * The loss L is the mean, or the sum, of loss(t) over the steps that answer: {@link Head#share}.
 */
public final class Unrolled {
    private final Architecture architecture;
    private final Kernels kernels;
    private final int B;
    private final Tensor x;
    private final Tensor dx;
    private final List<Recurrent> layers = new ArrayList<>();
    private final Output output;
    private final Dense dense;
    private final Loss loss;
    private final Tensor target;
    private final Tensor total;

    Unrolled(Architecture architecture, Kernels kernels, Memory memory, Parameters parameters, int T, int B) {
        this.architecture = architecture;
        this.kernels = kernels;
        this.B = B;
        x = Tensor.matrix(memory, T * B, architecture.inputs());
        dx = Tensor.matrix(memory, T * B, architecture.inputs());
        Head head = architecture.head();
        int hidden = architecture.layers().get(architecture.layers().size() - 1).outputs();
        dense = head == null ? null : new Dense(kernels, memory, parameters, hidden, head.size(), T, B);
        loss = head == null ? null : loss(head, memory);
        output = head == null ? null : new Output(dense, loss);
        for (int l = 0; l < architecture.layers().size(); l++) {
            layers.add(architecture.layers().get(l)
                    .unroll(kernels, memory, parameters, architecture.prefix(l), architecture.inputs(l), output, T, B));
        }
        target = classes() ? Tensor.matrix(memory, T * B, head.size()) : head == null ? null : loss.target();
        total = Tensor.vector(memory, 1);
    }

    private boolean classes() {
        return architecture.head() != null && architecture.head().kind() == Head.Kind.SOFTMAX;
    }

    private Loss loss(Head head, Memory memory) {
        if (head.loss() != Head.Loss.CROSS_ENTROPY) {
            return new SquaredError(kernels, memory, head.activation(), head.scale(), dense.logits(), dense.dlogits(), B);
        }
        return classes() ? new SoftmaxCrossEntropy(kernels, memory, dense.logits(), dense.dlogits(), B)
                : new BinaryCrossEntropy(kernels, memory, dense.logits(), dense.dlogits(), B);
    }

    /** Sets the states handed in: those named ({@code h0}, {@code l2.c0}, {@code y0}), and 0 for all others. */
    public void start(Map<String, double[]> state) {
        for (int l = 0; l < layers.size(); l++) {
            for (Named named : layers.get(l).named()) {
                if (named.initial()) {
                    fill(named.tensor(), state.get(architecture.name(l, named.name())));
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

    /** Takes in one example: its inputs, and where it has any, its targets; B must be 1. */
    public void load(Example example) {
        x.fill(0);
        example.writeInputs(x);
        if (loss != null) {
            loss.weight().fill(0);
            if (example.targets() != null) {
                example.writeTargets(target);
                int counted = example.targets().length;
                for (int t = example.steps() - counted; t < example.steps(); t++) {
                    loss.weight().set(t, architecture.head().share(counted));
                    if (classes()) {
                        loss.target().set(t, likeliest(target, t));
                    }
                }
            }
        }
    }

    /** Everything from x to the loss, for {@code T} steps. */
    public void forward(int T) {
        Tensor below = x;
        for (Recurrent layer : layers) {
            layer.forward(below, T);
            below = layer.h();
        }
        if (output != null) {
            if (!architecture.feedsBack()) {
                output.forward(below, 0, T * B);
            }
            total.set(0, loss.forward(T));
        }
    }

    /** Back from the loss of the last {@link #forward}; the gradients of the weights are added to. */
    public void backward(int T) {
        Recurrent top = layers.get(layers.size() - 1);
        loss.backward(T);
        if (!architecture.feedsBack()) {
            output.backward(top.dh(), 0, T * B);
        }
        for (int l = layers.size() - 1; l >= 0; l--) {
            Tensor below = l == 0 ? x : layers.get(l - 1).h();
            Tensor dBelow = l == 0 ? dx : layers.get(l - 1).dh();
            layers.get(l).backward(below, dBelow, T);
        }
        dense.gradients(top.h(), T);
    }

    /** Hands the states after step {@code T} in again. */
    public void carry(int T) {
        for (Recurrent layer : layers) {
            layer.carry(T);
        }
    }

    /** L of the last {@link #forward}. */
    public double totalLoss() {
        return total.get(0);
    }

    /** The share of counted steps whose likeliest class is the target. */
    public double accuracy() {
        int counted = 0;
        int right = 0;
        for (int t = 0; t < y().rows; t++) {
            if (loss.weight().get(t) > 0) {
                counted++;
                right += likeliest(y(), t) == likeliest(target, t) ? 1 : 0;
            }
        }
        return counted == 0 ? 0 : (double) right / counted;
    }

    /** The column of a row's largest number. */
    public static int likeliest(Tensor tensor, int row) {
        int best = 0;
        for (int j = 1; j < tensor.cols; j++) {
            if (tensor.get(row, j) > tensor.get(row, best)) {
                best = j;
            }
        }
        return best;
    }

    public Tensor x() {
        return x;
    }

    public Tensor dx() {
        return dx;
    }

    public List<Recurrent> layers() {
        return layers;
    }

    /** The head before its nonlinearity. */
    public Tensor logits() {
        return dense.logits();
    }

    /** ∂L/∂logits. */
    public Tensor dlogits() {
        return dense.dlogits();
    }

    /** What the head says. */
    public Tensor y() {
        return loss.y();
    }

    /** The head's loss; null if there is no head. */
    public Loss loss() {
        return loss;
    }

    /** What the head should say, one row a step; null if there is no head. */
    public Tensor target() {
        return target;
    }

    /** L, as a tensor of one number. */
    public Tensor total() {
        return total;
    }
}
