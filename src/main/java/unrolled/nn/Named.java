package unrolled.nn;

import unrolled.tensor.Tensor;

/** A tensor and what the equations call it. */
public record Named(String name, Tensor tensor) {
}
