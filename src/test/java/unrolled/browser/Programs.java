package unrolled.browser;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where browsers come from: the search path of the system, or a download by Playwright. */
final class Programs {
    /** Playwright would otherwise fetch every browser it knows before the first test. */
    static final Map<String, String> WITHOUT_DOWNLOADS = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private Programs() { }

    /** The first of these programs on the search path. */
    static Optional<Path> find(List<String> names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(name -> List.of(path.split(File.pathSeparator)).stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    /**
     * Lets Playwright fetch a browser, unless it has it already.
     *
     * @throws IllegalStateException that is not possible here
     */
    static void fetch(String browser) {
        try {
            ProcessBuilder install = Driver.ensureDriverInstalled(WITHOUT_DOWNLOADS, false).createProcessBuilder();
            install.command().addAll(List.of("install", browser));
            install.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            Path report = Path.of("target", "download-of-" + browser + ".log");
            install.redirectErrorStream(true).redirectOutput(report.toFile());
            if (install.start().waitFor() != 0) {
                throw new IllegalStateException("the tests need " + browser + ": none is on the search path, and Playwright cannot"
                        + " fetch one here (see " + report + "); install it with the system's packages");
            }
        } catch (IOException e) {
            throw new IllegalStateException("the tests need " + browser + ", and Playwright does not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Playwright fetched " + browser, e);
        }
    }
}
