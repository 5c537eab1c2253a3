package unrolled.data;

import java.util.List;

/**
 * One generated exercise: the symbols that go in and the symbols that should come out, one a step, or fewer where only
 * the end is asked for.
 */
public record Sample(List<String> inputs, List<String> answers) {

    public Sample {
        inputs = List.copyOf(inputs);
        answers = List.copyOf(answers);
    }
}
