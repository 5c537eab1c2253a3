package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole page without a mouse. */
class KeyboardIT {
    /** What has the focus, in a few words; an outline or a shadow must show that. */
    private static final String FOCUSED = """
            (() => {
              const node = document.activeElement;
              if (node === document.body) return "nothing";
              const shown = [node, node.parentElement, node.nextElementSibling].some((one) => one && (getComputedStyle(one).outlineStyle !== "none"
                || getComputedStyle(one).boxShadow !== "none"));
              const part = node.closest("section, header, dialog, main");
              return (shown ? "" : "UNSEEN ") + (part ? part.id : "") + " " + (node.getAttribute("aria-label") || node.id || node.textContent || node.type).slice(0, 40);
            })()""";

    @ParameterizedTest
    @EnumSource(Browsers.class)
    void theKeysOfTheHelpDoWhatItSays(Browsers browser) {
        try (Desk desk = Desk.open(browser)) {
            Keyboard keys = desk.page().keyboard();
            String start = desk.moment();
            keys.press("Space");
            desk.until("s.training && report.updates > 0");
            keys.press("Space");
            desk.until("!s.training");
            desk.rest();
            String learned = desk.moment();
            keys.press("Control+z");
            desk.until("moment() === given", start);
            keys.press("Control+Shift+z");
            desk.until("moment() === given", learned);

            keys.press("ArrowLeft");
            desk.until("s.playhead === end - 1");
            keys.press("ArrowRight");
            desk.until("s.playhead === end");
            keys.press("Shift+ArrowLeft");
            desk.until("s.playhead < end - 1 && structure.equations[structure.schedule[2 * s.playhead]].phase === 'update'");
            keys.press("Shift+ArrowRight");
            desk.until("s.playhead === end");

            keys.press("?");
            desk.until("document.getElementById('help').open && text('#help kbd').includes('Space')");
            keys.press("Escape");
            desk.until("!document.getElementById('help').open");
        }
    }

    @Test
    void theStageUnfoldsAndFoldsByEnterAndEscape() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            Keyboard keys = desk.page().keyboard();
            desk.page().locator(".stage-canvas").focus();
            keys.press("Enter");
            desk.until("s.zoom && !document.querySelector('.stage-fold').hidden");
            keys.press("Escape");
            desk.until("!s.zoom");
            desk.page().locator("#prediction .step").nth(1).focus();
            keys.press("Enter");
            desk.until("s.selection && s.selection.tensor === 'y' && s.selection.t === 1");
            keys.press("Escape");
            desk.until("!s.selection");
        }
    }

    @Test
    void tabReachesEverythingInTheOrderOfThePageAndShowsWhere() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            Set<String> reached = new LinkedHashSet<>();
            Keyboard keys = desk.page().keyboard();
            String at = "";
            for (int k = 0; k < 150 && !at.equals("nothing"); k++) {
                keys.press("Tab");
                at = desk.text(FOCUSED);
                reached.add(at);
            }
            assertTrue(reached.contains("nothing"), "the end of the page: " + reached);
            reached.remove("UNSEEN playhead Playhead");                 // its thumb shows it, which no style tells
            assertFalse(reached.stream().anyMatch(name -> name.startsWith("UNSEEN")), "focus that is not seen: " + reached);
            String all = String.join("; ", reached);
            String[] wanted = {"Skip to the network", "bar open-catalogue", "bar Same start", "bar train", "bar One update", "bar Settings",
                "data Symbol 1: h", "model ", "training ", "lesson ", "stage The network", "playhead ", "equation", "weights ", "prediction ", "texts "};
            int last = -1;
            for (String name : wanted) {
                int where = all.indexOf(name);
                assertTrue(where > last, name + " in its place among " + all);
                last = where;
            }
            Locator track = desk.page().locator(".playhead-track");
            byte[] without = track.screenshot();
            track.locator("input").focus();
            assertFalse(Arrays.equals(without, track.screenshot()), "the playhead's thumb shows the focus");
        }
    }

    @Test
    void aWeightIsFoundSteppedAndTypedWithoutAMouse() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM).exercise("sum-rnn")) {
            Keyboard keys = desk.page().keyboard();
            desk.weight("Wh", 1, 1).focus();
            keys.press("ArrowDown");
            desk.until("Math.abs(rows('Wh')[0][0] - 0.99) < 1e-6");
            keys.press("Shift+ArrowUp");
            desk.until("Math.abs(rows('Wh')[0][0] - 0.991) < 1e-6");
            keys.type("-2");
            keys.press("Enter");
            desk.until("rows('Wh')[0][0] === -2 && JSON.stringify(rows('y')) === '[[2],[-4.5],[10]]'");
            keys.press("Control+z");
            keys.press("Control+z");
            desk.until("rows('Wh')[0][0] === 1");
            assertEquals("[[2],[1.5],[2.5]]", desk.rows("y"));
        }
    }

    @Test
    void typingIntoAFieldIsNotTakenForCommands() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            desk.field("data", "All texts, one per line").click();
            desk.page().keyboard().press("End");
            desk.page().keyboard().type(" ? a");
            desk.until("structure.preset.data.texts[0] === 'hello ? a' && frame.version === structure.version");
            assertFalse(desk.is("s.training || document.querySelector('dialog[open]')"));
            desk.page().keyboard().press("Control+z");
            desk.until("structure.preset.data.texts[0] !== 'hello ? a'");
            assertFalse(desk.is("s.canRedo"), "while somebody writes, undo is the field's own");
        }
    }
}
