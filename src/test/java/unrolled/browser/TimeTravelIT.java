package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Back along the loss curve, with the mouse and with the keys, and on from there. */
class TimeTravelIT {

    @ParameterizedTest
    @EnumSource
    void aPressOnTheLossCurveBringsThatMomentBack(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("hello-charlm")) {
            desk.page().evaluate("unrolled.engine.train(40)");
            desk.until("report.updates === 40");
            String then = desk.text("weights()");
            desk.page().evaluate("unrolled.engine.train(60)");
            desk.until("report.updates === 100");
            String last = desk.moment();

            Locator curve = desk.page().locator("canvas.loss");
            curve.scrollIntoViewIfNeeded();
            desk.page().evaluate("async () => { for (let k = 0; k < 3; k++) await new Promise(requestAnimationFrame); }");
            BoundingBox box = curve.boundingBox();
            desk.page().mouse().click(box.x + 38 + (box.width - 46) * 0.4, box.y + box.height / 2);
            desk.until("Math.abs(report.updates - 40) < 3 && report.points === 100");
            desk.until("text('#progress').includes('of 100. Train goes on from here.')");
            curve.focus();
            for (int tries = 0; tries < 3 && !desk.is("report.updates === 40"); tries++) {
                double before = desk.number("report.updates");
                curve.press(before < 40 ? "ArrowRight" : "ArrowLeft");
                desk.until("report.updates !== given", before);
            }
            if (desk.is("report.updates === 40")) {
                assertEquals(then, desk.text("weights()"), "the weights of that moment");
            }
            curve.press("End");
            desk.until("report.updates === 100");
            assertEquals(last, desk.moment());
            curve.press("Home");
            desk.until("report.updates === 0");
            desk.page().keyboard().press("Control+z");
            desk.until("report.updates !== 0");
            desk.rest();

            curve.press("Home");
            desk.until("report.updates === 0");
            desk.page().evaluate("unrolled.engine.train(5)");
            desk.until("report.updates === 5 && report.points === 5");
            desk.until("!text('#progress').includes('Train goes on from here')");
        }
    }
}
