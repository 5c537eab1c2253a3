package unrolled.data;

import java.util.List;

/** What a task gives: samples to learn from, and others, never trained on, to be judged by. */
public record Samples(List<Sample> training, List<Sample> test) {

    public Samples {
        training = List.copyOf(training);
        test = List.copyOf(test);
    }

    /** The first {@code count} of {@code all} to learn from, the rest to be judged by. */
    static Samples split(List<Sample> all, int count) {
        return new Samples(all.subList(0, count), all.subList(count, all.size()));
    }
}
