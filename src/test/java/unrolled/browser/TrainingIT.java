package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Train, pause, step, start again. */
class TrainingIT {
    /** Two numbers in, two out; without a limit on gradients, a large learning rate throws it off. */
    private static final String TAUGHT_NUMBERS = """
            {"version": 1, "title": "Numbers", "data": {"inputs": [[10], [20]], "targets": [[1], [2]]},
             "model": {"layers": [{"cell": "elman", "hidden": 2, "activation": "linear"}], "output": {"kind": "linear", "at": "every"}},
             "training": {"optimizer": "sgd", "learningRate": 0.001, "clipNorm": null}}""";
    private static final String TEN_FRAMES =
            "async () => { for (let k = 0; k < 10; k++) await new Promise(requestAnimationFrame); await unrolled.engine.save(); }";

    @ParameterizedTest
    @EnumSource(Browsers.class)
    void theNetLearnsToSpellWhileItTrainsAndStandsStillWhenPaused(Browsers browser) {
        try (Desk desk = Desk.open(browser)) {
            assertEquals(0, desk.number("report.checks.filter(({ok}) => ok).length"));
            desk.button("Train").click();
            desk.until("s.training && report.updates > 0");
            desk.until("report.greedy === 'ello'");
            desk.button("Pause").click();
            desk.until("!s.training");
            desk.rest();
            double updates = desk.number("report.updates");
            desk.page().evaluate(TEN_FRAMES);
            assertEquals(updates, desk.number("report.updates"), "updates ten frames after the pause");

            desk.until("text('#checks .aside') === report.checks.filter(({ok}) => ok).length + ' of 2'");
            assertTrue(desk.is("report.checks.find(({name}) => name === 'greedy').ok"), "the claim that it spells");
            assertTrue(desk.text("text('#texts .text-line')").contains("hello"), "the words on the page");
            assertEquals("Loss", desk.text("document.querySelector('canvas.loss').getAttribute('aria-label').slice(0, 4)"));
            assertEquals(updates, desk.number("Number(text('#bar .metrics dd').split('|')[0].replace(/\\\\D/g, ''))"), "updates shown");

            desk.button("One update").click();
            desk.until("report.updates === given + 1", updates);
            assertTrue(desk.is("report.points > 0 && Number.isFinite(report.gradientNorm)"));
        }
    }

    @Test
    void theSameStartIsExactlyTheSameAndANewSeedAnother() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            String start = desk.text("weights()");
            desk.button("One update").click();
            desk.until("report.updates === 1");
            assertNotEquals(start, desk.text("weights()"));
            desk.button("Same start").click();
            desk.until("report.updates === 0");
            assertEquals(start, desk.text("weights()"));

            desk.button("New seed").click();
            desk.until("structure.preset.seed !== 1 && frame.version === structure.version");
            String other = desk.text("weights()");
            assertNotEquals(start, other);
            desk.button("One update").click();
            desk.until("report.updates === 1");
            desk.button("Same start").click();
            desk.until("report.updates === 0");
            assertEquals(other, desk.text("weights()"), "the start of the new seed");
        }
    }

    @Test
    void howItLearnsMayChangeWithoutForgettingWhatWasLearned() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            for (int k = 1; k <= 3; k++) {
                desk.button("One update").click();
                desk.until("report.updates === given", k);
            }
            String weights = desk.text("weights()");
            desk.type(desk.field("training", "Learning rate").first(), "0.1");
            desk.until("structure.preset.training.learningRate === 0.1 && frame.version === structure.version");
            desk.choose("training", "SGD");
            desk.until("structure.preset.training.optimizer === 'sgd' && frame.version === structure.version");
            desk.type(desk.field("training", "Momentum").first(), "0.9");
            desk.until("structure.preset.training.momentum === 0.9 && frame.version === structure.version");
            assertEquals(weights, desk.text("weights()"));
            assertEquals(3, desk.number("report.updates"));
            desk.button("One update").click();
            desk.until("report.updates === 4");
        }
    }

    @Test
    void anExplosionIsSaidInWordsAndCanBeUndone() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM).experiment(TAUGHT_NUMBERS)) {
            desk.type(desk.field("training", "Learning rate").first(), "10");
            desk.until("structure.preset.training.learningRate === 10 && frame.version === structure.version");
            String before = desk.moment();
            desk.button("Train").click();
            desk.until("s.notice && !s.training");
            String notice = desk.text("text('#notices')");
            assertTrue(notice.matches("(?s)Training stopped at update \\d+: the loss is .*Try a smaller learning rate.*"), notice);
            assertTrue(desk.is("structure.tensors.filter(({role}) => role === 'weight').every(({name}) => rows(name).flat().every(Number.isFinite))"),
                    "the weights are numbers still");
            desk.button("Back to before").click();
            desk.until("moment() === given", before);
            desk.until("text('#notices') === ''");
        }
    }

    @Test
    void aNetWithoutTargetsSaysThatThereIsNothingToTrain() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM).exercise("sum-rnn")) {
            assertTrue(desk.text("text('#bar .nothing')").contains("nothing to train"));
            desk.page().keyboard().press("Space");
            desk.rest();
            assertEquals(0, desk.number("report.updates"));
        }
    }
}
