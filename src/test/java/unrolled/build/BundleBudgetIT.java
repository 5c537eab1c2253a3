package unrolled.build;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundleBudgetIT {
    private static final int PAGE = 350 * 1024;
    private static final int PRESETS = 120 * 1024;

    /** Presets are counted apart: they grow with what is taught, the page should not. */
    @Test
    void pageStyleAndScriptTravelInTheBudget() throws IOException {
        int html = gzipped("index.html");
        int css = gzipped("unrolled.css");
        int js = gzipped("unrolled.js");
        int presets = presets();
        int page = html + css + js - presets;
        System.out.printf("bundle, gzip bytes: html %d, css %d, js with core and presets %d, together %d; of it presets %d of %d, "
                + "the rest %d of %d%n", html, css, js, html + css + js, presets, PRESETS, page, PAGE);
        assertTrue(page <= PAGE, "the page must be at most " + PAGE + " bytes after gzip, got " + page);
        assertTrue(presets <= PRESETS, "the presets must be at most " + PRESETS + " bytes after gzip, got " + presets);
    }

    private static int presets() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes); Stream<Path> files = Files.list(Path.of("presets"))) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, out);
            }
        }
        return bytes.size();
    }

    private static int gzipped(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(Path.of("target/site", name), out);
        }
        return bytes.size();
    }
}
