package unrolled.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * Moments along training that one can go back to: every update of a small net at first; when there is no more room, every
 * second one goes. A moment is what {@link Experiment#save} gives.
 */
final class Moments {
    static final int MOST = 256;
    static final int BYTES = 64 << 20;
    /** So many numbers are kept an update at first; of larger nets a moment every few updates, lest training waits. */
    private static final int NUMBERS = 1 << 14;

    private final int bytes;
    private final List<Moment> moments = new ArrayList<>();
    private int every = 1;

    private record Moment(int update, float[] saved) { }

    /** @param bytes how much the moments may take */
    Moments(int bytes) {
        this.bytes = bytes;
    }

    /** Keeps the present if it is time; what was kept of a later time is another future's, and goes. */
    void take(Experiment experiment) {
        int update = experiment.updates();
        cut(update - 1);
        if (update % every == 0) {
            add(experiment);
        }
    }

    private void add(Experiment experiment) {
        float[] saved = experiment.moment();
        while ((long) every * NUMBERS < saved.length) {
            every *= 2;
        }
        if (!moments.isEmpty() && moments.get(0).saved().length != saved.length) {
            clear();
        }
        while (!moments.isEmpty() && (moments.size() >= MOST || 4L * saved.length * (moments.size() + 1) > bytes)) {
            int before = moments.size();
            every *= 2;
            moments.removeIf(moment -> moment.update() % every != 0);
            if (moments.size() == 1 && before == 1) {
                return;
            }
        }
        moments.add(new Moment(experiment.updates(), saved));
    }

    /**
     * The moment nearest to an update, as {@link Experiment#save} gave it. The present is kept first, so that one comes back.
     *
     * @throws IllegalArgumentException if there is none
     */
    double[] nearest(Experiment experiment, int update) {
        if (moments.isEmpty() || moments.get(moments.size() - 1).update() < experiment.updates()) {
            add(experiment);
        }
        Moment best = moments.get(0);
        for (Moment moment : moments) {
            best = Math.abs(moment.update() - update) < Math.abs(best.update() - update) ? moment : best;
        }
        double[] saved = new double[best.saved().length];
        for (int i = 0; i < saved.length; i++) {
            saved[i] = best.saved()[i];
        }
        return saved;
    }

    /** Forgets what came after an update. */
    void cut(int update) {
        while (!moments.isEmpty() && moments.get(moments.size() - 1).update() > update) {
            moments.remove(moments.size() - 1);
        }
        every = moments.isEmpty() ? 1 : every;
    }

    /** Takes over what was kept of the same net. */
    void copyFrom(Moments other) {
        moments.clear();
        moments.addAll(other.moments);
        every = other.every;
    }

    void clear() {
        moments.clear();
        every = 1;
    }

    int size() {
        return moments.size();
    }
}
