package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands under the stage: sizes of gradients, whose loss they are of, and what an output listens to. */
class StripsIT {
    private static final String CELLS = "[...document.querySelectorAll('.stage-strips tbody tr')].map((tr) => [...tr.children].map((td) => td.textContent))";

    @ParameterizedTest
    @EnumSource
    void theLossOfOneStepAloneIsSentBackAndTheMapTellsAllOfThem(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("hello-charlm")) {
            String whole = desk.rows("dh");
            BoundingBox loss = desk.onStage("loss");
            desk.page().mouse().click(loss.x + loss.width / 2, loss.y + loss.height / 2);
            desk.until("report.alone === 1 && document.querySelector('.stage-view-switch [aria-pressed=true]').textContent === 'Gradients'");
            assertTrue(desk.is("rows('dh')[1].some((value) => value !== 0) && rows('dh')[2].every((value) => value === 0)"),
                    "nothing comes from later losses");
            desk.until("text('.stage-strips-note') === 'Only the loss of step 2 is sent back.'");
            desk.button("Which loss moves which step").click();
            desk.page().locator(".stage-strips summary").click();
            desk.until(CELLS + ".length === 6");
            assertEquals("0|0", desk.text(CELLS + ".find(([name]) => name === 'L(2)').slice(3).join('|')"));
            assertEquals(desk.text(CELLS + ".find(([name]) => name === '‖dh‖').slice(1).join()"),
                    desk.text(CELLS + ".find(([name]) => name === 'L(2)').slice(1).join()"), "the row of the loss that is sent back");
            desk.page().getByLabel("Loss of", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true)).selectOption("-1");
            desk.until("report.alone === -1");
            assertEquals(whole, desk.rows("dh"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSelectedOutputTellsWhichInputsItListensTo(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("hello-charlm")) {
            assertTrue(desk.page().locator(".stage-strips").isHidden());
            BoundingBox y = desk.onStage("y");
            desk.page().mouse().click(y.x + y.width / 8, y.y + y.height / 2);
            desk.until("s.selection && s.selection.tensor === 'y' && s.selection.t === 1");
            Locator summary = desk.page().locator(".stage-strips summary");
            summary.click();
            desk.until(CELLS + "[0][0] === '‖∂y₁(2)/∂x‖' && " + CELLS + "[0][3] === '0' && Number(" + CELLS + "[0][2]) > 0");
            desk.page().keyboard().press("Escape");
            desk.until("!s.selection && document.querySelector('.stage-strips').hidden");
        }
    }
}
