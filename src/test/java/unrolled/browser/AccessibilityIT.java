package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessibilityIT {
    @ParameterizedTest(name = "{0}")
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void axeFindsNothingToComplainOf(ColorScheme theme) {
        NewContextOptions options = new NewContextOptions().setColorScheme(theme);
        try (Visit visit = Visit.ready(Browsers.CHROMIUM, Hosting.HOSTED, options)) {
            List<String> violations = new AxeBuilder(visit.page()).analyze().getViolations().stream()
                    .flatMap(rule -> rule.getNodes().stream()
                            .map(node -> rule.getId() + " (" + rule.getHelp() + "): " + node.getHtml()))
                    .toList();
            assertEquals("", String.join("\n", violations));
        }
    }
}
