package unrolled.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import unrolled.tensor.Numbers;

/** Which rows point in nearly the same direction: cos = uᵀ v / (‖u‖ ‖v‖), 0 if one of them is 0. */
public final class Neighbours {
    private Neighbours() {
    }

    /** Another row, and the cosine of the angle to it, −1..1. */
    public record Neighbour(int row, double cosine) { }

    /** The {@code count} rows nearest to row {@code row}, without itself, nearest first; of equally near ones in order. */
    public static List<Neighbour> of(double[][] rows, int row, int count) {
        List<Neighbour> all = new ArrayList<>();
        for (int r = 0; r < rows.length; r++) {
            if (r != row) {
                all.add(new Neighbour(r, cosine(rows[row], rows[r])));
            }
        }
        all.sort(Comparator.comparingDouble(neighbour -> -neighbour.cosine()));
        return List.copyOf(all.subList(0, Math.min(count, all.size())));
    }

    /** cos of the angle between two vectors. */
    public static double cosine(double[] u, double[] v) {
        double lengths = Numbers.sqrt(dot(u, u)) * Numbers.sqrt(dot(v, v));
        return lengths == 0 ? 0 : Math.max(-1, Math.min(1, dot(u, v) / lengths));
    }

    static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }
}
