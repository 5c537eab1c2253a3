package unrolled.lab;

import static unrolled.lab.Lab.require;

import java.util.ArrayList;
import java.util.List;
import unrolled.preset.Preset;
import unrolled.preset.Variants;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;

/** The models that are open beside each other: one for each variant of a preset, each in a memory of its own. */
final class Models {
    private final Memories memories;
    private final Kernels kernels;
    private final int bytesOfMoments;
    private Variants variants;
    private List<Experiment> all = List.of();
    private int essence;

    Models(Memories memories, Kernels kernels, int bytesOfMoments) {
        this.memories = memories;
        this.kernels = kernels;
        this.bytesOfMoments = bytesOfMoments;
    }

    void open(Variants opened) {
        List<Experiment> fresh = new ArrayList<>();
        building(() -> {
            opened.presets().forEach(preset -> fresh.add(build(preset, opened)));
            Checks.validate(opened, fresh);
        });
        settle(opened, fresh);
    }

    /** Puts other presets in the place of these, and keeps of what was learned what still fits. */
    void change(Variants changed) {
        change(changed, false);
    }

    /**
     * {@link #change}, and what is new goes on from where the open one stands. Those that stand in their past are back
     * at their latest update afterwards: what branches off there is the new one alone.
     */
    void branch(Variants changed) {
        change(changed, true);
    }

    private void change(Variants changed, boolean branches) {
        List<Experiment> fresh = new ArrayList<>();
        building(() -> {
            for (int i = 0; i < changed.presets().size(); i++) {
                Experiment after = build(changed.presets().get(i), changed);
                int then = all.isEmpty() ? -1 : variants.placeOf(i, changed.names());
                if (then >= 0) {
                    keep(all.get(then), after);
                } else if (branches) {
                    keep(open(), after);
                    after.forgetAfter(after.updates());
                }
                fresh.add(after);
            }
            Checks.validate(changed, fresh);
        });
        for (int i = 0; branches && i < fresh.size(); i++) {
            if (variants.placeOf(i, changed.names()) >= 0 && fresh.get(i).trains()) {
                fresh.get(i).travel(Integer.MAX_VALUE);
            }
        }
        settle(changed, fresh);
    }

    /** Goes back to what {@link #save} gave for these presets. */
    void restore(Variants then, double[] saved) {
        List<Experiment> fresh = new ArrayList<>();
        building(() -> {
            int at = 0;
            for (int i = 0; i < then.presets().size(); i++) {
                Experiment restored = build(then.presets().get(i), then);
                at = restored.curve.restore(saved, restored.restore(saved, at));
                int before = all.isEmpty() ? -1 : variants.placeOf(i, then.names());
                if (before >= 0) {
                    restored.recall(all.get(before));
                }
                restored.forgetAfter(Math.max(restored.updates(), restored.curve.end()));
                fresh.add(restored);
            }
            require(at == saved.length, "a save of this preset has " + at + " numbers, got " + saved.length);
        });
        settle(then, fresh);
    }

    /** Other numbers are held in the only one. @return whether its equations are others for that */
    boolean hold(Variants held, String name) {
        variants = held;
        return open().hold(held.presets().get(0), name);
    }

    /** Opens another one. */
    void choose(int index) {
        variants = variants.opening(index);
    }

    private Experiment build(Preset preset, Variants among) {
        return new Experiment(preset, memories.take(), kernels, new Moments(bytesOfMoments / among.presets().size()));
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

    private void settle(Variants next, List<Experiment> fresh) {
        essence = next.essence();
        variants = next;
        all = fresh;
        memories.keep(memoriesInUse());
    }

    private List<Memory> memoriesInUse() {
        List<Memory> used = new ArrayList<>();
        all.forEach(one -> used.add(one.memory));
        return used;
    }

    private static void keep(Experiment before, Experiment after) {
        if (after.preset.architecture().startsAs(before.preset.architecture())
                && after.preset.seed() == before.preset.seed()) {
            after.continueFrom(before);
        }
    }

    /** One update of each that can learn. */
    void train() {
        for (Experiment one : all) {
            if (one.trains()) {
                one.moments.take(one);
                one.train(1);
            }
        }
        Stopping.check(open());
    }

    /** Back to the weights they started with. */
    void reset() {
        all.forEach(Experiment::initialise);
    }

    /** Each goes to its moment of training nearest to an update. */
    void travel(int update) {
        require(open().trains(), "there is no training to go back in");
        for (Experiment one : all) {
            if (one.trains()) {
                one.travel(update);
            }
        }
    }

    /** Of every one the number of updates, the weights, the optimiser's state and the curve. */
    double[] save() {
        double[] together = new double[0];
        for (Experiment one : all) {
            together = joined(joined(together, one.save()), one.curve.save());
        }
        return together;
    }

    private static double[] joined(double[] one, double[] other) {
        double[] joined = new double[one.length + other.length];
        System.arraycopy(one, 0, joined, 0, one.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    boolean isOpen() {
        return !all.isEmpty();
    }

    Experiment open() {
        return all.get(variants.open());
    }

    List<Experiment> all() {
        return all;
    }

    Variants variants() {
        return variants;
    }

    /** Another number as soon as the data or a model are others. */
    int essence() {
        return essence;
    }
}
