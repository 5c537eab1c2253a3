package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unrolled.tensor.Tensor;

/** What units do along a text, and which of them fire on a part of it. */
class UnitsTest {
    private static final String LONG = "hellohollehello";
    private static final String LSTM = "{\"cell\": \"lstm\", \"hidden\": 3}";

    @ParameterizedTest
    @ValueSource(strings = {"[{\"cell\": \"lstm\", \"hidden\": 3}]", "[{\"cell\": \"gru\", \"hidden\": 3}, {\"cell\": \"elman\", \"hidden\": 2}]",
            "[{\"cell\": \"embedding\", \"size\": 2}, {\"cell\": \"lstm\", \"hidden\": 3}]", "[{\"cell\": \"jordan\", \"hidden\": 3}]",
            "[{\"cell\": \"conv\", \"width\": 2, \"pad\": true, \"hidden\": 3}, {\"cell\": \"gru\", \"hidden\": 2}]"})
    void aTypedTextInPiecesIsReadAsIfItWereRunAtOnce(String layers) {
        Lab pieces = Labs.float64(Labs.text(layers));
        Lab whole = Labs.float64(Labs.text(layers).replace("hello", LONG));
        String typed = LONG.substring(0, LONG.length() - 1);
        JsonArray quantities = asked(pieces, "text", new JsonObject()).get("quantities").asArray();
        assertTrue(quantities.size() > 0);
        for (JsonValue quantity : quantities) {
            String name = quantity.asObject().get("tensor").asString();
            Tensor expected = whole.trace().tensor(name);
            for (int j = 0; j < expected.cols; j++) {
                JsonArray values = values(pieces, typed, name, j);
                for (int t = 0; t < typed.length(); t++) {
                    assertEquals(expected.get(t, j), values.get(t).asDouble(), 0.00051, name + " " + j + " at " + t);
                }
            }
        }
    }

    @Test
    void aLayerThatRunsBackIsReadInTheOrderOfTheText() {
        Lab lab = Labs.float64("{\"title\": \"t\", \"seed\": 3, \"data\": {\"unit\": \"char\", \"labelled\": [{\"text\": \"help\", "
                + "\"label\": \"a\"}, {\"text\": \"pleh\", \"label\": \"b\"}]}, \"model\": {\"layers\": [" + LSTM.replace("}", ", \"direction\": \"both\"}")
                + "], \"output\": {\"kind\": \"softmax\", \"at\": \"last\"}}}");
        for (String name : List.of("h", "rev.h", "rev.f", "rev.c")) {
            Tensor expected = lab.trace().tensor(name);
            for (int t = 0; t < 4; t++) {
                assertEquals(expected.get(t, 1), values(lab, "", name, 1).get(t).asDouble(), 0.00051, name + " at " + t);
            }
        }
    }

    @Test
    void askingLeavesWhatIsLookedAtAsItWas() {
        Lab lab = Labs.float64(Labs.held(LSTM.replace("3", "2"), "f"));
        Tensor h = lab.trace().tensor("h");
        double before = h.get(3, 1);
        values(lab, "olleh", "h", 0);
        assertEquals(before, h.get(3, 1));
    }

    @Test
    void unitsAreRankedByTheirCorrelationWithBeingInside() {
        String layers = "[" + LSTM + ", {\"cell\": \"gru\", \"hidden\": 2}]";
        Lab lab = Labs.float64(Labs.text(layers));
        Lab whole = Labs.float64(Labs.text(layers).replace("hello", LONG));
        String typed = LONG.substring(0, LONG.length() - 1);
        JsonArray ranked = rank(lab, typed, new JsonObject().add("spans", new JsonArray().add(2).add(4).add(11).add(12)))
                .get("units").asArray();
        assertEquals(20, ranked.size());
        double last = 1;
        List<Double> all = new ArrayList<>();
        for (String name : List.of("l1.i", "l1.f", "l1.g", "l1.o", "l1.c", "l1.h", "l2.r", "l2.z", "l2.n", "l2.h")) {
            for (int j = 0; j < whole.trace().tensor(name).cols; j++) {
                all.add(Math.abs(pearson(whole.trace().tensor(name), j)));
            }
        }
        all.sort((a, b) -> Double.compare(b, a));
        for (int k = 0; k < 20; k++) {
            JsonObject one = ranked.get(k).asObject();
            double r = pearson(whole.trace().tensor(one.get("tensor").asString()), one.get("unit").asInt());
            assertEquals(r, one.get("r").asDouble(), 1e-9, one.toString());
            assertEquals(all.get(k), Math.abs(r), 1e-9, "place " + k);
            assertTrue(Math.abs(r) <= last);
            last = Math.abs(r);
        }
    }

