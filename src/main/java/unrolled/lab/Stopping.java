package unrolled.lab;

import unrolled.preset.Check.On;
import unrolled.preset.Training;
import unrolled.train.Evaluation;

/** The condition at which training ends by itself, looked at once an epoch. */
final class Stopping {
    private int best;
    private double bestValue = Double.NaN;

    /** @throws Stopped if the condition holds, with what was reached */
    static void check(Experiment experiment) {
        Training.Stop stop = experiment.preset.training().stop();
        int perEpoch = experiment.trainer.perEpoch();
        if (stop != null && experiment.updates() % perEpoch == 0) {
            experiment.stopping.check(stop, experiment, experiment.updates() / perEpoch);
        }
    }

    private void check(Training.Stop stop, Experiment experiment, int epoch) {
        Evaluation evaluation = experiment.evaluation(stop.metric().ofValidation() ? On.VALIDATION : On.TRAIN, true);
        double value = stop.metric().isAccuracy() ? evaluation.accuracy() : evaluation.loss();
        if (!(best <= epoch) || bestValue != bestValue || stop.atLeast() && value > bestValue
                || !stop.atLeast() && value < bestValue) {
            bestValue = value;
            best = epoch;
        }
        String reached = "training stopped after " + epoch + " epochs: the " + words(stop) + " is " + value;
        if (stop.atLeast() ? value >= stop.bound() : value <= stop.bound()) {
            throw new Stopped(reached + ", as asked");
        } else if (stop.patience() > 0 && epoch - best >= stop.patience()) {
            throw new Stopped(reached + ", and was best at epoch " + best + " (" + bestValue + ")");
        }
    }

    private static String words(Training.Stop stop) {
        return (stop.metric().ofValidation() ? "validation " : "") + (stop.metric().isAccuracy() ? "accuracy" : "loss");
    }
}
