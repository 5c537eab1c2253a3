package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unrolled.tensor.Tensor;

/** What one loss, or one output, sends back. */
class InfluenceTest {
    private static final String LSTM = "[{\"cell\": \"lstm\", \"hidden\": 4}]";

    @Test
    void theLossesOfAllStepsTogetherSendBackWhatTheWholeSends() {
        Lab lab = Labs.float64(Labs.text(LSTM));
        Tensor dh = lab.trace().tensor("dh");
        double[] whole = numbers(dh);
        double whole0 = lab.trace().tensor("L").get(0);
        double[] sum = new double[whole.length];
        double loss = 0;
        JsonArray map = asked(lab, "influence", "{\"map\": 1}").get("map").asArray();
        for (int s = 0; s < 4; s++) {
            lab.alone(s);
            assertEquals(s, lab.experiment().aloneSeen());
            loss += lab.trace().tensor("L").get(0);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += dh.get(i);
            }
            for (int t = 0; t < 4; t++) {
                double squares = 0;
                for (int j = 0; j < 4; j++) {
                    squares += dh.get(t, j) * dh.get(t, j);
                }
                assertEquals(Math.sqrt(squares), map.get(s).asArray().get(t).asDouble(), 1e-12);
                assertEquals(t > s, squares == 0, "no loss moves what comes after it");
            }
        }
        for (int i = 0; i < sum.length; i++) {
            assertEquals(whole[i], sum[i], 1e-12);
        }
        assertEquals(whole0, loss, 1e-12);
        lab.alone(-1);
        assertEquals(whole0, lab.trace().tensor("L").get(0));
    }

    @Test
    void aStepThatHasNoLossSendsBackAllOfThem() {
        Lab lab = Labs.float64(Labs.numbers(LSTM, "sigmoid", "last"));
        lab.alone(1);
        assertEquals(-1, lab.experiment().aloneSeen());
        assertEquals("[2]", asked(lab, "influence", "{}").get("losses").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sigmoid", "linear", "softmax"})
    void saliencyIsTheSlopeOfAnOutputByTheInputs(String kind) {
        String preset = Labs.numbers("[{\"cell\": \"gru\", \"hidden\": 3}]", kind, "every");
        if (kind.equals("softmax")) {
            preset = preset.replace("[1, 1]]", "[0, 1]]");
        }
        double[][] x = {{1, -0.5}, {0.3, 2}, {-1, 0.25}};
        Lab lab = Labs.float64(preset);
        JsonArray norms = asked(lab, "saliency", "{\"t\": 1, \"unit\": 1}").get("norms").asArray();
        double eps = 1e-4;
        for (int t = 0; t < 3; t++) {
            double squares = 0;
            for (int j = 0; j < 2; j++) {
                lab.set("x", 2 * t + j, x[t][j] + eps);
                double up = lab.trace().tensor("y").get(1, 1);
                lab.set("x", 2 * t + j, x[t][j] - eps);
                double slope = (up - lab.trace().tensor("y").get(1, 1)) / (2 * eps);
                squares += slope * slope;
                lab.set("x", 2 * t + j, x[t][j]);
            }
            assertEquals(Math.sqrt(squares), norms.get(t).asDouble(), 1e-3 * Math.sqrt(squares) + 1e-9, "x at step " + (t + 1));
        }
    }

    @Test
    void whatIsNotThereCannotBeFollowedBack() {
        Lab lab = Labs.float64(Labs.text(LSTM));
        assertThrows(IllegalArgumentException.class, () -> asked(lab, "saliency", "{\"t\": 9}"));
        assertThrows(IllegalArgumentException.class, () -> asked(Labs.float32(Labs.preset("elman-trace")), "saliency", "{}"));
    }

    private static JsonObject asked(Lab lab, String view, String args) {
        return Views.of(lab, view, args).asObject();
    }

    private static double[] numbers(Tensor tensor) {
        double[] numbers = new double[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tensor.get(i);
        }
        return numbers;
    }
}
