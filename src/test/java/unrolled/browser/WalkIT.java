package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A walk past everything there is to see, kept as target/screens/walk/SIZE-THEME/NN-STATION.png, to be looked at: wide
 * and light, on a phone and dark, and with {@code -Dwalk=all} at every size in both.
 */
class WalkIT {
    private static final String WORDS = """
            const frame = () => new Promise(requestAnimationFrame);
            const set = (patch) => unrolled.store.set(patch);
            const click = (selector) => document.querySelector(selector).click();
            const press = (text) => [...document.querySelectorAll("button, summary")].find((one) => one.textContent.trim() === text && one.offsetParent).click();
            const end = unrolled.store.get().structure.schedule.length / 2;
            const train = async (updates) => {
              await unrolled.engine.train(updates);
              for (let k = 0; k < 3; k++) await frame();
            };
            """;

    /** What a reader opened stays open with the next exercise: here each begins as the page does. */
    private static final String TIDY = """
            () => {
              const opened = "main details[open] > summary, .stage [aria-expanded=true], .stage-view-switch [aria-pressed=false]:first-child";
              document.querySelectorAll(opened).forEach((one) => one.click());
            }""";

    /** What is seen, where: an exercise, or nothing for the one that is open; and the steps from there. */
    private record Station(String name, String exercise, String steps) { }

    private static final List<Station> STATIONS = List.of(
            new Station("start", "hello-charlm", ""),
            new Station("all-folds-open", "", "document.querySelectorAll('main details:not([open]) > summary').forEach((one) => one.click());"),
            new Station("halfway", "hello-charlm", "set({playhead: 40.5});"),
            new Station("backward", "", "set({playhead: 80.5});"),
            new Station("trained", "", "set({playhead: end}); await train(60);"),
            new Station("gradients", "", "press('Gradients');"),
            new Station("map-of-losses", "", "press('Which loss moves which step');"),
            new Station("table", "", "press('Table');"),
            new Station("cell", "hello-charlm", "set({zoom: {layer: 1, t: 1}});"),
            new Station("number-in-cell", "", "set({selection: {tensor: 'c', t: 1, index: 3, inside: true}});"),
            new Station("number-formula", "hello-charlm", "set({selection: {tensor: 'h', t: 2, index: 5}});"),
            new Station("save-menu", "hello-charlm", "click('.stage-save-button');"),
            new Station("catalogue", "", "click('.stage-save-button'); click('#open-catalogue');"),
            new Station("settings", "", "document.getElementById('catalogue').close(); document.getElementById('settings').showPopover();"),
            new Station("help", "", "document.getElementById('settings').hidePopover(); document.getElementById('help').showModal();"),
            new Station("refused", "", "document.getElementById('help').close(); await unrolled.engine.open('{}').catch((e) => set({error: e.message}));"),
            new Station("beam", "hello-charlm", "set({view: 'beam'});"),
            new Station("gru-cell", "gru-sentiment", "set({view: '', zoom: {layer: 1 + unrolled.store.get().structure.layers.findIndex(({cell}) => cell === 'gru'), t: 2}});"),
            new Station("elman-cell", "elman-trace", "set({view: '', zoom: {layer: 1, t: 1}});"),
            new Station("jordan", "jordan-trace", "set({view: ''});"),
            new Station("both-directions", "bidirectional-trace", "set({view: ''});"),
            new Station("lstm-step", "lstm-step", "set({view: ''});"),
            new Station("gates-by-hand", "lstm-gates-by-hand", "set({view: ''});"),
            new Station("convolution", "conv1d-vs-rnn", "set({view: ''});"),
            new Station("translation", "reverse-seq2seq", "set({view: ''});"),
            new Station("alignment", "", "await unrolled.engine.variant(2); await train(40); set({view: 'alignment'});"),
            new Station("pooled", "aggregation", "set({view: ''});"),
            new Station("long", "long-memory", "set({view: ''});"),
            new Station("vanishing", "vanishing-gradient", ""),
            new Station("tagged", "ner-tagger", "set({view: ''});"),
            new Station("confusion", "", "await train(20); set({view: 'confusion'});"),
            new Station("outputs", "sequence-regression", "await train(20); set({view: 'outputs'});"),
            new Station("embeddings", "word-lm", "await train(20); set({view: 'embeddings'});"),
            new Station("chain", "", "set({view: 'chain'});"),
            new Station("ngram", "ngram-lm", "set({view: 'ngram'});"),
            new Station("count", "parameter-count", ""),
            new Station("quiz", "model-choice", ""),
            new Station("melodies", "melody-one-to-many", "await train(20);"),
            new Station("samples", "char-lm-progress", "await train(120);"),
            new Station("compared", "compare-rnn", ""),
            new Station("dropout", "dropout", "set({view: ''});"),
            new Station("truth-table", "parity-net", "set({view: ''});"));

    private static Stream<Arguments> sizesAndThemes() {
        boolean all = "all".equals(System.getProperty("walk"));
        return Stream.of(new int[] {1440, 900}, new int[] {1024, 768}, new int[] {390, 844})
                .flatMap(size -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .filter(theme -> all || size[0] != 1024 && (theme == ColorScheme.DARK) == (size[0] == 390))
                .map(theme -> Arguments.of(size[0], size[1], theme)));
    }

    @ParameterizedTest(name = "{0}×{1} {2}")
    @MethodSource("sizesAndThemes")
    void everyViewFitsItsWindow(int width, int height, ColorScheme theme) {
        NewContextOptions options = new NewContextOptions().setViewportSize(width, height).setColorScheme(theme)
                .setReducedMotion(ReducedMotion.REDUCE);
        Path folder = Path.of("target/screens/walk", width + "-" + theme.name().toLowerCase(Locale.ROOT));
        List<Executable> fits = new ArrayList<>();
        try (Desk desk = Desk.open(Browsers.CHROMIUM, options)) {
            for (int k = 0; k < STATIONS.size(); k++) {
                Station station = STATIONS.get(k);
                if (!station.exercise.isEmpty()) {
                    desk.page().evaluate(TIDY);
                    desk.exercise(station.exercise);
                }
                desk.page().evaluate("async () => { " + WORDS + station.steps + " await unrolled.engine.save(); for (let k = 0; k < 4; k++) await frame(); }");
                desk.page().screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve("%02d-%s.png".formatted(k, station.name))));
                Object wide = desk.page().evaluate("document.documentElement.scrollWidth");
                fits.add(() -> assertEquals(width, wide, "the page's own width at " + station.name));
            }
        }
        assertAll(fits);
    }
}
