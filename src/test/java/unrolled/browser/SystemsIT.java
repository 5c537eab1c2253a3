package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each system shows that no other does. */
class SystemsIT {

    @ParameterizedTest
    @EnumSource
    void theOutputHandedInMovesEveryStepOfAJordanNet(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("jordan-trace")) {
            double before = desk.number("rows('h')[0][0]");
            desk.typeWeight("y0", 1, 1, "1");
            desk.until("rows('h')[0][0] > " + (before + 0.5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTruthTableMarksTheRowOfTheStepUnderThePlayhead(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("parity-net")) {
            desk.until("text('.truth-now') === '1\\t1\\t1\\t1\\t0'");
            desk.page().evaluate("unrolled.store.set({playhead: 4})");
            desk.until("text('.truth-now') === '0\\t0\\t0\\t0\\t0'");
            assertEquals(4, desk.number("document.querySelectorAll('.truth-table tbody tr').length"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNetOfThresholdsSaysWhyItCannotTrain(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("parity-net")) {
            desk.until("text('#training').includes('Threshold units cannot be trained by gradients: their slope is 0 everywhere')");
            assertTrue(desk.page().locator("#train").isDisabled());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyGradientOfAScalarNetStandsUnderItsName(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("scalar-bptt")) {
            desk.until("text('.one-gradient').startsWith('dWx −0.08059|dWh 0.05199|')");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theChainThatRunsBackStandsAboveTheOther(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("bidirectional-trace")) {
            BoundingBox upper = desk.onStage("h");
            desk.page().mouse().click(upper.x + upper.width / 2, upper.y + upper.height / 2);
            desk.until("s.selection && s.selection.tensor === 'rev.h' && s.selection.t === 1 && s.explanation && s.explanation.value === 5");
        }
    }
}
