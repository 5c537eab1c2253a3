package unrolled.train;

import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;

/**
 * Examples that make one update together. Those of the same rhythm run side by side, as the lanes of one group; the
 * groups run one after another and their gradients add up, so that no step is computed that belongs to no example.
 */
public record Batch(List<List<Example>> groups) {

    /** @param size how many examples a batch has at most; 0 for all of them */
    static List<Batch> of(List<Example> examples, int size) {
        List<Batch> batches = new ArrayList<>();
        int step = size == 0 ? examples.size() : size;
        for (int from = 0; from < examples.size(); from += step) {
            batches.add(grouped(examples.subList(from, Math.min(from + step, examples.size()))));
        }
        return batches;
    }

    private static Batch grouped(List<Example> examples) {
        List<List<Example>> groups = new ArrayList<>();
        for (Example example : examples) {
            List<Example> group = null;
            for (List<Example> one : groups) {
                group = one.get(0).runsWith(example) ? one : group;
            }
            if (group == null) {
                group = new ArrayList<>();
                groups.add(group);
            }
            group.add(example);
        }
        return new Batch(groups);
    }

    /** The steps of the longest of them. */
    int steps() {
        int longest = 0;
        for (List<Example> group : groups) {
            longest = Math.max(longest, group.get(0).steps());
        }
        return longest;
    }

    /** How many answers are due in {@code n} steps from step {@code from}. */
    int counted(int from, int n) {
        int counted = 0;
        for (List<Example> group : groups) {
            counted += group.size() * group.get(0).counted(from, n);
        }
        return counted;
    }
}
