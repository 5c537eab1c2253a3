package unrolled.exchange;

/**
 * Reads the fields of one message of Protocol Buffers, one after the other, and never beyond the message's end.
 *
 * @see Proto
 */
final class ProtoReader {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;
    private static final int VARINT_BITS = 63;

    private final byte[] file;
    private final int end;
    private int at;
    private int field;
    private int form;
    private long number;
    private int from;

    ProtoReader(byte[] file) {
        this(file, 0, file.length);
    }

    private ProtoReader(byte[] file, int from, int end) {
        this.file = file;
        this.at = from;
        this.end = end;
    }

    /** Reads the next field; false at the end of the message. @throws IllegalArgumentException if it is none */
    boolean next() {
        if (at >= end) {
            return false;
        }
        long key = varint();
        field = (int) (key >>> 3);
        form = (int) (key & 7);
        require(key >>> 3 > 0 && key >>> 3 < 1 << 29, "a field's number must be 1..2^29 − 1, got " + (key >>> 3));
        require(form == VARINT || form == EIGHT_BYTES || form == BYTES || form == FOUR_BYTES,
                "a field must be written in form 0, 1, 2 or 5, got " + form);
        from = at;
        if (form == VARINT) {
            number = varint();
        } else {
            long length = form == BYTES ? varint() : form == FOUR_BYTES ? 4 : 8;
            require(length >= 0 && length <= end - at, "a field must end with its message, in at most " + (end - at)
                    + " bytes, got " + (length < 0 ? "more than 2^63" : length));
            from = at;
            at += (int) length;
        }
        return true;
    }

    int field() {
        return field;
    }

    /** The value of a field that is a whole number. */
    long number() {
        require(form == VARINT, "field " + field + " must be a whole number");
        return number;
    }

    float float32() {
        require(form == FOUR_BYTES, "field " + field + " must be four bytes");
        return Dtype.F32.number(file, from);
    }

    String text() {
        require(form == BYTES, "field " + field + " must be a text");
        String text = Utf8.decode(file, from, at);
        require(text != null, "field " + field + " must be UTF-8");
        return text;
    }

    ProtoReader message() {
        require(form == BYTES, "field " + field + " must be a message");
        return new ProtoReader(file, from, at);
    }

    /** The field's bytes as numbers, one behind the other. */
    float[] numbers(Dtype dtype) {
        require(form != VARINT, "field " + field + " must be " + dtype + " numbers");
        return new ProtoReader(file, from, at).all(dtype);
    }

    /** All that is left as numbers, one behind the other. */
    float[] all(Dtype dtype) {
        int n = end - at;
        require(n % dtype.bytes == 0, dtype + " numbers must have " + dtype.bytes + " bytes each, got " + n + " bytes");
        float[] numbers = new float[n / dtype.bytes];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = dtype.number(file, at + i * dtype.bytes);
        }
        return numbers;
    }

    /** A repeated whole number, alone or several in one field. */
    long[] numbers() {
        if (form == VARINT) {
            return new long[] {number};
        }
        require(form == BYTES, "field " + field + " must be whole numbers");
        ProtoReader inside = message();
        int n = 0;
        while (inside.at < inside.end) {
            inside.varint();
            n++;
        }
        long[] numbers = new long[n];
        inside.at = from;
        for (int i = 0; i < n; i++) {
            numbers[i] = inside.varint();
        }
        return numbers;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift <= VARINT_BITS; shift += 7) {
            require(at < end, "a whole number must end with its message");
            byte b = file[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a whole number must have at most 10 bytes");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("this is no sound ONNX file: " + message);
        }
    }
}
