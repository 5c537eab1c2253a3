package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/** What is held by hand: its numbers, what it does to gradients, and where it does not reach. */
class HoldingTest {
    private static final double EPSILON = 1e-5;
    private static final double ABSOLUTE = 1e-8;
    private static final double RELATIVE = 1e-6;
    private static final String LSTM = Labs.text("[{\"cell\": \"lstm\", \"hidden\": 2}]");

    @ParameterizedTest(name = "{0}")
    @MethodSource("unrolled.lab.Labs#netsHeldInPart")
    void gradientsAreThoseOfARunInWhichWhatIsHeldIsConstant(String name, String json) {
        if (name.startsWith("cut")) {
            return;                                                         // a cut gradient is not that of the run
        }
        Lab lab = Labs.float64(json);
        for (Trace.Entry entry : lab.trace().entries()) {
            if (entry.role() == Trace.Role.WEIGHT && entry.name().indexOf('.', entry.name().length() - 2) < 0) {
                assertDifferences(lab, entry.name(), entry.tensor(), lab.trace().tensor(gradient(entry.name())));
            }
        }
    }

    /** The gradient of what is held is what the loss makes of the number it is held at. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("unrolled.lab.Labs#netsHeldInPart")
    void theGradientOfWhatIsHeldIsThatOfItsNumber(String name, String json) {
        if (name.startsWith("cut")) {
            return;
        }
        Lab lab = Labs.float64(json);
        for (Trace.Entry entry : lab.trace().entries()) {
            if (entry.role() == Trace.Role.CLAMP) {
                String held = entry.name().replace("set.", "");
                assertDifferences(lab, held, entry.tensor(), lab.trace().tensor(gradient(held)));
            }
        }
    }

    private static String gradient(String name) {
        return name.replaceFirst("^((l\\d\\.)?((rev|enc|dec)\\.)?)", "$1d");
    }

    private static void assertDifferences(Lab lab, String name, Tensor value, Tensor gradient) {
        lab.look();
        double[] computed = new double[value.size()];
        for (int i = 0; i < computed.length; i++) {
            computed[i] = gradient.get(i);
        }
        for (int i = 0; i < computed.length; i++) {
            double v = value.get(i);
            if (v == v) {
                double expected = (loss(lab, value, i, v + EPSILON) - loss(lab, value, i, v - EPSILON)) / (2 * EPSILON);
                value.set(i, v);
                assertEquals(expected, computed[i], ABSOLUTE + RELATIVE * Math.abs(expected), "d" + name + "[" + i + "]");
            }
        }
    }

    private static double loss(Lab lab, Tensor value, int i, double v) {
        value.set(i, v);
        lab.look();
        return lab.trace().tensor("L").get(0);
    }

    @Test
    void aNumberIsHeldAtAStepOrAtAllAndLetGo() {
        Lab lab = Labs.float64(LSTM);
        double free = lab.trace().tensor("f").get(1, 0);
        double after = lab.trace().tensor("h").get(2, 0);
        lab.hold("f", 1, 0, 0.9);
        assertEquals(0.9, lab.trace().tensor("f").get(1, 0));
        assertNotEquals(after, lab.trace().tensor("h").get(2, 0));
        assertEquals("{\"f\":[null,[0.9,null],null,null]}", lab.document().get("clamps").toString());
        lab.hold("f", -1, 1, 0);
        lab.hold("f", 1, 0, Double.NaN);
        assertEquals("{\"f\":[[null,0],[null,0],[null,0],[null,0]]}", lab.document().get("clamps").toString());
        assertEquals(free, lab.trace().tensor("f").get(1, 0), 1e-12);
        lab.letGo();
        assertEquals(after, lab.trace().tensor("h").get(2, 0));
        assertTrue(!lab.holds(), "nothing is held");
    }

    /** With its output and its memory at 0, a unit's weights make no difference any more. */
    @Test
    void aUnitThatIsHeldAtNothingIsAsIfItWereNotThere() {
        Lab lab = Labs.float64(LSTM);
        lab.hold("h", -1, 1, 0);
        lab.hold("c", -1, 1, 0);
        double before = lab.trace().tensor("L").get(0);
        for (int column = 0; column < 2; column++) {
            lab.trace().tensor("Wh").set(5, column, 3);
        }
        lab.trace().tensor("Wy").set(0, 1, -4);
        lab.look();
        assertEquals(before, lab.trace().tensor("L").get(0));
        assertEquals(0, lab.trace().tensor("dWh").get(5, 0));
    }

