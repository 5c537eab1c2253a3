package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands where on the stage: a click in the middle of a number selects that number and no other. */
class HitsIT {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(Browsers.CHROMIUM);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    /** {@code columns} × {@code lines}: how the units stand in the box of a lane. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "lstm-step, h, 2, 1", "lstm-step, o, 2, 1", "lstm-step, c, 2, 1",
        "lstm-step, f, 2, 1", "lstm-step, i, 2, 1", "lstm-step, g, 2, 1",
        "elman-trace, h, 2, 1", "elman-trace, a, 2, 1", "hello-charlm, h, 8, 2", "hello-charlm, f, 8, 2"})
    void everyNumberOfALaneIsSelectedWhereItStands(String exercise, String lane, int columns, int lines) {
        if (!desk.is("s.presetId === '" + exercise + "'")) {
            desk.exercise(exercise);
        }
        double step = Math.min(1, desk.number("structure.steps - 1"));
        for (int unit = 0; unit < columns * lines; unit++) {
            BoundingBox box = desk.onStage(lane);
            double x = box.x + (unit % columns + 0.5) * box.width / columns;
            double y = box.y + (unit / columns + 0.5) * box.height / lines;
            desk.page().mouse().click(x, y);
            desk.until("s.selection && s.selection.index === given", unit);
            assertEquals(lane + " " + (int) step, desk.text("s.selection.tensor + ' ' + s.selection.t"), "unit " + unit);
        }
        assertEquals("null", desk.text("s.zoom"), "a number unfolds no cell");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"press", "double click", "handle"})
    void aCellIsOpenedInThreeWaysAndNothingBelowItMoves(String way) {
        desk.exercise("hello-charlm");
        BoundingBox box = desk.onStage("h");
        double below = desk.number("document.getElementById('playhead').getBoundingClientRect().top");
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        switch (way) {
            case "press" -> {
                desk.page().mouse().move(x, y);
                desk.page().mouse().down();
                desk.until("s.zoom");
                desk.page().mouse().up();
            }
            case "double click" -> desk.page().mouse().dblclick(x, y);
            default -> {
                desk.page().mouse().move(x, y);
                desk.page().mouse().click(box.x + box.width + 3, box.y - 17);
            }
        }
        desk.until("s.zoom && s.zoom.layer === 1 && s.zoom.t === 1 && !document.querySelector('.stage-fold').hidden");
        assertEquals(below, desk.number("document.getElementById('playhead').getBoundingClientRect().top"), "the playhead stays");
        desk.page().locator(".stage-fold").click();
        desk.until("!s.zoom");
    }
}
