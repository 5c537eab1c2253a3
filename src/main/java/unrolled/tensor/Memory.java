package unrolled.tensor;

/**
 * One flat, growing store of numbers, addressed by index; every tensor of an experiment is a view of it.
 *
 * <p>Subclasses decide the precision: {@code set} rounds to it, {@code get} gives back exactly what is stored. Nothing
 * is
 * ever given back, so what is claimed one after the other is contiguous, and a snapshot is one copy.
 */
public abstract class Memory {
    private int size;

    /** The number at index {@code i}; {@code i} is not checked beyond what the store itself checks. */
    public abstract double get(int i);

    /** Stores {@code v} at index {@code i}, rounded to this memory's precision. */
    public abstract void set(int i, double v);

    /** Makes room for {@code capacity} numbers in all and keeps those that are there; called only to grow. */
    protected abstract void reserve(int capacity);

    /** The index of the first of {@code n} new numbers, all zero. */
    public final int claim(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("a claim must be 0 numbers or more, got " + n);
        }
        int offset = size;
        reserve(offset + n);
        size = offset + n;
        fill(offset, n, 0);
        return offset;
    }

    /** How many numbers have been claimed. */
    public final int size() {
        return size;
    }

    /** Sets the {@code n} numbers from index {@code from} to {@code v}. */
    public void fill(int from, int n, double v) {
        for (int i = from; i < from + n; i++) {
            set(i, v);
        }
    }

    /** Copies {@code n} numbers from index {@code from} to index {@code to}; the ranges do not overlap. */
    public void copy(int from, int to, int n) {
        for (int i = 0; i < n; i++) {
            set(to + i, get(from + i));
        }
    }
}
