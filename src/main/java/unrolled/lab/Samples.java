package unrolled.lab;

import java.util.ArrayList;
import java.util.List;
import unrolled.preset.Data;
import unrolled.preset.Decoding;

/** Texts written along training: at every update at first, then ever more rarely. */
final class Samples {
    static final int LENGTH = 120;
    private static final Decoding HOW = new Decoding("", LENGTH, 0.7, 0, 1, 1);
    private static final double SPACING = 1.3;

    /** What the model wrote after so many updates. */
    record Sample(int update, double loss, String text) { }

    private final List<Sample> samples = new ArrayList<>();

    /** Keeps what the model writes now, if it is time. */
    void take(Experiment experiment) {
        int update = experiment.updates();
        boolean due = samples.isEmpty() || update >= Math.max(last() + 1, last() * SPACING);
        if (due && experiment.preset.data().plain() instanceof Data.Texts && experiment.author != null) {
            samples.add(new Sample(update, experiment.trainer.loss(), experiment.author.sampled(
                    experiment.split.shown().get(0), HOW, 1 + update)));
        }
    }

    private int last() {
        return samples.get(samples.size() - 1).update();
    }

    /** Forgets what came after an update. */
    void cut(int update) {
        samples.removeIf(sample -> update == 0 || sample.update() > update);
    }

    void copyFrom(Samples other) {
        samples.clear();
        samples.addAll(other.samples);
    }

    List<Sample> all() {
        return samples;
    }
}
