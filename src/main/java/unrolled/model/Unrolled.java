package unrolled.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.nn.AttentionPool;
import unrolled.nn.BinaryCrossEntropy;
import unrolled.nn.Dense;
import unrolled.nn.Dropout;
import unrolled.nn.Loss;
import unrolled.nn.Layer;
import unrolled.nn.Named;
import unrolled.nn.Output;
import unrolled.nn.Parameters;
import unrolled.nn.Pool;
import unrolled.nn.Pooling;
import unrolled.nn.SoftmaxCrossEntropy;
import unrolled.nn.SquaredError;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
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
    private final List<Layer> layers = new ArrayList<>();
    private final int[] first;
    private final Pooling pooling;
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
        int hidden = architecture.outputs(architecture.top());
        dense = head == null ? null : new Dense(kernels, memory, parameters, hidden, head.size(), T, B);
        loss = head == null ? null : loss(head, memory);
        output = head == null ? null : new Output(dense, loss);
        for (int l = 0; l < architecture.layers().size(); l++) {
            layers.add(architecture.layers().get(l)
                    .unroll(kernels, memory, parameters, architecture.prefix(l), architecture.inputs(l), output, T, B));
        }
        first = new int[layers.size()];
        for (int l = 0; l < first.length; l++) {
            first[l] = architecture.first(l);
        }
        pooling = head == null ? null : pooling(head, memory, parameters, hidden, T);
        target = classes() ? Tensor.matrix(memory, T * B, head.size()) : head == null ? null : loss.target();
        total = Tensor.vector(memory, 1);
    }

    private Pooling pooling(Head head, Memory memory, Parameters parameters, int H, int T) {
        return switch (head.at()) {
            case EVERY, LAST -> null;
            case MEAN -> new Pool(kernels, memory, Pool.Kind.MEAN, H, T, B);
            case MAX -> new Pool(kernels, memory, Pool.Kind.MAX, H, T, B);
            case ATTENTION -> new AttentionPool(kernels, memory, parameters, H, T, B);
        };
    }

    private boolean classes() {
        return architecture.head() != null && architecture.head().kind() == Head.Kind.SOFTMAX;
    }

    private Loss loss(Head head, Memory memory) {
        if (head.loss() != Head.Loss.CROSS_ENTROPY) {
            return new SquaredError(kernels, memory, head.activation(), head.scale(), dense.logits(), dense.dlogits(),
                    B);
        }
        return classes() ? new SoftmaxCrossEntropy(kernels, memory, dense.logits(), dense.dlogits(), B)
                : new BinaryCrossEntropy(kernels, memory, dense.logits(), dense.dlogits(), B);
    }

    /** Sets the states handed in: those named ({@code h0}, {@code l2.c0}, {@code y0}), and 0 for all others. */
    public void start(Map<String, double[]> state) {
        for (int l = 0; l < layers.size(); l++) {
            layers.get(l).start();
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
        for (int l = 0; l < layers.size(); l++) {
            layers.get(l).forward(below, first[l], T - first[l]);
            below = layers.get(l).h();
        }
        if (pooling != null) {
            pooling.forward(below, T);
            below = pooling.h();
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
        Layer top = layers.get(layers.size() - 1);
        Layer under = pooling == null ? top : pooling;
        loss.backward(T);
        if (!architecture.feedsBack()) {
            output.backward(under.dh(), 0, T * B);
        }
        if (pooling != null) {
            pooling.backward(top.h(), top.dh(), T);
        }
        for (int l = layers.size() - 1; l >= 0; l--) {
            Tensor below = l == 0 ? x : layers.get(l - 1).h();
            Tensor dBelow = l == 0 ? dx : layers.get(l - 1).dh();
            layers.get(l).end(T);
            layers.get(l).backward(below, dBelow, first[l], T - first[l]);
        }
        dense.gradients(under.h(), T);
    }

    /** Draws anew which units a dropout keeps in the first {@code T} steps; they hold until the next call. */
    public void draw(Rng rng, int T) {
        for (Layer layer : layers) {
            if (layer instanceof Dropout dropout) {
                dropout.draw(rng, T);
            }
        }
    }

    /** Lets every dropout keep everything, as it does at first and when nothing is trained. */
    public void rest() {
        for (Layer layer : layers) {
            if (layer instanceof Dropout dropout) {
                dropout.rest();
            }
        }
    }

    /** Hands the states after step {@code T} in again. */
    public void carry(int T) {
        for (Layer layer : layers) {
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

    public List<Layer> layers() {
        return layers;
    }

    /** What makes one vector of all steps for the head; null where it reads the last layer itself. */
    public Pooling pooling() {
        return pooling;
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
