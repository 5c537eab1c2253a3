package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes target/screens/*.png: every view at three sizes, light and dark, to be looked at; nothing may stick out sideways. */
class ScreenshotsIT {
    private record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    private static Stream<Arguments> viewsSizesAndThemes() {
        return Stream.of(View.values()).flatMap(view -> Stream.of(new Size(1440, 900), new Size(1024, 768), new Size(390, 844))
                .flatMap(size -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(theme -> Arguments.of(view, size, theme))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("viewsSizesAndThemes")
    void thePageFitsItsWindow(View view, Size size, ColorScheme theme) {
        NewContextOptions options = new NewContextOptions().setViewportSize(size.width, size.height)
                .setColorScheme(theme).setReducedMotion(ReducedMotion.REDUCE);
        try (Visit visit = Visit.ready(Browsers.CHROMIUM, Hosting.HOSTED, options)) {
            view.reach(visit.page());
            String name = view + "-" + size + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            visit.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens", name)));
            assertEquals(size.width, visit.page().evaluate("document.documentElement.scrollWidth"), "the page's own width");
            assertEquals(List.of(), visit.troubles());
        }
    }
}
