package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page says about the exercise that is open. */
class ExerciseIT {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(Browsers.CHROMIUM);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void whatToLookForCoversNothingAndCloses() {
        desk.exercise("hello-charlm");
        Locator more = desk.button("What to look for");
        for (String how : new String[] {"Escape", "×", "again"}) {
            more.click();
            desk.until("document.querySelector('#lesson .card').getBoundingClientRect().bottom"
                    + " <= document.querySelector('#stage').getBoundingClientRect().top");
            switch (how) {
                case "Escape" -> desk.page().keyboard().press("Escape");
                case "again" -> more.click();
                default -> desk.page().locator("#lesson .card button[aria-label=Close]").click();
            }
            desk.until("document.querySelector('#lesson .card').hidden");
        }
    }

    @Test
    void anExerciseTracedByHandOffersNothingToTrain() {
        desk.exercise("elman-trace");
        assertEquals("Trace by hand: nothing to train here", desk.text("text('.nothing')"));
        assertFalse(desk.page().locator("#train").isVisible());
        assertFalse(desk.page().locator(".metrics").isVisible());
        desk.exercise("hello-charlm");
        desk.until("text('.nothing:not([hidden])') === '' && document.querySelector('#train').offsetWidth > 0");
    }

    @Test
    void theTitleOfAChangedExerciseSaysSo() {
        desk.exercise("hello-charlm");
        desk.field("data", "All texts, one per line").fill("world");
        desk.until("text('#lesson h1') === 'Spell hello, changed' && text('.exercise-title') === 'Spell hello, changed'");
        desk.field("data", "All texts, one per line").fill("hello");
        desk.until("text('#lesson h1') === 'Spell hello'");
        desk.type(desk.field("training", "Learning rate").first(), "0.5");
        desk.until("structure.preset.training.learningRate === 0.5");
        assertEquals("Spell hello", desk.text("text('#lesson h1')"));
    }

    @Test
    void aSmallStateLooksSmallOnItsScale() {
        desk.exercise("lstm-step");
        desk.until("text('#prediction .bar-ends') === '−1\\n0\\n1' || text('#prediction .bar-ends').replace(/\\s/g, '') === '−101'");
    }

    @Test
    void thePageIsNoLongerThanTheScreen() {
        assertEquals(900, desk.number("document.documentElement.scrollHeight"));
    }
}
