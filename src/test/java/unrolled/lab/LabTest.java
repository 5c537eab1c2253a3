package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import org.junit.jupiter.api.Test;
import unrolled.preset.PresetWriter;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;

class LabTest {
    private final Lab lab = Labs.float32(Labs.preset("hello-charlm"));

    @Test
    void theSameCallsGiveTheSameNumbers() {
        Lab other = Labs.float32(Labs.preset("hello-charlm"));
        lab.train(50);
        other.train(20);
        other.train(30);
        assertArrayEquals(lab.save(), other.save());
    }

    @Test
    void resetGoesBackToTheFirstWeightsAndAnotherSeedToOthers() {
        double[] start = lab.save();
        lab.train(5);
        lab.reset();
        assertArrayEquals(start, lab.save());
        lab.seed(2);
        assertNotEquals(start[2], lab.save()[2]);
    }

    @Test
    void aSavedMomentComesBackAndGoesOnAsItDid() {
        lab.train(10);
        double[] saved = lab.save();
        String preset = PresetWriter.write(lab.preset()).toString();
        lab.train(10);
        double[] later = lab.save();
        lab.restore(preset, saved);
        assertEquals(10, lab.updates());
        lab.train(10);
        assertArrayEquals(later, lab.save());
    }

    @Test
    void timeTravelsBackAndOnAgainAndTrainingBranchesFromThere() {
        lab.train(40);
        double[] then = lab.learned();
        lab.train(60);
        double[] last = lab.learned();
        lab.travel(40);
        assertArrayEquals(then, lab.learned());
        assertEquals(100, lab.experiment().curve.points(), "the curve stays");
        lab.travel(1000);
        assertArrayEquals(last, lab.learned());
        lab.travel(40);
        lab.train(60);
        assertArrayEquals(last, lab.learned(), "what follows is what followed");
        lab.travel(40);
        lab.set("Wx.i", 0, 3);
        lab.train(1);
        assertEquals(41, lab.experiment().curve.points(), "another future begins");
        lab.travel(1000);
        assertEquals(41, lab.updates());
    }

    @Test
    void momentsOfALongTrainingAreThinnedEvenlyWithinTheirRoom() {
        Lab small = new Lab(Memories.of(HeapMemory::float32), new JavaKernels(), 40 * 4 * lab.learned().length);
        small.open(PresetWriter.write(lab.preset()).toString());
        small.train(500);
        for (int update : new int[] {0, 100, 250, 499}) {
            small.travel(update);
            assertTrue(Math.abs(small.updates() - update) <= 16, "asked for " + update + ", came to " + small.updates());
        }
        small.travel(0);
        assertEquals(0, small.updates());
        assertThrows(IllegalArgumentException.class, () -> Labs.float32(Labs.preset("parity-net")).travel(1));
    }

    @Test
    void anExplanationTellsEveryProductAndTheSumSoFar() {
        Lab elman = Labs.float64(Labs.preset("elman-trace"));
        int k = 0;
        while (elman.trace().schedule().get(k).t() != 1 || !elman.trace().schedule().get(k).equation().output().equals("a")) {
            k++;
        }
        JsonObject tree = ExplanationJson.of(elman, elman.explain(k, 0)).get("tree").asObject();
        assertEquals("[1,0.5,-0.4]", products(tree, 0), "Wx = −1 0.5 0.2 times x(2) = −1 1 −2");
        JsonArray sums = tree.get("args").asArray().get(0).asObject().get("sums").asArray();
        assertEquals(1.5, sums.get(1).asDouble(), 1e-6);
        JsonArray recurrent = tree.get("args").asArray().get(1).asObject().get("sums").asArray();
        assertEquals(tree.get("sums").asArray().get(1).asDouble(), recurrent.get(recurrent.size() - 1).asDouble(), 1e-6, "goes on from the terms before");
        assertEquals(tree.getDouble("value", 0), tree.get("sums").asArray().get(tree.get("sums").asArray().size() - 1).asDouble(), 1e-6);
    }

    private static String products(JsonObject tree, int k) {
        return tree.get("args").asArray().get(k).asObject().get("products").toString();
    }

    @Test
    void matricesAreWrittenAndPastedAsTheirTransposesWhenTurned() {
        Lab elman = Labs.float64(Labs.text("[{\"cell\": \"elman\", \"hidden\": 2}]"));
        double[] before = elman.save();
        elman.turn(true);
        assertArrayEquals(before, elman.save(), "the numbers stay");
        String equations = Structure.of(elman).get("equations").toString();
        for (String text : new String[] {"a(t) = Wxᵀ x(t) + Whᵀ h(t−1) + b", "dWx = Σₜ x(t) da(t)ᵀ", "+ Wh da(t+1)"}) {
            assertTrue(equations.contains(text), text + " in " + equations);
        }
        assertTrue(ExplanationJson.of(elman, elman.explain(0, 0)).getString("latex", "").contains("{W_{x}}^{\\top}"));
        elman.paste("Wx", "[[1, 2], [3, 4], [5, 6], [7, 8]]");
        assertEquals(3, elman.trace().tensor("Wx").get(0, 1));
        assertThrows(IllegalArgumentException.class, () -> elman.paste("Wx", "[[1, 2, 3, 4], [5, 6, 7, 8]]"));
    }

    @Test
    void anotherLearningRateKeepsWhatWasLearned() {
        lab.train(10);
        double[] before = lab.save();
        lab.change(edited("\"learningRate\":0.02", "\"learningRate\":0.5"));
        assertArrayEquals(before, lab.save());
        assertEquals(0.5, lab.preset().training().learningRate());
    }

