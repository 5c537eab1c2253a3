package unrolled.lab;

import unrolled.optim.Adam;
import unrolled.optim.AdamW;
import unrolled.optim.Optimizer;
import unrolled.optim.RmsProp;
import unrolled.optim.Sgd;
import unrolled.preset.Training;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;

/** The optimiser that a preset asks for; what presets do not choose is PyTorch's. */
final class Optimizers {
    private static final double RMSPROP_DECAY = 0.99;
    private static final double ADAM_BETA1 = 0.9;
    private static final double ADAM_BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private Optimizers() { }

    static Optimizer of(Training training, Kernels kernels, Memory memory, int size) {
        double decay = training.weightDecay();
        return switch (training.optimizer()) {
            case SGD -> new Sgd(kernels, memory, size, training.momentum(), training.nesterov(), decay);
            case RMSPROP -> new RmsProp(kernels, memory, size, RMSPROP_DECAY, EPSILON, decay);
            case ADAM -> new Adam(kernels, memory, size, ADAM_BETA1, ADAM_BETA2, EPSILON, decay);
            case ADAMW -> new AdamW(kernels, memory, size, ADAM_BETA1, ADAM_BETA2, EPSILON, decay);
        };
    }
}
