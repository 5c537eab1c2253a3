package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.explain.Paths;
import unrolled.tensor.Tensor;
import unrolled.trace.Operation;

/** The ways on which a gradient comes back. */
class GradientPathsTest {
    private static final int H = 3;
    private static final int T = 3;
    private static final double EPSILON = 1e-5;

    static Stream<String> nets() {
        String lstm = "{\"cell\": \"lstm\", \"hidden\": 3}";
        String gru = "{\"cell\": \"gru\", \"hidden\": 3}";
        return Stream.of(Labs.text("[" + lstm + "]"), Labs.text("[" + gru + "]"), Labs.text("[" + lstm + ", " + gru + "]"),
                Labs.text("[{\"cell\": \"gru\", \"hidden\": 3, \"reset\": \"before\"}]"), Labs.text("[{\"cell\": \"elman\", \"hidden\": 3}]"),
                Labs.text("[{\"cell\": \"jordan\", \"hidden\": 3}]"), Labs.numbers("[{\"cell\": \"lstm\", \"hidden\": 2, \"direction\": \"both\"}]", "linear", "every"),
                Labs.truncated(lstm, 2), Labs.truncated(gru, 2), Labs.pairs("[" + lstm + "]", true),
                Labs.held("{\"cell\": \"lstm\", \"hidden\": 2}", "f"), Labs.held("{\"cell\": \"lstm\", \"hidden\": 2}", "c"));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theWaysAddUpToTheGradient(String json) {
        Lab lab = Labs.float64(json);
        for (Operation operation : lab.trace().schedule()) {
            String output = operation.equation().output();
            if (operation.t() < 0 || !output.endsWith("dh") && !output.endsWith("dc")) {
                continue;
            }
            Tensor whole = lab.trace().tensor(output);
            for (int j = 0; j < whole.cols; j++) {
                double sum = 0;
                for (Paths.Path path : Paths.of(lab.trace(), operation)) {
                    sum += path.gradient()[j];
                }
                assertEquals(whole.get(operation.t(), j), sum, 1e-12, output + "(" + operation.t() + ")[" + j + "]");
            }
        }
    }

    /** Nudges the state of step 1 as one reader alone sees it, in a net of its own that is written out here. */
    @ParameterizedTest
    @CsvSource({"lstm, after, i f g o above", "gru, after, r z n h above", "gru, before, r z n h above", "elman, after, Wh above"})
    void eachWayIsWhatTheLossDoesWhenOnlyItsReaderIsNudged(String cell, String reset, String readers) {
        String layer = "[{\"cell\": \"" + cell + "\", \"hidden\": 3" + (cell.equals("gru") ? ", \"reset\": \"" + reset + "\"" : "") + "}]";
        Lab lab = Labs.float64(Labs.numbers(layer, "linear", "every"));
        Map<String, double[]> h = ways(lab, "dh");
        assertEquals(Stream.of(readers.split(" ")).sorted().toList(), h.keySet().stream().sorted().toList());
        Model model = new Model(lab, cell, reset.equals("after"));
        h.forEach((by, gradient) -> assertSlope(model, "h", by, gradient));
        if (cell.equals("lstm")) {
            ways(lab, "dc").forEach((by, gradient) -> assertSlope(model, "c", by, gradient));
        }
    }

    private static void assertSlope(Model model, String state, String by, double[] gradient) {
        for (int j = 0; j < H; j++) {
            double slope = (model.loss(state, by, j, EPSILON) - model.loss(state, by, j, -EPSILON)) / (2 * EPSILON);
            assertEquals(slope, gradient[j], 1e-8, "d" + state + " by " + by + "[" + j + "]");
        }
    }

    private static Map<String, double[]> ways(Lab lab, String gradient) {
        Operation middle = lab.trace().schedule().stream()
                .filter(one -> one.t() == 1 && one.equation().output().equals(gradient)).findFirst().orElseThrow();
        return Paths.of(lab.trace(), middle).stream().collect(Collectors.toMap(Paths.Path::by, Paths.Path::gradient,
                (one, other) -> one, LinkedHashMap::new));
    }

    /** The cells in plain arrays; each reader of a state may be shown another one after step 1. */
    private record Model(Lab lab, String cell, boolean after) {

        double loss(String state, String by, int unit, double nudge) {
            double[] h = new double[H];
            double[] c = new double[H];
            double loss = 0;
            for (int t = 0; t < T; t++) {
                double[] x = row("x", t);
                boolean now = t == 2;
                double[] told;
                if (cell.equals("lstm")) {
                    double[] i = squash(affine(x, see(h, now && state.equals("h") && by.equals("i"), unit, nudge), "i"), true);
                    double[] f = squash(affine(x, see(h, now && state.equals("h") && by.equals("f"), unit, nudge), "f"), true);
                    double[] g = squash(affine(x, see(h, now && state.equals("h") && by.equals("g"), unit, nudge), "g"), false);
                    double[] o = squash(affine(x, see(h, now && state.equals("h") && by.equals("o"), unit, nudge), "o"), true);
                    double[] kept = see(c, now && state.equals("c") && by.equals("c"), unit, nudge);
                    c = new double[H];
                    for (int j = 0; j < H; j++) {
                        c[j] = f[j] * kept[j] + i[j] * g[j];
                    }
                    double[] seen = see(c, t == 1 && state.equals("c") && by.equals("h"), unit, nudge);
                    told = new double[H];
                    for (int j = 0; j < H; j++) {
                        told[j] = o[j] * Math.tanh(seen[j]);
                    }
                } else if (cell.equals("gru")) {
                    double[] r = squash(affine(x, see(h, now && by.equals("r"), unit, nudge), "r"), true);
                    double[] z = squash(affine(x, see(h, now && by.equals("z"), unit, nudge), "z"), true);
                    double[] n = squash(candidate(x, see(h, now && by.equals("n"), unit, nudge), r), false);
                    double[] kept = see(h, now && by.equals("h"), unit, nudge);
                    told = new double[H];
                    for (int j = 0; j < H; j++) {
                        told[j] = (1 - z[j]) * n[j] + z[j] * kept[j];
                    }
                } else {
                    told = squash(affine(x, see(h, now && by.equals("Wh"), unit, nudge), ""), false);
                }
                h = told;
                double[] answered = see(h, t == 1 && state.equals("h") && by.equals("above"), unit, nudge);
                loss += lossOf(answered, t);
            }
            return loss;
        }

        private static double[] see(double[] state, boolean nudged, int unit, double nudge) {
            double[] seen = state.clone();
            seen[unit] += nudged ? nudge : 0;
            return seen;
        }

        private double[] affine(double[] x, double[] h, String gate) {
            String block = gate.isEmpty() ? "" : "." + gate;
            return plus(plus(times("Wx" + block, x), times("Wh" + block, h)), row("b" + block, 0));
        }

        private double[] candidate(double[] x, double[] h, double[] r) {
            double[] input = plus(times("Wx.n", x), row("b.n", 0));
            double[] memory = after ? plus(times("Wh.n", h), row("bhn", 0)) : h.clone();
            for (int j = 0; j < H; j++) {
                memory[j] *= r[j];
            }
            return plus(input, after ? memory : times("Wh.n", memory));
        }

        private static double[] squash(double[] a, boolean sigmoid) {
            double[] squashed = new double[a.length];
            for (int j = 0; j < a.length; j++) {
                squashed[j] = sigmoid ? 1 / (1 + Math.exp(-a[j])) : Math.tanh(a[j]);
            }
            return squashed;
        }

        /** The share of this step's squares in the mean over all steps and outputs. */
        private double lossOf(double[] h, int t) {
            double[] y = plus(times("Wy", h), row("by", 0));
            double[] target = row("target", t);
            double squares = 0;
            for (int k = 0; k < y.length; k++) {
                squares += (y[k] - target[k]) * (y[k] - target[k]);
            }
            return squares / y.length / T;
        }

        private double[] row(String tensor, int r) {
            Tensor of = lab.trace().tensor(tensor);
            double[] row = new double[of.cols];
            for (int k = 0; k < row.length; k++) {
                row[k] = of.get(r, k);
            }
            return row;
        }

        private double[] times(String matrix, double[] vector) {
            Tensor of = lab.trace().tensor(matrix);
            double[] out = new double[of.rows];
            for (int r = 0; r < of.rows; r++) {
                for (int k = 0; k < of.cols; k++) {
                    out[r] += of.get(r, k) * vector[k];
                }
            }
            return out;
        }

        private static double[] plus(double[] one, double[] other) {
            double[] sum = one.clone();
            for (int k = 0; k < sum.length; k++) {
                sum[k] += other[k];
            }
            return sum;
        }
    }

    @Test
    void sharesAreOfTheSumOfTheNormsAndNothingComesFromAfterTheLastStep() {
        Lab lab = Labs.float64(Labs.text("[{\"cell\": \"lstm\", \"hidden\": 3}]"));
        JsonObject c = Views.of(lab, "paths", "{}").asObject().get("c").asObject();
        assertEquals("[\"h\",\"c\"]", c.get("ways").toString());
        for (int t = 0; t < 4; t++) {
            double h = at(c, "norms", 0, t);
            double along = at(c, "norms", 1, t);
            assertEquals(h / (h + along), at(c, "shares", 0, t), 1e-12);
            assertEquals(1, at(c, "shares", 0, t) + at(c, "shares", 1, t), 1e-12);
        }
        assertEquals(0, at(c, "norms", 1, 3));
    }

    @Test
    void noGradientComesAcrossACut() {
        JsonObject h = Views.of(Labs.float64(Labs.truncated("{\"cell\": \"gru\", \"hidden\": 3}", 2)), "paths", "{}").asObject()
                .get("h").asObject();
        List<String> ways = h.get("ways").asArray().values().stream().map(way -> way.asString()).toList();
        for (String way : ways) {
            assertEquals(way.equals("above"), at(h, "norms", ways.indexOf(way), 1) > 0, way);
        }
    }

    @Test
    void aNetWithoutALossHasNoWays() {
        assertThrows(IllegalArgumentException.class, () -> Views.of(Labs.float32(Labs.preset("elman-trace")), "paths", "{}"));
    }

    @ParameterizedTest
    @CsvSource({"'0, 0, 0', 0, nothing, 0", "'1e-4, 0.1, 1', 0, vanishes, 1e-4", "'2e-3, 0.1, 1', 0, arrives, 2e-3", "'5, 2, 1', 0, arrives, 5",
        "'2000, 40, 1', 0, explodes, 2000", "'0, 0.5, 1', 0, vanishes, 0", "'null, 40, 1', 0, explodes, Infinity", "'0, 0.5, 1', 2, cut, 1",
        "'0.25, 0.5, 0', 2, arrives, 0.5"})
    void aGradientIsNamedByWhatIsLeftOfIt(String norms, int every, String kind, double factor) {
        JsonArray array = Json.parse("[" + norms + "]").asArray();
        Fate fate = Fate.of(array, every);
        assertEquals(kind, fate.kind());
        assertEquals(factor, fate.factor(), 1e-12);
    }

    private static double at(JsonObject state, String what, int way, int t) {
        return state.get(what).asArray().get(way).asArray().get(t).asDouble();
    }
}
