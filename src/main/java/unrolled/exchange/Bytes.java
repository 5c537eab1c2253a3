package unrolled.exchange;

/** Bytes that are written one after the other, numbers with their lowest byte first. */
final class Bytes {
    private static final int FIRST_CAPACITY = 1024;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    Bytes add(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
        return this;
    }

    Bytes add(Bytes other) {
        reserve(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
        return this;
    }

    /** The lowest {@code n} bytes of a number. */
    Bytes number(long value, int n) {
        for (int i = 0; i < n; i++) {
            add((int) (value >>> 8 * i));
        }
        return this;
    }

    Bytes float32(float value) {
        return number(Float.floatToRawIntBits(value), 4);
    }

    Bytes text(String text) {
        return add(Utf8.encode(text));
    }

    byte[] toArray() {
        byte[] all = new byte[size];
        System.arraycopy(bytes, 0, all, 0, size);
        return all;
    }

    private void reserve(int n) {
        if (size + n > bytes.length) {
            byte[] longer = new byte[Math.max(size + n, 2 * bytes.length)];
            System.arraycopy(bytes, 0, longer, 0, size);
            bytes = longer;
        }
    }
}
