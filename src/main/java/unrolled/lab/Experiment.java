package unrolled.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.data.Vocabulary;
import unrolled.decode.Choice;
import unrolled.decode.Speaker;
import unrolled.decode.Text;
import unrolled.decode.WholeSpeaker;
import unrolled.decode.Writer;
import unrolled.model.EmbeddingCell;
import unrolled.model.Head;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.optim.Adam;
import unrolled.optim.AdamW;
import unrolled.optim.Clipping;
import unrolled.optim.Optimizer;
import unrolled.optim.RmsProp;
import unrolled.optim.Sgd;
import unrolled.preset.Check.On;
import unrolled.preset.Data;
import unrolled.preset.Decoding;
import unrolled.preset.Preset;
import unrolled.preset.Training;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;
import unrolled.trace.Conditions;
import unrolled.trace.Recording;
import unrolled.trace.Trace;
import unrolled.train.Evaluation;
import unrolled.train.Trainer;

/**
 * Everything one preset needs to run, in one memory. What a picture is drawn from comes first, so that it is one copy:
 * weights, gradients, activations, the distribution drawn from, the curve; then the optimiser's state and the nets of
 * the trainer, the evaluation and the writer.
 */
final class Experiment {
    private static final double RMSPROP_DECAY = 0.99;          // PyTorch's
    private static final double ADAM_BETA1 = 0.9;
    private static final double ADAM_BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final int LONGEST_SENTENCE = 64;

    final Preset preset;
    final Split split;
    final Vocabulary vocabulary;
    final Vocabulary answers;
    final Memory memory;
    final Kernels kernels;
    final Network network;
    final Unrolled net;
    final Curve curve;
    final Samples samples;
    final Tensor p;
    final int frameSize;
    final Optimizer optimizer;
    final Trainer trainer;
    final Text text;
    final TruthTable truthTable;
    private final Tensor dy;
    final Stopping stopping = new Stopping();
    private final Map<String, Tensor> held;
    private final Speaker speaker;
    private final boolean trains;
    private final Unrolled reader;
    private final Scores scores = new Scores();
    private Ngrams ngrams;
    private int updates;
    private double lossSeen;
    private double normSeen;
    private int aloneSeen = -1;

    Experiment(Preset preset, Memory memory, Kernels kernels) {
        this.preset = preset;
        this.split = Split.of(preset);
        this.vocabulary = preset.data().vocabulary();
        this.answers = preset.data().answers();
        this.memory = memory;
        this.kernels = kernels;
        this.network = new Network(preset.architecture(), kernels, memory);
        this.trains = preset.obstacle(split.train().get(0)) == null;
        int steps = longest(split.shown());
        this.net = network.unroll(steps, 1);
        this.held = net.hold(preset.clamps());
        net.truncate(preset.training().method().truncate());
        this.p = chooses() ? Tensor.matrix(memory, steps, preset.architecture().head().size()) : null;
        this.curve = new Curve(memory);
        this.samples = new Samples();
        this.frameSize = memory.size();
        this.optimizer = optimizer(preset.training());
        this.trainer = trains ? new Trainer(network, kernels, optimizer, preset.training().method(), split.train(),
                preset.state(), preset.seed()) : null;
        this.dy = trains ? Tensor.matrix(memory, steps, preset.architecture().head().size()) : null;
        this.reader = split.several() && trains ? network.unroll(longest(split.all()), 1) : null;
        this.speaker = writes() ? speaker() : null;
        this.text = writes() ? new Text(speaker, vocabulary, preset.data().unit(), kernels,
                Tensor.matrix(memory, 1, vocabulary.size()), Tensor.matrix(memory, 1, vocabulary.size())) : null;
        this.truthTable = TruthTable.suits(preset.architecture()) ? new TruthTable(network) : null;
        initialise();
    }

    /** The weights the preset starts with. */
    void initialise() {
        network.initialise(preset.seed(), preset.weights());
        optimizer.state().fill(0);
        if (trainer != null) {
            trainer.carried().forEach(state -> state.fill(0));
        }
        updates = 0;
        curve.cut(0);
        samples.cut(0);
        scores.clear();
    }

    boolean trains() {
        return trains;
    }

    int updates() {
        return updates;
    }

    /**
     * Trains for {@code n} updates.
     *
     * @throws IllegalStateException at the first update whose loss or gradient is not finite: the weights are then
     *                               those before that update
     */
    void train(int n) {
        if (curve.goesBeyond(updates)) {
            curve.cut(updates);
            samples.cut(updates);
        }
        for (int k = 0; k < n; k++) {
            samples.take(this);
            if (!trainer.update(updates)) {
                throw new IllegalStateException("training stopped at update " + (updates + 1) + ": the loss is "
                        + trainer.loss()
                        + " and the gradient's norm " + trainer.gradientNorm()
                        + "; the weights are those before it. Try a smaller learning rate");
            }
            updates++;
            curve.add(updates, trainer.loss(), trainer.gradientNorm());
        }
    }

    /** Runs an example forward and, if there is something to learn, backward: every tensor of the trace is then of it. */
    void look(Example example, double temperature) {
        look(example, temperature, -1);
    }

