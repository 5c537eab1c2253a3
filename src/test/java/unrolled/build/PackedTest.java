package unrolled.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMAInputStream;

class PackedTest {
    private static final int CONTEXT_BITS = 3;
    private static final int DICTIONARY = 1 << 20;

    /** As web/engine/lzma.js reads it: no header, three literal context bits, no position bits. */
    @Test
    void filesStandOneAfterTheOtherInARawStream() throws IOException {
        byte[] text = "to be or not to be, ".repeat(50).getBytes();
        byte[] noise = new byte[1000];
        new Random(1).nextBytes(noise);
        byte[] packed = Base64.getDecoder().decode(Packed.text(text, noise));
        try (LZMAInputStream in = new LZMAInputStream(new ByteArrayInputStream(packed), text.length + noise.length,
                CONTEXT_BITS, 0, 0, DICTIONARY, null)) {
            assertArrayEquals(text, in.readNBytes(text.length));
            assertArrayEquals(noise, in.readNBytes(noise.length));
        }
        assertTrue(packed.length < noise.length + 100, "the text must be packed, got " + packed.length + " bytes");
    }
}
