package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import unrolled.tensor.Tensor;

/** What the last update did to the weights. */
class LastUpdateTest {
    private static final String LSTM = Labs.text("[{\"cell\": \"lstm\", \"hidden\": 3}]");

    @Test
    void itIsWhatTheWeightsAreNowLessWhatTheyWereBeforeIt() {
        Lab lab = Labs.float64(LSTM);
        lab.train(2);
        for (String weight : new String[] {"Wx.f", "Wh", "by"}) {
            double[] before = numbers(lab, weight);
            lab.train(1);
            double[] after = numbers(lab, weight);
            double[] change = numbers(lab, "Δ" + weight);
            assertEquals(before.length, change.length);
            double most = 0;
            for (int i = 0; i < before.length; i++) {
                assertEquals(after[i] - before[i], change[i], 1e-15, weight + "[" + i + "]");
                most = Math.max(most, Math.abs(change[i]));
            }
            assertTrue(most > 0, weight);
        }
    }

    @Test
    void askingWhatTheNextUpdateWouldDoLeavesItAlone() {
        Lab lab = Labs.float64(LSTM);
        lab.train(1);
        double change = numbers(lab, "ΔWh")[0];
        lab.updated("Wh", 0);
        assertEquals(change, numbers(lab, "ΔWh")[0]);
    }

    @Test
    void afterAJumpInTimeThereIsNone() {
        Lab lab = Labs.float64(LSTM);
        lab.train(5);
        lab.travel(2);
        assertEquals(0, numbers(lab, "ΔWh")[0]);
        lab.train(1);
        lab.reset();
        assertEquals(0, numbers(lab, "ΔWh")[0]);
    }

    @Test
    void aNetThatCannotLearnHasNone() {
        assertNull(Labs.float32(Labs.preset("elman-trace")).trace().entry("ΔWx"));
    }

    private static double[] numbers(Lab lab, String name) {
        Tensor tensor = lab.trace().tensor(name);
        double[] numbers = new double[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tensor.get(i);
        }
        return numbers;
    }
}
