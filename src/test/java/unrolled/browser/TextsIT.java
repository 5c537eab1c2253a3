package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Long texts, and symbols that have no shape of their own. */
class TextsIT {
    private static final String LONG = "the quick brown fox jumps over the lazy dog and runs away from it all again";

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(Browsers.CHROMIUM);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static void write(String text) {
        desk.exercise("hello-charlm");
        desk.field("data", "All texts, one per line").fill(text);
        desk.until("structure.preset.data.texts[0] === given && frame.version === structure.version", text);
    }

    @Test
    void aLongTextIsShownInWholeLines() {
        write(LONG);
        assertTrue(desk.is("document.querySelector('.whole').scrollHeight <= document.querySelector('.whole').clientHeight + 1"));
        assertEquals(0, desk.number("[...document.querySelectorAll('.chip')].filter((chip) => {"
                + " const box = document.querySelector('.chips').getBoundingClientRect(); const {top, bottom} = chip.getBoundingClientRect();"
                + " return top < box.bottom - 1 && bottom > box.bottom + 1; }).length"), "no chip is cut");
    }

    @Test
    void itsOwnWordsBreakAtSpaces() {
        write("red green blue white black brown");
        assertEquals("pre-wrap", desk.text("getComputedStyle(document.querySelector('.spelled')).whiteSpace"));
        String broken = "(() => { const letters = [...document.querySelectorAll('.text-line:not([hidden]) .spelled')][0].querySelectorAll('span');"
                + " return [...letters].filter((letter, k) => k > 1 && letter.textContent !== ' ' && letters[k - 1].textContent !== ' '"
                + " && letter.getBoundingClientRect().top > letters[k - 1].getBoundingClientRect().top + 4).length; })()";
        assertEquals(0, desk.number(broken));
    }

    @Test
    void everySymbolOfAnEmojiCanBeSeen() {
        write("👩‍💻❤️e\u0301\u00ad ");
        assertEquals("👩|ZWJ|💻|❤|VS16|e|◌\u0301|U+00AD|␣",
                desk.text("[...document.querySelectorAll('.chip:not(.add)')].map((chip) => chip.textContent).join('|')"));
        desk.until("text('#prediction .bar-label').includes('ZWJ') || text('#prediction .bar-label').includes('VS16')");
    }
}
