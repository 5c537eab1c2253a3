package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmark's page, opened from disk by a reader and from the command line by itself. */
class BenchPageIT {
    private static final String ONE_NET = "#cell=gru&hidden=16&batch=1&runs=2&seconds=0.1";
    private static final WaitForSelectorOptions ATTACHED = new WaitForSelectorOptions()
            .setState(WaitForSelectorState.ATTACHED);

    @ParameterizedTest(name = "{0}")
    @EnumSource(Browsers.class)
    void itFillsItsTablesFromDisk(Browsers browser) {
        try (Page page = browser.browser().newPage()) {
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            page.navigate(Path.of("target/site/bench.html").toUri() + ONE_NET);
            page.click("#measure");
            page.waitForSelector("html[data-bench=done]", ATTACHED);
            assertEquals(List.of(), errors);
            List<String> cells = page.locator("td").allTextContents();
            assertEquals(List.of("16", "1"), cells.subList(0, 2));
            assertTrue(cells.stream().map(text -> text.replaceAll("[^0-9.]", "")).allMatch(text -> !text.isEmpty()
                    && Double.parseDouble(text) > 0), cells.toString());
        }
    }

    @Test
    void theCommandLineHasItMeasureAndPrintsTheRows() throws Exception {
        Optional<Path> chromium = Programs.find(List.of("chromium", "chromium-browser", "google-chrome"));
        Assumptions.assumeTrue(chromium.isPresent(), "a browser on the search path");
        Process bench = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                "target/unrolled.jar", "bench", "--json", "--cell=rnn", "--hidden=16,20", "--batch=1", "--runs=1",
                "--seconds=0.1", "--browser=" + chromium.get() + " --headless --no-sandbox --disable-gpu --incognito")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        JsonArray rows = Json.parse(new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).asArray();
        assertEquals(0, bench.waitFor());
        assertEquals(List.of("where", "cell", "hidden", "batch", "charsPerSecond", "min", "max"),
                rows.get(0).asObject().names());
        assertEquals(List.of(16, 20), rows.values().stream().map(row -> row.asObject().getInt("hidden", 0)).toList());
        assertEquals("browser", rows.get(0).asObject().getString("where", ""));
    }

    @Test
    void aBrowserThatDoesNotStartIsToldOf() throws Exception {
        Process bench = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                "target/unrolled.jar", "bench", "--browser=no-such-browser").start();
        String errors = new String(bench.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, bench.waitFor());
        assertTrue(errors.contains("--browser must start a browser, got no-such-browser"), errors);
    }
}
