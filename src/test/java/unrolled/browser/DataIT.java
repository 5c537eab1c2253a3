package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Texts of every kind. */
class DataIT {
    private static final String CHIPS = "[...document.querySelectorAll('#data .chip:not(.add)')].map((chip) => chip.textContent).join(' ')";

    @Test
    void severalTextsStandOnePerLineAndOneOfThemIsShown() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            desk.field("data", "All texts, one per line").fill("hello\nhelp\nyes");
            desk.until("structure.examples.length === 3 && structure.example === 0 && frame.version === structure.version");
            assertEquals("h,e,l,o,p,y,s", desk.text("structure.vocabulary.join()"));
            String weights = desk.text("weights()");
            desk.field("data", "Shown").selectOption("1");
            desk.until("structure.example === 1 && frame.version === structure.version && " + CHIPS + " === 'h e l p'");
            assertEquals("h,e,l", desk.text("structure.tokens.join()"));
            assertEquals("e,l,p", desk.text("structure.targets.join()"));
            assertEquals(weights, desk.text("weights()"));

            desk.button("Symbol 4: p").click();
            desk.page().keyboard().type("d");
            desk.page().keyboard().press("Enter");
            desk.until("structure.preset.data.texts.join() === 'hello,held,yes' && structure.example === 1");
            desk.button("Train").click();
            desk.until("report.updates > 3");
            desk.button("Pause").click();
            desk.until("!s.training");
        }
    }

    @Test
    void emojiAndCombiningMarksAreSymbolsLikeOthers() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            desk.field("data", "All texts, one per line").fill("a👍e\u0301 𝄞👍");
            desk.until("structure.preset.data.texts[0] === given && frame.version === structure.version", "a👍e\u0301 𝄞👍");
            assertEquals("a|👍|e|\u0301| |𝄞", desk.text("structure.vocabulary.join('|')"));
            desk.until(CHIPS + " === given", "a 👍 e ◌\u0301 ␣ 𝄞 👍");
            desk.button("One update").click();
            desk.until("report.updates === 1");
            assertTrue(desk.is("Array.from(report.sampled + report.greedy).every((symbol) => structure.vocabulary.includes(symbol))"), "whole symbols only");
            desk.button("Train").click();
            desk.until("report.accuracy === 1");
            desk.button("Pause").click();
            desk.until("!s.training");
            desk.until("[...document.querySelectorAll('#prediction .bar-label')].map((node) => node.textContent).includes('👍')");
        }
    }

    @Test
    void aLetterMovesUnderThePointerAndByKeys() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            desk.button("Symbol 5: o").press("Alt+ArrowLeft");
            desk.until("structure.preset.data.texts[0] === 'helol' && " + CHIPS + " === 'h e l o l'");
            assertEquals("Symbol 4: o", desk.text("document.activeElement.getAttribute('aria-label')"));
            desk.page().keyboard().press("Backspace");
            desk.until("structure.preset.data.texts[0] === 'hell'");
            desk.page().keyboard().press("ArrowLeft");
            assertEquals("Symbol 2: e", desk.text("document.activeElement.getAttribute('aria-label')"));
        }
    }
}
