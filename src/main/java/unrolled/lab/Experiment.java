package unrolled.lab;

import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.data.Vocabulary;
import unrolled.decode.Writer;
import unrolled.model.Head;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.optim.Adam;
import unrolled.optim.Optimizer;
import unrolled.optim.RmsProp;
import unrolled.optim.Sgd;
import unrolled.preset.Data;
import unrolled.preset.Preset;
import unrolled.preset.Training;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;
import unrolled.trace.Recording;
import unrolled.trace.Trace;
import unrolled.train.Trainer;

/**
 * Everything one preset needs to run, in one memory. What a picture is drawn from comes first, so that it is one copy:
 * weights, gradients, activations, the distribution drawn from, the curve; then the optimiser's state and the writer's own net.
 */
final class Experiment {
    private static final double RMSPROP_DECAY = 0.99;          // PyTorch's
    private static final double ADAM_BETA1 = 0.9;
    private static final double ADAM_BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    final Preset preset;
    final List<Example> examples;
    final Vocabulary vocabulary;
    final Memory memory;
    final Kernels kernels;
    final Network network;
    final Unrolled net;
    final Curve curve;
    final Tensor p;
    final int frameSize;
    final Optimizer optimizer;
    final Trainer trainer;
    final Writer writer;
    final TruthTable truthTable;

    Experiment(Preset preset, Memory memory, Kernels kernels) {
        this.preset = preset;
        this.examples = preset.data().examples();
        this.vocabulary = preset.data().vocabulary();
        this.memory = memory;
        this.kernels = kernels;
        this.network = new Network(preset.architecture(), kernels, memory);
        int steps = longest(examples);
        this.net = network.unroll(steps, 1);
        this.p = chooses() ? Tensor.matrix(memory, steps, preset.architecture().head().size()) : null;
        this.curve = new Curve(memory);
        this.frameSize = memory.size();
        this.optimizer = optimizer(preset.training());
        this.trainer = new Trainer(network, net, kernels, optimizer, preset.training().learningRate(), preset.training().clipNorm());
        this.writer = writes() ? new Writer(network, vocabulary, kernels, preset.state(), Tensor.matrix(memory, 1, vocabulary.size())) : null;
        this.truthTable = TruthTable.suits(preset.architecture()) ? new TruthTable(network) : null;
        net.start(preset.state());
        initialise();
        Checks.validate(preset.checks(), trace(examples.get(0)));
    }

    /** The weights the preset starts with. */
    void initialise() {
        network.initialise(preset.seed(), preset.weights());
        optimizer.state().fill(0);
    }

    /** What a run of one example leaves behind, with the curve beside it. */
    Trace trace(Example example) {
        List<Trace.Entry> others = new ArrayList<>(curve.entries());
        if (p != null) {
            others.add(new Trace.Entry("p", p.rows(0, example.steps()), Trace.Role.ACTIVATION, 0));
        }
        return Recording.of(network, net, example, others);
    }

    /** Whether the model answers with a distribution, from which one can draw. */
    private boolean chooses() {
        return preset.architecture().head() != null && preset.architecture().head().kind() == Head.Kind.SOFTMAX;
    }

    /** Whether the model can write text. */
    boolean writes() {
        return preset.data() instanceof Data.Texts && preset.architecture().head() != null;
    }

    /** {@code updates}, the weights and the optimiser's state. */
    double[] save(int updates) {
        Tensor weights = network.parameters().value;
        Tensor state = optimizer.state();
        double[] saved = new double[1 + weights.size() + state.size()];
        saved[0] = updates;
        for (int i = 0; i < weights.size(); i++) {
            saved[1 + i] = weights.get(i);
        }
        for (int i = 0; i < state.size(); i++) {
            saved[1 + weights.size() + i] = state.get(i);
        }
        return saved;
    }

    /** Takes back what {@link #save} gave, and gives back its updates. */
    int restore(double[] saved) {
        Tensor weights = network.parameters().value;
        Tensor state = optimizer.state();
        int size = 1 + weights.size() + state.size();
        if (saved.length != size) {
            throw new IllegalArgumentException("a save of this preset has " + size + " numbers, got " + saved.length);
        }
        for (int i = 0; i < weights.size(); i++) {
            weights.set(i, saved[1 + i]);
        }
        for (int i = 0; i < state.size(); i++) {
            state.set(i, saved[1 + weights.size() + i]);
        }
        return (int) saved[0];
    }

    private Optimizer optimizer(Training training) {
        int size = network.parameters().value.size();
        return switch (training.optimizer()) {
            case SGD -> new Sgd(kernels, memory, size, training.momentum());
            case RMSPROP -> new RmsProp(kernels, memory, size, RMSPROP_DECAY, EPSILON);
            case ADAM -> new Adam(kernels, memory, size, ADAM_BETA1, ADAM_BETA2, EPSILON);
        };
    }

    private static int longest(List<Example> examples) {
        int longest = 1;
        for (Example example : examples) {
            longest = Math.max(longest, example.steps());
        }
        return longest;
    }
}
