package unrolled.build;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BundleBudgetIT {
    private static final Path SITE = Path.of("target/site");
    private static final int MOST = 350 * 1024;
    private static final Pattern FETCHED = Pattern.compile("<(?:link|script)[^>]* (?:href|src)=\"([^\"]+)\"");

    /** Counted is every file of the first load, as {@code gzip -9} packs it: page, style, script with core and presets, icon. */
    @Test
    void allThatTheFirstLoadFetchesTravelsInTheBudget() throws IOException {
        Map<String, Integer> sizes = new TreeMap<>(Map.of("index.html", gzipped("index.html")));
        Matcher fetched = FETCHED.matcher(Files.readString(SITE.resolve("index.html")));
        while (fetched.find()) {
            sizes.put(fetched.group(1), gzipped(fetched.group(1)));
        }
        int all = sizes.values().stream().mapToInt(size -> size).sum();
        System.out.println("first load, gzip bytes: " + all + " of " + MOST + ": " + sizes);
        assertTrue(sizes.keySet().containsAll(List.of("unrolled.css", "unrolled.js")), sizes.toString());
        assertTrue(all <= MOST, "the first load must be at most " + MOST + " bytes after gzip, got " + all + ": " + sizes);
    }

    private static int gzipped(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes) {{
                def.setLevel(Deflater.BEST_COMPRESSION);
            }}) {
            Files.copy(SITE.resolve(name), out);
        }
        return bytes.size();
    }
}
