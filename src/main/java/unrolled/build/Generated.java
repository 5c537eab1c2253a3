package unrolled.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The module web/generated.js: what the page needs and cannot fetch from disk, as text. */
final class Generated {
    private Generated() { }

    /** Exports workerSource and archive, {text, sizes}: the core, its kernels and the presets, packed. */
    static String module(String worker, byte[] core, byte[] kernels, String presets) throws IOException {
        byte[][] files = {core, kernels, presets.getBytes(StandardCharsets.UTF_8)};
        return "/** @const {string} */ export const workerSource=" + Text.quoted(worker)
                + ";\n/** @const {{text:string,sizes:!Array<number>}} */ export const archive={text:\""
                + Packed.text(files) + "\",sizes:[" + files[0].length + "," + files[1].length + "," + files[2].length
                + "]};\n";
    }

    /** One JSON object of all, by id, in the order of their file names. */
    static String presets(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (Path preset : Folder.files(folder, ".json")) {
            String id = preset.getFileName().toString().replaceFirst("\\.json$", "");
            entries.add('"' + id + "\":" + Text.withoutSpace(Files.readString(preset)));
        }
        return "{" + String.join(",", entries) + "}";
    }
}
