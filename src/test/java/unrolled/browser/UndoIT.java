package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an edit that is refused, or one that changes no weight, does to undo and redo. */
class UndoIT {
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
    void aRefusedEditRightAfterAGoodOneOfItsKindLeavesTheGoodOneToUndo() {
        desk.exercise("hello-charlm").rest();
        String before = desk.moment();
        Locator text = desk.field("data", "All texts, one per line");
        text.fill("world");
        desk.until("structure.preset.data.texts[0] === 'world'");
        text.fill("");
        desk.until("s.error");
        assertTrue(desk.is("s.canUndo"));
        desk.button("Undo").click();
        desk.until("moment() === given", before);
    }

    @Test
    void aRefusedEditLeavesRedoAsItWas() {
        desk.exercise("hello-charlm").rest();
        desk.choose("model", "GRU");
        desk.until("structure.layers[0].cell === 'gru' && frame.version === structure.version");
        desk.rest();
        String after = desk.moment();
        desk.button("Undo").click();
        desk.until("s.canRedo && structure.layers[0].cell === 'lstm'");
        boolean undo = desk.is("s.canUndo");
        desk.type(desk.field("model", "Units").first(), "100000");
        desk.until("s.error");
        desk.until("s.canRedo");
        assertEquals(undo, desk.is("s.canUndo"));
        desk.button("Redo").click();
        desk.until("moment() === given", after);
    }

    @Test
    void aTemperatureIsTakenBackAllTheWayItWasMoved() {
        desk.exercise("hello-charlm").rest();
        String before = desk.text("moment() + report.sampled");
        Locator slider = desk.field("texts", "Temperature").first();
        for (int k = 0; k < 12; k++) {
            slider.press("ArrowRight");
        }
        desk.until("s.temperature > 1.4");
        desk.rest();
        String after = desk.text("moment() + report.sampled");
        desk.button("Undo").click();
        desk.until("moment() + report.sampled === given", before);
        desk.until("Math.abs(document.querySelector('#texts .slider').value - Math.log2(s.temperature)) < 0.03");
        desk.button("Redo").click();
        desk.until("moment() + report.sampled === given", after);
    }

    @Test
    void howNGramsAreCountedIsTakenBackInsideTheExercise() {
        desk.exercise("ngram-lm").rest();
        desk.choose("views", "4");
        desk.until("structure.preset.ngram.n === 4 && structure.preset.ngram.weights.length === 4");
        desk.button("Undo").click();
        desk.until("s.presetId === 'ngram-lm' && structure.preset.ngram.n === 3");
        desk.until("document.querySelector('.view-ngram .segmented input:checked').value === '3'");
        desk.until("JSON.stringify(structure.preset.ngram.weights) === '[0.1,0.3,0.6]'");
    }

    @Test
    void theWeightsOfEachLengthAreKept() {
        desk.exercise("ngram-lm").rest();
        desk.choose("views", "4");
        desk.until("structure.preset.ngram.n === 4");
        desk.choose("views", "3");
        desk.until("JSON.stringify(structure.preset.ngram.weights) === '[0.1,0.3,0.6]'");
        Locator weight = desk.field("views", "Weight of 1-grams");
        desk.type(weight, "5");
        desk.until("document.querySelector('.view-ngram .message:not([hidden])').textContent.includes('0..1')");
        desk.until("structure.preset.ngram.weights[0] === 0.1");
    }

    @Test
    void theSizesOfACountAreTakenBackInsideTheExercise() {
        desk.exercise("parameter-count").rest();
        desk.type(desk.field("views", "Hidden H"), "50");
        desk.until("structure.preset.count.hidden === 50");
        desk.button("Undo").click();
        desk.until("s.presetId === 'parameter-count' && structure.preset.count.hidden === 100");
    }

    @Test
    void theChoiceOfAModelIsTakenBack() {
        desk.exercise("long-memory").rest();
        int before = ((Number) desk.ask("structure.variant")).intValue();
        desk.page().locator(".compare-row").nth(before == 0 ? 1 : 0).click();
        desk.until("structure.variant !== given", before);
        desk.button("Undo").click();
        desk.until("s.presetId === 'long-memory' && structure.variant === given", before);
    }

    @Test
    void aRefusedSentenceTakesItsProductAlong() {
        desk.exercise("ngram-lm").rest();
        desk.page().locator("#view-tab-chain").click();
        desk.until("document.querySelectorAll('.view-chain .factor').length > 1");
        desk.page().locator(".chain-input").fill("");
        desk.until("document.querySelectorAll('.view-chain .factor').length === 0");
        desk.until("document.querySelector('.view-chain .message').hidden");
    }
}