    /** Pearson's r of a unit with 1 at steps 2, 3 and 11 and 0 elsewhere, from its definition. */
    private static double pearson(Tensor tensor, int unit) {
        int n = LONG.length() - 1;
        double meanX = 0;
        double meanY = 3.0 / n;
        for (int t = 0; t < n; t++) {
            meanX += tensor.get(t, unit) / n;
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int t = 0; t < n; t++) {
            double x = tensor.get(t, unit) - meanX;
            double y = (t == 2 || t == 3 || t == 11 ? 1 : 0) - meanY;
            xy += x * y;
            xx += x * x;
            yy += y * y;
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void aPatternSelectsEveryOccurrence() {
        Lab lab = Labs.float64(Labs.text("[" + LSTM + "]"));
        assertEquals("[2,4]", spans(lab, "", "ll"));
        assertEquals("[2,3,4,5]", spans(lab, "helol", "l"), "every l, alone");
        assertEquals("[1,5,6,8]", spans(lab, "helloheoo", "e...o"), "from each e to the next o");
        assertEquals("[0,2]", spans(lab, "ho\nhe", "h…o"), "never across lines");
    }

    @Test
    void whatTheNetDoesNotKnowIsPassedOver() {
        Lab lab = Labs.float64(Labs.text("[" + LSTM + "]"));
        JsonObject text = asked(lab, "text", new JsonObject().add("text", "he, llo\nho"));
        assertEquals("[\"h\",\"e\",\"l\",\"l\",\"o\",\"h\",\"o\"]", text.get("symbols").toString());
        assertEquals("[\",\",\" \"]", text.get("unknown").toString());
        assertEquals("[0,5]", text.get("starts").toString());
    }

    @Test
    void whatIsTooLongIsCut() {
        Lab lab = Labs.float32(Labs.text("[" + LSTM + "]"));
        JsonObject text = asked(lab, "text", new JsonObject().add("text", "hello".repeat(5000)));
        assertEquals(Passage.MOST, text.get("symbols").asArray().size());
        assertEquals(5000, text.get("rest").asInt());
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        Lab lab = Labs.float64(Labs.text("[" + LSTM + "]"));
        assertEquals("nothing like this stands in the text", refused(lab, new JsonObject().add("every", "x")));
        assertEquals("a selection must leave something to tell it from", refused(lab, new JsonObject().add("spans",
                new JsonArray().add(0).add(4))));
    }

    private static String refused(Lab lab, JsonObject args) {
        return assertThrows(IllegalArgumentException.class, () -> asked(lab, "rank", args)).getMessage();
    }

    private static String spans(Lab lab, String text, String every) {
        return rank(lab, text, new JsonObject().add("every", every)).get("spans").toString();
    }

    private static JsonObject rank(Lab lab, String text, JsonObject args) {
        return asked(lab, "rank", args.add("text", text));
    }

    private static JsonArray values(Lab lab, String text, String tensor, int unit) {
        return asked(lab, "units", new JsonObject().add("text", text).add("tensor", tensor).add("unit", unit)).get("values").asArray();
    }

    private static JsonObject asked(Lab lab, String view, JsonObject args) {
        return Views.of(lab, view, args.toString()).asObject();
    }
}
