package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data of every kind, changed by hand. */
class InputsIT {
    private static final String RECIPE = """
             "model": {"layers": [{"cell": "gru", "hidden": 12}], "output": {"kind": "softmax", "at": "%s"}},
             "training": {"optimizer": "adam", "learningRate": 0.02, "clipNorm": 5}}""";
    private static final String OPINIONS = """
            {"version": 1, "title": "Opinions", "data": {
              "labelled": [{"text": "so good", "label": "up"}, {"text": "so bad", "label": "down"}, {"text": "good", "label": "up"}],
              "test": [{"text": "bad", "label": "down"}]},""" + RECIPE.formatted("last");
    private static final String NAMES = """
            {"version": 1, "title": "Names", "data": {"tagged": [
              {"words": "ana is here", "tags": "N O O"}, {"words": "here is omar now", "tags": "O O N O"}]},""" + RECIPE.formatted("every");
    private static final String PAIRS = """
            {"version": 1, "title": "Pairs", "data": {"pairs": [["ab", "ba"], ["aab", "baa"]]}, "decoding": {"length": 1},"""
            + RECIPE.formatted("decoder");
    private static final String SEQUENCES = """
            {"version": 1, "title": "Sequences", "data": {"sequences": [
              {"inputs": [[1], [2]], "targets": [[1], [3]]}, {"inputs": [[4], [5], [6]], "targets": [[4], [9], [11]]}]},
             "model": {"layers": [{"cell": "gru", "hidden": 4}], "output": {"kind": "linear", "at": "every"}},
             "training": {"optimizer": "adam", "learningRate": 0.01, "clipNorm": 5}}""";
    private static final String RECALL = """
            {"version": 1, "title": "Recall", "data": {"task": {"name": "recall", "symbols": 3, "distractors": 4, "count": 900, "testCount": 90}},"""
            + RECIPE.formatted("last");

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(Browsers.CHROMIUM);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static Locator option(String label) {
        return desk.page().locator("#data .example-row").filter(new Locator.FilterOptions().setHasText(label)).first();
    }

    private static void more(String panel) {
        if (desk.is("document.querySelector('#" + panel + " details').open")) {
            return;
        }
        desk.page().locator("#" + panel + " details.folded summary:visible").click();
    }

    @Test
    void aSentenceAndItsLabelAreRewrittenWhereTheyStand() {
        desk.experiment(OPINIONS);
        desk.until("document.querySelectorAll('#data .example-row').length === 4");
        assertEquals("3 examples, 1 kept for the test", desk.text("text('#data .examples-head span')"));
        assertEquals("up,down", desk.text("structure.answers.join()"));
        option("so bad").click();
        desk.until("structure.example === 1 && frame.version === structure.version");
        desk.field("data", "Sentence").fill("so dull");
        desk.until("structure.preset.data.labelled[1].text === 'so dull' && structure.preset.data.labelled[1].label === 'down'");
        desk.type(desk.field("data", "Label"), "flat");
        desk.until("structure.answers.join() === 'up,flat,down' && structure.example === 1");
        desk.button("Add an example").click();
        desk.until("structure.examples.length === 5 && structure.example === 2 && structure.trained === 4");
        desk.button("Remove the example that is shown").click();
        desk.until("structure.examples.length === 4");
        option("test").click();
        desk.until("structure.example === 3 && document.querySelector('#data textarea').value === 'bad'");
        desk.field("data", "Sentence").fill("dull");
        desk.until("structure.preset.data.test[0].text === 'dull'");
    }

    @Test
    void aWordGetsTheNextTagWhenItIsPressed() {
        desk.experiment(NAMES);
        desk.until("document.querySelectorAll('#data .tagged-word').length === 3");
        desk.button("is: O. Press for the next tag").click();
        desk.until("structure.preset.data.tagged[0].tags === 'N N O' && structure.targets.join() === 'N,N,O'");
        desk.field("data", "Sentence").fill("now ana is here");
        desk.until("structure.preset.data.tagged[0].words === 'now ana is here' && structure.preset.data.tagged[0].tags === 'O N N O'");
        desk.button("Train").click();
        desk.until("report.accuracy === 1");
        desk.button("Pause").click();
        desk.until("!s.training");
        desk.until("[...document.querySelectorAll('#prediction .step-answer')].map((node) => node.textContent).join() === 'O,N,N,O'");
    }

