package unrolled.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.data.Vocabulary;
import unrolled.decode.Choice;
import unrolled.model.DropoutCell;
import unrolled.model.EmbeddingCell;
import unrolled.model.Head;
import unrolled.model.Network;
import unrolled.model.Start;
import unrolled.model.Unrolled;
import unrolled.optim.Clipping;
import unrolled.optim.Optimizer;
import unrolled.preset.Check.On;
import unrolled.preset.Preset;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;
import unrolled.trace.Conditions;
import unrolled.trace.Names;
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

    private static final long LOOKS = 7919;                    // so that no look draws as another
    private static final int EVALUATED = 4;                    // once in so many epochs, as it costs a third of one

    /** Only what it holds changes. */
    Preset preset;
    final Split split;
    final Vocabulary vocabulary;
    final Vocabulary answers;
    final Memory memory;
    final Kernels kernels;
    final Network network;
    final Unrolled net;
    final Curve curve;
    final Samples samples;
    final Moments moments;
    final Tensor p;
    private final UpdateGates updateGates;
    final int frameSize;
    final Optimizer optimizer;
    final Trainer trainer;
    final Author author;
    final TruthTable truthTable;
    private final Tensor dy;
    // what the last update did to every weight
    private final Tensor change;
    final Stopping stopping = new Stopping();
    private final Map<String, Tensor> held;
    // whether there are answers to be judged by, whatever the net can learn from them
    private final boolean judges;
    private final boolean trains;
    private final Unrolled reader;
    private final Scores scores = new Scores();
    private Ngrams ngrams;
    private int updates;
    private double normSeen;
    private int aloneSeen = -1;

    /** @param moments in which this is to keep what one can go back to */
    Experiment(Preset preset, Memory memory, Kernels kernels, Moments moments) {
        this.preset = preset;
        this.split = Split.of(preset);
        this.vocabulary = preset.data().vocabulary();
        this.answers = preset.data().answers();
        this.memory = memory;
        this.kernels = kernels;
        this.network = new Network(preset.architecture(), kernels, memory);
        this.trains = obstacle() == null;
        int steps = longest(split.shown());
        this.net = network.unroll(steps, 1);
        this.held = net.hold(preset.clamps());
        net.truncate(preset.training().method().truncate());
        this.p = chooses() ? Tensor.matrix(memory, steps, preset.architecture().head().size()) : null;
        this.curve = new Curve(memory);
        this.samples = new Samples();
        this.moments = moments;
        this.change = trains ? Tensor.vector(memory, network.parameters().value.size()) : null;
        this.updateGates = new UpdateGates(preset.architecture(), net, memory);
        this.frameSize = memory.size();
        this.optimizer = Optimizers.of(preset.training(), kernels, memory, network.parameters().value.size());
        this.trainer = trains ? new Trainer(network, kernels, optimizer, preset.training().method(), split.train(),
                preset.state(), preset.seed()) : null;
        this.dy = trains ? Tensor.matrix(memory, steps, preset.architecture().head().size()) : null;
        this.judges = preset.architecture().head() != null && split.train().get(0).targets() != null;
        this.reader = judges && (split.several() || draws() || !held.isEmpty()) ? network.unroll(longest(split.all()), 1) : null;
        this.author = Author.suits(preset) ? new Author(this) : null;
        this.truthTable = TruthTable.suits(preset.architecture()) ? new TruthTable(network) : null;
        initialise();
    }

    /** The weights the preset starts with. */
    void initialise() {
        network.initialise(preset.seed(), preset.weights());
        optimizer.state().fill(0);
        if (trainer != null) {
            trainer.carried().forEach(state -> state.fill(0));
            forgetChange();
        }
        updates = 0;
        curve.cut(0);
        samples.cut(0);
        moments.clear();
        scores.clear();
    }

    boolean trains() {
        return trains;
    }

    /** Why training cannot begin; null where it can. */
    String obstacle() {
        return preset.obstacle(split.train().get(0));
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
            if (!update()) {
                throw new IllegalStateException("training stopped at update " + (updates + 1) + ": the loss is "
                        + trainer.loss()
                        + " and the gradient's norm " + trainer.gradientNorm()
                        + "; the weights are those before it. Try a smaller learning rate");
            }
            updates++;
            curve.add(updates, trainer.loss(), trainer.gradientNorm());
        }
    }

    private boolean update() {
        Tensor value = network.parameters().value;
        kernels.copy(value, change, 0, 1);
        boolean done = trainer.update(updates);
        kernels.scale(change, -1);
        kernels.add(value, change, 0, 1);
        return done;
    }

    /** The weights are no longer those the last update made. */
    void forgetChange() {
        if (trains) {
            change.fill(0);
        }
    }

    /**
     * Runs an example forward and, if there is something to learn, backward: every tensor of the trace is then of it.
     * What is trained on is run as an update runs it, with what that draws; the rest as the net is used.
     */
    void look(Example example, Choice choice) {
        look(example, choice, split.learnsFrom(example));
    }

    /** @param training whether as an update runs it, with what that draws; else as the net is used */
    void look(Example example, Choice choice, boolean training) {
        look(example, choice, training, -1, true);
    }

    /** {@link #look(Example, Choice)}. @param only the step whose loss alone is sent back, if it has one; −1: all */
    void lookAlone(Example example, Choice choice, int only) {
        look(example, choice, split.learnsFrom(example), only, true);
    }

    /** {@link #lookAlone}, but with nothing held: what is held is held again at the next look. */
    void lookFree(Example example, Choice choice, int only) {
        look(example, choice, split.learnsFrom(example), only, false);
    }

    private void look(Example example, Choice choice, boolean training, int only, boolean holding) {
        net.holding(holding);
        Rng rng = new Rng(preset.seed() * LOOKS + updates);
        if (training) {
            net.train(rng, preset.training().method().forcing());
        } else {
            net.use();
        }
        net.start(preset.state(), rng);
        net.load(example);
        net.forward(example.steps());
        if (network.architecture().learnsFrom(example)) {
            network.parameters().gradient.fill(0);
            aloneSeen = only >= 0 && only < example.steps() && net.counts(only) ? only : -1;
            if (aloneSeen >= 0) {
                net.countOnly(only);
            }
            net.backward(example.steps());
            normSeen = Clipping.norm(kernels, network.parameters());
        }
        updateGates.follow();
        if (p != null) {
            choice.distribution(kernels, net.logits(), p, 0, example.steps());
        }
    }

    /** Whether there is room for other numbers to hold something at. */
    boolean canHold(String name) {
        return held.containsKey(name);
    }

    /**
     * Holds something that can be held at other numbers.
     *
     * @return whether other steps than before are held, or more or less of a step: then the equations are others
     */
    boolean hold(Preset next, String name) {
        Tensor set = held.get(name);
        List<Conditions.Extent> before = extents(set);
        preset = next;
        net.holdAt(name, next.clamps().get(name));
        return !before.equals(extents(set));
    }

    private static List<Conditions.Extent> extents(Tensor set) {
        List<Conditions.Extent> extents = new ArrayList<>();
        for (int t = 0; t < set.rows; t++) {
            extents.add(Conditions.extent(set, t));
        }
        return extents;
    }

    /** The step whose loss alone was last sent back; −1: all of them. */
    int aloneSeen() {
        return aloneSeen;
    }

    /** Global norm of the last update's gradient; before the first, and of a single example, of what is looked at. */
    double gradientNorm() {
        return reader == null || updates == 0 ? normSeen : trainer.gradientNorm();
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
        if (examples.isEmpty() || !judges) {
            return null;
        }
        int patience = exact || trainer == null ? 0 : EVALUATED * trainer.perEpoch();
        return scores.of(on, updates, patience,
                () -> Evaluation.of(network, reader == null ? net : reader, examples, preset.state()));
    }

    /** Whether training draws anything by chance, so that an update is not run as the net is used. */
    private boolean draws() {
        boolean draws = preset.training().method().forcing() < 1;
        for (int l = 0; l <= preset.architecture().top(); l++) {
            draws |= preset.architecture().layers().get(l) instanceof DropoutCell
                    || preset.architecture().start().state(l) == Start.State.RANDOM;
        }
        return draws;
    }

    /** What a run of one example leaves behind, with the curve beside it. */
    Trace trace(Example example) {
        return trace(example, false);
    }

    /** {@link #trace(Example)}. @param writes whether a GRU's gate is told of as u, see {@link UpdateGates} */
    Trace trace(Example example, boolean writes) {
        List<Trace.Entry> others = new ArrayList<>(curve.entries());
        if (p != null) {
            others.add(new Trace.Entry("p", p.rows(0, example.steps()), Trace.Role.ACTIVATION, 0));
        }
        if (writes) {
            updateGates.addTo(others, example.steps(), held.keySet(), network.architecture().learnsFrom(example));
        }
        if (trains) {
            network.parameters().all().forEach(weight -> others.add(changeOf(weight.name())));
            network.architecture().blocks().forEach(block -> others.add(changeOf(block.shape().name())));
        }
        return Recording.of(network, net, example,
                new Conditions(preset.training().method().truncate(), held, writes), others);
    }

    private Trace.Entry changeOf(String weight) {
        Tensor value = network.weight(weight);
        int from = value.offset - network.parameters().value.offset;
        return new Trace.Entry(Names.change(weight), value.vector ? change.columns(from, value.cols)
                : change.matrix(from, value.rows, value.cols), Trace.Role.CHANGE, 0);
    }

    /** Whether the model answers with a distribution, from which one can draw. */
    private boolean chooses() {
        return preset.architecture().head() != null && preset.architecture().head().kind() == Head.Kind.SOFTMAX;
    }

    /** The first example's trace, run anew. */
    Trace firstTrace() {
        look(split.shown().get(0), Choice.asBelieved());
        return trace(split.shown().get(0));
    }

    /** The share of right answers; of a decoder, of whole texts that it writes by itself. */
    double accuracy(On on, boolean exact) {
        if (!preset.architecture().decodes()) {
            Evaluation evaluation = evaluation(on, exact);
            return evaluation == null ? Double.NaN : evaluation.accuracy();
        }
        int right = 0;
        for (Example example : split.of(on)) {
            right += author.recites(example) ? 1 : 0;
        }
        return (double) right / split.of(on).size();
    }

    /** The n-grams of the same texts, counted when first asked for. */
    Ngrams ngrams() {
        Lab.require(author != null && !preset.architecture().decodes(), "n-grams count texts, which this preset has not");
        ngrams = ngrams == null ? new Ngrams(this) : ngrams;
        return ngrams;
    }

    /** A forward run of any example, on a net whose numbers are lost. */
    Unrolled run(Example example) {
        Unrolled some = inUse();
        some.start(preset.state(), new Rng(preset.seed()));
        some.load(example);
        some.forward(example.steps());
        return some;
    }

    /** A net for runs of use, with nothing dropped or held, whose numbers are lost: those looked at, if it has no other. */
    Unrolled inUse() {
        reading().holding(false);
        reading().use();
        return reading();
    }

    /** What {@link #inUse} prepares. */
    Unrolled reading() {
        return reader == null ? net : reader;
    }

    /** {@link #look}, with the loss of the last answer alone. */
    void lookAtLast(Example example) {
        net.use();
        net.holding(true);
        net.start(preset.state(), null);
        net.load(example);
        net.countOnlyLast(example.steps());
        net.forward(example.steps());
        network.parameters().gradient.fill(0);
        net.backward(example.steps());
        normSeen = Clipping.norm(kernels, network.parameters());
    }

    /** After a look, back from one output alone: its slope by the inputs, or by what they are embedded as. */
    Tensor backFrom(int t, int unit, int steps) {
        dy.fill(0);
        dy.set(t, unit, 1);
        net.backwardFrom(dy, t, steps);
        boolean embeds = preset.architecture().layers().get(0) instanceof EmbeddingCell;
        return embeds ? net.layers().get(0).dh() : net.dx();
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

    /** What {@link #save} gives, as floats, and fast. */
    float[] moment() {
        List<Tensor> parts = parts();
        float[] saved = new float[size(parts)];
        saved[0] = updates;
        int at = 1;
        for (Tensor part : parts) {
            at = part.copyTo(saved, at);
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
        boolean sameRule = preset.training().optimizer() == before.preset.training().optimizer();
        if (trains && before.trains) {
            change.copyFrom(before.change);
        }
        if (sameRule && optimizer.state().size() == before.optimizer.state().size()) {
            optimizer.state().copyFrom(before.optimizer.state());
        }
        updates = before.updates;
        recall(before);
    }

    /** Takes over what another kept of the same training. */
    void recall(Experiment before) {
        samples.copyFrom(before.samples);
        if (learnsOnAs(before)) {
            moments.copyFrom(before.moments);
        }
    }

    /** Forgets what came after an update. */
    void forgetAfter(int update) {
        curve.cut(update);
        samples.cut(update);
        moments.cut(update);
    }

    /** To the moment of training that is nearest to an update. */
    void travel(int update) {
        restore(moments.nearest(this, update), 0);
        forgetChange();
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

    private static int longest(List<Example> examples) {
        int longest = 1;
        for (Example example : examples) {
            longest = Math.max(longest, example.steps());
        }
        return longest;
    }
}
