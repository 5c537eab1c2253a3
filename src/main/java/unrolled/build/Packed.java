package unrolled.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/** Files as one text that web/engine/lzma.js unpacks: for WebAssembly a fifth smaller than what gzip would make of it. */
final class Packed {
    private Packed() { }

    /** The files one after the other as a raw LZMA stream, without position bits, in base64. */
    static String text(byte[]... files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (LZMAOutputStream out = new LZMAOutputStream(packed, options(), false)) {
            for (byte[] file : files) {
                out.write(file);
            }
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    private static LZMA2Options options() throws IOException {
        LZMA2Options options = new LZMA2Options(LZMA2Options.PRESET_MAX);
        options.setLcLp(3, 0);
        options.setPb(0);
        options.setNiceLen(LZMA2Options.NICE_LEN_MAX);
        options.setDepthLimit(1 << 10);
        return options;
    }
}
