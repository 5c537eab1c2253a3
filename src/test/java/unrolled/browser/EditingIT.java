package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a reader changes moves what depends on it, and can be taken back exactly. */
class EditingIT {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(Browsers.CHROMIUM);
        desk.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("a weight typed", "sum-rnn", d -> d.typeWeight("Wh", 1, 1, "0.5")),
                edit("a weight typed as a fraction", "sum-rnn", d -> d.typeWeight("Wh", 1, 1, "1/3")),
                edit("a weight dragged", "sum-rnn", d -> drag(d, d.tensor("Wx").weight("Wx", 1, 1), 40)),
                edit("a weight stepped by keys", "sum-rnn", d -> d.tensor("b").weight("b", 1, 1).press("ArrowUp")),
                edit("a matrix pasted into a number", "word-rnn-trace", d -> pasteInto(d, d.tensor("Wh").weight("Wh", 1, 1), "[[1/2, −1], [0.25, 1]]")),
                edit("a matrix written as text", "word-rnn-trace", d -> writeMatrix(d, "Wh", "1/2 -1\n0.25 1")),
                edit("an initial state", "sum-rnn", d -> d.typeWeight("h0", 1, 1, "3")),
                edit("an input", "sum-rnn", d -> d.typeWeight("x", 2, 1, "4")),
                edit("a letter", "hello-charlm", d -> chip(d, "Symbol 1: h", "j")),
                edit("a letter removed", "hello-charlm", d -> d.button("Symbol 1: h").press("Delete")),
                edit("a letter dragged", "hello-charlm", d -> drag(d, d.button("Symbol 1: h"), 80)),
                edit("a letter added", "hello-charlm", d -> chip(d, "Add a symbol at the end", "s")),
                edit("the whole text", "hello-charlm", d -> d.field("data", "All texts, one per line").fill("good bye")),
                edit("the cell", "hello-charlm", d -> d.choose("model", "GRU")),
                edit("the units", "hello-charlm", d -> d.type(d.field("model", "Units").first(), "5")),
                edit("the units by slider", "hello-charlm", d -> d.field("model", "Units").last().press("ArrowLeft")),
                edit("the layers", "hello-charlm", d -> d.choose("model", "2")),
                edit("the activation", "elman-trace", d -> d.choose("model", "ReLU")),
                edit("the forget bias", "hello-charlm", d -> d.type(d.field("model", "Forget bias"), "−2")),
                edit("the optimiser", "hello-charlm", d -> d.choose("training", "RMSProp")),
                edit("the learning rate", "hello-charlm", d -> d.type(d.field("training", "Learning rate").first(), "0.5")),
                edit("the learning rate by slider", "hello-charlm", d -> d.field("training", "Learning rate").last().press("ArrowRight")),
                edit("no clipping", "hello-charlm", d -> d.field("training", "Clip gradient at").last().click()),
                edit("one update", "hello-charlm", d -> d.button("One update").click()),
                edit("another seed", "hello-charlm", d -> d.button("New seed").click()),
                edit("the beginning of its text", "hello-charlm", d -> d.field("texts", "Begin with").fill("he")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void undoBringsBackExactlyTheNumbersThatWereAndRedoTheOthers(String what, String exercise, Consumer<Desk> edit) {
        desk.exercise(exercise);
        desk.rest();
        String before = desk.moment();
        edit.accept(desk);
        desk.until("moment() !== given", before);
        desk.rest();
        String after = desk.moment();
        assertNotEquals(before, after);
        assertEquals("null", desk.text("s.error"));

        desk.button("Undo").click();
        desk.until("moment() === given", before);
        desk.button("Redo").click();
        desk.until("moment() === given", after);
        desk.button("Undo").click();
        desk.until("moment() === given", before);
    }

    static Stream<Arguments> editsOfDataAlone() {
        return Stream.of(
                edit("an input in the table", "sum-rnn", d -> d.type(d.field("data", "x at step 2"), "4")),
                edit("a row of inputs", "sum-rnn", d -> d.button("Add a step").click()),
                edit("a word", "word-rnn-trace", d -> chip(d, "Symbol 2: love", "naps")));
    }

    /** The weights given with an exercise stay when its data change. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("editsOfDataAlone")
    void otherDataGoThroughTheSameWeights(String what, String exercise, Consumer<Desk> edit) {
        String weights = desk.exercise(exercise).text("weights()");
        undoBringsBackExactlyTheNumbersThatWereAndRedoTheOthers(what, exercise, edit);
        desk.button("Redo").click();
        desk.rest();
        assertEquals(weights, desk.text("weights()"));
    }

    @Test
    void aNumberPickedInALargeMatrixIsEditedBesideIt() {
        desk.exercise("hello-charlm");
        desk.type(desk.field("model", "Units").first(), "24");
        desk.until("structure.layers[0].hidden === 24 && frame.version === structure.version");
        String before = desk.moment();
        desk.tensor("Wh.f");
        desk.page().locator("#weights canvas.big-map").click();
        desk.page().locator("#weights .picked-number").click();
        desk.page().keyboard().type("0.75");
        desk.page().keyboard().press("Enter");
        desk.until("rows('Wh.f').flat().filter((value) => value === 0.75).length === 1");
        desk.button("Undo").click();
        desk.until("moment() === given", before);
    }

    @Test
    void everythingAfterAnEditedWeightMovesAndNothingBeforeIt() {
        desk.exercise("sum-rnn");
        assertEquals("[[2],[1.5],[2.5]]", desk.rows("y"));
        desk.typeWeight("Wh", 1, 1, "0.5");
        desk.until("rows('Wh')[0][0] === 0.5");
        assertEquals("[[2],[-0.5],[1]]", desk.rows("x"));
        assertEquals("[[2],[0.5],[1.25]]", desk.rows("h"), "h(t) = x(t) + h(t−1) / 2");
        assertEquals("[[2],[0.5],[1.25]]", desk.rows("y"));
        desk.until("text('#prediction .bar-text') === '1.25'");
        desk.until("text('#checks .aside') === '0 of 2'");

        desk.typeWeight("x", 1, 1, "4");
        desk.until("rows('x')[0][0] === 4");
        assertEquals("[[4],[1.5],[1.75]]", desk.rows("y"));
        desk.typeWeight("h0", 1, 1, "2");
        desk.until("rows('h0')[0][0] === 2");
        assertEquals("[[5],[2],[2]]", desk.rows("y"));
    }

    @Test
    void aNumberOnItsWayUnderTheHandIsOneEdit() {
        desk.exercise("sum-rnn");
        String before = desk.moment();
        desk.page().evaluate("() => { window.frames = 0; unrolled.store.subscribe((s, p) => { if (s.frame !== p.frame) window.frames++; }); }");
        drag(desk, desk.tensor("Wx").weight("Wx", 1, 1), 60);
        desk.rest();
        desk.until("window.frames > 2 && rows('Wx')[0][0] > 1.3");
        desk.button("Undo").click();
        desk.until("moment() === given", before);
    }

    @Test
    void aWholeAfternoonCanBeTakenBackStepByStep() {
        desk.exercise("hello-charlm");
        desk.rest();
        String start = desk.moment();
        desk.choose("model", "RNN");
        desk.until("structure.layers[0].cell === 'elman' && frame.version === structure.version");
        desk.button("One update").click();
        desk.until("report.updates === 1");
        desk.exercise("sum-rnn");
        desk.typeWeight("Wh", 1, 1, "0.5");
        desk.until("rows('Wh')[0][0] === 0.5");
        for (int k = 0; k < 4; k++) {
            desk.button("Undo").click();
            desk.rest();
        }
        assertEquals(start, desk.moment());
        assertEquals("hello-charlm", desk.text("s.presetId"));
        for (int k = 0; k < 4; k++) {
            desk.button("Redo").click();
            desk.rest();
        }
        assertEquals("[[2],[0.5],[1.25]]", desk.rows("y"));
    }

    private static Arguments edit(String what, String exercise, Consumer<Desk> how) {
        return Arguments.of(what, exercise, how);
    }

    private static void drag(Desk desk, Locator what, int far) {
        what.hover();                                        // waits until it stands still, even if it is drawn anew
        BoundingBox box = what.boundingBox();
        double y = box.y + box.height / 2;
        Mouse mouse = desk.page().mouse();
        mouse.move(box.x + box.width / 2, y);
        mouse.down();
        mouse.move(box.x + box.width / 2 + far, y, new Mouse.MoveOptions().setSteps(10));
        mouse.up();
    }

    private static void chip(Desk desk, String name, String value) {
        desk.button(name).click();
        desk.page().keyboard().type(value);
        desk.page().keyboard().press("Enter");
    }

    private static void pasteInto(Desk desk, Locator what, String text) {
        desk.page().evaluate("text => navigator.clipboard.writeText(text)", text);
        what.focus();
        desk.page().keyboard().press("Control+v");
    }

    private static void writeMatrix(Desk desk, String tensor, String text) {
        desk.tensor(tensor);
        desk.button("As text").click();
        desk.page().locator("#weights textarea").fill(text);
        desk.until("rows('" + tensor + "')[0][0] === 0.5");
        desk.button("As text").click();
    }
}
