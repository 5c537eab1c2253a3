package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong is said with its place, its rule and its value; what was open stays as it was. */
class BadInputIT {
    private static final String STANDING = "JSON.stringify([structure.version, structure.preset]) + weights() + report.updates";

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(Browsers.CHROMIUM);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("no text", "hello-charlm", "data", "Text 1 must have 2..20000 symbols, got 0", d -> write(d, "")),
                mistake("one letter", "hello-charlm", "data", "Text 1 must have 2..20000 symbols, got 1 (\"x\")", d -> write(d, "x")),
                mistake("100,000 letters", "hello-charlm", "data", "Text 1 must have 2..20000 symbols, got 100000", d -> write(d, "ab".repeat(50_000))),
                mistake("2,001 texts", "hello-charlm", "data", "The texts must hold 1..2000 of them, got 2001", d -> paste(d, "ab\n".repeat(2000) + "ab")),
                mistake("no units", "hello-charlm", "model", "Units must be 1..512, got 0", d -> units(d, "0")),
                mistake("100,000 units", "hello-charlm", "model", "Units must be 1..512, got 100000", d -> units(d, "100000")),
                mistake("half a unit", "hello-charlm", "model", "Units must be a whole number, got 2.5", d -> units(d, "2.5")),
                mistake("units in letters", "hello-charlm", "model", "Units must be a number, got “abc”", d -> units(d, "abc")),
                mistake("a rate below zero", "hello-charlm", "training", "Learning rate must be ", d -> rate(d, "-1")),
                mistake("a rate in letters", "hello-charlm", "training", "Learning rate must be a number, got “fast”", d -> rate(d, "fast")),
                mistake("a beginning of unknown letters", "hello-charlm", "texts", "“Begin with” must be made of the vocabulary helo, got \"z\"",
                        d -> d.field("texts", "Begin with").fill("z")),
                mistake("a weight in letters", "sum-rnn", "weights", "Wh, row 1, column 1 must be a number, got “abc”", d -> d.typeWeight("Wh", 1, 1, "abc")),
                mistake("a weight beyond float32", "sum-rnn", "weights", "Wh[0] must be a finite number that float32 can hold, got 1", d -> d.typeWeight("Wh", 1, 1, "1e39")),
                mistake("an input in letters", "sum-rnn", "data", "x at step 2 must be a number, got “abc”", d -> d.type(d.field("data", "x at step 2"), "abc")),
                mistake("a matrix with NaN", "word-rnn-trace", "weights", "row 1, column 2 must be a finite number or a fraction, got \"NaN\"", d -> matrix(d, "1 NaN\n2 3")),
                mistake("a matrix of another shape", "word-rnn-trace", "weights", "Wh must be 2 × 2, got 1 × 3", d -> matrix(d, "[[1, 2, 3]]")),
                mistake("a matrix with a short row", "word-rnn-trace", "weights", "row 2 must have 2 numbers as the first, got 1", d -> matrix(d, "1 2\n3")),
                mistake("a fraction of zero", "word-rnn-trace", "weights", "row 1, column 1 must be a finite number or a fraction, got \"1/0\"", d -> matrix(d, "1/0 2\n3 4")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void theMistakeIsNamedBesideItAndNothingElseHappens(String what, String exercise, String panel, String message, Consumer<Desk> mistake) {
        desk.exercise(exercise);
        desk.rest();
        String before = desk.text(STANDING);
        assertEquals("", desk.text("text('.message:not([hidden])')"));
        mistake.accept(desk);
        desk.until("text('#" + panel + " .message:not([hidden])').length > 0");
        String told = desk.text("text('#" + panel + " .message:not([hidden])')");
        assertTrue(told.startsWith(message), told);
        desk.rest();
        assertEquals(before, desk.text(STANDING));

        if (panel.equals("weights") && desk.page().locator("#weights textarea").isVisible()) {
            matrix(desk, "5 6\n7 8");
            desk.until("JSON.stringify(rows('Wh')) === '[[5,6],[7,8]]' && text('.message:not([hidden])') === ''");
            desk.button("As text").click();
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}                                                    | title must be given",
        "{\"version\": 1, \"data\": {\"texts\": [\"hello\"]    | a preset must be JSON",
        "{\"version\": 1, \"title\": \"t\", \"colour\": 3, \"data\": {\"texts\": [\"ab\"]}, \"model\": {\"layers\": [{\"cell\": \"lstm\"}]}} | colour is not known here",
        "{\"version\": 1, \"title\": \"t\", \"data\": {\"texts\": [\"ab\"]}, \"model\": {\"layers\": [{\"cell\": \"lstn\"}]}} | model.layers[0].cell must be elman or jordan or gru or lstm or embedding or window or dense or conv or dropout, got \"lstn\"",
        "{\"version\": 1, \"title\": \"t\", \"data\": {\"inputs\": [[1], [2, 3]]}, \"model\": {\"layers\": [{\"cell\": \"gru\"}]}} | data.inputs[1] must have 1 numbers as the rows before it, got 2",
        "{\"version\": 1, \"title\": \"t\", \"data\": {\"inputs\": [[1e400]]}, \"model\": {\"layers\": [{\"cell\": \"gru\"}]}} | data.inputs[0][0] must be",
    })
    void aBrokenPresetIsRefusedAndTheOpenOneStays(String json, String message) {
        desk.exercise("hello-charlm");
        String before = desk.text(STANDING);
        String told = String.valueOf(desk.page().evaluate("json => unrolled.engine.open(json).then(() => 'opened', (e) => e.message)", json));
        assertTrue(told.contains(message), told);
        desk.rest();
        assertEquals(before, desk.text(STANDING));
    }

