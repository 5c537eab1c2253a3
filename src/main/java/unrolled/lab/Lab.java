package unrolled.lab;

import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import unrolled.data.Example;
import unrolled.decode.Choice;
import unrolled.explain.Explanation;
import unrolled.preset.Decoding;
import unrolled.preset.Preset;
import unrolled.preset.Variants;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.trace.Trace;

/**
 * An open experiment, or several variants of one, and everything that can be done to it. Same preset, same seed, same
 * calls: same numbers. A call that is refused throws and changes nothing.
 */
public final class Lab {
    private final Memories memories;
    private final Kernels kernels;
    private Variants variants;
    private List<Experiment> experiments = List.of();
    private Experiment experiment;
    private Trace trace;
    private int essence;
    private int version;
    private int example;
    private Decoding decoding;
    private int draw;

    public Lab(Supplier<Memory> memories, Kernels kernels) {
        this(Memories.of(memories), kernels);
    }

    public Lab(Memories memories, Kernels kernels) {
        this.memories = memories;
        this.kernels = kernels;
    }

    /** Opens a preset. @throws IllegalArgumentException if it is not one */
    public void open(String json) {
        open(Variants.read(json));
    }

    public void open(Preset preset) {
        open(Variants.of(preset));
    }

    private void open(Variants opened) {
        List<Experiment> all = new ArrayList<>();
        building(() -> {
            opened.presets().forEach(preset -> all.add(new Experiment(preset, memories.take(), kernels)));
            Checks.validate(opened, all);
        });
        example = 0;
        draw = 1;
        settle(opened, all);
    }

    /**
     * Opens an edited preset and keeps what the edit allows: the weights if their shapes, the seed and the given
     * numbers are the same, the optimiser's state if its rule is. What belonged to the old form (given weights,
     * checks, vocabulary) goes where it no longer fits.
     */
    public void change(String json) {
        change(Variants.readChange(json, variants));
    }

    void change(Variants changed) {
        List<Experiment> all = new ArrayList<>();
        building(() -> {
            for (int i = 0; i < changed.presets().size(); i++) {
                Experiment after = new Experiment(changed.presets().get(i), memories.take(), kernels);
                if (changed.presets().size() == experiments.size()) {
                    keep(experiments.get(i), after);
                }
                all.add(after);
            }
            Checks.validate(changed, all);
        });
        settle(changed, all);
    }

    private static void keep(Experiment before, Experiment after) {
        if (after.preset.architecture().startsAs(before.preset.architecture())
                && after.preset.seed() == before.preset.seed()) {
            after.continueFrom(before);
        }
    }

    /** Builds new experiments; if that fails, those that are open stay. */
    private void building(Runnable build) {
        boolean built = false;
        try {
            build.run();
            built = true;
        } finally {
            if (!built) {
                memories.keep(memoriesInUse());
            }
        }
    }

    private List<Memory> memoriesInUse() {
        List<Memory> used = new ArrayList<>();
        experiments.forEach(one -> used.add(one.memory));
        return used;
    }

    /** Looks into another variant. */
    public void variant(int index) {
        settle(variants.opening(index), experiments);
    }

    /**
     * Trains every variant for {@code n} updates.
     *
     * @throws IllegalStateException if the net cannot learn, when what training is to stop at is reached, or at the
     *                               first update whose loss or gradient is not finite: the weights are then those
     *                               before that update
     */
    public void train(int n) {
        if (!experiment.trains()) {
            throw new IllegalStateException(obstacle());
        }
        for (int k = 0; k < n; k++) {
            for (Experiment one : experiments) {
                if (one.trains()) {
                    one.train(1);
                }
            }
            Stopping.check(experiment);
        }
    }

    /** Why training cannot begin; null where it can. */
    String obstacle() {
        return experiment.preset.obstacle(experiment.split.train().get(0));
    }

    /**
     * Runs the chosen example forward and backward, without an update: every tensor of the trace then belongs to it.
     */
    public void look() {
        experiment.look(shown(), choice(decoding));
    }

    /** Chooses the example to look at. */
    public void choose(int index) {
        require(index >= 0 && index < experiment.split.shown().size(), "an example must be 0.."
                + (experiment.split.shown().size() - 1) + ", got " + index);
        example = index;
        restructure();
    }

    /**
     * Sets one number, by its flat index: of a weight, of an initial state, or of the inputs where they are numbers.
     */
    public void set(String name, int index, double value) {
        new Edit(this, name).set(index, value);
    }

    /** Sets all numbers of a tensor from text, see {@link unrolled.preset.MatrixText}. */
    public void paste(String name, String text) {
        new Edit(this, name).paste(text);
    }

    /** Back to the weights this experiment started with. */
    public void reset() {
        experiments.forEach(Experiment::initialise);
    }

    /** Starts again from other random weights; given weights, and the numbers expected of them, go. */
    public void seed(int seed) {
        change(variants.reseeded(seed));
    }

