package unrolled.tensor;

/**
 * A view of memory as rows × cols numbers; row r starts at {@code offset + r · stride}, and its numbers are adjacent.
 *
 * <p>A vector is a tensor of one row whose shape is [cols]. Views share the numbers; making one allocates, so layers
 * make
 * theirs when they are built. Indices are checked by the factories of views, not by {@code get} and {@code set}.
 */
public final class Tensor {
    public final Memory memory;
    public final int offset;
    public final int rows;
    public final int cols;
    public final int stride;
    public final boolean vector;

    private Tensor(Memory memory, int offset, int rows, int cols, int stride, boolean vector) {
        this.memory = memory;
        this.offset = offset;
        this.rows = rows;
        this.cols = cols;
        this.stride = stride;
        this.vector = vector;
    }

    /** A new matrix of zeros. */
    public static Tensor matrix(Memory memory, int rows, int cols) {
        return new Tensor(memory, memory.claim(rows * cols), rows, cols, cols, false);
    }

    /** A new vector of zeros. */
    public static Tensor vector(Memory memory, int n) {
        return new Tensor(memory, memory.claim(n), 1, n, n, true);
    }

    /** The index in memory of the first number of row {@code r}. */
    public int start(int r) {
        return offset + r * stride;
    }

    public double get(int r, int c) {
        return memory.get(start(r) + c);
    }

    public void set(int r, int c, double v) {
        memory.set(start(r) + c, v);
    }

    /** The i-th number, counted row by row whatever the stride. */
    public double get(int i) {
        return get(i / cols, i % cols);
    }

    /** Sets the i-th number, counted row by row whatever the stride. */
    public void set(int i, double v) {
        set(i / cols, i % cols, v);
    }

    public int size() {
        return rows * cols;
    }

    /** [cols] of a vector, [rows, cols] of a matrix. */
    public int[] shape() {
        return vector ? new int[] {cols} : new int[] {rows, cols};
    }

    /** Row {@code r} as a vector. */
    public Tensor row(int r) {
        check("row", r, 1, rows);
        return new Tensor(memory, start(r), 1, cols, cols, true);
    }

    /** The {@code n} rows from row {@code from}. */
    public Tensor rows(int from, int n) {
        check("rows", from, n, rows);
        return new Tensor(memory, start(from), n, cols, stride, false);
    }

    /** The {@code n} columns from column {@code from}: of a vector, a vector. */
    public Tensor columns(int from, int n) {
        check("columns", from, n, cols);
        return new Tensor(memory, offset + from, rows, n, stride, vector);
    }

    /** The rows × cols numbers of this vector from its number {@code from} on, as a matrix. */
    public Tensor matrix(int from, int rows, int cols) {
        check("matrix", from, rows * cols, this.cols);
        return new Tensor(memory, offset + from, rows, cols, cols, false);
    }

    /** The first {@code n} rows, the last of them first: a view whose stride is negative. */
    public Tensor reversed(int n) {
        check("rows", 0, n, rows);
        return new Tensor(memory, start(n - 1), n, cols, -stride, vector);
    }

    public void fill(double v) {
        boolean together = stride == cols;
        for (int r = 0; r < (together ? 1 : rows); r++) {
            memory.fill(start(r), together ? size() : cols, v);
        }
    }

    /** Copies the numbers of {@code other}, which has the same shape and may live in another memory. */
    public void copyFrom(Tensor other) {
        if (other.rows != rows || other.cols != cols) {
            throw new IllegalArgumentException("a copy needs the same shape: " + rows + " × " + cols
                    + ", got " + other.rows + " × " + other.cols);
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                set(r, c, other.get(r, c));
            }
        }
    }

    /** Writes the numbers, row by row, from place {@code at} on; gives back the place after them. */
    public int copyTo(float[] to, int at) {
        for (int r = 0; r < rows; r++) {
            int start = start(r);
            for (int c = 0; c < cols; c++) {
                to[at++] = (float) memory.get(start + c);
            }
        }
        return at;
    }

    private static void check(String what, int from, int n, int limit) {
        if (from < 0 || n < 0 || from + n > limit) {
            throw new IllegalArgumentException(what + " must lie in 0.." + limit + ", got " + from + ".." + (from + n));
        }
    }
}
