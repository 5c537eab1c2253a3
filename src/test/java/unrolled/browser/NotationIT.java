package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** W x or Wᵀ x: as the reader's book writes it. */
class NotationIT {

    @ParameterizedTest
    @EnumSource
    void formulasAndMatricesAreTurnedAndTheNumbersStay(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("elman-trace")) {
            String numbers = desk.text("weights()");
            String first = desk.text("rows('Wx')[0][2]");
            desk.page().evaluate("document.getElementById('settings').showPopover()");
            desk.choose("settings", "Wᵀ x");
            desk.until("structure.turned && frame.version === structure.version && text('#equation').includes('ᵀ')");
            desk.page().evaluate("document.getElementById('settings').hidePopover()");
            assertEquals(numbers, desk.text("weights()"));
            desk.typeWeight("Wx", 3, 1, "0.75");
            desk.until("rows('Wx')[0][2] === 0.75");
            assertTrue(!first.equals("0.75"));
            BoundingBox a = desk.onStage("a");
            desk.page().mouse().click(a.x + a.width * 0.25, a.y + a.height / 2);
            desk.until("s.explanation && s.explanation.latex.includes('top') && text('.formula-symbols, .formula-dot').includes('ᵀ')");
            desk.page().reload();
            desk.until("structure && structure.turned");
        }
    }
}
