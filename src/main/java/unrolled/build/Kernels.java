package unrolled.build;

import com.dylibso.chicory.wabt.Wat2Wasm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The SIMD kernels: the texts of a folder, in the order of their names, are the body of one WebAssembly module. */
public final class Kernels {
    private Kernels() { }

    public static byte[] module(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("(module\n");
        for (Path file : files(folder)) {
            text.append(Files.readString(file));
        }
        return Wat2Wasm.parse(text.append(")\n").toString());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".wat")).sorted().toList();
        }
    }
}
