package unrolled.tensor;

import java.util.Arrays;

/** Memory in a Java array: single precision as in the browser, double precision for checking gradients. */
public final class HeapMemory {
    private static final int FIRST_CAPACITY = 1024;

    private HeapMemory() {
    }

    /** An empty memory of 32-bit floats. */
    public static Memory float32() {
        return new Float32();
    }

    /** An empty memory of 64-bit floats. */
    public static Memory float64() {
        return new Float64();
    }

    private static final class Float32 extends Memory {
        private float[] numbers = new float[FIRST_CAPACITY];

        @Override
        public double get(int i) {
            return numbers[i];
        }

        @Override
        public void set(int i, double v) {
            numbers[i] = (float) v;
        }

        @Override
        protected void reserve(int capacity) {
            if (capacity > numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(capacity, 2 * numbers.length));
            }
        }
    }

    private static final class Float64 extends Memory {
        private double[] numbers = new double[FIRST_CAPACITY];

        @Override
        public double get(int i) {
            return numbers[i];
        }

        @Override
        public void set(int i, double v) {
            numbers[i] = v;
        }

        @Override
        protected void reserve(int capacity) {
            if (capacity > numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(capacity, 2 * numbers.length));
            }
        }
    }
}
