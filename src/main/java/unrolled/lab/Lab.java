package unrolled.lab;

import com.eclipsesource.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;
import unrolled.data.Example;
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
    private final Models models;
    private final Look look = new Look();
    private int version;
    private boolean turned;

    public Lab(Supplier<Memory> memories, Kernels kernels) {
        this(Memories.of(memories), kernels);
    }

    public Lab(Memories memories, Kernels kernels) {
        this(memories, kernels, Moments.BYTES);
    }

    Lab(Memories memories, Kernels kernels, int bytesOfMoments) {
        models = new Models(memories, kernels, bytesOfMoments);
    }

    /** Opens a preset. @throws IllegalArgumentException if it is not one */
    public void open(String json) {
        open(Variants.read(json));
    }

    public void open(Preset preset) {
        open(Variants.of(preset));
    }

    private void open(Variants opened) {
        models.open(opened);
        look.open(experiment());
        version++;
    }

    /**
     * Opens an edited preset and keeps what the edit allows: the weights if their shapes, the seed and the given
     * numbers are the same, the optimiser's state if its rule is. What belonged to the old form (given weights,
     * checks, vocabulary) goes where it no longer fits.
     */
    public void change(String json) {
        change(Variants.readChange(json, variants()));
    }

    void change(Variants changed) {
        models.change(changed);
        turnToOpen();
    }

    /**
     * {@link #change}, and a variant that is new goes on from where the open one stands: same weights, same optimiser's
     * state, same number of updates. If the open one stands in its past, it goes back to its latest update.
     */
    public void branch(String json) {
        models.branch(Variants.readChange(json, variants()));
        turnToOpen();
    }

    /** Looks into another variant. */
    public void variant(int index) {
        models.choose(index);
        turnToOpen();
    }

    private void turnToOpen() {
        look.turnTo(experiment());
        version++;
    }

    /**
     * Trains every variant for {@code n} updates.
     *
     * @throws IllegalStateException if the net cannot learn, when what training is to stop at is reached, or at the
     *                               first update whose loss or gradient is not finite: the weights are then those
     *                               before that update
     */
    public void train(int n) {
        if (!trains()) {
            throw new IllegalStateException(experiment().obstacle());
        }
        for (int k = 0; k < n; k++) {
            models.train();
        }
    }

    /**
     * Runs the chosen example forward and backward, without an update: every tensor of the trace then belongs to it.
     */
    public void look() {
        look.again();
    }

    /** {@link #look}, with the loss of one step alone, if it has any; −1: all of them. */
    void look(int only) {
        look.again(only);
    }

    /** From now on only the loss of one step is sent back where one looks, if it has any; −1: all of them. */
    public void alone(int step) {
        look.alone(step);
    }

    /** {@link #look}, but as the net is used, even of an example that is trained on: nothing is dropped. */
    public void lookInUse() {
        look.inUse();
    }

    /** {@link #look}, but with nothing held: what is held is held again at the next look. */
    public void lookFree() {
        look.free();
    }

    /** Whether any number is held where one looks. */
    public boolean holds() {
        return preset().holds();
    }

    /** Holds numbers of a gate or state by hand, see {@link Holding}; NaN lets go of them. */
    public void hold(String name, int t, int unit, double value) {
        new Holding(this, name).hold(t, unit, value);
    }

    /** Lets go of all that is held. */
    public void letGo() {
        JsonObject json = document();
        change(Variants.readEdit(json.set("clamps", new JsonObject()).toString(), variants()));
    }

    /** Other numbers are held, for which there is room. */
    void hold(Variants held, String name) {
        if (models.hold(held, name)) {
            look.retrace();
            version++;
        } else {
            look();
        }
    }

    /** {@link #look} with another variant than the open one, at the same example. */
    public void lookBeside(int variant) {
        look.beside(experiments().get(variant));
    }

    /** Chooses the example to look at. */
    public void choose(int index) {
        look.choose(index);
        version++;
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
        models.reset();
    }

    /** Starts again from other random weights; given weights, and the numbers expected of them, go. */
    public void seed(int seed) {
        change(variants().reseeded(seed));
    }

    /**
     * How the model writes: the temperature of p and of the sampled text, from which symbols it is drawn, and which
     * draw it is.
     */
    public void decoding(double temperature, int topK, double topP, int draw) {
        look.decoding(temperature, topK, topP, draw);
    }

    public Explanation explain(int operation, int unit) {
        return look.explain(operation, unit);
    }

    /**
     * What the model writes on from a prime.
     *
     * @param length      how many symbols it writes at most
     * @param temperature divides the logits before a symbol is drawn; at 0 the likeliest is taken
     * @param seed        of the draw
     */
    public String write(String prime, int length, double temperature, long seed) {
        return Writing.on(experiment(), prime, length, temperature, seed);
    }

    /** What the next update would make of a weight; nothing is changed by asking. */
    double updated(String weight, int index) {
        return look.updated(weight, index);
    }

    /**
     * Of every variant the number of updates, the weights, the optimiser's state and the curve: with the preset, all it
     * takes to go on from here.
     */
    public double[] save() {
        return models.save();
    }

    /**
     * Goes to the moment of training nearest to an update, back or on again, with every variant: weights, optimiser, number
     * of updates. The curve stays as it is until training goes on from there.
     */
    public void travel(int update) {
        models.travel(update);
        look();
    }

    /** Of the open variant the number of updates, the weights and the optimiser's state, without the way there. */
    public double[] learned() {
        return experiment().save();
    }

    /** Puts what {@link #learned} gave into the open variant. */
    public void learn(double[] learned) {
        require(learned.length == learned().length, "what this net has learned are " + learned().length + " numbers, got "
                + learned.length);
        experiment().restore(learned, 0);
        look();
    }

    /** Goes back to what {@link #save} gave for this preset. */
    public void restore(String json, double[] saved) {
        models.restore(Variants.read(json), saved);
        turnToOpen();
    }

    /**
     * Whether matrices are shown as their transposes, Wᵀ x for what is computed as W x: formulas are written, and
     * pasted matrices read, in that way. The numbers stay.
     */
    public void turn(boolean on) {
        turned = on;
        version++;
    }

    /**
     * Whether a GRU's gate is told of as u = 1 − z, which says how much is written, in place of z, which says how much
     * is kept: equations and numbers of the gate are others, the net and all other numbers stay.
     */
    public void writes(boolean on) {
        look.writes(on);
        version++;
    }

    public boolean writes() {
        return look.writes();
    }

    boolean turned() {
        return turned;
    }

    public boolean isOpen() {
        return models.isOpen();
    }

    /** Changes whenever the tensors, their places or the schedule do. */
    public int version() {
        return version;
    }

    /** How many numbers from the start of a variant's memory a picture is drawn from. */
    public int frameSize(int variant) {
        return experiments().get(variant).frameSize;
    }

    public Memory memory(int variant) {
        return experiments().get(variant).memory;
    }

    /** Which variant is open. */
    public int variant() {
        return variants().open();
    }

    public Preset preset() {
        return experiment().preset;
    }

    /** The preset with all its variants, as JSON that {@link #change} reads. */
    public JsonObject document() {
        return variants().write();
    }

    /** Another number as soon as the data or a model are others. */
    int essence() {
        return models.essence();
    }

    Variants variants() {
        return models.variants();
    }

    /** None where the preset has one form only. */
    public List<String> variantNames() {
        return variants().names();
    }

    public Trace trace() {
        return look.trace();
    }

    public int updates() {
        return experiment().updates();
    }

    /** L of the batch of the last update; 0 before the first since this was opened. */
    public double lastLoss() {
        return trains() ? experiment().trainer.loss() : 0;
    }

    /** Whether there is something to learn. */
    public boolean trains() {
        return experiment().trains();
    }

    Experiment experiment() {
        return models.open();
    }

    List<Experiment> experiments() {
        return models.all();
    }

    int example() {
        return look.example();
    }

    /** The name of a variant; empty where there are none. */
    String nameOf(int variant) {
        return variantNames().isEmpty() ? "" : variantNames().get(variant);
    }

    /** The example that is looked at. */
    Example shown() {
        return look.shown();
    }

    /** What a variant that need not be open looks at. */
    Example shownTo(int variant) {
        return look.shownTo(experiments().get(variant));
    }

    Trace traceOf(int variant) {
        return variant == variant() ? trace() : experiments().get(variant).trace(shownTo(variant), writes());
    }

    Decoding decoding() {
        return look.decoding();
    }

    String greedy() {
        return look.greedy();
    }

    String sampled() {
        return look.sampled();
    }

    /** The rule for what is asked of a lab: what does not hold is refused with its message. */
    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
