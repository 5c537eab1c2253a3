package unrolled.nn;

import unrolled.tensor.Tensor;

/** Sums over one row of each of two tensors: row ru of u, row rv of v. */
final class Rows {
    private Rows() {
    }

    /** Σ u v. */
    static double dot(Tensor u, int ru, Tensor v, int rv) {
        double sum = 0;
        for (int j = 0; j < v.cols; j++) {
            sum += u.get(ru, j) * v.get(rv, j);
        }
        return sum;
    }

    /** y += factor · x. */
    static void add(Tensor y, int ry, double factor, Tensor x, int rx) {
        for (int j = 0; j < x.cols; j++) {
            y.set(ry, j, y.get(ry, j) + factor * x.get(rx, j));
        }
    }
}
