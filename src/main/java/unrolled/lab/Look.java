package unrolled.lab;

import static unrolled.lab.Lab.require;

import unrolled.data.Example;
import unrolled.decode.Choice;
import unrolled.explain.Explanation;
import unrolled.preset.Decoding;
import unrolled.trace.Trace;

/** What is looked at: one example, run forward and backward by one model, and how that model writes. */
final class Look {
    private Experiment experiment;
    private Trace trace;
    private int example;
    private Decoding decoding;
    private int draw = 1;
    private int alone = -1;
    private boolean writes;

    /** Begins anew, with the first example, as if nothing had been chosen. */
    void open(Experiment opened) {
        example = 0;
        draw = 1;
        alone = -1;
        turnTo(opened);
    }

    /** Looks into another model, at the same example if it has one, as its preset has it write. */
    void turnTo(Experiment other) {
        experiment = other;
        decoding = experiment.preset.decoding();
        example = Math.min(example, experiment.split.shown().size() - 1);
        retrace();
    }

    /** The equations, or the steps they are of, have changed. */
    void retrace() {
        trace = experiment.trace(shown(), writes);
        again();
    }

    /**
     * Runs the chosen example forward and backward, without an update: every tensor of the trace then belongs to it.
     */
    void again() {
        again(alone);
    }

    /** {@link #again}, with the loss of one step alone, if it has any; −1: all of them. */
    void again(int only) {
        experiment.lookAlone(shown(), choice(decoding), only);
    }

    /** From now on a GRU's gate is told of as u, see {@link UpdateGates}, or as z. */
    void writes(boolean on) {
        writes = on;
        if (experiment != null) {
            retrace();
        }
    }

    boolean writes() {
        return writes;
    }

    /** {@link #again} by another model, at the same example if it has one. */
    void beside(Experiment other) {
        other.lookAlone(shownTo(other), choice(decoding), alone);
    }

    /** From now on only the loss of one step is sent back, if it has any; −1: all of them. */
    void alone(int step) {
        alone = step;
        again();
    }

    /** {@link #again}, but as the net is used, even of an example that is trained on: nothing is dropped. */
    void inUse() {
        experiment.look(shown(), choice(decoding), false);
    }

    /** {@link #again}, but with nothing held: what is held is held again at the next look. */
    void free() {
        experiment.lookFree(shown(), choice(decoding), alone);
    }

    /** Chooses the example to look at. */
    void choose(int index) {
        require(index >= 0 && index < experiment.split.shown().size(), "an example must be 0.."
                + (experiment.split.shown().size() - 1) + ", got " + index);
        example = index;
        alone = -1;
        retrace();
    }

    void decoding(double temperature, int topK, double topP, int newDraw) {
        require(temperature >= 0.05 && temperature <= 10, "the temperature must be 0.05..10, got " + temperature);
        require(topK >= 0, "top k must be 0 or more, got " + topK);
        require(topP > 0 && topP <= 1, "top p must be above 0 and at most 1, got " + topP);
        decoding = new Decoding(decoding.prime(), decoding.length(), temperature, topK, topP, decoding.beam());
        draw = newDraw;
    }

    Explanation explain(int operation, int unit) {
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
        again();
        return after;
    }

    Trace trace() {
        return trace;
    }

    int example() {
        return example;
    }

    /** The example that is looked at. */
    Example shown() {
        return shownTo(experiment);
    }

    Example shownTo(Experiment other) {
        return other.split.shown().get(Math.min(example, other.split.shown().size() - 1));
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
}
