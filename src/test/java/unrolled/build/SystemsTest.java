package unrolled.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SystemsTest {

    /** If it fails: {@code mvn -q compile exec:java@systems} writes the table anew. */
    @Test
    void theReadmeListsThePresets() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertEquals(Systems.renewed(readme, Path.of("presets")), readme);
    }
}
