package unrolled.optim;

import unrolled.nn.Parameters;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * Gradient descent with momentum, as torch.optim.SGD without dampening.
 *
 * <pre>
 *   g = dθ + weightDecay · θ                an L2 penalty ½ weightDecay ‖θ‖², on biases too
 *   v = momentum · v + g                    θ = θ − learningRate · v
 *                           with Nesterov:  θ = θ − learningRate · (g + momentum · v)
 * </pre>
 *
 * <p>Nesterov's momentum in the form of Sutskever et al. (2013): the gradient counts once more, ahead of the velocity.
 */
public final class Sgd implements Optimizer {
    private final Kernels k;
    private final double momentum;
    private final boolean nesterov;
    private final double weightDecay;
    private final Tensor v;

    /** For {@code size} weights, without Nesterov and weight decay; momentum 0 is plain gradient descent. */
    public Sgd(Kernels k, Memory memory, int size, double momentum) {
        this(k, memory, size, momentum, false, 0);
    }

    /** For {@code size} weights; momentum 0 is plain gradient descent, with or without Nesterov. */
    public Sgd(Kernels k, Memory memory, int size, double momentum, boolean nesterov, double weightDecay) {
        this.k = k;
        this.momentum = momentum;
        this.nesterov = nesterov;
        this.weightDecay = weightDecay;
        v = Tensor.vector(memory, size);
    }

    @Override
    public void update(Parameters p, double learningRate) {
        k.sgd(p.value, p.gradient, v, learningRate, momentum, nesterov, weightDecay);
    }

    @Override
    public String equation(String weight, String gradient) {
        String g = Decay.penalised(weight, gradient, weightDecay);
        if (momentum == 0) {
            return weight + " ← " + weight + " − η " + g;
        }
        return "v ← μ v + " + g + ",  " + weight + " ← " + weight + " − η " + (nesterov ? "(" + g + " + μ v)" : "v");
    }

    @Override
    public Tensor state() {
        return v;
    }
}
