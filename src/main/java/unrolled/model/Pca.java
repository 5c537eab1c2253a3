package unrolled.model;

import unrolled.tensor.Numbers;

/**
 * The two directions in which points spread most (principal components: Pearson, 1901; Hotelling, 1933).
 *
 * <pre>
 *   C = Σ (x − mean)(x − mean)ᵀ             of n rows x
 *   C v = λ v                               the components v1, v2 are the eigenvectors of the largest two λ
 *   point = [v1ᵀ (x − mean), v2ᵀ (x − mean)]         explained = [λ1, λ2] / Σ λ
 * </pre>
 *
 * <p>Of the two signs of a component the one is taken whose largest number (the first of them, if there are several) is
 * positive, so the same rows always give the same picture. Numbers of one column have a second component of 0.
 *
 * @param components 2 × columns, each of length 1
 * @param points     n × 2
 * @param explained  the share of the spread that lies in each component; 0 if all rows are the same
 */
public record Pca(double[][] components, double[][] points, double[] explained) {
    private static final int SWEEPS = 50;                   // rounding alone is left after 6 to 10

    /** Of one or more rows of the same length, 1 or more. */
    public static Pca of(double[][] rows) {
        int d = rows[0].length;
        double[][] centred = centred(rows);
        double[][] C = new double[d][d];
        double all = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (double[] x : centred) {
                    C[i][j] += x[i] * x[j];
                }
            }
            all += C[i][i];
        }
        double[][] v = eigenvectors(C);
        double[][] components = new double[2][d];
        double[] explained = new double[2];
        int first = largest(C, -1);
        for (int k = 0; k < Math.min(2, d); k++) {
            int column = k == 0 ? first : largest(C, first);
            explained[k] = all > 0 ? C[column][column] / all : 0;
            components[k] = turned(column(v, column));
        }
        double[][] points = new double[rows.length][2];
        for (int r = 0; r < rows.length; r++) {
            points[r][0] = Neighbours.dot(components[0], centred[r]);
            points[r][1] = Neighbours.dot(components[1], centred[r]);
        }
        return new Pca(components, points, explained);
    }

    private static double[][] centred(double[][] rows) {
        double[][] centred = new double[rows.length][rows[0].length];
        for (int j = 0; j < rows[0].length; j++) {
            double mean = 0;
            for (double[] x : rows) {
                mean += x[j] / rows.length;
            }
            for (int r = 0; r < rows.length; r++) {
                centred[r][j] = rows[r][j] - mean;
            }
        }
        return centred;
    }

    /**
     * Jacobi's method (1846): rotates the symmetric A until it is diagonal, and gives back the eigenvectors as columns;
     * A's diagonal then holds the eigenvalues.
     */
    private static double[][] eigenvectors(double[][] A) {
        int d = A.length;
        double[][] V = new double[d][d];
        for (int i = 0; i < d; i++) {
            V[i][i] = 1;
        }
        boolean rotated = true;
        for (int sweep = 0; sweep < SWEEPS && rotated; sweep++) {
            rotated = false;
            for (int p = 0; p < d; p++) {
                for (int q = p + 1; q < d; q++) {
                    if (Math.abs(A[p][p]) + Math.abs(A[p][q]) != Math.abs(A[p][p])
                            || Math.abs(A[q][q]) + Math.abs(A[p][q]) != Math.abs(A[q][q])) {
                        rotate(A, V, p, q);
                        rotated = true;
                    }
                }
            }
        }
        return V;
    }

    /** Makes A(p, q) 0 by the smaller of the two angles that do: tan of it is t. */
    private static void rotate(double[][] A, double[][] V, int p, int q) {
        double theta = (A[q][q] - A[p][p]) / (2 * A[p][q]);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Numbers.sqrt(theta * theta + 1));
        double cos = 1 / Numbers.sqrt(t * t + 1);
        double sin = t * cos;
        for (int i = 0; i < A.length; i++) {
            double ip = A[i][p];
            double iq = A[i][q];
            A[i][p] = cos * ip - sin * iq;
            A[i][q] = sin * ip + cos * iq;
            double vp = V[i][p];
            double vq = V[i][q];
            V[i][p] = cos * vp - sin * vq;
            V[i][q] = sin * vp + cos * vq;
        }
        for (int i = 0; i < A.length; i++) {
            double pi = A[p][i];
            double qi = A[q][i];
            A[p][i] = cos * pi - sin * qi;
            A[q][i] = sin * pi + cos * qi;
        }
        A[p][q] = 0;
        A[q][p] = 0;
    }

    /** The first of the largest numbers of the diagonal, but not that at {@code without}. */
    private static int largest(double[][] A, int without) {
        int best = without == 0 && A.length > 1 ? 1 : 0;
        for (int i = 0; i < A.length; i++) {
            best = i != without && A[i][i] > A[best][best] ? i : best;
        }
        return best;
    }

    private static double[] column(double[][] V, int column) {
        double[] v = new double[V.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = V[i][column];
        }
        return v;
    }

    private static double[] turned(double[] v) {
        int largest = 0;
        for (int i = 0; i < v.length; i++) {
            largest = Math.abs(v[i]) > Math.abs(v[largest]) ? i : largest;
        }
        for (int i = v.length - 1, sign = v[largest] < 0 ? -1 : 1; i >= 0; i--) {
            v[i] *= sign;
        }
        return v;
    }
}
