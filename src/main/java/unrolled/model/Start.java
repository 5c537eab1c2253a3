package unrolled.model;

import java.util.List;

/**
 * What a net starts from, before any weight is given or learned.
 *
 * @param kind   how weights are drawn; all but UNIFORM draw matrices only, and biases start at 0
 * @param gain   what every Wh is multiplied with; of ORTHOGONAL and IDENTITY it is the spectral radius
 * @param states of every layer, what its first step builds on
 */
public record Start(Kind kind, double gain, List<State> states) {

    public enum Kind {
        /** ±1/√fan, weights and biases, as PyTorch. */
        UNIFORM,
        /** ±√(6 / (fanIn + fanOut)) (Glorot and Bengio, 2010). */
        XAVIER,
        /** Every Wh a rotation (Saxe et al., 2014), the rest as XAVIER. */
        ORTHOGONAL,
        /** Every Wh the identity (Le, Jaitly and Hinton, 2015), the rest as XAVIER. */
        IDENTITY
    }

    public enum State {
        ZERO,
        /** Drawn anew for every sequence while training, normal with a spread of {@link #SPREAD}. */
        RANDOM,
        /** Parameters like any other, named as the states are: h0, c0. */
        LEARNED
    }

    /** Of random states. */
    public static final double SPREAD = 1;

    /** As PyTorch: uniform weights, states of 0. */
    public static Start usual() {
        return new Start(Kind.UNIFORM, 1, List.of());
    }

    /** What a layer starts from; {@code layer} counts from 0. */
    public State state(int layer) {
        return layer < states.size() ? states.get(layer) : State.ZERO;
    }
}
