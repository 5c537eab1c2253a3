package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which exercise, and how the page looks and moves. */
class SettingsIT {
    private static final String GROUND = "getComputedStyle(document.documentElement).backgroundColor";

    @Test
    @SuppressWarnings("unchecked")
    void everyExerciseOpensByMouseAndByTypingItsName() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            for (Map<String, Object> entry : (List<Map<String, Object>>) desk.ask("s.catalog")) {
                desk.page().locator("#open-catalogue").click();
                desk.page().locator("#catalogue .entry").filter(new Locator.FilterOptions().setHas(
                        desk.page().locator(".entry-title", new Page.LocatorOptions().setHasText((String) entry.get("title"))))).first().click();
                desk.until("structure.preset.title === given && frame.version === structure.version && !document.querySelector('dialog[open]')", entry.get("title"));
                assertEquals(entry.get("id"), desk.text("location.hash.slice(1) || s.presetId"));
                assertEquals(entry.get("title"), desk.text("text('#lesson h1')"));
                assertEquals("null", desk.text("s.error"));
            }
            for (Map<String, Object> entry : (List<Map<String, Object>>) desk.ask("s.catalog")) {
                desk.page().locator("#open-catalogue").click();
                desk.page().keyboard().type((String) entry.get("title"));
                desk.page().keyboard().press("Enter");
                desk.until("structure.preset.title === given && frame.version === structure.version", entry.get("title"));
            }
            desk.page().locator("#open-catalogue").click();
            desk.page().keyboard().type("no such thing");
            desk.until("text('#catalogue').includes('Nothing by that name.')");
        }
    }

    @Test
    void theThemeFollowsTheSystemUntilItIsChosenAndIsRemembered() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            String light = desk.text(GROUND);
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            desk.until("document.documentElement.dataset.theme === 'dark'");
            assertNotEquals(light, desk.text(GROUND));
            desk.button("Settings").click();
            desk.choose("settings", "Light");
            desk.until("document.documentElement.dataset.theme === 'light'");
            assertEquals(light, desk.text(GROUND));
            desk.page().reload();
            desk.page().waitForSelector("html[data-unrolled=ready]");
            assertEquals("light", desk.text("document.documentElement.dataset.theme"));
        }
    }

    @Test
    void asManyDigitsAreShownAsAreWanted() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM).exercise("elman-trace")) {
            String exact = desk.text("rows('y')[3][0].toPrecision(6).replace(/0+$/, '')");
            desk.button("Settings").click();
            desk.choose("settings", "6");
            desk.until("text('#prediction .bar-text') === given", exact);
            desk.choose("settings", "2");
            desk.until("text('#prediction .bar-text') === String(Number(rows('y')[3][0].toPrecision(2)))");
        }
    }

    @Test
    void withoutMotionThePageStandsStillAndWithItThePlayheadBeginsToRun() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM, new NewContextOptions().setViewportSize(1440, 900).setReducedMotion(ReducedMotion.NO_PREFERENCE))) {
            assertEquals("full", desk.text("document.documentElement.dataset.motion"));
            desk.until("s.watching && s.playhead > 0 && s.playhead < end");
            desk.page().locator(".playhead-toggle").click();
            desk.button("Settings").click();
            desk.choose("settings", "Less");
            desk.until("s.reduced && document.documentElement.dataset.motion === 'reduced'");
        }
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            assertEquals("reduced", desk.text("document.documentElement.dataset.motion"));
            desk.page().locator(".stage-canvas").focus();
            desk.page().keyboard().press("Enter");
            desk.page().evaluate("async () => { for (let k = 0; k < 2; k++) await new Promise(requestAnimationFrame); }");
            assertEquals("false", desk.text("document.querySelector('.stage-fold').hidden"), "a cut, no tween");
        }
    }
}
