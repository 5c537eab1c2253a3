package unrolled.style;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of web/style/tokens.css stand out against each other as WCAG 2.2 asks: text 4.5 to 1, marks 3 to 1; in high contrast 7 to 1
 * and 4.5 to 1. */
class ContrastTest {
    private static final List<String> GROUNDS = List.of("ground", "surface", "sunken");
    private static final List<String> TEXTS = List.of("ink", "quiet", "accent", "right", "wrong", "warning",
            "series-1", "series-2", "series-3", "series-4", "series-5", "series-6");
    private static final List<String> MARKS = List.of("positive", "negative", "grad-positive", "grad-negative", "gate-1", "edge");

    static Stream<Arguments> textOnGrounds() {
        return pairs(TEXTS, GROUNDS);
    }

    static Stream<Arguments> marksOnTheStage() {
        return pairs(MARKS, List.of("ground", "surface"));
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("textOnGrounds")
    void textCanBeRead(String theme, String text, String ground) throws IOException {
        assertContrast(4.5, theme, text, ground);
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("marksOnTheStage")
    void marksCanBeSeen(String theme, String mark, String ground) throws IOException {
        assertContrast(3, theme, mark, ground);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theWordsOnTheAccentCanBeRead(String theme) throws IOException {
        assertContrast(4.5, theme, "on-accent", "accent");
        assertContrast(4.5, theme, "accent-strong", "accent-soft");
    }

    @ParameterizedTest(name = "high contrast, {0}: {1} on {2}")
    @MethodSource("textOnGrounds")
    void textCanBeReadInHighContrast(String theme, String text, String ground) throws IOException {
        assertContrast(7, colours(theme, true), text, ground);
    }

    @ParameterizedTest(name = "high contrast, {0}: {1} on {2}")
    @MethodSource("marksOnTheStage")
    void marksCanBeSeenInHighContrast(String theme, String mark, String ground) throws IOException {
        assertContrast(4.5, colours(theme, true), mark, ground);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void linesCanBeSeenInHighContrast(String theme) throws IOException {
        assertContrast(3, colours(theme, true), "hairline", "ground");
        assertContrast(7, colours(theme, true), "on-accent", "accent");
        assertContrast(7, colours(theme, true), "accent-strong", "accent-soft");
    }

    private static Stream<Arguments> pairs(List<String> fronts, List<String> grounds) {
        return Stream.of("light", "dark").flatMap(theme -> fronts.stream()
                .flatMap(front -> grounds.stream().map(ground -> Arguments.of(theme, front, ground))));
    }

    private static void assertContrast(double least, String theme, String front, String ground) throws IOException {
        assertContrast(least, colours(theme, false), front, ground);
    }

    private static void assertContrast(double least, Map<String, Integer> colours, String front, String ground) {
        double contrast = contrast(colours.get(front), colours.get(ground));
        assertTrue(contrast >= least, () -> String.format("%.2f to 1, must be %.1f", contrast, least));
    }

    /** The tokens of a theme, and over them, as in the cascade, those of high contrast. */
    private static Map<String, Integer> colours(String theme, boolean high) throws IOException {
        Map<String, Integer> colours = new HashMap<>();
        read(":root[data-theme=\"" + theme + "\"] {", colours);
        if (high) {
            read(":root[data-contrast=\"more\"] {", colours);
        }
        if (high && theme.equals("dark")) {
            read(":root[data-theme=\"dark\"][data-contrast=\"more\"] {", colours);
        }
        return colours;
    }

    private static void read(String selector, Map<String, Integer> colours) throws IOException {
        String css = Files.readString(Path.of("web/style/tokens.css"));
        int start = css.indexOf("\n" + selector);
        assertTrue(start >= 0, selector);
        Matcher matcher = Pattern.compile("--([\\w-]+): #([0-9a-f]{6});").matcher(css.substring(start, css.indexOf('}', start)));
        while (matcher.find()) {
            colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
    }

    private static double contrast(int a, int b) {
        double brighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
