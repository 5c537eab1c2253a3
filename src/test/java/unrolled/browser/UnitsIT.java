package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A text coloured by a unit: what stands there is what the trace says, and it can be read with a pointer and with keys. */
class UnitsIT {
    private static final String CELLS = "document.querySelectorAll('.units-text span')";

    @Test
    void theNumberUnderTheCaretIsTheTraces() {
        try (Desk desk = units("hello-charlm")) {
            Page page = desk.page();
            page.getByLabel("Gate or state").selectOption("f");
            page.locator("#views").getByLabel("Unit", new Locator.GetByLabelOptions().setExact(true)).selectOption("5");
            page.locator(".units-text").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            desk.until("text('.units-readout').includes('f 5 = ' + rows('f')[2][4].toFixed(3))");
            assertTrue(desk.is("text('.units-readout').startsWith('“l”, symbol 3')"));
        }
    }

    @Test
    void whatIsSelectedWithKeysIsRankedAndAPickColoursTheText() {
        try (Desk desk = units("hello-charlm")) {
            Page page = desk.page();
            page.locator(".units-text").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Shift+ArrowRight");
            desk.until("document.querySelectorAll('.units-row').length === 20");
            assertEquals("One place, 2 symbols", desk.text("text('.units-selected [role=status]')"));
            assertEquals("he", desk.text("[..." + CELLS + "].filter((cell) => cell.classList.contains('inside')).map((cell) => cell.textContent).join('')"));
            page.locator(".units-row").nth(3).click();
            desk.until("document.querySelectorAll('.units-row')[3].getAttribute('aria-pressed') === 'true'");
            String name = desk.text("document.querySelectorAll('.units-row .math')[3].textContent");
            assertEquals(name, desk.text("document.querySelector('#views select').value + ' ' + (Number(document.querySelectorAll('#views select')[1].value) + 1)"));
        }
    }

    @Test
    void everyOccurrenceIsMarked() {
        try (Desk desk = units("hello-charlm")) {
            desk.page().getByLabel("Every …").fill("l");
            desk.until("[..." + CELLS + "].filter((cell) => cell.classList.contains('inside')).length === 2");
            desk.page().getByLabel("Every …").fill("q");
            desk.until("text('.units-side .message').includes('nothing like this')");
        }
    }

    @Test
    void aSymbolLeadsToItsStepInTheNetwork() {
        try (Desk desk = units("ner-tagger")) {
            desk.until(CELLS + ".length > 100");
            desk.page().locator(".units-text span").nth(40).click();
            desk.page().getByText("Show it in the network").click();
            desk.until("s.view === '' && s.selection");
            assertEquals(desk.text("s.selection.tensor"), "c");
            assertTrue(desk.number("structure.example") > 0);
            assertTrue(desk.is("s.selection.t < structure.steps"));
        }
    }

    private static Desk units(String exercise) {
        Desk desk = Desk.open(Browsers.CHROMIUM).exercise(exercise);
        desk.page().locator("#view-tab-units").click();
        desk.until(CELLS + ".length > 0 && " + CELLS + "[0].style.background");
        return desk;
    }
}
