package unrolled.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The module web/generated.js: what the page needs and cannot fetch from disk, as text. */
final class Generated {
    private Generated() { }

    /**
     * Exports workerSource, wasmBase64 and kernelsBase64 (packed with gzip, as packed base64 would be a third larger)
     * and presets, [{id, json}…] in the order of their file names, the JSON still a text.
     */
    static String module(String worker, Path wasm, byte[] kernels, Path presets) throws IOException {
        StringBuilder list = new StringBuilder();
        for (Path preset : Folder.files(presets, ".json")) {
            String id = preset.getFileName().toString().replaceFirst("\\.json$", "");
            list.append("{id:").append(Text.quoted(id))
                    .append(",json:").append(Text.quoted(Text.withoutSpace(Files.readString(preset)))).append("},\n");
        }
        return "/** @const {string} */ export const workerSource=" + Text.quoted(worker)
                + ";\n/** @const {string} */ export const wasmBase64=\"" + packed(Files.readAllBytes(wasm))
                + "\";\n/** @const {string} */ export const kernelsBase64=\"" + packed(kernels)
                + "\";\n/** @const {!Array<{id:string,json:string}>} */ export const presets=[\n" + list + "];\n";
    }

    private static String packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed) {{
                def.setLevel(Deflater.BEST_COMPRESSION);
            }}) {
            out.write(bytes);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
