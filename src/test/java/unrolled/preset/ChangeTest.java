package unrolled.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import unrolled.model.Head;

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

    private static String edited(Lab lab, Consumer<JsonObject> edit) {
        JsonObject json = lab.document();
        edit.accept(json);
        return json.toString();
    }
}
