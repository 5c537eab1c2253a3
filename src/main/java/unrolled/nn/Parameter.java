package unrolled.nn;

import unrolled.tensor.Tensor;

/** A weight matrix or bias, and ∂L/∂ of it in the same shape: layers add to the gradient, optimisers subtract it. */
public record Parameter(String name, Tensor value, Tensor gradient) {
}
