package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unrolled.lab.ExplanationJson;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.lab.Structure;
import unrolled.trace.Operation;

/**
 * The stage's pure functions, loaded as modules: the same arguments give the same boxes, no two lie over each other, all
 * are inside, and what is found in the middle of a number is that number. {@code src/test/js/layout.js} looks.
 */
class LayoutIT {
    private static final String ORIGIN = "http://modules.test";
    private static final String WRONG = """
            async ([json, width, height, zoom]) => {
              const {wrongWith} = await import("/layout.js");
              return wrongWith(JSON.parse(json), {width, height}, zoom).slice(0, 5);
            }""";
    private static final String WRONG_BOARD = """
            async ([json, explained, width, height]) => {
              const {wrongOnBoard} = await import("/layout.js");
              const explanation = JSON.parse(explained);
              const {output, t, unit} = explanation;
              return wrongOnBoard(JSON.parse(json), explanation, {tensor: output, t, index: unit}, {width, height}).slice(0, 5);
            }""";
    private static final String LONG = """
            {"version": 1, "title": "long", "data": {"texts": ["%s"]}, "model": {"layers": [{"cell": "lstm", "hidden": 24},
             {"cell": "lstm", "hidden": 24}, {"cell": "gru", "hidden": 24}, {"cell": "elman", "hidden": 24}],
             "output": {"kind": "softmax", "at": "every"}}}""".formatted("the quick brown fox ".repeat(10));

    private static BrowserContext context;
    private static Page page;

    @BeforeAll
    static void open() {
        context = Browsers.CHROMIUM.browser().newContext();
        context.route(ORIGIN + "/**", route -> {
            String path = route.request().url().substring(ORIGIN.length() + 1);
            if (path.isEmpty()) {
                route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html>"));
            } else {
                Path file = Path.of(path.equals("layout.js") ? "src/test/js" : "web").resolve(path);
                route.fulfill(new Route.FulfillOptions().setPath(file).setContentType("text/javascript"));
            }
        });
        page = context.newPage();
        page.navigate(ORIGIN + "/");
    }

    @AfterAll
    static void close() {
        context.close();
    }

    /** One of each kind of net: cells, directions, an encoder, attention, padding, windows, answers as bars and as a vector. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"hello-charlm", "lstm-step", "elman-trace", "jordan-trace", "bidirectional-tagging", "reverse-seq2seq",
        "gru-sentiment", "aggregation", "conv1d-vs-rnn", "window-lm", "dropout", "word-lm", "ner-tagger"})
    void everyNumberStandsWhereThePointerFindsItAndNowhereElse(String exercise) {
        look(exercise, Labs.preset(exercise));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"200 steps through four layers"})
    void manyNarrowStepsToo(String name) {
        look(name, LONG);
    }

    /** Every operation of the last step and its way back, its second unit. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"hello-charlm", "elman-trace", "gru-sentiment", "bidirectional-tagging", "reverse-seq2seq", "conv1d-vs-rnn"})
    void everyTermOfANumberHasATile(String exercise) {
        Lab lab = Labs.float32(Labs.preset(exercise));
        String structure = Structure.of(lab).toString();
        List<Operation> operations = lab.trace().schedule();
        for (int k = 0; k < operations.size(); k++) {
            if (operations.get(k).t() != lab.trace().steps() - 1) {
                continue;
            }
            String explanation = ExplanationJson.of(lab, lab.explain(k, 0)).toString();
            for (int width : new int[] {340, 835}) {
                Object wrong = page.evaluate(WRONG_BOARD, List.of(structure, explanation, width, 420));
                assertEquals(List.of(), wrong, exercise + ", " + operations.get(k) + ", " + width + " pixels wide");
            }
        }
    }

    private static void look(String name, String json) {
        String structure = Structure.of(Labs.float32(json)).toString();
        for (int[] size : new int[][] {{340, 420}, {835, 440}, {1400, 700}}) {
            for (double zoom : new double[] {1, 2.5, 8}) {
                Object wrong = page.evaluate(WRONG, List.of(structure, size[0], size[1], zoom));
                assertEquals(List.of(), wrong, name + ", " + size[0] + " pixels wide, zoom " + zoom);
            }
        }
    }
}
