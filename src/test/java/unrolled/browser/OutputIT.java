package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes out: the next symbol's chances, the texts, the checks. */
class OutputIT {
    private static final String SHOWN = "[...document.querySelectorAll('#prediction .bar-text')].map((node) => Number(node.textContent))";

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(Browsers.CHROMIUM);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    /** Asks whether the bars are the row of p at a step, to the three decimals they show. */
    private static String barsAre(int t) {
        return SHOWN + ".length === rows('p')[" + t + "].length && " + SHOWN
                + ".every((shown, k) => Math.abs(shown - rows('p')[" + t + "][k]) <= 0.0005001)";
    }

    @Test
    void theBarsAreTheChancesOfEverySymbolAtTheStepChosen() {
        desk.exercise("hello-charlm");
        for (int t = 0; t < 4; t++) {
            desk.page().locator("#prediction .step").nth(t).click();
            desk.until("text('#prediction h3') === 'Next after “" + "hell".substring(0, t + 1) + "”' && " + barsAre(t));
            assertEquals(1, desk.number("rows('p')[" + t + "].reduce((sum, share) => sum + share)"), 1e-6);
            assertEquals("ello".substring(t, t + 1), desk.text("text('#prediction .target .bar-label')"));
        }
    }

    @Test
    void theTemperatureFlattensTheChancesOfTheSameScores() {
        desk.exercise("hello-charlm");
        desk.page().locator("#prediction .step").first().click();
        String scores = desk.rows("logits");
        desk.field("texts", "Temperature").first().press("Home");
        desk.until("s.temperature === 0.25 && rows('p')[0].every((share, k) => Math.abs(share - Math.exp(4 * rows('logits')[0][k])"
                + " / rows('logits')[0].reduce((sum, score) => sum + Math.exp(4 * score), 0)) < 1e-6)");
        desk.until(barsAre(0));
        assertEquals(scores, desk.rows("logits"));
        assertEquals("0.25", desk.text("document.querySelector('#texts .number.short').value"));
        desk.field("texts", "Temperature").first().press("End");
        desk.until("s.temperature === 4 && rows('p')[0].every((share) => Math.abs(share - 0.25) < 0.05)");
    }

    @Test
    void aTemperatureThatTheCoreRefusesIsNotKept() {
        desk.exercise("hello-charlm");
        desk.type(desk.page().locator("#texts .number.short").first(), "99");
        desk.until("s.errorAt === 'temperature' && s.temperature === 1");
        desk.page().keyboard().press("Escape");
        assertEquals("1", desk.text("document.querySelector('#texts .number.short').value"));
    }

    @Test
    void theDrawnTextStaysUntilItIsDrawnAgain() {
        desk.exercise("hello-charlm");
        desk.rest();
        String drawn = desk.text("report.sampled");
        desk.field("texts", "Temperature").first().press("End");
        desk.until("s.temperature === 4");
        desk.field("texts", "Temperature").first().fill("0");
        desk.until("s.temperature === 1");
        desk.rest();
        assertEquals(drawn, desk.text("report.sampled"), "at the same temperature");
        for (int k = 0; k < 20 && desk.text("report.sampled").equals(drawn); k++) {
            desk.button("Draw again").click();
            desk.rest();
        }
        String again = desk.text("report.sampled");
        assertNotEquals(drawn, again);
        desk.until("text('#texts .text-line').includes(given)", "h" + again);
    }

    @Test
    void theChecksShowWhatIsExpectedAndWhatIs() {
        desk.exercise("word-rnn-trace");
        desk.until("text('#checks .aside') === '3 of 3' && document.querySelectorAll('#checks li.ok').length === 3");
        desk.typeWeight("Wh", 1, 1, "3");
        desk.until("text('#checks .aside') === '0 of 3' && document.querySelectorAll('#checks li.open .check-actual').length === 3");
        desk.button("Undo").click();
        desk.until("text('#checks .aside') === '3 of 3'");
    }
}
