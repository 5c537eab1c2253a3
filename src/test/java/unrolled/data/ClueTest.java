package unrolled.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unrolled.tensor.Rng;

class ClueTest {
    private static final Set<String> GOOD = Set.of("lovely", "superb", "charming");
    private static final Set<String> BAD = Set.of("dull", "clumsy", "tiresome");

    @ParameterizedTest(name = "at {0} of the way it is word {1}")
    @CsvSource({"0, 0", "0.5, 5", "0.7, 7", "1, 10"})
    void theClueStandsWhereItIsPut(double position, int place) {
        for (Sample sample : Clue.samples(11, position, 10, 0, new Rng(2)).training()) {
            Set<String> clues = sample.answers().get(0).equals("liked") ? GOOD : BAD;
            assertTrue(clues.contains(sample.inputs().get(place)), sample.toString());
        }
    }

    @Test
    void noOtherWordIsAClue() {
        for (Sample sample : Clue.samples(20, 0, 50, 0, new Rng(2)).training()) {
            Set<String> rest = new HashSet<>(sample.inputs().subList(1, 20));
            rest.retainAll(GOOD);
            assertTrue(rest.isEmpty(), sample.toString());
            rest.addAll(sample.inputs().subList(1, 20));
            rest.retainAll(BAD);
            assertTrue(rest.isEmpty(), sample.toString());
        }
    }

    @Test
    void theLabelsTakeTurns() {
        Samples samples = Clue.samples(8, 0, 30, 10, new Rng(2));
        assertEquals(List.of("liked"), samples.training().get(28).answers());
        assertEquals(List.of("disliked"), samples.test().get(9).answers());
        assertEquals(40, samples.training().size() + samples.test().size());
    }

    @Test
    void aPositionPastTheEndIsRefused() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> Clue.samples(8, 1.5, 4, 0, new Rng(1))).getMessage();
        assertEquals("position must be 0..1, got 1.5", message);
    }
}
