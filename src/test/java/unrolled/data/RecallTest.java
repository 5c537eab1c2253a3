package unrolled.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import unrolled.tensor.Rng;

class RecallTest {
    private final Samples samples = Recall.samples(4, 6, 40, 8, new Rng(9));

    @Test
    void theFirstSymbolIsAskedForAtTheMark() {
        Sample second = samples.training().get(1);
        assertEquals(8, second.inputs().size());
        assertEquals("B", second.inputs().get(0));
        assertEquals(Recall.MARK, second.inputs().get(7));
        assertEquals(List.of("B"), second.answers());
    }

    @Test
    void distractorsAreNeverWhatIsToBeRemembered() {
        for (Sample sample : samples.training()) {
            assertTrue(Set.of("x", "y", "z").containsAll(sample.inputs().subList(1, 7)), sample.toString());
        }
    }

    @Test
    void everySymbolIsAskedForEquallyOften() {
        for (String symbol : List.of("A", "B", "C", "D")) {
            assertEquals(10, samples.training().stream().filter(s -> s.answers().contains(symbol)).count());
            assertEquals(2, samples.test().stream().filter(s -> s.answers().contains(symbol)).count());
        }
    }

    @Test
    void withoutDistractorsTheMarkFollowsAtOnce() {
        assertEquals(List.of("A", "?"), Recall.samples(2, 0, 1, 0, new Rng(1)).training().get(0).inputs());
    }

    @Test
    void oneSymbolIsNothingToRemember() {
        assertThrows(IllegalArgumentException.class, () -> Recall.samples(1, 3, 4, 0, new Rng(1)));
    }
}
