package unrolled.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.trace.Equation.Phase;
import unrolled.trace.Trace.Role;

/** A playhead over the schedule may say at every moment what is known: nothing is read before it was computed. */
class ScheduleTest {
    private static final Set<Role> GIVEN = Set.of(Role.WEIGHT, Role.INPUT, Role.TARGET, Role.STATE0);

    @ParameterizedTest
    @ValueSource(strings = {
        "[{\"cell\": \"elman\", \"hidden\": 2}]",
        "[{\"cell\": \"gru\", \"hidden\": 2, \"reset\": \"after\"}, {\"cell\": \"gru\", \"hidden\": 3, \"reset\": \"before\"}]",
        "[{\"cell\": \"lstm\", \"hidden\": 2}, {\"cell\": \"elman\", \"hidden\": 2}, {\"cell\": \"lstm\", \"hidden\": 2}]",
    })
    void everyOperationReadsOnlyWhatIsKnown(String layers) {
        Lab lab = Labs.float32(Labs.text(layers));
        Set<String> known = new HashSet<>();
        for (Operation operation : lab.trace().schedule()) {
            for (Equation.Input input : operation.equation().inputs()) {
                assertTrue(isKnown(lab.trace(), input, operation.t(), known), operation.equation().output() + "(" + operation.t()
                        + ") reads " + input.tensor() + " at lag " + input.lag() + " before it is known");
            }
            remember(known, operation);
        }
    }

    private static boolean isKnown(Trace trace, Equation.Input input, int t, Set<String> known) {
        boolean given = GIVEN.contains(trace.entry(input.tensor()).role()) || input.tensor().equals("share");
        if (given || t + input.lag() < 0 && input.lag() < 0) {
            return true;
        }
        int steps = trace.steps();
        if (t < 0) {
            return known.contains(input.tensor() + "@-1") || known.contains(input.tensor() + "@0") && known.contains(input.tensor() + "@" + (steps - 1));
        }
        return t + input.lag() >= steps || known.contains(input.tensor() + "@" + (t + input.lag()));
    }

    /** When a gate's part is known, so is as much of the whole: the last part completes it. */
    private static void remember(Set<String> known, Operation operation) {
        String output = operation.equation().output();
        known.add(output + "@" + operation.t());
        int dot = output.lastIndexOf('.');
        if (dot > 0 && !output.substring(0, dot).matches("l\\d+")) {
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
