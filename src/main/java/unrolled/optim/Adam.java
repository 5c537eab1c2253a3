package unrolled.optim;

import unrolled.nn.Parameters;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * Adam (Kingma and Ba, 2015), as torch.optim.Adam, which defaults to β₁ 0.9, β₂ 0.999 and ε 1e-8.
 *
 * <pre>
 *   g = dθ + weightDecay · θ                an L2 penalty ½ weightDecay ‖θ‖², on biases too; {@link AdamW} decays apart
 *   m = β₁ m + (1 − β₁) g                   s = β₂ s + (1 − β₂) g²
 *   θ = θ − learningRate · m / (1 − β₁ᵘ) / (√(s / (1 − β₂ᵘ)) + ε)        at update number u = 1, 2, …
 * </pre>
 *
 * <p>The state is m, s and u; a float counts to 2²⁴ updates, long after the corrections have become 1.
 */
public final class Adam implements Optimizer {
    private final Kernels k;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;
    private final Tensor state, m, s, u;

    /** For {@code size} weights, without weight decay. */
    public Adam(Kernels k, Memory memory, int size, double beta1, double beta2, double epsilon) {
        this(k, memory, size, beta1, beta2, epsilon, 0);
    }

    /** For {@code size} weights. */
    public Adam(Kernels k, Memory memory, int size, double beta1, double beta2, double epsilon, double weightDecay) {
        this.k = k;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.weightDecay = weightDecay;
        state = Tensor.vector(memory, 2 * size + 1);
        m = state.columns(0, size);
        s = state.columns(size, size);
        u = state.columns(2 * size, 1);
    }

    @Override
    public void update(Parameters p, double learningRate) {
        u.set(0, u.get(0) + 1);
        int updates = (int) u.get(0);
        k.adam(p.value, p.gradient, m, s, learningRate, beta1, beta2,
                1 - Power.of(beta1, updates), 1 - Power.of(beta2, updates), epsilon, weightDecay);
    }

    @Override
    public String equation(String weight, String gradient) {
        String g = Decay.penalised(weight, gradient, weightDecay);
        return "m ← β₁ m + (1 − β₁) " + g + ",  s ← β₂ s + (1 − β₂) " + g + "²,  "
                + weight + " ← " + weight + " − η m̂ / (√ŝ + ε)";
    }

    @Override
    public Tensor state() {
        return state;
    }
}
