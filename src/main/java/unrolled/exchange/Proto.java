package unrolled.exchange;

/**
 * A message of Protocol Buffers: each field is its number · 8 + how it is written (0 a varint, 2 a length and bytes, 5
 * four bytes), then its value.
 */
final class Proto {
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private final Bytes bytes = new Bytes();

    Proto number(int field, long value) {
        varint(field << 3 | VARINT);
        varint(value);
        return this;
    }

    Proto float32(int field, float value) {
        varint(field << 3 | FOUR_BYTES);
        bytes.float32(value);
        return this;
    }

    Proto text(int field, String value) {
        return bytes(field, Utf8.encode(value));
    }

    Proto message(int field, Proto value) {
        return bytes(field, value.bytes);
    }

    Proto bytes(int field, Bytes value) {
        varint(field << 3 | BYTES);
        varint(value.size());
        bytes.add(value);
        return this;
    }

    /** The fields of another message behind those of this one. */
    Proto append(Proto other) {
        bytes.add(other.bytes);
        return this;
    }

    byte[] toArray() {
        return bytes.toArray();
    }

    /** Seven bits a byte, the lowest first; the highest bit of a byte tells that more follow. */
    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.add((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.add((int) rest);
    }
}