    /**
     * How the model writes: the temperature of p and of the sampled text, from which symbols it is drawn, and which
     * draw it is.
     */
    public void decoding(double temperature, int topK, double topP, int newDraw) {
        require(temperature >= 0.05 && temperature <= 10, "the temperature must be 0.05..10, got " + temperature);
        require(topK >= 0, "top k must be 0 or more, got " + topK);
        require(topP > 0 && topP <= 1, "top p must be above 0 and at most 1, got " + topP);
        decoding = new Decoding(decoding.prime(), decoding.length(), temperature, topK, topP, decoding.beam());
        draw = newDraw;
    }

    public Explanation explain(int operation, int unit) {
        require(operation >= 0 && operation < trace.schedule().size(),
                "an operation must be 0.." + (trace.schedule().size() - 1) + ", got " + operation);
        return Explanation.of(trace, trace.schedule().get(operation), unit);
    }

    /** What the next update would make of a weight; nothing is changed by asking. */
    double updated(String weight, int index) {
        double[] saved = experiment.save();
        experiment.trainer.update(experiment.updates());
        double after = trace.tensor(weight).get(index);
        experiment.restore(saved, 0);
        look();
        return after;
    }

    /**
     * Of every variant the number of updates, the weights and the optimiser's state: with the preset, all it takes to
     * go on from here.
     */
    public double[] save() {
        double[] all = new double[0];
        for (Experiment one : experiments) {
            double[] saved = one.save();
            double[] longer = new double[all.length + saved.length];
            System.arraycopy(all, 0, longer, 0, all.length);
            System.arraycopy(saved, 0, longer, all.length, saved.length);
            all = longer;
        }
        return all;
    }

    /** Goes back to what {@link #save} gave for this preset. */
    public void restore(String json, double[] saved) {
        Variants then = Variants.read(json);
        List<Experiment> all = new ArrayList<>();
        building(() -> {
            int at = 0;
            for (int i = 0; i < then.presets().size(); i++) {
                Experiment restored = new Experiment(then.presets().get(i), memories.take(), kernels);
                at = restored.restore(saved, at);
                if (i < experiments.size()) {
                    restored.curve.copyFrom(experiments.get(i).curve);
                    restored.curve.cut(restored.updates());
                    restored.samples.copyFrom(experiments.get(i).samples);
                    restored.samples.cut(restored.updates());
                }
                all.add(restored);
            }
            require(at == saved.length, "a save of this preset has " + at + " numbers, got " + saved.length);
        });
        settle(then, all);
    }

    private void settle(Variants next, List<Experiment> all) {
        essence = variants != null && next.presets() == variants.presets() ? essence : next.essence();
        variants = next;
        experiments = all;
        experiment = all.get(next.open());
        decoding = experiment.preset.decoding();
        example = Math.min(example, experiment.split.shown().size() - 1);
        memories.keep(memoriesInUse());
        restructure();
    }

    public boolean isOpen() {
        return experiment != null;
    }

    /** Changes whenever the tensors, their places or the schedule do. */
    public int version() {
        return version;
    }

    /** How many numbers from the memory's start a picture is drawn from. */
    public int frameSize() {
        return experiment.frameSize;
    }

    public Memory memory() {
        return experiment.memory;
    }

    public Preset preset() {
        return experiment.preset;
    }

    /** The preset with all its variants, as JSON that {@link #change} reads. */
    public JsonObject document() {
        return variants.write();
    }

    /** Another number as soon as the data or a model are others. */
    int essence() {
        return essence;
    }

    Variants variants() {
        return variants;
    }

    public Trace trace() {
        return trace;
    }

    public int updates() {
        return experiment.updates();
    }

    /** L of the last update's batch. */
    public double trainingLoss() {
        return experiment.trainer.loss();
    }

    /** Whether there is something to learn. */
    public boolean trains() {
        return experiment.trains();
    }

    Experiment experiment() {
        return experiment;
    }

    List<Experiment> experiments() {
        return experiments;
    }

    int example() {
        return example;
    }

    /** The name of a variant; empty where there are none. */
    String nameOf(int variant) {
        return variants.names().isEmpty() ? "" : variants.names().get(variant);
    }

    /** The example that is looked at. */
    Example shown() {
        return experiment.split.shown().get(example);
    }

    Decoding decoding() {
        return decoding;
    }

    String greedy() {
        return experiment.author.greedy(shown());
    }

    String sampled() {
        return experiment.author.sampled(shown(), decoding, draw);
    }

    /** From which distribution a decoding draws. */
    static Choice choice(Decoding decoding) {
        return new Choice(decoding.temperature(), decoding.topK(), decoding.topP());
    }

    private void restructure() {
        trace = experiment.trace(shown());
        version++;
        look();
    }

    /** The rule for what is asked of a lab: what does not hold is refused with its message. */
    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
