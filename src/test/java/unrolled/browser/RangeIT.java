package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Contrast;
import org.junit.jupiter.api.Test;

/** What shares a scale of colours, and the theme of high contrast. */
class RangeIT {
    private static final String FULL = "rgb(30,111,217)";
    private static final String NUMBERS = "text('.stage-scale:first-child .stage-end')";

    @Test
    void aNumberIsPaintedOnTheScaleThatIsChosen() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            desk.page().evaluate("() => unrolled.engine.set('by', 0, 40)");
            desk.until("rows('logits')[1][0] > 30");
            assertNotEquals(FULL, colourOfOne(desk), "1 beside 40 is pale");
            range(desk, "by layer");
            assertEquals("−max|max", desk.text(NUMBERS));
            assertEquals(FULL, colourOfOne(desk), "1 is the largest of the inputs");
            range(desk, "by unit");
            assertEquals(FULL, colourOfOne(desk));
            desk.page().reload();
            desk.page().waitForSelector("html[data-unrolled=ready]");
            assertEquals("unit", desk.text("s.range"));
        }
    }

    @Test
    void theEndsOfTheScaleAreThoseOfWhatIsSelected() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            range(desk, "by unit");
            desk.page().evaluate("() => unrolled.store.set({selection: {tensor: 'h', t: 2, index: 5}})");
            String most = "Math.max(...rows('h').map((row) => Math.abs(row[5])))";
            desk.until("Math.abs(Number(" + NUMBERS + ".split('|')[1]) / " + most + " - 1) < 0.06");
            range(desk, "by layer");
            String all = "Math.max(...rows('h').flat().map(Math.abs))";
            desk.until("Math.abs(Number(" + NUMBERS + ".split('|')[1]) / " + all + " - 1) < 0.11");
        }
    }

    @Test
    void highContrastFollowsTheSystemOrTheSetting() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            String ink = "getComputedStyle(document.body).color";
            assertNotEquals("rgb(0, 0, 0)", desk.text(ink));
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setContrast(Contrast.MORE));
            desk.until(ink + " === 'rgb(0, 0, 0)'");
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setContrast(Contrast.NO_PREFERENCE));
            desk.until(ink + " !== 'rgb(0, 0, 0)'");
            desk.button("Settings").click();
            desk.choose("settings", "High");
            desk.until(ink + " === 'rgb(0, 0, 0)'");
        }
    }

    private static void range(Desk desk, String choice) {
        desk.page().getByLabel("What shares a scale of colours").selectOption(choice);
        desk.page().evaluate("async () => { for (let k = 0; k < 3; k++) await new Promise(requestAnimationFrame); }");
    }

    /** The colour of the second step's input that is 1, beside its digit. */
    private static String colourOfOne(Desk desk) {
        BoundingBox box = desk.onStage("x");
        return desk.text("(() => { const canvas = document.querySelector('#stage canvas'); const {left, top} = canvas.getBoundingClientRect();"
                + " const one = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d');"
                + " one.drawImage(canvas, -Math.round((" + (box.x + box.width * 0.3) + " - left) * devicePixelRatio),"
                + " -Math.round((" + (box.y + box.height * 0.25) + " - top) * devicePixelRatio));"
                + " const [r, g, b] = one.getImageData(0, 0, 1, 1).data; return 'rgb(' + [r, g, b] + ')'; })()");
    }
}
