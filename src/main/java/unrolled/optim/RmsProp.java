package unrolled.optim;

import unrolled.nn.Parameters;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * RMSProp (Hinton's lecture 6e, 2012), as torch.optim.RMSprop, which defaults to decay 0.99 and ε 1e-8.
 *
 * <pre>
 *   g = dθ + weightDecay · θ                an L2 penalty ½ weightDecay ‖θ‖², on biases too
 *   s = decay · s + (1 − decay) · g²        θ = θ − learningRate · g / (√s + ε)
 * </pre>
 */
public final class RmsProp implements Optimizer {
    private final Kernels k;
    private final double decay;
    private final double epsilon;
    private final double weightDecay;
    private final Tensor s;

    /** For {@code size} weights, without weight decay. */
    public RmsProp(Kernels k, Memory memory, int size, double decay, double epsilon) {
        this(k, memory, size, decay, epsilon, 0);
    }

    /** For {@code size} weights. */
    public RmsProp(Kernels k, Memory memory, int size, double decay, double epsilon, double weightDecay) {
        this.k = k;
        this.decay = decay;
        this.epsilon = epsilon;
        this.weightDecay = weightDecay;
        s = Tensor.vector(memory, size);
    }

    @Override
    public void update(Parameters p, double learningRate) {
        k.rmsProp(p.value, p.gradient, s, learningRate, decay, epsilon, weightDecay);
    }

    @Override
    public String equation(String weight, String gradient) {
        String g = Decay.penalised(weight, gradient, weightDecay);
        return "s ← ρ s + (1 − ρ) " + g + "²,  " + weight + " ← " + weight + " − η " + g + " / (√s + ε)";
    }

    @Override
    public Tensor state() {
        return s;
    }
}
