package unrolled.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.lab.Report;
import unrolled.model.Head;
import unrolled.tensor.Tensor;

/** An edit keeps all that still fits and drops what does not, whoever wrote the numbers. */
class ChangeTest {
    static List<String> ids() {
        return Labs.ids();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void everyExerciseCanBeGivenMoreUnitsAndLayersAndAnotherCell(String id) {
        Lab lab = Labs.float32(Labs.preset(id));
        for (String layer : List.of("{\"cell\": \"gru\", \"hidden\": 2}", "{\"cell\": \"lstm\", \"hidden\": 5}")) {
            lab.change(edited(lab, json -> json.get("model").asObject().set("layers", Json.parse("[" + layer + ", " + layer + "]"))));
            assertEquals(2, lab.preset().architecture().layers().size());
        }
    }

    @Test
    void numbersWrittenAnotherWayAreTheSameNumbers() {
        Lab lab = Labs.float32(Labs.preset("sum-rnn"));
        String json = edited(lab, preset -> preset.get("model").asObject().set("layers", Json.parse("[{\"cell\": \"elman\", \"hidden\": 3}]")));
        assertTrue(json.contains("1.0E-6"), json);
        lab.change(json.replace("1.0E-6", "0.000001"));
        assertTrue(lab.preset().checks().isEmpty());
    }

    @Test
    void anotherInputKeepsGivenWeightsStatesAndOutput() {
        Lab step = Labs.float32(Labs.preset("lstm-step"));
        step.change(edited(step, json -> json.get("data").asObject().set("inputs", Json.parse("[[2]]"))));
        assertEquals(0.1f, (float) step.trace().tensor("h0").get(0));
        assertEquals(12, step.preset().weights().size());
        assertEquals(6, step.preset().checks().size());
    }

    @Test
    void targetsOfAnotherWidthTakeTheFedBackOutputAndItsWeightsAlong() {
        Lab jordan = Labs.float32(Labs.preset("jordan-trace"));
        jordan.change(edited(jordan, json -> {
            json.get("data").asObject().set("targets", Json.parse("[[0, 1], [1, 0], [1, 1], [0, 0]]"));
            json.get("model").asObject().get("output").asObject().remove("size");
        }));
        assertEquals(2, jordan.trace().tensor("y0").cols);
        assertEquals(2, jordan.trace().tensor("Wh").cols);
    }

    @Test
    void aStepMoreKeepsTheOutputWhoseSizeTheDataDoNotSay() {
        Lab sum = Labs.float32(Labs.preset("sum-rnn"));
        sum.change(edited(sum, json -> json.get("data").asObject().set("inputs", Json.parse("[2, -0.5, 1, 4]"))));
        assertEquals(6.5, sum.trace().tensor("y").get(3));
        assertTrue(sum.preset().checks().isEmpty());
    }

    @Test
    void swappedWordsKeepVocabularyAndWeights() {
        Lab word = Labs.float32(Labs.preset("word-rnn-trace"));
        word.change(edited(word, json -> json.get("data").asObject().set("tokens", Json.parse("[\"love\", \"I\"]"))));
        assertEquals(2, word.trace().tensor("logits").get(1, 0));          // the catalogue: logits (2, 0, 4, −2)
        assertEquals(-2, word.trace().tensor("logits").get(1, 3));
        assertEquals(0.865, word.trace().tensor("y").get(1, 2), 5e-4);
    }

    @Test
    void whatMustBeLearntDoesNotDependOnTheCell() {
        Lab hello = Labs.float32(Labs.preset("hello-charlm"));
        hello.change(edited(hello, json -> json.get("model").asObject().set("layers", Json.parse("[{\"cell\": \"gru\", \"hidden\": 8}]"))));
        assertEquals(2, hello.preset().checks().size());
        hello.change(edited(hello, json -> json.get("data").asObject().set("texts", new JsonArray().add("world"))));
        assertEquals(0, hello.preset().checks().size());
        assertEquals(5, hello.preset().architecture().head().size());
        assertEquals(Head.Kind.SOFTMAX, hello.preset().architecture().head().kind());
    }

    @Test
    void anEmbeddingOfAnotherSizeTakesTheGivenWeightsAlong() {
        Lab lab = Labs.float32(Labs.text("[{\"cell\": \"embedding\", \"size\": 1}, {\"cell\": \"gru\", \"hidden\": 2}]")
                .replace("\"seed\": 3", "\"seed\": 3, \"weights\": {\"We\": [[1, 2, 3, 4]]}"));
        assertEquals(3, lab.trace().tensor("We").get(2));
        lab.change(edited(lab, json -> json.get("model").asObject().get("layers").asArray().get(0).asObject().set("size", 2)));
        assertEquals(0, lab.preset().weights().size());
        assertEquals(2, lab.trace().tensor("We").rows);
    }

    @Test
    void aNewWordKeepsWhatIsGivenForTheOthers() {
        Lab lab = Labs.float32(Labs.preset("bidirectional-trace"));
        lab.change(edited(lab, json -> json.get("data").asObject().set("tokens", Json.parse("[\"not\", \"very\", \"bad\"]"))
                .get("vocabulary").asArray().add("bad")));
        assertEquals(List.of(1.0, 2.0, 3.0, 0.0), List.of(numbers(lab, "Wx")));
        assertEquals(0, lab.trace().tensor("a").get(2, 0) - lab.trace().tensor("h").get(1, 0));
    }

    @Test
    void anotherStepKeepsWhatIsHeldAtTheOthers() {
        Lab lab = Labs.float32(Labs.preset("lstm-gates-by-hand"));
        lab.change(edited(lab, json -> json.get("data").asObject().get("tokens").asArray().add("movie")));
        assertEquals(0.1f, (float) lab.trace().tensor("f").get(1, 0));
        assertTrue(Double.isNaN(lab.trace().tensor("set.f").get(4, 0)), "the new step is free");
        assertEquals(1, lab.trace().tensor("c0").get(0));
    }

    @Test
    void aGateIsHeldBetweenShutAndOpen() {
        Lab lab = Labs.float32(Labs.preset("lstm-gates-by-hand"));
        String message = assertThrows(IllegalArgumentException.class, () -> lab.set("set.f", 0, 1.7)).getMessage();
        assertTrue(message.startsWith("clamps.f[0] must be 0..1, got 1.7"), message);
        assertEquals(0.9f, (float) lab.trace().tensor("f").get(0));
    }

    @Test
    void variantsThatOnceDifferedStayApart() {
        Lab lab = Labs.float32(Labs.text("[{\"cell\": \"gru\", \"hidden\": 3}]").replaceFirst("\\}$", ", \"decoding\": {\"length\": 2}, "
                + "\"variants\": [{\"name\": \"short\"}, {\"name\": \"long\", \"decoding\": {\"length\": 9}}]}"));
        for (int length : new int[] {9, 3}) {
            lab.change(edited(lab, json -> json.get("decoding").asObject().set("length", length)));
        }
        lab.change(edited(lab, json -> json.get("decoding").asObject().set("prime", "he")));
        assertEquals(3, lab.preset().decoding().length());
        lab.variant(1);
        assertEquals(9, lab.preset().decoding().length());
        assertEquals("he", lab.preset().decoding().prime());
    }

    @Test
    void modelAndTrainingAreEditedInTheOpenFormAloneAndTheDataInAll() {
        Lab lab = Labs.float32(Labs.text("[{\"cell\": \"gru\", \"hidden\": 3}]").replaceFirst("\\}$", ", \"variants\": [{\"name\": \"one\"}, "
                + "{\"name\": \"other\"}]}"));
        lab.change(edited(lab, json -> json.get("training").asObject().set("learningRate", 0.5).set("clipNorm", 2)));
        lab.change(edited(lab, json -> json.get("model").asObject().get("layers").asArray().get(0).asObject().set("hidden", 4)));
        lab.set("h0", 0, 0.5);
        lab.change(edited(lab, json -> {
            json.get("data").asObject().set("texts", new JsonArray().add("world"));
            json.get("model").asObject().get("output").asObject().remove("size");
        }));
        lab.variant(1);
        assertEquals(0.01, lab.preset().training().learningRate(), 1e-12);
        assertEquals(5, lab.preset().training().method().clipNorm());
        assertEquals(3, lab.preset().architecture().layers().get(0).hidden());
        assertTrue(lab.preset().state().isEmpty());
        assertEquals("world", lab.preset().decoding().prime() + "orld");
        lab.variant(0);
        assertEquals(0.5, lab.preset().training().learningRate());
        assertEquals(4, lab.preset().architecture().layers().get(0).hidden());
    }

    @Test
    void thresholdUnitsCanBeLookedAtWhereOthersTrained() {
        Lab lab = Labs.float32(Labs.preset("sequence-regression"));
        lab.change(edited(lab, json -> json.get("model").asObject().get("layers").asArray().get(0).asObject().set("activation", "threshold")));
        assertTrue(Report.of(lab).get("checks").asArray().get(0).asObject().get("actual").isNumber());
        assertThrows(IllegalStateException.class, () -> lab.train(1));
        assertTrue(lab.trace().tensor("h").get(0) == 0 || lab.trace().tensor("h").get(0) == 1);
    }

    private static Double[] numbers(Lab lab, String name) {
        Tensor tensor = lab.trace().tensor(name);
        Double[] numbers = new Double[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tensor.get(i);
        }
        return numbers;
    }

    private static String edited(Lab lab, Consumer<JsonObject> edit) {
        JsonObject json = lab.document();
        edit.accept(json);
        return json.toString();
    }
}
