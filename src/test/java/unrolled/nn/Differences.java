package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;
import unrolled.tensor.Tensor;

/** Central differences, the measure of every gradient; the home of their tolerances. */
final class Differences {
    private static final double EPSILON = 1e-5;
    private static final double ABSOLUTE = 1e-8;
    private static final double RELATIVE = 1e-6;

    private Differences() {
    }

    /** Holds that {@code gradient} is what L does when the numbers of {@code value} are nudged one by one. */
    static void check(String name, Tensor value, Tensor gradient, DoubleSupplier L) {
        for (int i = 0; i < value.size(); i++) {
            double v = value.get(i);
            value.set(i, v + EPSILON);
            double above = L.getAsDouble();
            value.set(i, v - EPSILON);
            double below = L.getAsDouble();
            value.set(i, v);
            double expected = (above - below) / (2 * EPSILON);
            assertEquals(expected, gradient.get(i), ABSOLUTE + RELATIVE * Math.abs(expected), name + "[" + i + "]");
        }
    }
}