    @Test
    void whatTheCoreRefusesReachesWhoeverAsked() {
        desk.exercise("sum-rnn");
        String refused = "call => unrolled.engine[call[0]](...call.slice(1)).then(() => 'done', (e) => e.message)";
        assertTrue(told(refused, "train", 1).contains("this net has no targets to learn from"), told(refused, "train", 1));
        assertTrue(told(refused, "explain", 999, 0).startsWith("an operation must be 0.."), told(refused, "explain", 999, 0));
        assertTrue(told(refused, "set", "y", 0, 1).startsWith("y cannot be set: it is computed"), told(refused, "set", "y", 0, 1));
        assertTrue(told(refused, "set", "Q", 0, 1).contains("no tensor \"Q\""), told(refused, "set", "Q", 0, 1));
    }

    @Test
    void aRefusalEndsWithTheNextExercise() {
        desk.exercise("hello-charlm");
        units(desk, "0");
        desk.until("s.error && document.querySelector('#model input.number').getAttribute('aria-invalid') === 'true'");
        desk.exercise("sum-rnn");
        desk.until("!s.error && text('.message:not([hidden])') === ''");
    }

    @Test
    void aWorkerThatDoesNotStartIsSaidInWords() {
        try (BrowserContext context = Browsers.CHROMIUM.browser().newContext()) {
            Page page = context.newPage();
            page.addInitScript("window.Worker = class { postMessage() { this.onerror({message: 'no room for a worker'}); } }");
            page.navigate(Hosting.HOSTED.address());
            page.waitForSelector("html[data-unrolled=failed]");
            assertTrue(page.locator("#notices").innerText().contains("no room for a worker"), page.locator("#notices").innerText());
        }
    }

    private static String told(String how, Object... call) {
        return String.valueOf(desk.page().evaluate(how, call));
    }

    private static Arguments mistake(String what, String exercise, String panel, String message, Consumer<Desk> how) {
        return Arguments.of(what, exercise, panel, message, how);
    }

    private static void write(Desk desk, String text) {
        desk.field("data", "All texts, one per line").fill(text);
    }

    /** At once: a browser takes its time to type two thousand lines. */
    private static void paste(Desk desk, String text) {
        desk.field("data", "All texts, one per line").evaluate("(area, text) => { area.value = text;"
                + " area.dispatchEvent(new Event('input', {bubbles: true})); }", text);
    }

    private static void units(Desk desk, String typed) {
        desk.type(desk.field("model", "Units").first(), typed);
    }

    private static void rate(Desk desk, String typed) {
        desk.type(desk.field("training", "Learning rate").first(), typed);
    }

    private static void matrix(Desk desk, String text) {
        desk.tensor("Wh");
        if (!desk.page().locator("#weights textarea").isVisible()) {
            desk.button("As text").click();
        }
        desk.page().locator("#weights textarea").fill(text);
    }
}
