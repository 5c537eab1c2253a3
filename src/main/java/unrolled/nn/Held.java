package unrolled.nn;

import java.util.HashMap;
import java.util.Map;
import unrolled.tensor.Tensor;

/** Values that are held by hand: where a set tensor is a number, a quantity has it; where it is NaN, it is free. */
final class Held {
    private final Map<String, Tensor> sets = new HashMap<>();

    void set(String letter, Tensor set) {
        sets.put(letter, set);
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

    /** What is held does not depend on anything: no gradient goes on from it. */
    void stop(String letter, Tensor gradient, int from, int n) {
        Tensor set = sets.get(letter);
        for (int r = from; set != null && r < from + n; r++) {
            for (int j = 0; j < gradient.cols; j++) {
                double v = set.get(r, j);
                if (v == v) {
                    gradient.set(r, j, 0);
                }
            }
        }
    }
}
