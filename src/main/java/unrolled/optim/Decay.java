package unrolled.optim;

/** Weight decay in symbols; λ is its strength. */
final class Decay {
    private Decay() {
    }

    /** The gradient of the loss with the penalty ½ λ ‖θ‖² added to it; without a penalty the gradient itself. */
    static String penalised(String weight, String gradient, double weightDecay) {
        return weightDecay == 0 ? gradient : "(" + gradient + " + λ " + weight + ")";
    }
}
