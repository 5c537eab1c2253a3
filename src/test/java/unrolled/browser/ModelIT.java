package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Another cell, other sizes, more layers. */
class ModelIT {
    private static final int SYMBOLS = 4;
    private static final int UNITS = 16;
    private static final int HEAD = SYMBOLS * UNITS + SYMBOLS;

    @Test
    void everyCellLearnsTheWord() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            becomes(desk, "RNN", "elman", UNITS * (SYMBOLS + UNITS + 1) + HEAD);
            learns(desk);
            becomes(desk, "GRU", "gru", 3 * UNITS * (SYMBOLS + UNITS + 1) + UNITS + HEAD);
            learns(desk);
            desk.choose("model", "before Wh");
            desk.until("structure.preset.model.layers[0].reset === 'before' && frame.version === structure.version");
            learns(desk);
            becomes(desk, "LSTM", "lstm", 4 * UNITS * (SYMBOLS + UNITS + 1) + HEAD);
        }
    }

    private static void becomes(Desk desk, String name, String cell, int parameters) {
        desk.choose("model", name);
        desk.until("structure.layers[0].cell === '" + cell + "' && frame.version === structure.version");
        assertEquals(0, desk.number("report.updates"), "updates of a fresh net");
        assertEquals(parameters, desk.number("structure.parameters"), name);
        assertTrue(desk.is("text('#model .aside').replace(/\\s/g, '') === structure.parameters + 'parameters'"));
    }

    private static void learns(Desk desk) {
        desk.button("Train").click();
        desk.until("report.greedy === 'ello'");
        desk.button("Pause").click();
        desk.until("!s.training");
        desk.rest();
    }

    @Test
    void layersStandUponOneAnother() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            for (int layers : new int[] {2, 3, 4, 1}) {
                desk.choose("model", String.valueOf(layers));
                desk.until("structure.layers.length === given && frame.version === structure.version", layers);
                int parameters = 4 * UNITS * (SYMBOLS + UNITS + 1) + (layers - 1) * 4 * UNITS * (2 * UNITS + 1) + HEAD;
                assertEquals(parameters, desk.number("structure.parameters"), layers + " layers");
                desk.onStage("gate");
                desk.button("One update").click();
                desk.until("report.updates === 1");
            }
        }
    }

    @Test
    void theActivationIsAppliedToWhatWasSummed() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            desk.choose("model", "RNN");
            desk.until("structure.layers[0].cell === 'elman' && frame.version === structure.version");
            String[][] activations = {{"σ", "1 / (1 + Math.exp(-a))"}, {"ReLU", "Math.max(0, a)"}, {"linear", "a"}, {"tanh", "Math.tanh(a)"}};
            for (String[] activation : activations) {
                desk.choose("model", activation[0]);
                desk.until("frame.version === structure.version && rows('h').every((h, t) => h.every((value, j) => "
                        + "{ const a = rows('a')[t][j]; return Math.abs(value - (" + activation[1] + ")) < 1e-6; }))");
            }
        }
    }

    @Test
    void unitsAndForgetBiasAreTakenAsTyped() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM)) {
            desk.type(desk.field("model", "Units").first(), "3");
            desk.until("structure.layers[0].hidden === 3 && frame.version === structure.version && frame.tensor('h').cols === 3");
            double remembering = desk.number("rows('b.f')[0][2]");
            desk.type(desk.field("model", "Forget bias"), "−2.5");
            desk.until("structure.preset.model.layers[0].forgetBias === -2.5 && frame.version === structure.version");
            desk.button("Same start").click();
            desk.until("Math.abs(rows('b.f')[0][2] - given + 3.5) < 1e-6", remembering);      // 1 before
        }
    }
}
