package unrolled.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.model.Architecture;
import unrolled.model.Head;
import unrolled.trace.Equation.Phase;
import unrolled.trace.Trace.Role;

/** A playhead over the schedule may say at every moment what is known: nothing is read before it was computed. */
class ScheduleTest {
    private static final Set<Role> GIVEN = Set.of(Role.WEIGHT, Role.INPUT, Role.TARGET, Role.STATE0);
    private static final Set<String> OF_EVERY_STEP = Set.of("s", "alpha", "chosen", "dalpha", "ds");

    static Stream<String> nets() {
        String dense = "{\"cell\": \"dense\", \"hidden\": 3}";
        String drop = "{\"cell\": \"dropout\", \"drop\": 0.4}";
        String embedding = "{\"cell\": \"embedding\", \"size\": 2}";
        String before = "{\"cell\": \"window\", \"before\": 2}";
        String around = "{\"cell\": \"window\", \"before\": 1, \"after\": 1}";
        String conv = "{\"cell\": \"conv\", \"width\": 2, \"hidden\": 3, \"pad\": true}";
        String unpadded = "{\"cell\": \"conv\", \"width\": 2, \"hidden\": 3}";
        String both = "{\"cell\": \"gru\", \"hidden\": 2, \"direction\": \"both\"}";
        String lstm = "{\"cell\": \"lstm\", \"hidden\": 2}";
        return Stream.of(
                Stream.of("{\"cell\": \"elman\", \"hidden\": 2}",
                        "{\"cell\": \"gru\", \"hidden\": 2, \"reset\": \"after\"}, {\"cell\": \"gru\", \"hidden\": 3, \"reset\": \"before\"}",
                        lstm + ", {\"cell\": \"elman\", \"hidden\": 2}, " + lstm,
                        embedding + ", " + drop + ", " + before + ", " + dense + ", " + drop,
                        conv + ", " + lstm + ", " + conv).map(layers -> Labs.text("[" + layers + "]")),
                Stream.of(both + ", " + drop + ", " + both, around + ", " + dense, conv + ", " + around + ", " + lstm, conv + ", " + lstm)
                        .flatMap(layers -> Stream.of("every", "last", "mean", "max", "attention")
                                .map(at -> Labs.numbers("[" + layers + "]", "sigmoid", at))),
                Stream.of(unpadded + ", " + dense + ", " + unpadded, unpadded + ", " + around)
                        .map(layers -> Labs.numbers("[" + layers + "]", "linear", "last")))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("nets")
    void everyOperationReadsOnlyWhatIsKnown(String json) {
        Lab lab = Labs.float32(json);
        Set<String> known = new HashSet<>();
        for (Operation operation : lab.trace().schedule()) {
            for (Equation.Input input : operation.equation().inputs()) {
                assertTrue(isKnown(lab, input, operation.t(), known), operation.equation().output() + "(" + operation.t()
                        + ") reads " + input.tensor() + " at lag " + input.lag() + " of " + input.steps() + " before it is known");
            }
            remember(known, operation);
        }
    }

    private static boolean isKnown(Lab lab, Equation.Input input, int t, Set<String> known) {
        String tensor = input.tensor();
        Role role = lab.trace().entry(tensor).role();
        if (GIVEN.contains(role) || tensor.equals("share") || tensor.endsWith("keep") || t < 0 && known.contains(tensor + "@-1")) {
            return true;
        }
        boolean all = t < 0 || input.steps() == Equation.Steps.ALL;
        int last = lab.trace().steps() - 1;
        int one = input.steps() == Equation.Steps.LAST ? last : t + input.lag();
        boolean there = true;
        for (int step = Math.max(first(lab, tensor), all ? 0 : one); step <= Math.min(last, all ? last : one); step++) {
            there &= isComputed(tensor, step, known);
        }
        return there;
    }

    /** The first step of a tensor that is computed: before it stand zeros. */
    private static int first(Lab lab, String tensor) {
        Architecture architecture = lab.preset().architecture();
        int layer = lab.trace().entry(tensor).layer();
        boolean ofHead = layer == 0 && !OF_EVERY_STEP.contains(tensor);
        return layer > 0 ? architecture.first(layer - 1) : ofHead && architecture.head().at() != Head.At.EVERY ? lab.trace().steps() - 1 : 0;
    }

    /** A part is there when the whole is. */
    private static boolean isComputed(String tensor, int t, Set<String> known) {
        return known.contains(tensor + "@" + t) || known.contains(tensor.substring(0, Math.max(0, tensor.lastIndexOf('.'))) + "@" + t);
    }

    /** When a gate's part is known, so is as much of the whole: the last part completes it. */
    private static void remember(Set<String> known, Operation operation) {
        String output = operation.equation().output();
        known.add(output + "@" + operation.t());
        int dot = output.lastIndexOf('.');
        if (dot > 0 && output.matches("(l\\d+\\.)?(rev\\.)?d?(a|W[xh]|b)\\.[a-z]")) {
            known.add(output.substring(0, dot) + "@" + operation.t());
        }
    }

    @Test
    void anUpdateRunsForwardThenLossThenBackwardThenChangesTheWeights() {
        List<Phase> phases = Labs.float32(Labs.preset("hello-charlm")).trace().schedule().stream()
                .map(operation -> operation.equation().phase()).distinct().collect(Collectors.toList());
        assertEquals(List.of(Phase.FORWARD, Phase.LOSS, Phase.BACKWARD, Phase.UPDATE), phases);
    }

    @Test
    void aNetWithoutTargetsOnlyRunsForward() {
        assertTrue(Labs.float32(Labs.preset("lstm-step")).trace().schedule().stream()
                .allMatch(operation -> operation.equation().phase() == Phase.FORWARD));
    }
}
