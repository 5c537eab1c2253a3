package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The unfolded cell: its saturated units, and the ways on which its gradients come. */
class CircuitIT {
    private static final String GRU = "{\"title\": \"t\", \"seed\": 3, \"data\": {\"texts\": [\"hello\"]}, \"model\": {\"layers\": "
            + "[{\"cell\": \"gru\", \"hidden\": 4}], \"output\": {\"kind\": \"softmax\"}}}";

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(Browsers.CHROMIUM);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static void unfold(int t) {
        desk.page().evaluate("t => unrolled.store.set({zoom: {layer: 1, t}})", t);
        desk.until("!document.querySelector('.stage-fold').hidden");
    }

    private static void fold() {
        desk.page().keyboard().press("Escape");
        desk.until("!s.zoom");
    }

    @Test
    void saturatedUnitsAreCounted() {
        desk.exercise("lstm-step");
        unfold(0);
        desk.until("text('.stage-twin-body').includes('forget gate: 0 of 2 saturated')");
        desk.page().evaluate("unrolled.engine.set('b', 2, 9)");
        desk.until("text('.stage-twin-body').includes('forget gate: 1 of 2 saturated (1 open)')");
        assertTrue(desk.is("rows('f')[0][0] > 0.98"));
        desk.page().evaluate("unrolled.engine.set('b', 3, -9)");
        desk.until("text('.stage-twin-body').includes('forget gate: 2 of 2 saturated (1 open, 1 shut)')");
        fold();
    }

    @Test
    void theWaysOfAGradientAreToldInWordsAndUnderThePointer() {
        desk.exercise("hello-charlm");
        desk.button("Gradients").click();
        unfold(1);
        desk.until("text('.stage-twin-body').includes('∂L/∂c(2) came')");
        String told = desk.text("[...document.querySelectorAll('.stage-twin-body p')].map((p) => p.textContent).find((one) => one.startsWith('∂L/∂c(2)'))");
        double along = ((Number) desk.page().evaluate("async () => { const {c} = JSON.parse(await unrolled.engine.view('paths', '{\"layer\": 1}'));"
                + " return c.shares[c.ways.indexOf('c')][1]; }")).doubleValue();
        assertTrue(told.contains(Math.round(along * 100) + " % along c"), told + " against " + along);
        assertTrue(desk.page().locator(".stage-strips").isHidden(), "no strips under a cell");
        BoundingBox canvas = desk.page().locator(".stage-canvas").boundingBox();
        boolean found = false;
        for (int y = 50; y < 140 && !found; y += 4) {
            desk.page().mouse().move(canvas.x + canvas.width * 0.22, canvas.y + y);
            found = desk.is("!document.querySelector('.stage-tip').hidden && text('.stage-tip').includes('∂L/∂c(1) came')");
        }
        assertTrue(found, "the flow along the conveyor says what it brings");
        fold();
        desk.button("Values").click();
    }

    @Test
    void aGruCanBeReadWithAGateThatWrites() {
        desk.experiment(GRU);
        double z = desk.number("rows('z')[1][2]");
        String h = desk.rows("h");
        desk.page().evaluate("document.getElementById('settings').showPopover()");
        desk.choose("settings", "u writes");
        desk.until("structure.writes && frame.version === structure.version && text('#equation').includes('update gate')");
        desk.page().evaluate("document.getElementById('settings').hidePopover()");
        assertEquals(1 - z, desk.number("rows('u')[1][2]"), 1e-7);
        assertEquals(h, desk.rows("h"), "the net is the same");
        desk.onStage("u");
        desk.until("!document.getElementById('stage').stageAnchor('z')");
        unfold(1);
        fold();
        desk.page().evaluate("unrolled.store.set({writes: false})");
        desk.until("!structure.writes && frame.version === structure.version");
        desk.onStage("z");
    }

    @Test
    void aVanishingGradientIsNamed() {
        desk.exercise("vanishing-gradient");
        desk.page().evaluate("unrolled.engine.variant(1)");
        desk.until("structure.variant === 1 && frame.version === structure.version");
        desk.until("document.querySelectorAll('.way').length === 5 && text('.way-legend').includes('straight along h')");
        desk.button("Network").or(desk.page().getByRole(com.microsoft.playwright.options.AriaRole.TAB,
                new com.microsoft.playwright.Page.GetByRoleOptions().setName("Network"))).first().click();
        desk.button("Gradients").click();
        desk.until("/∂L\\(40\\)\\/∂h falls by a factor of .* from step 40 to step 1: vanishing\\./.test(text('.stage-strips-note'))");
    }

    @Test
    void besideAMatrixStandItsGradientAndWhatTheLastUpdateChanged() {
        desk.exercise("hello-charlm");
        desk.tensor("Wh.i");
        desk.until("text('.maps-beside figure:not([hidden]) .math') === 'dWh.i'");
        desk.page().evaluate("unrolled.engine.train(1)");
        desk.until("report.updates === 1 && text('.maps-beside figure:not([hidden]) .math') === 'dWh.i|ΔWh.i'");
        assertTrue(desk.is("Math.abs(rows('ΔWh.i')[0][0]) > 0"));
    }
}
