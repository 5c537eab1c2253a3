package unrolled.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import unrolled.tensor.Rng;

class RightContextTest {
    private final Samples samples = RightContext.samples(2, 400, 100, new Rng(4));

    @Test
    void theWordAfterAnAmbiguousOneTellsItsTag() {
        for (Sample sample : samples.training()) {
            for (int t = 0; t < sample.inputs().size(); t++) {
                String before = t == 0 ? "" : sample.answers().get(t - 1);
                if (before.equals("D")) {
                    String next = sample.answers().get(t + 1);
                    assertEquals(next.equals("N") ? "A" : "N", sample.answers().get(t), sample.toString());
                }
            }
        }
    }

    @Test
    void nothingBeforeTellsIt() {
        int nouns = 0;
        int all = 0;
        for (Sample sample : samples.training()) {
            nouns += sample.answers().get(1).equals("N") ? 1 : 0;
            all++;
        }
        assertEquals(0.5, nouns / (double) all, 0.06);
    }

    @Test
    void everyOtherWordHasOneTag() {
        Map<String, Set<String>> tags = new HashMap<>();
        for (Sample sample : samples.training()) {
            for (int t = 0; t < sample.inputs().size(); t++) {
                tags.computeIfAbsent(sample.inputs().get(t), word -> new HashSet<>()).add(sample.answers().get(t));
            }
        }
        Set<String> ambiguous = new HashSet<>();
        tags.forEach((word, of) -> {
            if (of.size() > 1) {
                ambiguous.add(word);
            }
        });
        assertEquals(Set.of("orange", "light", "cold", "silver", "stone"), ambiguous);
    }

    @Test
    void noSentenceIsDrawnTwice() {
        Set<List<String>> all = new HashSet<>();
        samples.training().forEach(sample -> all.add(sample.inputs()));
        samples.test().forEach(sample -> all.add(sample.inputs()));
        assertEquals(500, all.size());
    }

    @Test
    void clausesAreJoined() {
        Sample sample = RightContext.samples(3, 1, 0, new Rng(4)).training().get(0);
        assertEquals(2, sample.inputs().stream().filter("and"::equals).count());
        assertEquals(3, sample.answers().stream().filter("V"::equals).count());
        assertTrue(sample.answers().size() == sample.inputs().size());
    }
}
