package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a field after something wrong was typed into it, and what is said beside it. */
class FieldsIT {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(Browsers.CHROMIUM);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void start() {
        desk.exercise("hello-charlm");
    }

    @ParameterizedTest(name = "“{0}”")
    @CsvSource(delimiter = '|', value = {
        "abc      | Units must be a number, got “abc”",
        "NaN      | Units must be a number, got “NaN”",
        "' '      | Units must be a number, got nothing",
        "Infinity | Units must be a finite number, got “Infinity”",
        "1e999    | Units must be a finite number, got “1e999”",
        "100000   | Units must be 1..512, got 100000",
    })
    void aRefusedNumberIsNamedAndGoesWithEscapeOrWithTheFocus(String typed, String told) {
        Locator units = desk.field("model", "Units").first();
        desk.type(units, typed);
        desk.until("text('#model .message:not([hidden])') === given", told);
        assertEquals(typed, units.inputValue(), "it can be corrected");
        units.press("Escape");
        assertEquals("16", units.inputValue());
        desk.until("text('#model .message:not([hidden])') === ''");

        desk.type(units, typed);
        desk.until("text('#model .message:not([hidden])') === given", told);
        units.blur();
        assertEquals("16", units.inputValue());
        assertEquals(told, desk.text("text('#model .message:not([hidden])')"));
        desk.type(units, "12");
        desk.until("structure.layers[0].hidden === 12 && text('#model .message:not([hidden])') === ''");
    }

    @Test
    void leavingAFieldTriesItsNumberAndAnotherFieldsChangeDoesNotBringItBack() {
        Locator units = desk.field("model", "Units").first();
        units.fill("100000");
        desk.field("model", "Forget bias").focus();
        desk.until("text('#model .message:not([hidden])') === 'Units must be 1..512, got 100000'");
        assertEquals("16", units.inputValue());
        desk.type(desk.field("model", "Forget bias"), "2");
        desk.until("structure.preset.model.layers[0].forgetBias === 2 && text('#model .message:not([hidden])') === ''");
        assertEquals("16", units.inputValue());
    }

    @Test
    void aCellOfTheTableIsNamedToo() {
        desk.exercise("sum-rnn");
        Locator cell = desk.field("data", "x at step 2");
        desk.type(cell, "foo");
        desk.until("text('#data .message:not([hidden])') === 'x at step 2 must be a number, got “foo”'");
        cell.press("Escape");
        desk.until("text('#data .message:not([hidden])') === ''");
        assertEquals("−0.5", cell.inputValue());
        desk.type(cell, "1e39");
        desk.until("text('#data .message:not([hidden])').startsWith('x at step 2 must be')");
        cell.blur();
        assertEquals("−0.5", cell.inputValue());
    }

    @Test
    void thePlaceInThePresetStandsInTheTooltip() {
        desk.field("data", "All texts, one per line").fill("x");
        desk.until("text('#data .message:not([hidden])') === 'Text 1 must have 2..20000 symbols, got 1 (\"x\")'");
        assertEquals("data.texts[0] must have 2..20000 symbols, got 1 (\"x\")",
                desk.page().locator("#data .message:visible").getAttribute("title"));
    }

    @Test
    void anAddressThatNamesNoExerciseOpensTheFirstAndSaysSo() {
        try (BrowserContext context = Browsers.CHROMIUM.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(Hosting.HOSTED.address() + "#nonsense");
            page.waitForSelector("html[data-unrolled=ready]");
            assertEquals("There is no exercise called “nonsense”.", page.locator("#notices p").innerText());
            assertEquals("hello-charlm", page.evaluate("unrolled.store.get().presetId"));
            assertEquals("#hello-charlm", page.evaluate("location.hash"));
        }
    }
}