    /** @param only the step whose loss alone is sent back, if it has one; −1: all of them */
    void look(Example example, double temperature, int only) {
        net.use();
        net.start(preset.state(), new Rng(preset.seed()));
        net.load(example);
        net.forward(example.steps());
        if (network.architecture().learnsFrom(example)) {
            network.parameters().gradient.fill(0);
            aloneSeen = only >= 0 && only < example.steps() && net.counts(only) ? only : -1;
            if (aloneSeen >= 0) {
                net.countOnly(only);
            }
            net.backward(example.steps());
            lossSeen = net.totalLoss();
            normSeen = Clipping.norm(kernels, network.parameters());
        }
        if (p != null) {
            kernels.softmax(net.logits(), temperature, p, 0, p.rows);
        }
    }

    /** The step whose loss alone was last sent back; −1: all of them. */
    int aloneSeen() {
        return aloneSeen;
    }

    /** L of the example last looked at. */
    double lossSeen() {
        return lossSeen;
    }

    /** Global norm of the gradient of the example last looked at. */
    double normSeen() {
        return normSeen;
    }

    /**
     * How well the net does on some of the examples; null where there are none.
     *
     * @param exact whether it must be as of now; else it may be of a few updates ago, so that it costs little
     */
    Evaluation evaluation(On on, boolean exact) {
        List<Example> examples = split.of(on);
        if (examples.isEmpty() || !trains) {
            return null;
        }
        int patience = exact ? 0 : Math.max(1, trainer.perEpoch() / 4);
        return scores.of(on, updates, patience,
                () -> Evaluation.of(network, reader == null ? net : reader, examples, preset.state()));
    }

    /** What a run of one example leaves behind, with the curve beside it. */
    Trace trace(Example example) {
        List<Trace.Entry> others = new ArrayList<>(curve.entries());
        if (p != null) {
            others.add(new Trace.Entry("p", p.rows(0, example.steps()), Trace.Role.ACTIVATION, 0));
        }
        return Recording.of(network, net, example, new Conditions(preset.training().method().truncate(), held), others);
    }

    /** Whether the model answers with a distribution, from which one can draw. */
    private boolean chooses() {
        return preset.architecture().head() != null && preset.architecture().head().kind() == Head.Kind.SOFTMAX;
    }

    /** Whether the model can write text. */
    boolean writes() {
        Data data = preset.data().plain();
        return (data instanceof Data.Texts || data instanceof Data.Pairs) && preset.architecture().head() != null;
    }

    /** What the model writes from the prime, or makes of the source of an example. */
    String greedy(Example example) {
        translate(example);
        return text.greedy(prime(example), preset.decoding().length());
    }

    String sampled(Example example, Decoding decoding, int draw) {
        translate(example);
        return text.sample(prime(example), decoding.length(),
                new Choice(decoding.temperature(), decoding.topK(), decoding.topP()), draw);
    }

    /** What a decoder is to translate from now on. */
    void translate(Example example) {
        if (speaker instanceof WholeSpeaker whole && example.source() > 0) {
            whole.translate(example);
        }
    }

    private Speaker speaker() {
        int longest = 1;
        for (Example example : split.all()) {
            longest = Math.max(longest, example.source());
        }
        int steps = longest + 2 + Math.max(LONGEST_SENTENCE, Math.max(preset.decoding().length(), Samples.LENGTH))
                + prime(split.shown().get(0)).size();
        return preset.architecture().decodes()
                ? new WholeSpeaker(network, preset.state(), steps) : new Writer(network, preset.state());
    }

    /** The first example's trace, run anew. */
    Trace firstTrace() {
        look(split.shown().get(0), 1);
        return trace(split.shown().get(0));
    }

    /** The share of right answers; of a decoder, of whole texts that it writes by itself. */
    double accuracy(On on, boolean exact) {
        if (!preset.architecture().decodes()) {
            Evaluation evaluation = evaluation(on, exact);
            Lab.require(evaluation != null, "checks: there are no examples for " + on.name().toLowerCase());
            return evaluation.accuracy();
        }
        int right = 0;
        for (Example example : split.of(on)) {
            right += recites(example) ? 1 : 0;
        }
        return (double) right / split.of(on).size();
    }

    /** The share of texts that the model writes from their first symbol, or of sources that it translates. */
    double recites() {
        int right = 0;
        for (Example example : split.train()) {
            right += recites(example) ? 1 : 0;
        }
        return (double) right / split.train().size();
    }

    /** Whether the model writes an example by itself, whatever is likeliest. */
    boolean recites(Example example) {
        return recited(example).equals(wanted(example));
    }

    /** What the model writes by itself, from the first symbol of a text or from a source. */
    String recited(Example example) {
        translate(example);
        List<String> first = example.source() > 0 ? List.of() : symbols(example).subList(0, 1);
        return text.greedy(first, example.steps() + 1);
    }

    /** What it is given to begin with. */
    String firstOf(Example example) {
        return example.source() > 0 ? example.label() : symbols(example).get(0);
    }

