package unrolled.lab;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import unrolled.preset.Check.On;
import unrolled.train.Evaluation;

/** The last evaluations, which cost too much to be made for every picture. */
final class Scores {
    private record Score(int updates, Evaluation evaluation) { }

    private final Map<On, Score> scores = new EnumMap<>(On.class);

    /** The last one if it is at most {@code patience} updates old, else a new one. */
    Evaluation of(On on, int updates, int patience, Supplier<Evaluation> evaluate) {
        Score known = scores.get(on);
        if (known == null || known.updates > updates || updates - known.updates > patience) {
            known = new Score(updates, evaluate.get());
            scores.put(on, known);
        }
        return known.evaluation;
    }

    void clear() {
        scores.clear();
    }
}
