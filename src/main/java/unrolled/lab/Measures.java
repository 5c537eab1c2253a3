package unrolled.lab;

import unrolled.preset.Check;
import unrolled.tensor.Numbers;
import unrolled.train.Evaluation;

/** The numbers that {@link Check.Measure} is about. */
final class Measures {
    private Measures() { }

    /** What a claim's number is called: {@code test accuracy}. */
    static String name(Check.Measure check) {
        String quantity = check.quantity().name().toLowerCase();
        return switch (check.quantity()) {
            case PARAMETERS, RECITES -> quantity + (check.of().isEmpty() ? "" : " " + check.of());
            case MSE -> (check.on() == Check.On.TRAIN ? "" : on(check)) + quantity + " y" + (check.output() + 1);
            default -> (check.of().isEmpty() || check.of().equals("model") ? "" : check.of() + " ")
                    + (check.on() == Check.On.TRAIN ? "" : on(check)) + quantity;
        };
    }

    private static String on(Check.Measure check) {
        return check.on().name().toLowerCase() + " ";
    }

    static double of(Check.Measure check, Experiment experiment, boolean exact) {
        return switch (check.quantity()) {
            case PARAMETERS -> Counting.parameters(check.of(), experiment.preset.special().count());
            case RECITES -> experiment.author.recites();
            case PERPLEXITY -> check.of().equals("ngram") ? experiment.ngrams().perplexity(check.on())
                    : Numbers.exp(loss(check, experiment, exact));
            case LOSS -> loss(check, experiment, exact);
            case ACCURACY -> experiment.accuracy(check.on(), exact);
            case MSE -> square(check, experiment, exact);
        };
    }

    /** NaN where there is nothing to be judged by: then nothing that is claimed holds. */
    private static double loss(Check.Measure check, Experiment experiment, boolean exact) {
        Evaluation evaluation = experiment.evaluation(check.on(), exact);
        return evaluation == null ? Double.NaN : evaluation.loss();
    }

    private static double square(Check.Measure check, Experiment experiment, boolean exact) {
        Evaluation evaluation = experiment.evaluation(check.on(), exact);
        boolean has = evaluation != null && check.output() < evaluation.squares().length;
        return has ? evaluation.squares()[check.output()] : Double.NaN;
    }
}
