package unrolled.explain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.tensor.Tensor;
import unrolled.trace.Equation.Phase;
import unrolled.trace.Operation;
import unrolled.trace.Trace;

/** A GRU whose gate is told of as u, which writes, in place of z, which keeps. */
class UpdateGateTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<String> nets() {
        String gru = "{\"cell\": \"gru\", \"hidden\": 3}";
        return Stream.of(Labs.text("[" + gru + "]"), Labs.text("[{\"cell\": \"gru\", \"hidden\": 3, \"reset\": \"before\"}]"),
                Labs.text("[" + gru + ", " + gru + "]"), Labs.truncated(gru, 2), Labs.pairs("[" + gru + "]", true),
                Labs.numbers("[{\"cell\": \"gru\", \"hidden\": 2, \"direction\": \"both\"}]", "linear", "every"));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void everyEquationGivesTheNumberThatWasComputedAndTheNetStaysTheSame(String json) {
        Trace plain = Labs.float64(json).trace();
        Lab lab = Labs.float64(json);
        lab.writes(true);
        for (int o = 0; o < lab.trace().schedule().size(); o++) {
            Operation operation = lab.trace().schedule().get(o);
            Tensor output = lab.trace().tensor(operation.equation().output());
            if (operation.equation().phase() == Phase.UPDATE || output.vector || operation.t() < 0) {
                continue;
            }
            for (int unit = 0; unit < output.cols; unit++) {
                assertEquals(output.get(operation.t(), unit), lab.explain(o, unit).value(), TOLERANCE,
                        operation.equation().output() + "(" + operation.t() + ")[" + unit + "]");
            }
        }
        for (Trace.Entry entry : plain.entries()) {
            Tensor same = lab.trace().tensor(entry.name());
            for (int i = 0; i < same.size(); i++) {
                assertEquals(entry.tensor().get(i), same.get(i), entry.name());
            }
        }
    }

    @Test
    void uIsWhatZLeaves() {
        Lab lab = Labs.float64(Labs.text("[{\"cell\": \"gru\", \"hidden\": 3}]"));
        assertNull(lab.trace().entry("u"));
        lab.writes(true);
        lab.train(1);
        lab.look();
        for (int i = 0; i < 12; i++) {
            assertEquals(1 - lab.trace().tensor("z").get(i), lab.trace().tensor("u").get(i));
            assertEquals(-lab.trace().tensor("dz").get(i), lab.trace().tensor("du").get(i));
        }
    }

    @Test
    void theFormulasAreThoseOfTheOtherBooks() {
        Lab lab = Labs.float64(Labs.text("[{\"cell\": \"gru\", \"hidden\": 3}]"));
        lab.writes(true);
        assertAll(
                () -> assertEquals("u(t) = σ(−a.z(t))", text(lab, "u")),
                () -> assertEquals("h(t) = (1 − u(t)) ⊙ h(t−1) + u(t) ⊙ n(t)", text(lab, "h")),
                () -> assertEquals("du(t) = dh(t) ⊙ (n(t) − h(t−1))", text(lab, "du")),
                () -> assertEquals("da.z(t) = −du(t) ⊙ u(t) ⊙ (1 − u(t))", text(lab, "da.z")),
                () -> assertNull(operation(lab, "z")));
        lab.writes(false);
        assertEquals("h(t) = (1 − z(t)) ⊙ n(t) + z(t) ⊙ h(t−1)", text(lab, "h"));
    }

    @Test
    void aGateThatIsHeldStaysZAndIsHeldThroughU() {
        Lab lab = Labs.float64(Labs.text("[{\"cell\": \"gru\", \"hidden\": 3}]"));
        lab.writes(true);
        lab.hold("u", 1, 2, 0.25);
        assertEquals(0.75, lab.trace().tensor("z").get(1, 2));
        assertNull(lab.trace().entry("u"));
        assertNotNull(operation(lab, "z"));
    }

    private static String text(Lab lab, String output) {
        return new Formula(Notation.TEXT).symbols(operation(lab, output).equation());
    }

    private static Operation operation(Lab lab, String output) {
        return lab.trace().schedule().stream().filter(o -> o.equation().output().equals(output)).findFirst().orElse(null);
    }
}
