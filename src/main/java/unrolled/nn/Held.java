package unrolled.nn;

import java.util.HashMap;
import java.util.Map;
import unrolled.tensor.Tensor;

/**
 * Values that are held by hand: where a set tensor is a number, a quantity has it; where it is NaN, it is free. What is
 * held depends on nothing: its gradient says what the loss makes of it, and goes no further.
 */
final class Held {
    private final Map<String, Tensor> sets = new HashMap<>();
    private double[] hidden = {};

    /** @param set null lets go of all of it */
    void set(String letter, Tensor set) {
        if (set == null) {
            sets.remove(letter);
        } else {
            sets.put(letter, set);
        }
    }

    boolean none() {
        return sets.isEmpty();
    }

    /** Puts what is held into {@code n} rows from row {@code from}; tells whether anything of the quantity is. */
    boolean hold(String letter, Tensor value, int from, int n) {
        Tensor set = sets.get(letter);
        for (int r = from; set != null && r < from + n; r++) {
            for (int j = 0; j < value.cols; j++) {
                double v = set.get(r, j);
                if (v == v) {
                    value.set(r, j, v);
                }
            }
        }
        return set != null;
    }

    /** Makes 0 what would go on from what is held to what it is made of. */
    void stop(String letter, Tensor gradient, int from, int n) {
        Tensor set = sets.get(letter);
        for (int r = from; set != null && r < from + n; r++) {
            for (int j = 0; j < gradient.cols; j++) {
                if (set.get(r, j) == set.get(r, j)) {
                    gradient.set(r, j, 0);
                }
            }
        }
    }

    /** {@link #stop} for a gradient that is only read as 0: {@link #show} brings it back. */
    void hide(String letter, Tensor gradient, int from, int n) {
        if (sets.get(letter) != null) {
            hidden = new double[n * gradient.cols];
            for (int k = 0; k < hidden.length; k++) {
                hidden[k] = gradient.get(from + k / gradient.cols, k % gradient.cols);
            }
            stop(letter, gradient, from, n);
        }
    }

    void show(String letter, Tensor gradient, int from, int n) {
        for (int k = 0; sets.get(letter) != null && k < hidden.length; k++) {
            gradient.set(from + k / gradient.cols, k % gradient.cols, hidden[k]);
        }
    }
}
