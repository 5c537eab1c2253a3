package unrolled.exchange;

/** Text to UTF-8 and back, strictly. */
final class Utf8 {
    private static final int[] LEAST = {0, 0x80, 0x800, 0x10000};

    private Utf8() { }

    static Bytes encode(String text) {
        Bytes bytes = new Bytes();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point < 0x80) {
                bytes.add(point);
                continue;
            }
            int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
            bytes.add(0xf0 << 3 - more & 0xff | point >> 6 * more);
            for (int k = more - 1; k >= 0; k--) {
                bytes.add(0x80 | point >> 6 * k & 0x3f);
            }
        }
        return bytes;
    }

    /** @return null if the bytes are not UTF-8 */
    static String decode(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; ) {
            int first = bytes[i] & 0xff;
            int more = first < 0x80 ? 0 : first >> 5 == 6 ? 1 : first >> 4 == 14 ? 2 : first >> 3 == 30 ? 3 : -1;
            if (more < 0 || i + more >= to) {
                return null;
            }
            int point = more == 0 ? first : first & 0x3f >> more;
            for (int k = 1; k <= more; k++) {
                if ((bytes[i + k] & 0xc0) != 0x80) {
                    return null;
                }
                point = point << 6 | bytes[i + k] & 0x3f;
            }
            if (point < LEAST[more] || point > 0x10ffff || point >= 0xd800 && point < 0xe000) {
                return null;
            }
            text.appendCodePoint(point);
            i += more + 1;
        }
        return text.toString();
    }
}
