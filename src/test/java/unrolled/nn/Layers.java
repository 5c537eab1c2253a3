package unrolled.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** Every recurrent layer with every option, ready to be filled with random numbers and tried. */
enum Layers {
    ELMAN_TANH, ELMAN_SIGMOID, ELMAN_RELU, ELMAN_LINEAR, GRU_RESET_AFTER, GRU_RESET_BEFORE, LSTM;

    static final int X = 5;
    static final int H = 3;
    static final Kernels KERNELS = new JavaKernels();

    List<Shape> shapes(String prefix) {
        return switch (this) {
            case ELMAN_TANH, ELMAN_SIGMOID, ELMAN_RELU, ELMAN_LINEAR -> Elman.shapes(prefix, X, H);
            case GRU_RESET_AFTER -> Gru.shapes(prefix, Reset.AFTER, X, H);
            case GRU_RESET_BEFORE -> Gru.shapes(prefix, Reset.BEFORE, X, H);
            case LSTM -> Lstm.shapes(prefix, X, H);
        };
    }

    Recurrent create(Memory m, Parameters p, String prefix, int T, int B) {
        return switch (this) {
            case ELMAN_TANH -> new Elman(KERNELS, m, p, prefix, Activation.TANH, X, H, T, B);
            case ELMAN_SIGMOID -> new Elman(KERNELS, m, p, prefix, Activation.SIGMOID, X, H, T, B);
            case ELMAN_RELU -> new Elman(KERNELS, m, p, prefix, Activation.RELU, X, H, T, B);
            case ELMAN_LINEAR -> new Elman(KERNELS, m, p, prefix, Activation.LINEAR, X, H, T, B);
            case GRU_RESET_AFTER -> new Gru(KERNELS, m, p, prefix, Reset.AFTER, X, H, T, B);
            case GRU_RESET_BEFORE -> new Gru(KERNELS, m, p, prefix, Reset.BEFORE, X, H, T, B);
            case LSTM -> new Lstm(KERNELS, m, p, prefix, X, H, T, B);
        };
    }

    /** Every layer for sequences of 1 and 4 steps, one and two of them at a time. */
    static Stream<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (Layers kind : values()) {
            for (int T : new int[] {1, 4}) {
                for (int B : new int[] {1, 2}) {
                    trials.add(new Trial(kind, T, B));
                }
            }
        }
        return trials.stream();
    }

    record Trial(Layers kind, int T, int B) {
    }

    /** Uniform in ±0.9. */
    static void randomise(Tensor tensor, Rng rng) {
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, rng.uniform(-0.9, 0.9));
        }
    }

    static Tensor named(Recurrent layer, String name) {
        for (Named named : layer.named()) {
            if (named.name().equals(name)) {
                return named.tensor();
            }
        }
        throw new AssertionError("no tensor " + name);
    }
}
