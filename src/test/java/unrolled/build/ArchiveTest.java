package unrolled.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void theSameFilesMakeTheSameBytesOnAnotherDay() throws IOException {
        Path site = Files.createDirectories(folder.resolve("site"));
        Path page = Files.writeString(site.resolve("index.html"), "page");
        Archive.write(site, folder.resolve("one.zip"));
        Files.setLastModifiedTime(page, FileTime.fromMillis(86_400_000L));
        Archive.write(site, folder.resolve("two.zip"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("one.zip")), Files.readAllBytes(folder.resolve("two.zip")));
    }

    @Test
    void pathsAreThoseInsideTheFolderInTheirOrder() throws IOException {
        Path site = Files.createDirectories(folder.resolve("site/inner"));
        Files.writeString(site.resolve("b.txt"), "b");
        Files.writeString(site.resolve("a.txt"), "a");
        Archive.write(folder.resolve("site"), folder.resolve("site.zip"));
        try (ZipFile zip = new ZipFile(folder.resolve("site.zip").toFile())) {
            assertEquals(List.of("inner/a.txt", "inner/b.txt"), zip.stream().map(ZipEntry::getName).toList());
        }
    }
}
