package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessibilityIT {
    private static Stream<Arguments> viewsAndThemes() {
        return Stream.of(View.values())
                .flatMap(view -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(theme -> Arguments.of(view, theme)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("viewsAndThemes")
    void axeFindsNothingToComplainOf(View view, ColorScheme theme) {
        NewContextOptions options = new NewContextOptions().setColorScheme(theme).setReducedMotion(ReducedMotion.REDUCE);
        try (Visit visit = Visit.ready(Browsers.CHROMIUM, Hosting.HOSTED, options)) {
            view.reach(visit.page());
            List<String> violations = new AxeBuilder(visit.page()).analyze().getViolations().stream()
                    .flatMap(rule -> rule.getNodes().stream()
                            .map(node -> rule.getId() + " (" + rule.getHelp() + "): " + node.getHtml()))
                    .toList();
            assertEquals("", String.join("\n", violations));
        }
    }
}
