package unrolled.wasm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.teavm.interop.Address;
import org.teavm.jso.typedarrays.Float32Array;
import unrolled.tensor.Memory;

/** Float32 numbers in WebAssembly's linear memory, where JavaScript reads them without a copy. */
final class LinearMemory extends Memory {
    private static final int LEAST = 1 << 14;
    /** Beyond the last number: the kernels read whole vectors. */
    private static final int SLACK = 8;

    private FloatBuffer buffer;
    private int base;

    LinearMemory() {
        allocate(LEAST);
    }

    /** An empty memory in the room of one that is no longer used. */
    LinearMemory(LinearMemory used) {
        buffer = used.buffer;
        base = used.base;
    }

    @Override
    public double get(int i) {
        return Address.fromInt(base + (i << 2)).getFloat();
    }

    @Override
    public void set(int i, double v) {
        Address.fromInt(base + (i << 2)).putFloat((float) v);
    }

    @Override
    public void fill(int from, int n, double v) {
        if (v == 0 && Simd.THERE) {
            Simd.clear(address(from), n);
        } else {
            super.fill(from, n, v);
        }
    }

    @Override
    public void copy(int from, int to, int n) {
        if (Simd.THERE) {
            Simd.copy(address(from), address(to), n);
        } else {
            super.copy(from, to, n);
        }
    }

    /** Where number {@code i} is, in bytes; of no use once the memory has grown. */
    int address(int i) {
        return base + (i << 2);
    }

    @Override
    protected void reserve(int capacity) {
        if (capacity > buffer.capacity() - SLACK) {
            int from = base;
            int size = size();
            FloatBuffer before = buffer;
            allocate(Math.max(capacity, 2 * (before.capacity() - SLACK)));
            for (int i = 0; i < size; i++) {
                set(i, Address.fromInt(from + (i << 2)).getFloat());
            }
        }
    }

    /** All numbers, as JavaScript sees them; of no use once the memory has grown. */
    Float32Array view() {
        return Float32Array.fromJavaBuffer(buffer);
    }

    private void allocate(int capacity) {
        buffer = ByteBuffer.allocateDirect(4 * (capacity + SLACK)).order(ByteOrder.nativeOrder()).asFloatBuffer();
        base = view().getByteOffset();
    }
}
