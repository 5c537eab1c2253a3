package unrolled.preset;

/**
 * How the weights are changed.
 *
 * @param momentum for SGD, 0 for none
 * @param clipNorm the largest global norm a gradient may have; 0 for no limit
 */
public record Training(Rule optimizer, double learningRate, double momentum, double clipNorm) {

    public enum Rule { SGD, RMSPROP, ADAM }
}
