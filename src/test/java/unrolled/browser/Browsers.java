package unrolled.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The browsers of the tests, started once each: the system's own where there are some, else those that Playwright fetches. */
enum Browsers {
    CHROMIUM("chromium", "chromium-browser", "google-chrome", "google-chrome-stable") {
        @Override
        Browser launch(Playwright playwright, Optional<Path> program) {
            LaunchOptions options = new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"));
            program.ifPresent(options::setExecutablePath);
            return playwright.chromium().launch(options);
        }
    },
    FIREFOX("firefox-esr", "firefox") {
        @Override
        Browser launch(Playwright playwright, Optional<Path> program) {
            // automation loosens this preference, and a file:// page would see more than it does by double-click
            LaunchOptions options = new LaunchOptions().setFirefoxUserPrefs(
                    Map.of("security.fileuri.strict_origin_policy", true));
            program.ifPresent(path -> options.setChannel("moz-firefox").setExecutablePath(path));
            return playwright.firefox().launch(options);
        }
    };

    private static final Map<Browsers, Browser> STARTED = new EnumMap<>(Browsers.class);
    private static Playwright playwright;

    private final List<String> programs;

    Browsers(String... programs) {
        this.programs = List.of(programs);
    }

    abstract Browser launch(Playwright playwright, Optional<Path> program);

    /** The running browser; it lives until the tests' machine ends. */
    Browser browser() {
        return STARTED.computeIfAbsent(this, kind -> {
            Optional<Path> program = Programs.find(programs);
            if (program.isEmpty()) {
                Programs.fetch(toString());
            }
            return launch(playwright(), program);
        });
    }

    private static Playwright playwright() {
        if (playwright == null) {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Programs.WITHOUT_DOWNLOADS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return playwright;
    }

    /** The name by which Playwright and the tests' titles know it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
