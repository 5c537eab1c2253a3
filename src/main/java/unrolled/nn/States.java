package unrolled.nn;

import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * A quantity with a value before the first step: T + 1 blocks of B rows.
 *
 * @param initial the block before the first step, B × n; for B = 1 a vector
 * @param before  in row t·B + b the value before step t
 * @param after   in row t·B + b the value after step t
 */
record States(Tensor initial, Tensor before, Tensor after) {

    static States of(Memory m, int n, int T, int B) {
        Tensor all = Tensor.matrix(m, (T + 1) * B, n);
        return new States(B == 1 ? all.row(0) : all.rows(0, B), all.rows(0, T * B), all.rows(B, T * B));
    }

    /** Whether truncation every {@code k} steps (0: never) keeps a gradient from going back beyond step {@code t}. */
    static boolean cut(int t, int k) {
        return k > 0 && t > 0 && t % k == 0;
    }

    /** Makes the value after step T the one before the first. */
    void carry(int T) {
        int size = initial.size();
        after.memory.copy(initial.offset + T * size, initial.offset, size);
    }
}
