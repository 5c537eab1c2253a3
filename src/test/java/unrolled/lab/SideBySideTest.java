package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import unrolled.tensor.Tensor;

/** Models beside each other are what each would be alone. */
class SideBySideTest {
    private static final String LSTM = "[{\"cell\": \"lstm\", \"hidden\": 5}]";
    private static final String GRU = "[{\"cell\": \"gru\", \"hidden\": 4}]";

    private final Lab lab = Labs.float32(Labs.text(LSTM));

    @Test
    void aModelThatIsAddedLearnsAsItDoesAlone() {
        lab.train(7);
        lab.change(beside(lab, "GRU", GRU));
        lab.train(20);
        assertArrayEquals(alone(LSTM, 27), learned(0));
        assertArrayEquals(alone(GRU, 20), learned(1));
    }

    @Test
    void whatIsTakenAwayLeavesTheOtherAsItIs() {
        lab.change(beside(lab, "GRU", GRU));
        lab.train(9);
        lab.variant(1);
        JsonObject json = Json.parse(lab.document().toString()).asObject();
        lab.change(json.set("variants", new JsonArray().add(new JsonObject().add("name", "GRU"))).set("variant", 0).toString());
        assertEquals(List.of("GRU"), lab.variantNames());
        assertArrayEquals(alone(GRU, 9), lab.learned());
        lab.travel(4);
        assertArrayEquals(alone(GRU, 4), lab.learned());
    }

    @Test
    void whatWasTakenAwayComesBackWithItsCurve() {
        lab.change(beside(lab, "GRU", GRU));
        lab.train(9);
        String document = lab.document().toString();
        double[] saved = lab.save();
        lab.change(Json.parse(document).asObject().set("variants", new JsonArray().add(new JsonObject().add("name", "first"))).toString());
        lab.train(3);
        lab.restore(document, saved);
        assertArrayEquals(saved, lab.save());
        assertEquals(9, lab.experiments().get(1).curve.points());
    }

    @Test
    void aBranchGoesOnFromItsMomentAndTheOriginalFromItsLast() {
        lab.train(100);
        lab.travel(40);
        lab.branch(beside(lab, "from 40", LSTM));
        assertEquals(100, lab.experiments().get(0).updates());
        assertEquals(40, lab.experiments().get(1).curve.points(), "its curve is that of the way to there");
        assertArrayEquals(alone(LSTM, 100), learned(0));
        assertArrayEquals(alone(LSTM, 40), learned(1));
        lab.train(60);
        assertArrayEquals(alone(LSTM, 160), learned(0));
        assertArrayEquals(alone(LSTM, 100), learned(1), "unchanged, it comes where the original was");
        lab.travel(30);
        assertArrayEquals(alone(LSTM, 30), learned(1), "a branch remembers what was before it");
    }

    @Test
    void aBranchLeavesEveryOlderModelAtItsLastUpdate() {
        lab.change(beside(lab, "GRU", GRU));
        lab.train(30);
        lab.travel(12);
        JsonObject json = Json.parse(lab.document().toString()).asObject();
        json.get("variants").asArray().add(new JsonObject().add("name", "from 12")
                .add("model", new JsonObject().add("layers", Json.parse(LSTM))));
        lab.branch(json.toString());
        assertArrayEquals(alone(LSTM, 30), learned(0));
        assertArrayEquals(alone(GRU, 30), learned(1));
        assertArrayEquals(alone(LSTM, 12), learned(2));
    }

    @Test
    void aBranchOfAnotherFormStartsAnew() {
        lab.train(10);
        lab.branch(beside(lab, "GRU", GRU));
        assertArrayEquals(alone(GRU, 0), learned(1));
    }

    @Test
    void aMomentIsTheSameUpdateOfAll() {
        lab.train(30);
        lab.change(beside(lab, "GRU", GRU));
        lab.train(30);
        lab.travel(20);
        assertArrayEquals(alone(LSTM, 20), learned(0));
        assertArrayEquals(alone(GRU, 20), learned(1));
    }

    @Test
    void namesTellVariantsApart() {
        String twice = beside(lab, "first", GRU);
        assertEquals("variants[1].name must be unlike the others, got \"first\"",
                assertThrows(IllegalArgumentException.class, () -> lab.change(twice)).getMessage());
    }

    @Test
    void theFrameOfAModelBesideIsWhatItIsWhenItIsOpen() {
        lab.change(beside(lab, "GRU", GRU));
        lab.train(5);
        lab.lookBeside(1);
        JsonObject structure = Structure.of(lab, 1);
        assertEquals(1, structure.getInt("variant", 0));
        Lab gru = Labs.float32(Labs.text(GRU));
        gru.train(5);
        gru.look();
        for (String name : List.of("x", "z", "h", "y", "dh", "loss")) {
            Tensor expected = gru.trace().tensor(name);
            JsonObject place = null;
            for (var tensor : structure.get("tensors").asArray()) {
                place = tensor.asObject().getString("name", "").equals(name) ? tensor.asObject() : place;
            }
            for (int i = 0; i < expected.size(); i++) {
                int at = place.getInt("offset", 0) + i / expected.cols * place.getInt("stride", 0) + i % expected.cols;
                assertEquals(expected.get(i), lab.experiments().get(1).memory.get(at), name + "[" + i + "]");
            }
        }
    }

    @Test
    void theRaceIsDownToTheLossThatAllReached() {
        assertTrue(Race.json(lab.experiments()).get("loss").isNull(), "nobody has begun");
        lab.change(beside(lab, "GRU", GRU));
        lab.train(30);
        double[][] losses = {losses(LSTM, 30), losses(GRU, 30)};
        double level = Math.max(Arrays.stream(losses[0]).min().getAsDouble(), Arrays.stream(losses[1]).min().getAsDouble());
        JsonObject race = Race.json(lab.experiments());
        assertEquals(level, race.getDouble("loss", 0));
        for (int i = 0; i < 2; i++) {
            int update = race.get("updates").asArray().get(i).asInt();
            assertTrue(losses[i][update - 1] <= level);
            assertTrue(Arrays.stream(losses[i], 0, update - 1).allMatch(loss -> loss > level), "not before");
        }
    }

    /** L of each update, alone. */
    private static double[] losses(String layers, int updates) {
        Lab lab = Labs.float32(Labs.text(layers));
        double[] losses = new double[updates];
        for (int i = 0; i < updates; i++) {
            lab.train(1);
            losses[i] = (float) lab.lastLoss();
        }
        return losses;
    }

    private double[] learned(int variant) {
        return lab.experiments().get(variant).save();
    }

    private static double[] alone(String layers, int updates) {
        Lab lab = Labs.float32(Labs.text(layers));
        lab.train(updates);
        return lab.learned();
    }

    /** The document of a lab with one more variant, of other layers. */
    private static String beside(Lab lab, String name, String layers) {
        JsonObject json = Json.parse(lab.document().toString()).asObject();
        JsonArray variants = new JsonArray().add(new JsonObject().add("name", "first"));
        variants.add(new JsonObject().add("name", name).add("model", new JsonObject().add("layers", Json.parse(layers))));
        return json.set("variants", variants).set("variant", 0).toString();
    }
}
