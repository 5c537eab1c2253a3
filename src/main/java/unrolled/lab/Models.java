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
    private final Moments moments;
    private Variants variants;
    private List<Experiment> all = List.of();
    private int essence;

    Models(Memories memories, Kernels kernels, int bytesOfMoments) {
        this.memories = memories;
        this.kernels = kernels;
        this.moments = new Moments(bytesOfMoments);
    }

    void open(Variants opened) {
        List<Experiment> fresh = new ArrayList<>();
        building(() -> {
            opened.presets().forEach(preset -> fresh.add(build(preset)));
            Checks.validate(opened, fresh);
        });
        moments.clear();
        settle(opened, fresh);
    }

    /** Puts other presets in the place of these, and keeps of what was learned what still fits. */
    void change(Variants changed) {
        List<Experiment> fresh = new ArrayList<>();
        building(() -> {
            for (int i = 0; i < changed.presets().size(); i++) {
                Experiment after = build(changed.presets().get(i));
                if (changed.presets().size() == all.size()) {
                    keep(all.get(i), after);
                }
                fresh.add(after);
            }
            Checks.validate(changed, fresh);
        });
        forgetUnlessSame(fresh);
        settle(changed, fresh);
    }

    /** Goes back to what {@link #save} gave for these presets. */
    void restore(Variants then, double[] saved) {
        List<Experiment> fresh = new ArrayList<>();
        building(() -> {
            int at = 0;
            for (int i = 0; i < then.presets().size(); i++) {
                Experiment restored = build(then.presets().get(i));
                at = restored.restore(saved, at);
                if (i < all.size()) {
                    restored.curve.copyFrom(all.get(i).curve);
                    restored.curve.cut(restored.updates());
                    restored.samples.copyFrom(all.get(i).samples);
                    restored.samples.cut(restored.updates());
                }
                fresh.add(restored);
            }
            require(at == saved.length, "a save of this preset has " + at + " numbers, got " + saved.length);
        });
        forgetUnlessSame(fresh);
        moments.cut(fresh.get(then.open()).updates());
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

    private Experiment build(Preset preset) {
        return new Experiment(preset, memories.take(), kernels);
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

    /** What was kept of training fits only nets that learn in the same way. */
    private void forgetUnlessSame(List<Experiment> fresh) {
        boolean same = fresh.size() == all.size();
        for (int i = 0; same && i < fresh.size(); i++) {
            same = fresh.get(i).learnsOnAs(all.get(i));
        }
        if (!same) {
            moments.clear();
        }
    }

    /** One update of each that can learn. */
    void train() {
        moments.take(this);
        for (Experiment one : all) {
            if (one.trains()) {
                one.train(1);
            }
        }
        Stopping.check(open());
    }

    /** Back to the weights they started with. */
    void reset() {
        moments.clear();
        all.forEach(Experiment::initialise);
    }

    /** All go to the moment of training nearest to an update of the open one. */
    void travel(int update) {
        require(open().trains(), "there is no training to go back in");
        double[] saved = moments.nearest(this, update);
        int at = 0;
        for (Experiment one : all) {
            at = one.restore(saved, at);
        }
    }

    /** Of every one the number of updates, the weights and the optimiser's state. */
    double[] save() {
        double[] together = new double[0];
        for (Experiment one : all) {
            double[] saved = one.save();
            double[] longer = new double[together.length + saved.length];
            System.arraycopy(together, 0, longer, 0, together.length);
            System.arraycopy(saved, 0, longer, together.length, saved.length);
            together = longer;
        }
        return together;
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
