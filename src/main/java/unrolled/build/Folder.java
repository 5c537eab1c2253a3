package unrolled.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder in an order that does not depend on the machine. */
final class Folder {
    private Folder() { }

    /** Every file below {@code folder}, sorted by its path with slashes; none if it is not there. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted((a, b) -> name(folder, a).compareTo(name(folder, b)))
                    .toList();
        }
    }

    /** Every file below {@code folder} whose name ends with {@code ending}. */
    static List<Path> files(Path folder, String ending) throws IOException {
        return files(folder).stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    /** The file's path inside the folder, with slashes on every system. */
    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The folder, there and without files: what an earlier build left must not be shipped. */
    static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        return folder;
    }
}
