package unrolled.optim;

import unrolled.nn.Parameters;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * RMSProp (Hinton's lecture 6e, 2012), as torch.optim.RMSprop, which defaults to decay 0.99 and ε 1e-8.
 *
 * <pre>
 *   s = decay · s + (1 − decay) · dθ²       θ = θ − learningRate · dθ / (√s + ε)
 * </pre>
 */
public final class RmsProp implements Optimizer {
    private final Kernels k;
    private final double decay;
    private final double epsilon;
    private final Tensor s;

    /** For {@code size} weights. */
    public RmsProp(Kernels k, Memory memory, int size, double decay, double epsilon) {
        this.k = k;
        this.decay = decay;
        this.epsilon = epsilon;
        s = Tensor.vector(memory, size);
    }

    @Override
    public void update(Parameters p, double learningRate) {
        k.rmsProp(p.value, p.gradient, s, learningRate, decay, epsilon);
    }

    @Override
    public String equation(String weight, String gradient) {
        return "s ← ρ s + (1 − ρ) " + gradient + "²,  " + weight + " ← " + weight + " − η " + gradient + " / (√s + ε)";
    }

    @Override
    public Tensor state() {
        return s;
    }
}