    @Test
    void anotherForgetBiasStartsAgainFromIt() {
        double before = lab.trace().tensor("b.f").get(0);
        lab.change(edited("\"forgetBias\":1", "\"forgetBias\":-2"));
        assertEquals(before - 3, lab.trace().tensor("b.f").get(0), 1e-6);
    }

    @Test
    void anotherTextStartsAgainAndDropsWhatOnlyFittedTheOldOne() {
        lab.train(10);
        lab.change(edited("[\"hello\"]", "[\"world peace\"]"));
        assertEquals(0, lab.updates());
        assertEquals("w", lab.preset().decoding().prime());
        assertTrue(lab.preset().checks().isEmpty());
    }

    @Test
    void aRefusedChangeLeavesEverythingAsItWas() {
        lab.train(3);
        double[] before = lab.save();
        int version = lab.version();
        String broken = edited("\"hidden\":16", "\"hidden\":0");
        assertThrows(IllegalArgumentException.class, () -> lab.change(broken));
        assertThrows(IllegalArgumentException.class, () -> lab.set("Wx", 0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> lab.paste("Wy", "1 2 3"));
        assertThrows(IllegalArgumentException.class, () -> lab.restore(PresetWriter.write(lab.preset()).toString(), new double[3]));
        assertArrayEquals(before, lab.save());
        assertEquals(version, lab.version());
    }

    @Test
    void aChangeWhoseChecksDoNotFitIsRefusedWhole() {
        int version = lab.version();
        String json = edited("\"checks\":[", "\"checks\":[{\"name\":\"z\",\"expected\":1},");
        assertEquals("this net has no tensor \"z\"", assertThrows(IllegalArgumentException.class, () -> lab.change(json)).getMessage());
        assertEquals(version, lab.version());
        assertEquals(2, lab.preset().checks().size());
    }

    @Test
    void oneNumberMovesEverythingAfterIt() {
        Lab sum = Labs.float32(Labs.preset("sum-rnn"));
        sum.set("Wh", 0, 0.5);
        sum.look();
        assertEquals(1.25, sum.trace().tensor("y").get(2), 1e-6);        // ((2 · 0.5) − 0.5) · 0.5 + 1
        sum.set("x", 0, 4);
        assertEquals(1.75, sum.trace().tensor("y").get(2), 1e-6);
        sum.set("h0", 0, 8);
        assertEquals(2.75, sum.trace().tensor("y").get(2), 1e-6);
    }

    @Test
    void aPastedMatrixReplacesTheNumbers() {
        Lab elman = Labs.float32(Labs.preset("elman-trace"));
        elman.paste("Wh", "0 1/2\n-1 2");
        assertEquals(0.5, elman.trace().tensor("Wh").get(0, 1));
        assertEquals("Wh must be 2 × 2, got 1 × 2", assertThrows(IllegalArgumentException.class, () -> elman.paste("Wh", "1 2")).getMessage());
    }

    @Test
    void whatIsComputedCannotBeSet() {
        assertEquals("h cannot be set: it is computed",
                assertThrows(IllegalArgumentException.class, () -> lab.set("h", 0, 1)).getMessage());
        assertEquals("x cannot be set: it is computed from the text, which can be edited",
                assertThrows(IllegalArgumentException.class, () -> lab.set("x", 0, 1)).getMessage());
    }

    @Test
    void trainingThatExplodesStopsBeforeItSpoilsTheWeights() {
        Lab exploding = Labs.float32(("{'title': 't', 'data': {'inputs': [1e30, 1e30], 'targets': [1, 1]},"
                + " 'model': {'layers': [{'cell': 'elman', 'hidden': 2, 'activation': 'linear'}], 'output': {}}}").replace('\'', '"'));
        double[] before = exploding.save();
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> exploding.train(5));
        assertTrue(e.getMessage().startsWith("training stopped at update 1: the loss is Infinity"), e.getMessage());
        assertArrayEquals(before, exploding.save());
    }

    @Test
    void aNetWithoutTargetsSaysWhyItCannotTrain() {
        Lab step = Labs.float32(Labs.preset("lstm-step"));
        assertEquals("this net has no targets to learn from: training needs an output and its targets",
                assertThrows(IllegalStateException.class, () -> step.train(1)).getMessage());
    }

    @Test
    void theCurveKeepsItsShapeInFixedRoom() {
        lab.train(5000);
        int points = lab.experiment().curve.points();
        assertTrue(points > 512 && points <= 1024, points + " points");
        assertEquals(5000, lab.experiment().curve.updates().get(points - 1), 8);
    }

    @Test
    void temperatureSharpensAndFlattensWhatIsDrawnFrom() {
        Lab word = Labs.float32(Labs.preset("word-rnn-trace"));
        assertEquals(0.839, coding(word, 1), 5e-4);
        assertEquals(0.980, coding(word, 0.5), 5e-4);
        assertEquals(0.598, coding(word, 2), 5e-4);
        assertEquals(0.387, coding(word, 5), 5e-4);
    }

    private static double coding(Lab word, double temperature) {
        word.decoding(temperature, 0, 1, 1);
        word.look();
        return word.trace().tensor("p").get(1, 2);
    }

    @Test
    void theSameDrawWritesTheSameText() {
        lab.train(5);
        String first = lab.sampled();
        assertEquals(first, lab.sampled());
        assertEquals(4, first.length());
    }

    private String edited(String from, String to) {
        String json = PresetWriter.write(lab.preset()).toString();
        assertTrue(json.contains(from), json);
        return json.replace(from, to);
    }
}