    @Test
    void aPairIsReadAndWritten() {
        desk.experiment(PAIRS);
        desk.until("document.querySelectorAll('#data .example-row').length === 2");
        more("texts");
        desk.type(desk.field("texts", "At most"), "5");
        desk.until("structure.preset.decoding.length === 5");
        desk.field("data", "To").fill("bb");
        desk.until("structure.preset.data.pairs[0].join() === 'ab,bb' && structure.targets.join() === 'b,b,⟨/s⟩'");
        desk.button("Train").click();
        desk.until("report.greedy === 'bb'");
        desk.button("Pause").click();
        desk.until("!s.training");
        desk.until("text('#texts .text-line').replace(/\\s+/g, ' ').startsWith('from ab|target bb|most likely bb')");
    }

    @Test
    void theNumbersOfOneSequenceLeaveTheOthersAlone() {
        desk.experiment(SEQUENCES);
        desk.until("document.querySelectorAll('#data .rows tbody tr').length === 2");
        option("sequence 2").click();
        desk.until("structure.example === 1 && document.querySelectorAll('#data .rows tbody tr').length === 3");
        desk.type(desk.field("data", "x at step 2"), "7");
        desk.until("JSON.stringify(structure.preset.data.sequences.map(({inputs}) => inputs)) === '[[[1],[2]],[[4],[7],[6]]]'");
        desk.until("structure.example === 1 && frame.version === structure.version && rows('x')[1][0] === 7");
    }

    @Test
    void aTaskMakesOtherExamplesFromOtherNumbersAndOnlyThoseInSightAreInThePage() {
        desk.experiment(RECALL);
        desk.until("structure.examples.length === 990 && structure.trained === 900");
        assertTrue(desk.number("document.querySelectorAll('#data .example-row').length") < 30);
        desk.type(desk.field("data", "Distractors").first(), "7");
        desk.until("structure.preset.data.task.distractors === 7 && structure.steps === 9");
        desk.page().getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Examples")).press("End");
        desk.until("structure.example === 989 && text('#data .example-row.shown').includes('test')");
    }

    @Test
    void trainingTakesItsRareChoicesToo() {
        desk.experiment(OPINIONS);
        desk.choose("training", "AdamW");
        desk.until("structure.preset.training.optimizer === 'adamw' && structure.preset.training.weightDecay === 0.01");
        desk.field("training", "Batch").first().fill("50");
        desk.field("training", "Batch").first().press("Enter");
        desk.until("structure.preset.training.batch === 'all'");
        more("training");
        desk.field("training", "Rate over time").selectOption("cosine");
        desk.until("structure.preset.training.schedule.kind === 'cosine' && structure.preset.training.schedule.updates === 1000");
        desk.type(desk.field("training", "Until update"), "400");
        desk.until("structure.preset.training.schedule.updates === 400");
        desk.field("training", "Stop when").selectOption("accuracy");
        desk.until("structure.preset.training.stop.atLeast === 1");
        desk.button("Train").click();
        desk.until("s.notice && !s.training && report.accuracy === 1");
        assertTrue(desk.text("text('#notices')").contains("accuracy"));
    }

    @Test
    void aTextIsDrawnFromTheLikeliestOnly() {
        desk.exercise("hello-charlm");
        more("texts");
        desk.choose("texts", "likeliest");
        desk.until("s.topK === 1 && report.sampled === report.greedy");
        desk.choose("texts", "top p");
        desk.until("s.topK === 0 && s.topP === 0.9");
        desk.choose("texts", "top k");
        desk.until("s.topK === 3 && s.topP === 1");
        desk.button("Undo").click();
        desk.until("s.topK === 0 && s.topP === 0.9");
    }
}
