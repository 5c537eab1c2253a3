package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unrolled.data.Example;
import unrolled.tensor.Tensor;

class SplitTest {
    private static final String LONG = "{\"version\": 1, \"title\": \"long\", \"seed\": 1, \"data\": {\"texts\": [\"%s\"], \"test\": [\"%s\"]},"
            + " \"model\": {\"layers\": [{\"cell\": \"elman\", \"hidden\": 2}, {\"cell\": \"dropout\", \"drop\": 0.5}],"
            + " \"output\": {\"kind\": \"softmax\", \"at\": \"every\"}}, \"training\": {\"optimizer\": \"sgd\", \"learningRate\": 0.1, \"truncate\": 100}}";
    private static final String FIVE = "{\"version\": 1, \"title\": \"five\", \"seed\": 1,"
            + " \"data\": {\"texts\": [\"aba\", \"bab\", \"abb\", \"baa\", \"aab\"], \"test\": [\"bba\"]},"
            + " \"model\": {\"layers\": [{\"cell\": \"elman\", \"hidden\": 2}], \"output\": {\"kind\": \"softmax\", \"at\": \"every\"}},"
            + " \"training\": {\"optimizer\": \"sgd\", \"learningRate\": 0.1, \"validation\": 0.4}}";

    @Test
    void aPieceOfALongTextIsLearnedFromIfItsTextIs() {
        Split split = Labs.float32(LONG.formatted("ab".repeat(150), "ba".repeat(150))).experiment().split;
        assertEquals(6, split.shown().size(), "pieces of 100, 100 and 99 steps of each text");
        assertTrue(split.learnsFrom(split.shown().get(2)));
        assertFalse(split.learnsFrom(split.shown().get(3)), "of the test");
        assertEquals(3, split.learnt());
        assertEquals(Collections.nCopies(6, -1), split.places());
    }

    /** Dropout draws only while an update is run: a piece that is trained on shows what is dropped. */
    @Test
    void aPieceThatIsTrainedOnIsRunAsAnUpdateRunsIt() {
        Lab lab = Labs.float32(LONG.formatted("ab".repeat(150), "ba".repeat(150)));
        lab.choose(1);
        assertTrue(zeros(lab) > 0);
        lab.choose(4);
        assertEquals(0, zeros(lab));
    }

    @Test
    void whatIsHeldBackIsEvenlySpreadAndKnowsItsPlace() {
        Split split = Labs.float32(FIVE).experiment().split;
        assertEquals(List.of("aba", "bab", "baa", "abb", "aab", "bba"), split.shown().stream().map(Example::label).toList());
        assertEquals(List.of(0, 1, 3, 2, 4, 5), split.places());
        assertEquals(3, split.learnt());
        assertEquals(2, split.validated());
    }

    private static long zeros(Lab lab) {
        Tensor keep = lab.trace().tensor("keep");
        return IntStream.range(0, keep.size()).filter(i -> keep.get(i) == 0).count();
    }
}
