package unrolled.explain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.tensor.Tensor;
import unrolled.trace.Equation.Phase;
import unrolled.trace.Operation;

/** What an equation says must be what the core computed: for every operation, step and unit of every cell and head. */
class ExplanationTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<Arguments> nets() {
        return Stream.of("{\"cell\": \"elman\", \"hidden\": 3, \"activation\": \"tanh\"}",
                        "{\"cell\": \"elman\", \"hidden\": 3, \"activation\": \"sigmoid\"}",
                        "{\"cell\": \"elman\", \"hidden\": 3, \"activation\": \"relu\"}",
                        "{\"cell\": \"elman\", \"hidden\": 3, \"activation\": \"linear\"}",
                        "{\"cell\": \"gru\", \"hidden\": 3, \"reset\": \"after\"}",
                        "{\"cell\": \"gru\", \"hidden\": 3, \"reset\": \"before\"}",
                        "{\"cell\": \"lstm\", \"hidden\": 3}")
                .flatMap(cell -> Stream.of("[" + cell + "]", "[" + cell + ", {\"cell\": \"gru\", \"hidden\": 2}]",
                        "[{\"cell\": \"lstm\", \"hidden\": 2}, " + cell + "]"))
                .flatMap(layers -> Stream.of(
                        Arguments.of(layers + " softmax", Labs.text(layers)),
                        Arguments.of(layers + " sigmoid", Labs.numbers(layers, "sigmoid", "every")),
                        Arguments.of(layers + " linear, last", Labs.numbers(layers, "linear", "last"))));
    }

    static Stream<Arguments> netsWithOtherLosses() {
        String cell = "{\"cell\": \"elman\", \"hidden\": 3}";
        return Stream.concat(losses("[" + cell + "]"), Stream.of("tanh", "sigmoid", "relu", "linear").flatMap(activation -> {
            String jordan = "{\"cell\": \"jordan\", \"hidden\": 3, \"activation\": \"" + activation + "\"}";
            return Stream.of("[" + jordan + "]", "[" + cell + ", " + jordan + "]").flatMap(layers -> Stream.concat(losses(layers),
                    Stream.of(Arguments.of(layers + " softmax", Labs.text(layers)))));
        }));
    }

    private static Stream<Arguments> losses(String layers) {
        return Stream.of("linear meanSquare", "linear halfSquareSum", "tanh meanSquare", "tanh halfSquareSum", "sigmoid crossEntropy",
                "sigmoid meanSquare", "sigmoid halfSquareSum").map(head -> Arguments.of(layers + " " + head,
                        Labs.numbers(layers, head.split(" ")[0], "every").replace("\"output\": {", "\"output\": {\"loss\": \"" + head.split(" ")[1] + "\", ")));
    }

    static Stream<Arguments> netsOfTwoDirections() {
        String after = "{\"cell\": \"gru\", \"hidden\": 2}";
        return Stream.of("elman", "gru", "lstm").map(cell -> "{\"cell\": \"" + cell + "\", \"hidden\": 3, \"direction\": \"both\"}")
                .flatMap(cell -> Stream.of("[" + cell + "]", "[" + cell + ", " + after + "]", "[" + after + ", " + cell + "]", "[" + cell + ", " + cell + "]"))
                .flatMap(layers -> Stream.of(Arguments.of(layers + " sigmoid", Labs.numbers(layers, "sigmoid", "every")),
                        Arguments.of(layers + " linear, last", Labs.numbers(layers, "linear", "last"))));
    }

    /** Layers without a memory, alone, among themselves and between recurrent ones; dropout draws what it keeps. */
    static Stream<Arguments> netsWithoutMemory() {
        String dense = "{\"cell\": \"dense\", \"hidden\": 3}";
        String before = "{\"cell\": \"window\", \"before\": 2}";
        String around = "{\"cell\": \"window\", \"before\": 1, \"after\": 1}";
        String conv = "{\"cell\": \"conv\", \"width\": 2, \"hidden\": 3, \"pad\": true}";
        String flipped = "{\"cell\": \"conv\", \"width\": 3, \"hidden\": 2, \"activation\": \"relu\", \"flip\": true, \"pad\": true}";
        String unpadded = "{\"cell\": \"conv\", \"width\": 2, \"hidden\": 2, \"activation\": \"sigmoid\"}";
        String drop = "{\"cell\": \"dropout\", \"drop\": 0.4}";
        String gru = "{\"cell\": \"gru\", \"hidden\": 3}";
        String both = "{\"cell\": \"lstm\", \"hidden\": 2, \"direction\": \"both\"}";
        return Stream.concat(
                Stream.of(dense, before, around, conv, flipped, before + dense + dense, around + dense, gru + around + dense, gru + dense + drop,
                        gru + drop + gru + drop, conv + flipped + conv, conv + gru, gru + before + gru, both + drop + dense, around + both + drop,
                        both + before + drop + gru).map(ExplanationTest::list).flatMap(layers -> Stream.of(
                                Arguments.of(layers + " sigmoid", Labs.numbers(layers, "sigmoid", "every")),
                                Arguments.of(layers + " linear, last", Labs.numbers(layers, "linear", "last")))),
                Stream.concat(
                        Stream.of(unpadded, unpadded + dense, unpadded + unpadded + drop, dense + unpadded + around + dense)
                                .map(ExplanationTest::list).map(layers -> Arguments.of(layers, Labs.numbers(layers, "linear", "last"))),
                        Stream.of("", before, drop, before + dense + drop, drop + gru + drop, gru)
                                .map(rest -> list("{\"cell\": \"embedding\", \"size\": 2}" + rest)).map(layers -> Arguments.of(layers, Labs.text(layers)))));
    }

    /** A window over a state reads no state handed in: beyond the ends stand zeros. */
    static Stream<Arguments> netsWithStates() {
        String layers = "[{\"cell\": \"gru\", \"hidden\": 2}, {\"cell\": \"window\", \"before\": 2}, {\"cell\": \"elman\", \"hidden\": 2}]";
        return Stream.of(Arguments.of(layers + " with states", Labs.numbers(layers, "linear", "every")
                .replace("\"seed\": 5", "\"seed\": 5, \"state\": {\"l1.h0\": [0.5, -1], \"l2.h0\": [1, 2]}")));
    }

    private static String list(String layers) {
        return "[" + layers.replace("}{", "}, {") + "]";
    }

    static Stream<Arguments> netsThatPool() {
        return Stream.of("mean", "max", "attention").flatMap(at -> Stream.of(
                "[{\"cell\": \"gru\", \"hidden\": 3}]",
                "[{\"cell\": \"lstm\", \"hidden\": 2, \"direction\": \"both\"}, {\"cell\": \"dropout\", \"drop\": 0.4}]",
                "[{\"cell\": \"dense\", \"hidden\": 3, \"activation\": \"relu\"}]",
                "[{\"cell\": \"window\", \"before\": 1, \"after\": 1}, {\"cell\": \"elman\", \"hidden\": 3}]")
                .flatMap(layers -> Stream.of("linear", "sigmoid", "softmax").map(kind ->
                        Arguments.of(layers + " " + at + " " + kind, Labs.numbers(layers, kind, at)))));
    }

    static Stream<Arguments> encodersAndDecoders() {
        return encoderDecoderLayers().flatMap(layers -> Stream.of(false, true).map(attention ->
                Arguments.of(layers + (attention ? " attention" : ""), Labs.pairs(layers, attention))));
    }

    static Stream<String> encoderDecoderLayers() {
        return Stream.of("[{\"cell\": \"elman\", \"hidden\": 3}]", "[{\"cell\": \"gru\", \"hidden\": 3}]",
                "[{\"cell\": \"gru\", \"hidden\": 3, \"reset\": \"before\"}]", "[{\"cell\": \"lstm\", \"hidden\": 3}]",
                "[{\"cell\": \"embedding\", \"size\": 2}, {\"cell\": \"lstm\", \"hidden\": 3}, {\"cell\": \"gru\", \"hidden\": 2}]",
                "[{\"cell\": \"gru\", \"hidden\": 2}, {\"cell\": \"dense\", \"hidden\": 3}]");
    }

    static Stream<Arguments> truncatedNets() {
        return Stream.of("elman", "gru", "lstm", "jordan").flatMap(cell -> Stream.of(1, 2).map(k -> Arguments.of(
                cell + " cut every " + k, Labs.truncated("{\"cell\": \"" + cell + "\", \"hidden\": 3}", k))));
    }

    static Stream<Arguments> netsThatLearnTheirStart() {
        return Stream.of("elman", "gru", "lstm").map(cell -> "{\"cell\": \"" + cell + "\", \"hidden\": 3, \"initial\": \"learned\"}")
                .flatMap(layer -> Stream.of(Arguments.of(layer, Labs.text("[" + layer + "]")),
                        Arguments.of(layer + " encoder", Labs.pairs("[" + layer + "]", true))));
    }

    static Stream<Arguments> netsHeldByHand() {
        return Stream.of("i", "f", "g", "o", "c").map(held -> Arguments.of("lstm with " + held + " held",
                Labs.held("{\"cell\": \"lstm\", \"hidden\": 2}", held))).flatMap(one -> Stream.of(one,
                Arguments.of("gru with n held", Labs.held("{\"cell\": \"gru\", \"hidden\": 2}", "n")),
                Arguments.of("gru with z held", Labs.held("{\"cell\": \"gru\", \"hidden\": 2}", "z"))));
    }

    static Stream<Arguments> netsOfThresholds() {
        return Stream.of("elman", "jordan").map(cell -> "[{\"cell\": \"" + cell + "\", \"hidden\": 3, \"activation\": \"threshold\"}]")
                .map(layers -> Arguments.of(layers + " threshold", Labs.numbers(layers, "threshold", "every")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"nets", "netsWithOtherLosses", "netsOfTwoDirections", "netsOfThresholds", "netsWithoutMemory", "netsWithStates", "netsThatPool",
        "encodersAndDecoders", "truncatedNets", "netsThatLearnTheirStart", "netsHeldByHand", "unrolled.lab.Labs#netsHeldInPart"})
    void everyEquationGivesTheNumberThatWasComputed(String name, String json) {
        Lab lab = Labs.float64(json);
        Labs.drop(lab);
        for (int o = 0; o < lab.trace().schedule().size(); o++) {
            Operation operation = lab.trace().schedule().get(o);
            if (operation.equation().phase() != Phase.UPDATE) {
                assertUnitsExplained(lab, o, operation);
            }
        }
    }

    private static void assertUnitsExplained(Lab lab, int index, Operation operation) {
        Tensor output = lab.trace().tensor(operation.equation().output());
        int t = operation.t();
        int units = t < 0 ? output.size() : output.vector ? 1 : output.cols;
        for (int unit = 0; unit < units; unit++) {
            double computed = t < 0 ? output.get(unit) : output.vector ? output.get(t) : output.get(t, unit);
            assertNotNull(lab.explain(index, unit).tree(), operation::toString);
            assertEquals(computed, lab.explain(index, unit).value(), TOLERANCE,
                    operation.equation().output() + "(" + t + ")[" + unit + "]");
        }
    }

    @Test
    void formulasReadAsTheFieldWritesThem() {
        Lab lab = Labs.float64(Labs.preset("lstm-step"));
        Operation c = operation(lab, "c");
        assertAll(
                () -> assertEquals("c(t) = f(t) ⊙ c(t−1) + i(t) ⊙ g(t)", new Formula(Notation.TEXT).symbols(c.equation())),
                () -> assertEquals("c_{t} = f_{t} \\odot c_{t-1} + i_{t} \\odot g_{t}", new Formula(Notation.LATEX).symbols(c.equation())),
                () -> assertEquals("0.6388 · 0.05 + 0.5818 · 0.3275",
                        new Formula(Notation.TEXT).numbers(Explanation.of(lab.trace(), c, 0).tree())),
                () -> assertEquals("a.i(t) = Wx.i x(t) + Wh.i h(t−1) + b.i",
                        new Formula(Notation.TEXT).symbols(operation(lab, "a.i").equation())),
                () -> assertEquals("a_{i,t} = W_{x,i} x_{t} + W_{h,i} h_{t-1} + b_{i}",
                        new Formula(Notation.LATEX).symbols(operation(lab, "a.i").equation())));
    }

    @Test
    void whatRunsBackHasAnArrowInLatex() {
        Lab lab = Labs.float64(Labs.preset("bidirectional-trace"));
        assertAll(
                () -> assertEquals("rev.a(t) = rev.Wx x(t) + rev.Wh rev.h(t+1) + rev.b",
                        new Formula(Notation.TEXT).symbols(operation(lab, "rev.a").equation())),
                () -> assertEquals("\\overleftarrow{a}_{t} = \\overleftarrow{W}_{x} x_{t} + \\overleftarrow{W}_{h} \\overleftarrow{h}_{t+1}"
                        + " + \\overleftarrow{b}", new Formula(Notation.LATEX).symbols(operation(lab, "rev.a").equation())),
                () -> assertEquals("both(t) = [h(t); rev.h(t)]", new Formula(Notation.TEXT).symbols(operation(lab, "both").equation())));
    }

    @Test
    void whatIsHeldReadsAsSuch() {
        Lab part = Labs.float64(Labs.heldInPart(Labs.text("[{\"cell\": \"lstm\", \"hidden\": 2}]"), "c"));
        assertAll(
                () -> assertEquals("c(t) = set.c(t) or f(t) ⊙ c(t−1) + i(t) ⊙ g(t)", text(part, "c")),
                () -> assertEquals("c_{t} = \\mathrm{set}_{c,t}\\text{ or }f_{t} \\odot c_{t-1} + i_{t} \\odot g_{t}",
                        new Formula(Notation.LATEX).symbols(operation(part, "c").equation())),
                () -> assertEquals("di(t) = free dc(t) ⊙ g(t)", text(part, "di")),
                () -> assertEquals("0.9", new Formula(Notation.TEXT).numbers(Explanation.of(part.trace(), operation(part, "c"), 0).tree())),
                () -> assertTrue(new Formula(Notation.TEXT).numbers(Explanation.of(part.trace(), operation(part, "c"), 1).tree())
                        .matches(".* · .* \\+ .* · .*"), "a free unit"));
    }

    @Test
    void whatReadsSeveralStepsSaysWhich() {
        Lab conv = Labs.float64(Labs.numbers("[{\"cell\": \"conv\", \"width\": 2, \"hidden\": 2}]", "linear", "last"));
        Lab max = Labs.float64(Labs.numbers("[{\"cell\": \"dense\", \"hidden\": 2, \"activation\": \"linear\"}]", "linear", "max"));
        Lab mean = Labs.float64(Labs.numbers("[{\"cell\": \"gru\", \"hidden\": 2}]", "linear", "mean"));
        Lab attention = Labs.float64(Labs.numbers("[{\"cell\": \"gru\", \"hidden\": 2}]", "linear", "attention"));
        assertAll(
                () -> assertEquals("a(t) = Wx [x(t−1); x(t)] + b", text(conv, "a")),
                () -> assertEquals("dx(t) = dwindow.1(t+1) + dwindow.2(t)", text(conv, "dx")),
                () -> assertEquals("dWx = Σₜ da(t) [x(t−1); x(t)]ᵀ", text(conv, "dWx")),
                () -> assertEquals("ctx = maxₜ(h(t))", text(max, "ctx")),
                () -> assertEquals("chosen(t) = [h(t) = maxₜ]", text(max, "chosen")),
                () -> assertEquals("ctx = Σₜ h(t) / 3", text(mean, "ctx")),
                () -> assertEquals("alpha(t) = softmaxₜ(s(t))", text(attention, "alpha")),
                () -> assertEquals("ctx = Σₜ alpha(t) · h(t)", text(attention, "ctx")),
                () -> assertEquals("ds(t) = alpha(t) ⊙ (dalpha(t) − Σ_τ alpha(τ) · dalpha(τ))", text(attention, "ds")),
                () -> assertEquals("\\mathrm{ctx} = \\sum_{t} \\alpha_{t} \\cdot h_{t}",
                        new Formula(Notation.LATEX).symbols(operation(attention, "ctx").equation())),
                () -> assertTrue(new Formula(Notation.TEXT).numbers(Explanation.of(mean.trace(), operation(mean, "ctx"), 0).tree())
                        .matches("\\(.* \\+ .* \\+ .*\\) / 3"), "the mean's numbers"));
    }

    private static String text(Lab lab, String output) {
        return new Formula(Notation.TEXT).symbols(operation(lab, output).equation());
    }

    @Test
    void aUnitThatIsNotThereIsRefused() {
        Lab lab = Labs.float64(Labs.preset("lstm-step"));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> lab.explain(0, 2));
        assertTrue(e.getMessage().contains("a.i has units 0..1, got 2"), e.getMessage());
    }

    private static Operation operation(Lab lab, String output) {
        return lab.trace().schedule().stream().filter(o -> o.equation().output().equals(output)).findFirst().orElseThrow();
    }
}
