package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

/** Nothing that a wide page has is missing on a narrow one, and nothing stands where it cannot be seen. */
class PhoneIT {
    private static Desk phone() {
        return Desk.open(Browsers.CHROMIUM, new NewContextOptions().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    @Test
    void whatHasNoRoomInTheBarStandsInItsMenu() {
        try (Desk desk = phone()) {
            desk.rest();
            String start = desk.moment();
            more(desk, "One update");
            desk.until("report.updates === 1");
            assertEquals("1", desk.text("text('.metrics dd').split('|')[0]"));
            assertTrue(desk.page().locator(".metrics").isVisible());
            String after = desk.moment();
            desk.button("Undo").tap();
            desk.until("moment() === given", start);
            more(desk, "Redo");
            desk.until("moment() === given", after);
            more(desk, "Same start");
            desk.until("report.updates === 0");
            more(desk, "New seed");
            desk.until("moment() !== given", start);
            assertEquals(0, desk.number("document.querySelectorAll(':popover-open').length"));
        }
    }

    @Test
    void theFormulaOfATappedNumberComesIntoSightAndGoes() {
        try (Desk desk = phone()) {
            BoundingBox box = desk.onStage("h");
            desk.page().touchscreen().tap(box.x + box.width / 2, box.y + box.height / 2);
            desk.until("s.explanation && s.explanation.output === 'h'");
            desk.until("document.querySelector('#equation .formula-result').getBoundingClientRect().bottom < innerHeight");
            desk.button("Clear").tap();
            desk.until("document.querySelector('#equation').getBoundingClientRect().top > innerHeight");
        }
    }

    @Test
    void theFirstThingToPressIsPointedOut() {
        try (Desk desk = phone()) {
            desk.until("text('.callout:not([hidden])') === 'Press, and it learns to spell.'");
        }
    }

    private static void more(Desk desk, String what) {
        desk.button("More").tap();
        desk.button(what).tap();
    }
}
