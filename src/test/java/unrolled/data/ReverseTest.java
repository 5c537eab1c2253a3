package unrolled.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import unrolled.tensor.Rng;

class ReverseTest {
    private final Samples samples = Reverse.samples("abcé", 2, 4, 100, 40, new Rng(3));

    @Test
    void theAnswerIsTheInputBackwards() {
        for (Sample sample : samples.training()) {
            List<String> turned = new ArrayList<>(sample.answers());
            Collections.reverse(turned);
            assertEquals(sample.inputs(), turned);
        }
    }

    @Test
    void lengthsStayWithinTheirBoundsAndAllOccur() {
        Set<Integer> lengths = new HashSet<>();
        samples.training().forEach(sample -> lengths.add(sample.inputs().size()));
        assertEquals(Set.of(2, 3, 4), lengths);
    }

    @Test
    void noTestStringWasTrainedOn() {
        assertEquals(100, samples.training().size());
        assertEquals(40, samples.test().size());
        Set<Sample> all = new HashSet<>(samples.training());
        all.addAll(samples.test());
        assertEquals(140, all.size());
    }

    @Test
    void everyStringThereIsCanBeAskedForAndNotOneMore() {
        assertEquals(6, Reverse.samples("ab", 1, 2, 4, 2, new Rng(1)).training().size() + 2);
        String message = assertThrows(IllegalArgumentException.class,
                () -> Reverse.samples("ab", 1, 2, 5, 2, new Rng(1))).getMessage();
        assertTrue(message.contains("at most 6"), message);
    }

    @Test
    void theSameSeedGivesTheSameStrings() {
        assertEquals(samples, Reverse.samples("abcé", 2, 4, 100, 40, new Rng(3)));
    }
}
