package unrolled.optim;

import unrolled.nn.Parameters;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * Gradient descent with momentum, as torch.optim.SGD without dampening.
 *
 * <pre>
 *   v = momentum · v + dθ                   θ = θ − learningRate · v
 * </pre>
 */
public final class Sgd implements Optimizer {
    private final Kernels k;
    private final double momentum;
    private final Tensor v;

    /** For {@code size} weights; momentum 0 is plain gradient descent. */
    public Sgd(Kernels k, Memory memory, int size, double momentum) {
        this.k = k;
        this.momentum = momentum;
        v = Tensor.vector(memory, size);
    }

    @Override
    public void update(Parameters p, double learningRate) {
        k.sgd(p.value, p.gradient, v, learningRate, momentum);
    }

    @Override
    public String equation(String weight, String gradient) {
        return momentum == 0 ? weight + " ← " + weight + " − η " + gradient
                : "v ← μ v + " + gradient + ",  " + weight + " ← " + weight + " − η v";
    }

    @Override
    public Tensor state() {
        return v;
    }
}