    @Test
    void equationsChangeOnlyWithWhatIsHeldNotWithWhereAt() {
        Lab lab = Labs.float32(LSTM);
        lab.hold("f", 1, 0, 0.9);
        int version = lab.version();
        lab.hold("f", 1, 0, 0.4);
        assertEquals(version, lab.version(), "another number");
        lab.hold("f", 1, 1, 0.4);
        assertNotEquals(version, lab.version(), "the whole step");
        JsonObject structure = Structure.of(lab);
        assertEquals("{\"f\":[null,[0.4,0.4],null,null]}", structure.get("preset").asObject().get("clamps").toString());
    }

    @Test
    void aLookWithNothingHeldIsThatOfTheSamePresetWithoutIt() {
        Lab lab = Labs.float32(LSTM);
        Lab free = Labs.float32(LSTM);
        lab.hold("c", 0, 1, 1.5);
        lab.lookFree();
        for (String name : new String[] {"c", "h", "y", "L", "dWx", "p"}) {
            assertNumbers(free.trace().tensor(name), lab.trace().tensor(name), name);
        }
        lab.look();
        assertEquals(1.5, lab.trace().tensor("c").get(0, 1));
    }

    private static void assertNumbers(Tensor expected, Tensor actual, String name) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), name + "[" + i + "]");
        }
    }

    /** Training, what it is measured by, and what the net writes are those of a net of which nothing is held. */
    @Test
    void whatIsHeldIsHeldOnlyWhereOneLooks() {
        Lab lab = Labs.float32(LSTM);
        Lab free = Labs.float32(LSTM);
        lab.hold("h", -1, -1, 0.5);
        lab.train(20);
        free.train(20);
        lab.look();
        free.look();
        assertArrayEquals(free.save(), lab.save());
        assertEquals(Report.metrics(free).get("loss"), Report.metrics(lab).get("loss"));
        assertEquals(free.greedy(), lab.greedy());
        assertNotEquals(free.trace().tensor("L").get(0), lab.trace().tensor("L").get(0));
    }

    @Test
    void whatCannotBeHeldIsRefused() {
        Lab lab = Labs.float32(LSTM);
        assertEquals("this net has no gate or state \"y\" that can be held", refused(() -> lab.hold("y", 0, 0, 1)));
        assertEquals("a unit of f must be 0..1, or -1 for all, got 2", refused(() -> lab.hold("f", 0, 2, 1)));
        assertEquals("a step must be 0..3, or -1 for all, got 4", refused(() -> lab.hold("f", 4, 0, 1)));
        assertEquals("clamps.f[0] must be 0..1, got 1.5", refused(() -> lab.hold("f", 0, 0, 1.5)));
        lab.hold("f", 0, 0, 0.5);
        refused(() -> lab.hold("f", 0, 0, -1));
        assertEquals(0.5, lab.trace().tensor("f").get(0, 0), 1e-7);
    }

    private static String refused(Runnable run) {
        return assertThrows(IllegalArgumentException.class, run::run).getMessage();
    }

    /** A step of one example is that step of every example. */
    @Test
    void whatIsHeldStaysWhenTheTextsChange() {
        Lab lab = Labs.float32(LSTM.replace("[\"hello\"]", "[\"hello\", \"hi\"]"));
        lab.hold("f", 3, 0, 0.25);
        lab.choose(1);
        assertTrue(lab.holds(), "also where a shorter text is looked at");
        lab.choose(0);
        assertEquals(0.25, lab.trace().tensor("f").get(3, 0));
        lab.change(lab.document().toString().replace("\"hello\",\"hi\"", "\"hell\",\"hi\""));
        assertEquals("[null,null,null]", lab.document().get("clamps").asObject().get("f").toString());
    }

    @Test
    void aHeldNumberIsEditedAmongTheWeightsToo() {
        Lab lab = Labs.float32(Labs.preset("lstm-gates-by-hand"));
        lab.set("set.f", 1, Double.NaN);
        assertEquals(0.5, lab.trace().tensor("f").get(1, 0), "σ(0)");
        lab.set("set.f", 1, 0.75);
        assertEquals(0.75, lab.trace().tensor("f").get(1, 0));
    }

    @Test
    void aVariantsOwnNumbersStayItsOwn() {
        Lab lab = Labs.float32(Labs.preset("lstm-gates-by-hand"));
        lab.hold("f", 0, 0, 0.25);
        lab.variant(1);
        assertEquals(0.9f, (float) lab.trace().tensor("f").get(0, 0), "as the exercise gives it");
        lab.hold("g", 1, 0, -0.5);
        lab.variant(0);
        assertEquals(0, lab.trace().tensor("g").get(1, 0), "what is one variant's");
    }
}
