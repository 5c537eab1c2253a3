package unrolled.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unrolled.explain.Explanation;
import unrolled.explain.Formula;
import unrolled.explain.Notation;
import unrolled.nn.Attention;
import unrolled.nn.Named;
import unrolled.nn.Parameter;
import unrolled.nn.Parameters;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;
import unrolled.trace.Equation.Phase;
import unrolled.trace.Trace.Entry;
import unrolled.trace.Trace.Role;

/** What the equations of a decoder's attention say is what it computed, at every step and unit. */
class AttentionEquationsTest {
    private static final int H = 3;
    private static final int LONGER = 7;
    private static final double TOLERANCE = 1e-12;

    private final Memory memory = HeapMemory.float64();
    private final Rng rng = new Rng(51);
    private final AttentionEquations equations = new AttentionEquations("h");

    @ParameterizedTest(name = "S {0}, decoder {1}")
    @CsvSource({"1, 1", "4, 3"})
    void everyEquationGivesTheNumberThatWasComputed(int S, int D) {
        Trace trace = trace(S, S + D);
        for (Operation operation : trace.schedule()) {
            Tensor output = trace.tensor(operation.equation().output());
            int t = operation.t();
            for (int unit = 0; unit < (t < 0 ? output.size() : output.cols); unit++) {
                assertEquals(t < 0 ? output.get(unit) : output.get(t, unit), Explanation.of(trace, operation, unit).value(), TOLERANCE,
                        operation.equation().output() + "(" + t + ")[" + unit + "]");
            }
        }
    }

    /** A longer encoder has run on the same numbers before. */
    private Trace trace(int S, int T) {
        Parameters parameters = new Parameters(memory, Attention.shapes(H));
        Attention attention = new Attention(new JavaKernels(), memory, parameters, H, S + LONGER, T + LONGER, 1);
        Tensor h = random(T + LONGER);
        Tensor dh = random(T + LONGER);
        Tensor above = Tensor.matrix(memory, T + LONGER, 2 * H);
        fill(parameters.value);
        fill(above);
        for (int longer = LONGER; longer >= 0; longer -= LONGER) {
            parameters.gradient.fill(0);
            attention.forward(h, S + longer, S + longer, T - S);
            attention.djoined().copyFrom(above);
            dh.rows(0, S + longer).fill(0);
            attention.backward(h, dh, S + longer, S + longer, T - S);
        }
        List<Entry> entries = new ArrayList<>();
        for (Named named : attention.named(S)) {
            entries.add(new Entry(named.name(), named.tensor().rows(0, T), Role.ACTIVATION, 0));
        }
        for (Parameter parameter : parameters.all()) {
            entries.add(new Entry(parameter.name(), parameter.value(), Role.WEIGHT, 0));
            entries.add(new Entry("d" + parameter.name(), parameter.gradient(), Role.GRADIENT, 0));
        }
        entries.add(new Entry("h", h.rows(0, T), Role.ACTIVATION, 1));
        entries.add(new Entry("dh", dh.rows(0, T), Role.FLOW, 1));
        entries.add(new Entry("above", above.rows(0, T), Role.FLOW, 0));
        return new Trace(T, entries, schedule(S, T));
    }

    private List<Operation> schedule(int S, int T) {
        List<Operation> schedule = new ArrayList<>();
        for (int t = S; t < T; t++) {
            for (Equation equation : equations.forward()) {
                schedule.add(new Operation(equation, t));
            }
            for (Equation equation : equations.backward(Expression.now("above"))) {
                schedule.add(new Operation(equation, t));
            }
        }
        for (int t = 0; t < T; t++) {
            schedule.add(new Operation(new Equation("dh", 1, Phase.BACKWARD, t < S ? equations.toEncoder() : equations.toDecoder()), t));
        }
        for (Equation equation : equations.weightGradients()) {
            schedule.add(new Operation(equation, -1));
        }
        return schedule;
    }

    private Tensor random(int rows) {
        Tensor tensor = Tensor.matrix(memory, rows, H);
        fill(tensor);
        return tensor;
    }

    private void fill(Tensor tensor) {
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, rng.uniform(-0.9, 0.9));
        }
    }

    @Test
    void theyReadAsThePapersWriteThem() {
        StringBuilder text = new StringBuilder();
        for (Equation equation : equations.forward()) {
            text.append(new Formula(Notation.TEXT).symbols(equation)).append("\n");
        }
        assertEquals("q(t) = Waᵀ h(t)\ns(t) = q(t) · h(τ)\nalpha(t) = softmax(s(t))\nctx(t) = Σ_τ alpha(t,τ) h(τ)\njoined(t) = [h(t); ctx(t)]\n",
                text.toString());
        assertEquals("dh(t) = Σ_τ alpha(τ,t) djoined.ctx(τ) + Σ_τ ds(τ,t) q(τ)",
                new Formula(Notation.TEXT).symbols(new Equation("dh", 1, Phase.BACKWARD, equations.toEncoder())));
        assertEquals("\\mathrm{ctx}_{t} = \\sum_{\\tau} \\alpha_{t,\\tau} h_{\\tau}",
                new Formula(Notation.LATEX).symbols(equations.forward().get(3)));
    }
}
