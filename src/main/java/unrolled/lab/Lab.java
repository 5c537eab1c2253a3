package unrolled.lab;

import java.util.List;
import java.util.function.Supplier;
import unrolled.data.Vocabulary;
import unrolled.explain.Explanation;
import unrolled.preset.Preset;
import unrolled.preset.PresetReader;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.trace.Trace;
import unrolled.train.Trainer;

/**
 * An open experiment and everything that can be done to it. Same preset, same seed, same calls: same numbers.
 * A call that is refused throws and changes nothing.
 */
public final class Lab {
    private final Supplier<Memory> memories;
    private final Kernels kernels;
    private Experiment experiment;
    private Trace trace;
    private int version;
    private int example;
    private int updates;
    private double temperature;
    private int draw;

    /**
     * @param memories gives an empty memory for the next experiment; the one before it is no longer used once the next
     * stands
     */
    public Lab(Supplier<Memory> memories, Kernels kernels) {
        this.memories = memories;
        this.kernels = kernels;
    }

    /** Opens a preset. @throws IllegalArgumentException if it is not one */
    public void open(String json) {
        open(PresetReader.read(json));
    }

    public void open(Preset preset) {
        experiment = new Experiment(preset, memories.get(), kernels);
        temperature = preset.decoding().temperature();
        updates = 0;
        example = 0;
        draw = 1;
        restructure();
    }

    /**
     * Opens an edited preset and keeps what the edit allows: the weights if their shapes, the seed and the given
     * numbers are the same, the optimiser's state if its rule is. What belonged to the old form (given weights,
     * checks, vocabulary) goes where it no longer fits.
     */
    public void change(String json) {
        change(PresetReader.readChange(json, experiment.preset));
    }

    void change(Preset preset) {
        Experiment before = experiment;
        Experiment after = new Experiment(preset, memories.get(), kernels);
        boolean keeps = preset.architecture().startsAs(before.preset.architecture())
                && preset.seed() == before.preset.seed();
        if (keeps) {
            after.network.parameters().value.copyFrom(before.network.parameters().value);
            after.curve.copyFrom(before.curve);
            if (preset.training().optimizer() == before.preset.training().optimizer()) {
                after.optimizer.state().copyFrom(before.optimizer.state());
            }
        }
        updates = keeps ? updates : 0;
        settle(after);
    }

    /**
     * Trains for {@code n} updates, one example after another.
     *
     * @throws IllegalStateException if the net cannot learn, or at the first update whose loss or gradient is not
     *                               finite: the weights are then those before that update
     */
    public void train(int n) {
        if (!experiment.preset.trains()) {
            throw new IllegalStateException(experiment.preset.obstacle());
        }
        Trainer trainer = experiment.trainer;
        for (int k = 0; k < n; k++) {
            if (!trainer.update(experiment.examples.get(updates % experiment.examples.size()))) {
                throw new IllegalStateException("training stopped at update " + (updates + 1) + ": the loss is "
                        + trainer.loss()
                        + " and the gradient's norm " + trainer.gradientNorm()
                        + "; the weights are those before it. Try a smaller learning rate");
            }
            updates++;
            experiment.curve.add(updates, trainer.loss(), trainer.gradientNorm());
        }
    }

    /**
     * Runs the chosen example forward and backward, without an update: every tensor of the trace then belongs to it.
     */
    public void look() {
        experiment.trainer.look(experiment.examples.get(example));
        if (experiment.p != null) {
            kernels.softmax(experiment.net.logits(), temperature, experiment.p, 0, experiment.p.rows);
        }
    }

    /** Chooses the example to look at. */
    public void choose(int index) {
        require(index >= 0 && index < experiment.examples.size(), "an example must be 0.."
                + (experiment.examples.size() - 1) + ", got " + index);
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
        experiment.initialise();
        experiment.curve.cut(0);
        updates = 0;
    }

    /** Starts again from other random weights; given weights, and the numbers expected of them, go. */
    public void seed(int seed) {
        change(PresetReader.reseeded(experiment.preset, seed));
    }

    /** How the model writes: the temperature of p and of the sampled text, and which draw. */
    public void decoding(double newTemperature, int newDraw) {
        require(newTemperature >= 0.05 && newTemperature <= 10, "the temperature must be 0.05..10, got "
                + newTemperature);
        temperature = newTemperature;
        draw = newDraw;
    }

    public Explanation explain(int operation, int unit) {
        require(operation >= 0 && operation < trace.schedule().size(),
                "an operation must be 0.." + (trace.schedule().size() - 1) + ", got " + operation);
        return Explanation.of(trace, trace.schedule().get(operation), unit);
    }

    /** What one update on the example that is looked at would make of a weight; nothing is changed by asking. */
    double updated(String weight, int index) {
        double[] saved = experiment.save(updates);
        experiment.trainer.update(experiment.examples.get(example));
        double after = trace.tensor(weight).get(index);
        experiment.restore(saved);
        look();
        return after;
    }

    /**
     * The number of updates, the weights and the optimiser's state: with the preset, all it takes to go on from here.
     */
    public double[] save() {
        return experiment.save(updates);
    }

    /** Goes back to what {@link #save} gave for this preset. */
    public void restore(String json, double[] saved) {
        Experiment restored = new Experiment(PresetReader.read(json), memories.get(), kernels);
        int then = restored.restore(saved);
        restored.curve.copyFrom(experiment.curve);
        restored.curve.cut(then);
        settle(restored);
        updates = then;
    }

    private void settle(Experiment next) {
        experiment = next;
        temperature = next.preset.decoding().temperature();
        example = Math.min(example, next.examples.size() - 1);
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

    public Trace trace() {
        return trace;
    }

    public int updates() {
        return updates;
    }

    Experiment experiment() {
        return experiment;
    }

    int example() {
        return example;
    }

    String greedy() {
        return experiment.writer.greedy(prime(), experiment.preset.decoding().length());
    }

    String sampled() {
        return experiment.writer.sample(prime(), experiment.preset.decoding().length(), temperature, draw);
    }

    private List<String> prime() {
        return Vocabulary.codePoints(experiment.preset.decoding().prime());
    }

    private void restructure() {
        trace = experiment.trace(experiment.examples.get(example));
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
