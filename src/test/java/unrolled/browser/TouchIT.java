package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

/** A phone in the hand. */
class TouchIT {
    private static Desk phone() {
        return Desk.open(Browsers.CHROMIUM, new NewContextOptions().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true)
                .setDeviceScaleFactor(2).setReducedMotion(ReducedMotion.REDUCE));
    }

    @Test
    void aTapSelectsANumberAndAnotherTrains() {
        try (Desk desk = phone()) {
            desk.page().locator(".stage-canvas").scrollIntoViewIfNeeded();
            BoundingBox box = desk.onStage("h");
            desk.page().touchscreen().tap(box.x + box.width / 2, box.y + box.height / 2);
            desk.until("s.selection && s.selection.tensor === 'h' && s.selection.t === 1 && !s.hover");
            desk.until("s.explanation && s.explanation.output === 'h'");
            desk.page().locator("#train").tap();
            desk.until("report.greedy === 'ello'");
            desk.page().locator("#train").tap();
            desk.until("!s.training");
        }
    }

    @Test
    void aFingerMovesThroughTime() {
        try (Desk desk = phone()) {
            desk.page().evaluate("() => document.querySelector('.stage-canvas').scrollIntoView({block: 'center'})");
            BoundingBox box = desk.onStage("h");
            double left = box.x;
            CDPSession finger = desk.page().context().newCDPSession(desk.page());
            touch(finger, "touchStart", 300, box.y);
            for (double x = 290; x >= 180; x -= 10) {
                touch(finger, "touchMove", x, box.y);
            }
            touch(finger, "touchEnd", 0, 0);
            desk.until("document.getElementById('stage').stageAnchor('h').left < given - 60", left);
            assertTrue(desk.is("!s.selection && !s.zoom"), "a finger that moves chooses nothing");
            assertEquals(0, desk.number("window.scrollX"));
        }
    }

    private static void touch(CDPSession session, String type, double x, double y) {
        String points = type.equals("touchEnd") ? "[]" : "[{\"x\": " + x + ", \"y\": " + y + "}]";
        session.send("Input.dispatchTouchEvent", new Gson().fromJson("{\"type\": \"" + type + "\", \"touchPoints\": " + points + "}", JsonObject.class));
    }
}
