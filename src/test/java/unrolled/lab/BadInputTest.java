package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody would ask for on purpose has an answer, or a message that says what is wrong. */
class BadInputTest {
    private static final String WORDS = """
            {"title": "t", "data": {"texts": ["the cat eats", "the dog eats"], "unit": "word"},
             "model": {"layers": [%s], "output": {"kind": "softmax"}}%s}""";
    private static final String GRU = "{\"cell\": \"gru\", \"hidden\": 3}";

    private static String refused(String json) {
        return assertThrows(IllegalArgumentException.class, () -> Labs.float32(json)).getMessage();
    }

    private static String refused(Lab lab, String view, String args) {
        return assertThrows(IllegalArgumentException.class, () -> Views.of(lab, view, args)).getMessage();
    }

    @Test
    void aSentenceOfUnknownWordsOnlyIsNamed() {
        Lab lab = Labs.float32(WORDS.formatted(GRU, ""));
        assertEquals("none of these words is known: all would be ⟨unk⟩, got \"ein hund\"", refused(lab, "chain", "{\"text\": \"ein hund\"}"));
    }

    @Test
    void oneUnknownWordIsMarkedAndHasAProbability() {
        Lab lab = Labs.float32(WORDS.formatted(GRU, ""));
        var factor = Views.of(lab, "chain", "{\"text\": \"the hund eats\"}").asObject().get("factors").asArray().get(1).asObject();
        assertTrue(factor.get("unknown").asBoolean());
        assertTrue(factor.get("p").asDouble() > 0);
    }

    @Test
    void aTextShorterThanTheWindowIsReadWithNothingBeforeIt() {
        Lab lab = Labs.float32(WORDS.formatted("{\"cell\": \"window\", \"before\": 6}, {\"cell\": \"dense\", \"hidden\": 3}", ""));
        lab.train(3);
        lab.look();
        assertEquals(0, lab.trace().tensor("window").get(0, 0));
    }

    @Test
    void aBeamWiderThanTheVocabularyKeepsWhatThereIs() {
        Lab lab = Labs.float32(WORDS.formatted(GRU, ""));
        var steps = Views.of(lab, "beam", "{\"width\": 50, \"length\": 1}").asObject().get("steps").asArray();
        assertEquals(lab.trace().tensor("y").cols, steps.get(0).asArray().size());
        assertEquals("width must be a whole number 1..50, got 51.0", refused(lab, "beam", "{\"width\": 51}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"cell\": \"gru\", \"hidden\": 3} | , \"training\": {\"truncate\": 9} | training.truncate must be 0..4: no sequence has more steps, got 9",
        "{\"cell\": \"gru\"}, {\"cell\": \"dropout\", \"drop\": 1} | , \"training\": {} | model.layers[1].drop must be below 1, got 1: it would leave nothing, and what is kept is enlarged by 1/(1 − drop)"})
    void whatCannotBeIsRefused(String layers, String training, String message) {
        assertEquals(message, refused(WORDS.formatted(layers, training)));
    }

    @Test
    void attentionOverOneStepLooksAtThatStep() {
        Lab lab = Labs.float32(""" 
                {"title": "t", "data": {"labelled": [{"text": "a", "label": "x"}, {"text": "bb", "label": "y"}]},
                 "model": {"layers": [{"cell": "gru", "hidden": 3}], "output": {"at": "attention"}}}""");
        assertEquals(1, lab.trace().tensor("alpha").get(0));
        lab.train(2);
    }

    @Test
    void aNetOfThresholdsSaysWhyItCannotTrain() {
        Lab lab = Labs.float32(Labs.preset("parity-net"));
        String message = assertThrows(IllegalStateException.class, () -> lab.train(1)).getMessage();
        assertTrue(message.startsWith("threshold units cannot be trained by gradients: their slope is 0"), message);
    }

    @Test
    void aLongTextMustBeTrainedInPieces() {
        String json = WORDS.formatted(GRU, "").replace("the cat eats", "a ".repeat(300)).replace("\"word\"", "\"char\"");
        assertEquals("training.truncate must be 1..256 for a text of 599 steps, got 0", refused(json));
    }
}
