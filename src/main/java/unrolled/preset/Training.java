package unrolled.preset;

import unrolled.train.Method;

/**
 * How the weights are changed.
 *
 * @param momentum    for SGD, 0 for none
 * @param nesterov    whether SGD looks ahead along its momentum
 * @param weightDecay how strongly weights are drawn to 0
 * @param method      how the optimiser is led through the examples
 * @param validation  the share of the examples held back to watch the training by
 * @param stop        when training ends by itself; null for never
 */
public record Training(Rule optimizer, double momentum, boolean nesterov, double weightDecay, Method method,
                       double validation, Stop stop) {

    public enum Rule { SGD, RMSPROP, ADAM, ADAMW }

    public double learningRate() {
        return method.learningRate();
    }

    /**
     * A condition that is looked at after every epoch.
     *
     * @param atLeast  whether the number must reach the bound from below
     * @param patience the epochs without a better number after which training ends too; 0 for no such end
     */
    public record Stop(Metric metric, boolean atLeast, double bound, int patience) { }

    /** What a condition is about. */
    public enum Metric {
        LOSS("loss"), ACCURACY("accuracy"), VALIDATION_LOSS("validationLoss"), VALIDATION_ACCURACY("validationAccuracy");

        private final String word;

        Metric(String word) {
            this.word = word;
        }

        /** How presets write it. */
        public String word() {
            return word;
        }

        public boolean isAccuracy() {
            return this == ACCURACY || this == VALIDATION_ACCURACY;
        }

        public boolean ofValidation() {
            return this == VALIDATION_LOSS || this == VALIDATION_ACCURACY;
        }
    }
}
