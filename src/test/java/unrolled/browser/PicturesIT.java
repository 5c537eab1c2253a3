package unrolled.browser;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stage's shapes in some fixed states, against src/test/resources/pictures. What was drawn is left in
 * target/pictures, as text and to be looked at as SVG. Where a change is meant, look at it, then renew all baselines by
 *
 *   mvn -q package -DskipTests failsafe:integration-test -Dit.test=PicturesIT -Dpictures=renew
 */
class PicturesIT {
    private static final Path KNOWN = Path.of("src/test/resources/pictures");
    private static final Path DRAWN = Path.of("target/pictures");
    private static final int SHOWN = 12;

    /** A stage of one size, and letters that are all as wide: where things stand is then the same with every font. */
    private static final String ANY_FONT = """
            () => {
              const style = new CSSStyleSheet();
              style.replaceSync(".stage-view { flex: none !important; width: 800px !important; height: 460px !important; overflow: hidden !important; }");
              document.adoptedStyleSheets = [style];
              CanvasRenderingContext2D.prototype.measureText = function(text) {
                const size = Number(this.font.match(/([\\d.]+)px/)[1]);
                const ascent = {top: 0, middle: 0.35, alphabetic: 0.7}[this.textBaseline] * size;
                return {width: Array.from(String(text)).length * 0.55 * size, actualBoundingBoxAscent: ascent,
                  actualBoundingBoxDescent: 0.2 * size};
              };
            }""";

    private static final String NET = "{\"version\": 1, \"title\": \"a net\", \"seed\": 3, \"data\": {\"texts\": [\"%s\"]}, \"model\": {\"layers\": [%s],"
            + " \"output\": {\"kind\": \"softmax\", \"at\": \"every\"}}, \"training\": {\"optimizer\": \"adam\", \"learningRate\": 0.01}}";
    private static final String GRU = NET.formatted("abc", "{\"cell\": \"gru\", \"hidden\": 4}");
    private static final String LONG = NET.formatted("ab".repeat(100) + "a", "{\"cell\": \"lstm\", \"hidden\": 2}");

    private static final String REST = "() => {}";
    private static final String GRADIENTS = "() => document.querySelector('.stage-view-switch button:last-child').click()";
    private static final String MAP = "() => [...document.querySelectorAll('.stage-strips button')].find((button) => button.textContent.startsWith('Which')).click()";
    private static final String UNFOLDED = "() => unrolled.store.set({zoom: {layer: 1, t: 0}})";

    private enum State {
        HELLO("hello-charlm", REST),
        HELLO_HALFWAY("hello-charlm", "() => unrolled.store.set({playhead: 30.5})"),
        HELLO_BACKWARD("hello-charlm", "() => unrolled.store.set({playhead: 80.5})"),
        HELLO_GRADIENTS("hello-charlm", GRADIENTS, MAP),
        LSTM("lstm-step", UNFOLDED),
        GRU_CELL(GRU, UNFOLDED),
        ELMAN("elman-trace", UNFOLDED),
        ELMAN_DARK("elman-trace", "() => unrolled.store.set({theme: 'dark', selection: {tensor: 'h', t: 1, index: 1}})"),
        JORDAN("jordan-trace", REST),
        BIDIRECTIONAL("bidirectional-trace", REST),
        TRANSLATION("reverse-seq2seq", REST),
        CONVOLUTION("conv1d-vs-rnn", REST),
        LONG_STRIPS(LONG, REST);

        private final String net;
        private final String[] steps;

        State(String net, String... steps) {
            this.net = net;
            this.steps = steps;
        }

        byte[] drawing(Desk desk) {
            desk.page().evaluate(ANY_FONT);
            if (net.startsWith("{")) {
                desk.experiment(net);
            } else {
                desk.exercise(net);
            }
            desk.rest();
            for (String step : steps) {
                desk.page().evaluate(step);
                desk.rest();
            }
            return Takeaway.saved(desk.page(), "SVG", (net.startsWith("{") ? "hello-charlm" : net) + ".svg");
        }
    }

    /** Browsers draw the same shapes: of a few states both are asked. */
    static Stream<Arguments> states() {
        return Stream.concat(Stream.of(State.values()).map(state -> Arguments.of(state, Browsers.CHROMIUM)),
                Stream.of(State.HELLO_BACKWARD, State.LSTM, State.TRANSLATION).map(state -> Arguments.of(state, Browsers.FIREFOX)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("states")
    void theStageIsDrawnAsBefore(State state, Browsers browser) throws IOException {
        NewContextOptions options = new NewContextOptions().setViewportSize(1440, 900).setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT);
        try (Desk desk = Desk.open(browser, options)) {
            byte[] svg = state.drawing(desk);
            String name = state.name().toLowerCase().replace('_', '-');
            List<String> now = Shapes.of(new String(svg, StandardCharsets.UTF_8));
            Files.createDirectories(DRAWN);
            Files.write(DRAWN.resolve(name + "-" + browser + ".svg"), svg);
            Files.write(DRAWN.resolve(name + "-" + browser + ".txt"), now);
            Path known = KNOWN.resolve(name + ".txt");
            if ("renew".equals(System.getProperty("pictures")) && browser == Browsers.CHROMIUM) {
                Files.write(known, now);
            }
            compare(name, Files.readAllLines(known), now);
        }
    }

    /** What is only in one of the two, with the line it stands in. */
    private static void compare(String name, List<String> known, List<String> now) {
        if (known.equals(now)) {
            return;
        }
        StringBuilder told = new StringBuilder(name + " is drawn otherwise (" + now.size() + " lines, were " + known.size() + "):");
        int same = 0;
        while (same < Math.min(known.size(), now.size()) && known.get(same).equals(now.get(same))) {
            same++;
        }
        int shown = 0;
        for (int line = same; line < Math.max(known.size(), now.size()) && shown < SHOWN; line++) {
            String before = line < known.size() ? known.get(line) : "";
            String after = line < now.size() ? now.get(line) : "";
            if (before.equals(after)) {
                continue;
            }
            shown++;
            int apart = Arrays.mismatch(before.toCharArray(), after.toCharArray());
            told.append("\n  line ").append(line + 1).append("\n    - ").append(near(before, apart)).append("\n    + ").append(near(after, apart));
        }
        fail(told.toString());
    }

    private static String near(String line, int place) {
        int from = place < 120 ? 0 : place - 60;
        return (from > 0 ? line.substring(0, 40) + " … " : "") + line.substring(Math.min(from, line.length()), Math.min(line.length(), place + 100));
    }
}
