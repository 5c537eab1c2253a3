package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nets other than a chain of cells on the stage: windows, pooling, encoder and decoder, padding, cuts. */
class StageKindsIT {
    private static final String NET = "{\"version\": 1, \"title\": \"a net\", \"seed\": 1, %s}";
    private static final String NUMBERS = "\"data\": {\"inputs\": [[2], [4], [1], [-1], [0]]}";
    private static final String TRAINED = ", \"training\": {\"optimizer\": \"adam\", \"learningRate\": 0.01}";
    private static final String TWO_CONVOLUTIONS = NET.formatted(NUMBERS + ", \"model\": {\"layers\": ["
            + "{\"cell\": \"conv\", \"width\": 2, \"hidden\": 1, \"activation\": \"linear\"},"
            + "{\"cell\": \"conv\", \"width\": 2, \"hidden\": 1, \"activation\": \"linear\"}]}");
    private static final String WINDOW = NET.formatted("\"data\": {\"texts\": [\"hello\"]}, \"model\": {\"layers\": ["
            + "{\"cell\": \"embedding\", \"size\": 2}, {\"cell\": \"window\", \"before\": 1, \"after\": 0},"
            + "{\"cell\": \"dense\", \"hidden\": 3, \"activation\": \"tanh\"}],"
            + "\"output\": {\"kind\": \"softmax\", \"at\": \"every\"}}" + TRAINED);
    private static final String POOLED = NET.formatted("\"data\": {\"inputs\": [[2], [4], [1], [-1], [0]],"
            + "\"targets\": [[1]]}, \"model\": {\"layers\": [{\"cell\": \"elman\", \"hidden\": 2}],"
            + "\"output\": {\"kind\": \"sigmoid\", \"size\": 1, \"at\": \"max\"}}" + TRAINED);

    private static final String TURNED = NET.formatted("\"data\": {\"pairs\": [[\"ab\", \"ba\"]]}, \"model\": {"
            + "\"layers\": [{\"cell\": \"elman\", \"hidden\": 2}], \"decoder\": {\"attention\": false},"
            + "\"output\": {\"kind\": \"softmax\", \"at\": \"decoder\"}}" + TRAINED);

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(Browsers.CHROMIUM);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void noPointer() {
        desk.page().mouse().move(2, 2);
        desk.page().keyboard().press("Escape");
    }

    @Test
    void whatANumberOfAConvolutionSeesGrowsWithDepth() {
        show(TWO_CONVOLUTIONS);
        desk.until("text('.stage-twin').includes('hidden units, layer 1: sees t = 4 … 5')");
        desk.until("text('.stage-twin').includes('hidden units, layer 2: sees t = 3 … 5')");
    }

    @Test
    void aStepThatAConvolutionHasNotIsNoNumber() {
        show(TWO_CONVOLUTIONS);
        BoundingBox h = desk.onStage("h");
        desk.page().mouse().click(h.x + h.width / 2, h.y + h.height / 2);
        desk.until("s.selection && s.selection.tensor === 'l2.h' && s.selection.t === 4");
        assertTrue(desk.is("structure.steps === 5"), "the second layer is pointed at where it has a number");
    }

    @Test
    void aWindowIsOpenToThePointerButNotToBeUnfolded() {
        show(WINDOW);
        BoundingBox window = desk.onStage("window");
        desk.page().mouse().dblclick(window.x + window.width * 0.9, window.y + window.height / 2);
        desk.until("s.selection && s.selection.tensor === 'window' && s.selection.t === 1 && s.selection.index === 3");
        assertTrue(desk.is("s.zoom === null"), "a window has no circuit");
        BoundingBox a = desk.onStage("a");
        desk.page().mouse().dblclick(a.x - 4, a.y + a.height + 3);
        desk.until("s.zoom && s.zoom.layer === 3 && s.zoom.t === 1");
        desk.page().locator(".stage-fold").click();
        desk.until("!s.zoom");
    }

    @Test
    void whatIsGatheredStandsAtTheLastStep() {
        show(POOLED);
        BoundingBox ctx = desk.onStage("ctx");
        desk.page().mouse().click(ctx.x + ctx.width * 0.25, ctx.y + ctx.height / 2);
        desk.until("s.selection && s.selection.tensor === 'ctx' && s.selection.t === 4 && s.selection.index === 0");
        assertEquals(desk.number("Math.max(...rows('h').map((row) => row[0]))"), desk.number("rows('ctx')[4][0]"), 1e-6);
        desk.until("text('.stage-twin').includes('largest over time')");
    }

    @Test
    void theDecoderBeginsAfterTheSource() {
        show(TURNED);
        String table = "text('.stage-twin')";
        desk.until(table + ".includes('In the decoder')");
        desk.page().evaluate("() => unrolled.store.set({playhead: 1})");
        desk.until(table + ".includes('In the encoder')");
        BoundingBox plate = desk.onStage("enc.Wx");
        desk.page().mouse().move(plate.x + plate.width / 2, plate.y + plate.height / 2);
        desk.until("text('.stage-tip-name') === 'enc.Wx'");
    }

    @Test
    void paddingSaysThatItIsNotComputed() {
        desk.exercise("gru-sentiment");
        desk.until("text('.stage-twin').includes('of padding, not computed')");
        BoundingBox canvas = desk.page().locator(".stage-canvas").boundingBox();
        desk.page().mouse().move(canvas.x + canvas.width - 12, canvas.y + 150);
        desk.until("!document.querySelector('.stage-tip').hidden && text('.stage-tip') === 'padding: not computed'");
    }

    @Test
    void aHeldGateIsSaidToBeHeldByHand() {
        desk.exercise("lstm-gates-by-hand").rest();
        desk.page().evaluate("() => unrolled.store.set({selection: {tensor: 'i', t: 0, index: 0}})");
        desk.until("text('#equation').includes('held at 0.1 by hand')");
    }

    private static void show(String json) {
        desk.experiment(json);
        desk.page().evaluate("() => { const {structure} = unrolled.store.get();"
                + " unrolled.store.set({playhead: structure.schedule.length / 2}); }");
    }
}
