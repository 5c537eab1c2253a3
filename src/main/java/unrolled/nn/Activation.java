package unrolled.nn;

import unrolled.tensor.Kernels;
import unrolled.tensor.Tensor;

/** φ in h = φ(a), element by element. */
public enum Activation {
    TANH, SIGMOID, RELU, LINEAR,
    /** 1 where a &gt; 0, else 0 (McCulloch and Pitts, 1943): its slope is 0 everywhere, so nothing flows back through it. */
    THRESHOLD;

    /** h = φ(a), for {@code n} rows from row {@code from}. */
    void forward(Kernels k, Tensor a, Tensor h, int from, int n) {
        switch (this) {
            case TANH -> k.tanh(a, h, from, n);
            case SIGMOID -> k.sigmoid(a, h, from, n);
            case RELU -> k.relu(a, h, from, n);
            case LINEAR -> k.copy(a, h, from, n);
            case THRESHOLD -> k.threshold(a, h, from, n);
        }
    }

    /** da = dh ⊙ φ′(a), from h = φ(a). */
    void backward(Kernels k, Tensor h, Tensor dh, Tensor da, int from, int n) {
        switch (this) {
            case TANH -> k.tanhBackward(h, dh, da, from, n);
            case SIGMOID -> k.sigmoidBackward(h, dh, da, from, n);
            case RELU -> k.reluBackward(h, dh, da, from, n);
            case LINEAR -> k.copy(dh, da, from, n);
            case THRESHOLD -> k.zero(da, from, n);
        }
    }
}
