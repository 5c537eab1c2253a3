package unrolled.train;

import unrolled.data.Example;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.optim.Clipping;
import unrolled.optim.Optimizer;
import unrolled.tensor.Kernels;

/** Full backpropagation through time: one sequence forward, its loss backward, one step of the optimiser. */
public final class Trainer {
    private final Network network;
    private final Unrolled unrolled;
    private final Kernels kernels;
    private final Optimizer optimizer;
    private double learningRate;
    private double clipNorm;
    private double loss;
    private double gradientNorm;

    /** @param clipNorm the largest global norm of a gradient; 0 for no limit */
    public Trainer(Network network, Unrolled unrolled, Kernels kernels, Optimizer optimizer, double learningRate, double clipNorm) {
        this.network = network;
        this.unrolled = unrolled;
        this.kernels = kernels;
        this.optimizer = optimizer;
        this.learningRate = learningRate;
        this.clipNorm = clipNorm;
    }

    /**
     * One update.
     *
     * @return false if the loss or the gradient is not finite: then no weight was changed
     */
    public boolean update(Example example) {
        look(example);
        if (!finite(loss) || !finite(gradientNorm)) {
            return false;
        }
        if (clipNorm > 0) {
            Clipping.clip(kernels, network.parameters(), clipNorm);
        }
        optimizer.update(network.parameters(), learningRate);
        return true;
    }

    /** Forward and backward without an update: loss, gradients and every activation stand ready to be read. */
    public void look(Example example) {
        unrolled.load(example);
        unrolled.forward(example.steps());
        if (!network.architecture().learnsFrom(example)) {
            return;
        }
        network.parameters().gradient.fill(0);
        unrolled.backward(example.steps());
        loss = unrolled.totalLoss();
        gradientNorm = Clipping.norm(kernels, network.parameters());
    }

    /** L of the last run. */
    public double loss() {
        return loss;
    }

    /** Global norm of the last run's gradient, before clipping. */
    public double gradientNorm() {
        return gradientNorm;
    }

    private static boolean finite(double value) {
        return value - value == 0;
    }
}
