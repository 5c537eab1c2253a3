package unrolled.optim;

import unrolled.nn.Parameters;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * {@link Adam} with decoupled weight decay (Loshchilov and Hutter, 2019), as torch.optim.AdamW, which defaults to
 * weightDecay 0.01.
 *
 * <pre>
 *   θ = θ − learningRate · weightDecay · θ  then one step of Adam with dθ alone
 * </pre>
 *
 * <p>The decay does not pass through m and s, so a weight with large gradients shrinks as fast as any other. Biases
 * decay too, as in PyTorch. The state is Adam's.
 */
public final class AdamW implements Optimizer {
    private final Kernels k;
    private final double weightDecay;
    private final Adam adam;

    /** For {@code size} weights. */
    public AdamW(Kernels k, Memory memory, int size, double beta1, double beta2, double epsilon, double weightDecay) {
        this.k = k;
        this.weightDecay = weightDecay;
        adam = new Adam(k, memory, size, beta1, beta2, epsilon);
    }

    @Override
    public void update(Parameters p, double learningRate) {
        k.scale(p.value, 1 - learningRate * weightDecay);
        adam.update(p, learningRate);
    }

    @Override
    public String equation(String weight, String gradient) {
        String step = adam.equation(weight, gradient);
        String unchanged = " ← " + weight + " − ";
        return weightDecay == 0 ? step : step.replace(unchanged, unchanged + "η λ " + weight + " − ");
    }

    @Override
    public Tensor state() {
        return adam.state();
    }
}
