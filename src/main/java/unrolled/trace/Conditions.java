package unrolled.trace;

import java.util.Map;
import unrolled.tensor.Tensor;

/**
 * What else a run depends on than its net and its example.
 *
 * @param truncation after how many steps the gradient is cut; 0 if it is not
 * @param held       the numbers at which gates or states are held, NaN where they are free, by their names
 * @param writes     whether a GRU's gate is u, how much is written, not z, how much is kept; one that is held stays z
 */
public record Conditions(int truncation, Map<String, Tensor> held, boolean writes) {
    /** What the names of the numbers held begin with, behind the layer's part. */
    static final String SET = "set.";

    /** How much of a row is held. */
    public enum Extent { NOTHING, SOME, ALL }

    /** Nothing is cut and nothing held. */
    public static final Conditions NONE = new Conditions(0, Map.of(), false);

    /** An equation as it is at a step under these conditions. */
    Equation at(Equation equation, int t, int steps) {
        boolean cut = truncation > 0 && t >= 0 && (t + 1) % truncation == 0 && t + 1 < steps;
        Equation so = cut ? Cut.off(equation) : equation;
        return held.isEmpty() ? so : new HeldEquation(this, t, steps).of(so);
    }

    /** How much of a quantity is held at a step. */
    Extent extent(String name, int t) {
        Tensor set = held.get(name);
        return set == null || t < 0 || t >= set.rows ? Extent.NOTHING : extent(set, t);
    }

    /** How much of a row is a number. */
    public static Extent extent(Tensor set, int row) {
        int numbers = 0;
        for (int j = 0; j < set.cols; j++) {
            numbers += set.get(row, j) == set.get(row, j) ? 1 : 0;
        }
        return numbers == 0 ? Extent.NOTHING : numbers == set.cols ? Extent.ALL : Extent.SOME;
    }
}
