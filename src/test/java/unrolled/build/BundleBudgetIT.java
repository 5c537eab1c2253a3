package unrolled.build;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BundleBudgetIT {
    private static final int BUDGET = 350 * 1024;

    @Test
    void pageStyleAndScriptTravelInTheBudget() throws IOException {
        int html = gzipped("index.html");
        int css = gzipped("unrolled.css");
        int js = gzipped("unrolled.js");
        int all = html + css + js;
        System.out.printf("bundle, gzip bytes: html %d, css %d, js with core and presets %d, together %d of %d%n",
                html, css, js, all, BUDGET);
        assertTrue(all <= BUDGET, "the bundle must be at most " + BUDGET + " bytes after gzip, got " + all);
    }

    private static int gzipped(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(Path.of("target/site", name), out);
        }
        return bytes.size();
    }
}
