package unrolled.exchange;

import com.eclipsesource.json.JsonValue;

/** The kinds of numbers that are read; all become float32, of which the shorter ones are a part. */
enum Dtype {
    F32(4) {
        @Override
        float number(int bits) {
            return Float.intBitsToFloat(bits);
        }
    },
    BF16(2) {
        @Override
        float number(int bits) {
            return Float.intBitsToFloat(bits << 16);
        }
    },
    F16(2) {
        /** 1 bit of sign, 5 of exponent, 10 of fraction (IEEE 754). */
        @Override
        float number(int bits) {
            int exponent = bits >> 10 & 0x1f;
            int fraction = bits & 0x3ff;
            int sign = bits >> 15 << 31;
            if (exponent == 0) {
                float size = fraction * 0x1p-24f;
                return sign < 0 ? -size : size;
            }
            int wide = exponent == 0x1f ? 0xff : exponent - 15 + 127;
            return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
        }
    };

    final int bytes;

    Dtype(int bytes) {
        this.bytes = bytes;
    }

    abstract float number(int bits);

    /** The number whose bytes stand from {@code at}, the lowest first. */
    float number(byte[] file, int at) {
        int bits = 0;
        for (int k = bytes - 1; k >= 0; k--) {
            bits = bits << 8 | file[at + k] & 0xff;
        }
        return number(bits);
    }

    /** @throws IllegalArgumentException if it is no kind of number that a weight can be read from, with the reason */
    static Dtype of(String tensor, JsonValue value) {
        String word = value != null && value.isString() ? value.asString() : "";
        for (Dtype dtype : values()) {
            if (dtype.name().equals(word)) {
                return dtype;
            }
        }
        boolean whole = !word.isEmpty() && ("UI".indexOf(word.charAt(0)) >= 0 || word.equals("BOOL"));
        throw new IllegalArgumentException(SafetensorsReader.shown(tensor) + ".dtype must be F32, F16 or BF16, got "
                + SafetensorsReader.shown(value) + (whole ? ": whole numbers are indices or quantised weights, and the "
                + "scale that would make weights of them is not in the file"
                : word.equals("F64") ? ": this core computes in float32, so convert the weights to it first" : ""));
    }
}
