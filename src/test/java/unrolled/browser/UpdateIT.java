package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The update under the playhead: the gradient it follows, and the weight, not its gradient, before and after. */
class UpdateIT {
    private static final String BOTH = "{\"version\": 1, \"title\": \"both\", \"seed\": 4, \"data\": {\"inputs\": [[1], [0.3]],"
            + " \"targets\": [[0], [1]]}, \"model\": {\"layers\": ["
            + "{\"cell\": \"elman\", \"hidden\": 2, \"direction\": \"both\"}, {\"cell\": \"elman\", \"hidden\": 2, \"direction\": \"both\"}],"
            + " \"output\": {\"kind\": \"linear\", \"at\": \"every\"}}, \"training\": {\"optimizer\": \"adam\", \"learningRate\": 0.05}}";

    @Test
    void theWeightStandsUnderItsGradientWhateverStandsBeforeItsName() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            desk.exercise("reverse-seq2seq");
            names(desk, "enc.Wh");
            names(desk, "dec.Wh");
            desk.experiment(BOTH);
            names(desk, "l1.rev.Wh");
        }
    }

    private static void names(Desk desk, String weight) {
        desk.page().evaluate("weight => { const {structure: {schedule, equations}} = unrolled.store.get();"
                + " const k = equations.findIndex(({output, phase}) => output === weight && phase === 'update');"
                + " const at = schedule.findIndex((one, n) => n % 2 === 0 && one === k) / 2;"
                + " unrolled.store.set({selection: null, playhead: at + 0.9}); }", weight);
        desk.until("s.explanation && s.explanation.output === given && document.querySelectorAll('.formula-lines .formula-left').length === 2", weight);
        assertEquals("true|false", desk.text("[...document.querySelectorAll('.formula-lines .formula-left')]"
                + ".map((left) => left.querySelector('.formula-d') !== null).join('|')"), "d" + weight + ", then " + weight);
    }
}
