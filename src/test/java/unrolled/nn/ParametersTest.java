package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

class ParametersTest {
    private final Parameters parameters = new Parameters(HeapMemory.float32(), Lstm.shapes("l1.", 3, 4));

    @Test
    void namedParametersAreViewsOfOneVector() {
        Parameter b = parameters.get("l1.b");
        b.value().set(0, 5);
        b.gradient().set(15, 6);
        assertEquals(5, parameters.value.get(16 * 3 + 16 * 4));
        assertEquals(6, parameters.gradient.get(16 * 3 + 16 * 4 + 15));
        assertTrue(b.value().vector);
        assertFalse(parameters.get("l1.Wx").value().vector);
    }

    @Test
    void theyComeInTheOrderOfTheShapes() {
        assertEquals(List.of("l1.Wx", "l1.Wh", "l1.b"), parameters.all().stream().map(Parameter::name).toList());
    }

    @Test
    void anUnknownNameIsNamed() {
        Exception exception = assertThrows(IllegalArgumentException.class, () -> parameters.get("Wx"));
        assertEquals("there is no parameter Wx", exception.getMessage());
    }

    @Test
    void initialWeightsFillTheirRange() {
        Tensor Wh = parameters.get("l1.Wh").value();
        Initialisation.uniform(Wh, 4, new Rng(1));
        double largest = 0;
        for (int i = 0; i < Wh.size(); i++) {
            largest = Math.max(largest, Math.abs(Wh.get(i)));
        }
        assertTrue(largest > 0.45 && largest <= 0.5, "largest " + largest);
    }

    @Test
    void theForgetBiasIsAddedToTheForgetGateAlone() {
        Tensor b = parameters.get("l1.b").value();
        b.fill(0.25);
        Initialisation.forgetBias(b, 1);
        assertEquals("0.25 1.25 1.25 0.25", b.get(3) + " " + b.get(4) + " " + b.get(7) + " " + b.get(8));
    }
}