    /** What it should write. */
    String wanted(Example example) {
        List<String> symbols = symbols(example);
        return preset.data().unit().join(example.source() > 0 ? symbols : symbols.subList(1, symbols.size()));
    }

    /** The symbols that an example asks for, without those that only mark its ends. */
    static List<String> symbols(Example example) {
        List<String> symbols = new ArrayList<>(example.answers());
        if (!symbols.isEmpty() && symbols.get(symbols.size() - 1).equals(Vocabulary.STOP)) {
            symbols.remove(symbols.size() - 1);
        }
        if (example.source() == 0 && !example.tokens().get(0).equals(Vocabulary.START)) {
            symbols.add(0, example.tokens().get(0));
        }
        return symbols;
    }

    /** The n-grams of the same texts, counted when first asked for. */
    Ngrams ngrams() {
        Lab.require(text != null && !preset.architecture().decodes(), "n-grams count texts, which this preset has not");
        ngrams = ngrams == null ? new Ngrams(this) : ngrams;
        return ngrams;
    }

    /** A forward run of any example, on a net whose numbers are lost. */
    Unrolled run(Example example) {
        Unrolled some = reader == null ? net : reader;
        some.use();
        some.start(preset.state(), null);
        some.load(example);
        some.forward(example.steps());
        return some;
    }

    /** {@link #look}, with the loss of the last answer alone. */
    void lookAtLast(Example example) {
        net.use();
        net.start(preset.state(), null);
        net.load(example);
        net.countOnlyLast(example.steps());
        net.forward(example.steps());
        network.parameters().gradient.fill(0);
        net.backward(example.steps());
        lossSeen = net.totalLoss();
        normSeen = Clipping.norm(kernels, network.parameters());
    }

    /** A run of an example and back from one output alone: its slope by the inputs, or by what they are embedded as. */
    Tensor lookFrom(Example example, int t, int unit) {
        look(example, 1);
        dy.fill(0);
        dy.set(t, unit, 1);
        net.backwardFrom(dy, t, example.steps());
        boolean embeds = preset.architecture().layers().get(0) instanceof EmbeddingCell;
        return embeds ? net.layers().get(0).dh() : net.dx();
    }

    /** What the model is given before it writes. */
    List<String> prime(Example example) {
        return example.source() > 0 ? List.of() : preset.data().unit().split(preset.decoding().prime());
    }

    /** {@code updates}, the weights, the optimiser's state and the states that are carried. */
    double[] save() {
        List<Tensor> parts = parts();
        double[] saved = new double[size(parts)];
        saved[0] = updates;
        int at = 1;
        for (Tensor part : parts) {
            for (int i = 0; i < part.size(); i++) {
                saved[at++] = part.get(i);
            }
        }
        return saved;
    }

    /** Takes back what {@link #save} gave, from place {@code from}; gives back the place after it. */
    int restore(double[] saved, int from) {
        List<Tensor> parts = parts();
        Lab.require(from + size(parts) <= saved.length, "a save of this preset has " + (from + size(parts))
                + " numbers, got " + saved.length);
        updates = (int) saved[from];
        int at = from + 1;
        for (Tensor part : parts) {
            for (int i = 0; i < part.size(); i++) {
                part.set(i, saved[at++]);
            }
        }
        scores.clear();
        return at;
    }

    private List<Tensor> parts() {
        List<Tensor> parts = new ArrayList<>(List.of(network.parameters().value, optimizer.state()));
        if (trainer != null) {
            parts.addAll(trainer.carried());
        }
        return parts;
    }

    private static int size(List<Tensor> parts) {
        int size = 1;
        for (Tensor part : parts) {
            size += part.size();
        }
        return size;
    }

    /** Goes on from where an experiment was that differed in what does not matter to its weights. */
    void continueFrom(Experiment before) {
        network.parameters().value.copyFrom(before.network.parameters().value);
        curve.copyFrom(before.curve);
        samples.copyFrom(before.samples);
        boolean sameRule = preset.training().optimizer() == before.preset.training().optimizer();
        if (sameRule && optimizer.state().size() == before.optimizer.state().size()) {
            optimizer.state().copyFrom(before.optimizer.state());
        }
        updates = before.updates;
    }

    /** Whether what was kept of another's training can be put into this one. */
    boolean learnsOnAs(Experiment before) {
        return preset.architecture().startsAs(before.preset.architecture()) && preset.seed() == before.preset.seed()
                && preset.training().optimizer() == before.preset.training().optimizer();
    }

    /** A number of a weight was set by hand. */
    void touched() {
        scores.clear();
    }

    private Optimizer optimizer(Training training) {
        int size = network.parameters().value.size();
        double decay = training.weightDecay();
        return switch (training.optimizer()) {
            case SGD -> new Sgd(kernels, memory, size, training.momentum(), training.nesterov(), decay);
            case RMSPROP -> new RmsProp(kernels, memory, size, RMSPROP_DECAY, EPSILON, decay);
            case ADAM -> new Adam(kernels, memory, size, ADAM_BETA1, ADAM_BETA2, EPSILON, decay);
            case ADAMW -> new AdamW(kernels, memory, size, ADAM_BETA1, ADAM_BETA2, EPSILON, decay);
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
