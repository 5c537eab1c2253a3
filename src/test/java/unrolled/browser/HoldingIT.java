package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hand on gates, states and inputs: what it holds, what that changes, what would be without it, and undo. */
class HoldingIT {
    /** Two units and three steps, so that every number is written out. */
    private static final String LSTM = "{\"version\": 1, \"title\": \"held\", \"seed\": 4, \"data\": {\"texts\": [\"abca\"]}, \"model\": {\"layers\": ["
            + "{\"cell\": \"lstm\", \"hidden\": 2}], \"output\": {\"kind\": \"softmax\"}}, \"training\": {\"optimizer\": \"adam\", \"learningRate\": 0.05}}";
    private static final String HELD = "JSON.stringify(structure.preset.clamps || {})";
    private static final String FREE_H = "frame.ghost && frame.ghost[frame.tensor('h').info.offset + frame.tensor('h').info.stride]";

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
    void fresh() {
        show(desk);
    }

    private static void show(Desk desk) {
        desk.page().mouse().move(2, 2);
        desk.page().evaluate("() => unrolled.store.set({selection: null, zoom: null, view: ''})");
        desk.experiment(LSTM);
        desk.page().evaluate("() => { const {structure} = unrolled.store.get(); unrolled.store.set({playhead: structure.schedule.length / 2}); }");
        desk.rest();
    }

    /** Drags the first unit of a lane at the second step. */
    private static void drag(Desk desk, String lane, int dx, int dy) {
        BoundingBox box = desk.onStage(lane);
        double x = box.x + box.width * 0.25;
        double y = box.y + box.height / 2;
        desk.page().mouse().move(x, y);
        desk.page().mouse().down();
        for (int k = 1; k <= 10; k++) {
            desk.page().mouse().move(x + dx * k / 10.0, y + dy * k / 10.0);
        }
        desk.page().mouse().up();
        desk.page().mouse().move(2, 2);
    }

    @Test
    void aDraggedGateIsHeldWhatFollowsChangesItsGhostStandsBesideAndUndoBringsAllBack() {
        String before = desk.moment();
        double gate = desk.number("rows('f')[1][0]");
        double output = desk.number("rows('h')[1][0]");
        drag(desk, "f", 3, 90);
        desk.until("Number.isFinite(structure.preset.clamps.f[1][0])");
        desk.rest();
        double held = desk.number("structure.preset.clamps.f[1][0]");
        assertTrue(held < gate - 0.3, held + " is well below " + gate);
        assertEquals(held, desk.number("rows('f')[1][0]"), 1e-6);
        assertEquals(desk.number("rows('f')[1][1]"), desk.number("frame.ghost[frame.tensor('f').info.offset + frame.tensor('f').info.stride + 1]"), "its neighbour is free");
        assertNotEquals(output, desk.number("rows('h')[1][0]"), "what follows changes");
        assertEquals(output, desk.number(FREE_H), "what would be");
        desk.until("s.selection && s.selection.tensor === 'f' && s.selection.t === 1 && s.selection.index === 0");
        desk.page().evaluate("() => unrolled.store.set({playhead: 1})");
        desk.page().evaluate("() => { const {structure} = unrolled.store.get(); unrolled.store.set({playhead: structure.schedule.findIndex((t, k) => k % 2 && t === 1"
                + " && structure.equations[structure.schedule[k - 1]].output === 'h') / 2 + 0.5}); }");
        desk.until("text('.stage-twin').includes('(held) (without: ')");
        assertEquals(gate, desk.number("Number(text('.stage-twin').match(/\\(held\\) \\(without: ([\\d.]+)/)[1])"), 1e-4);
        desk.page().keyboard().press("Control+z");
        desk.until("!Object.keys(structure.preset.clamps || {}).length && !frame.ghost");
        desk.page().evaluate("() => unrolled.store.set({playhead: unrolled.store.get().structure.schedule.length / 2})");
        desk.rest();
        assertEquals(before, desk.moment(), "one drag is one edit");
    }

    @Test
    void whatANumberWouldBeIsWrittenIntoIt() throws IOException {
        desk.exercise("lstm-step").rest();
        desk.page().evaluate("() => unrolled.engine.hold('f', 0, 0, 1)");
        desk.until("frame.ghost && rows('f')[0][0] === 1");
        desk.rest();
        desk.page().getByLabel("Save", new Page.GetByLabelOptions().setExact(true)).click();
        Download download = desk.page().waitForDownload(() -> desk.page().locator("#stage-save button")
                .filter(new Locator.FilterOptions().setHasText("SVG")).click());
        String drawing = Files.readString(download.path());
        assertTrue(drawing.contains(">0.639<") && drawing.contains(">0.222<"), "the exercise's own f and c: " + drawing.length());
    }

    @Test
    void aDragSidewaysMovesNoNumber() {
        drag(desk, "f", 90, 4);
        desk.rest();
        assertEquals("{}", desk.text(HELD));
    }

    @Test
    void theCardHoldsAtANumberAtAllStepsSilencesAndLetsGo() {
        BoundingBox f = desk.onStage("f");
        desk.page().mouse().click(f.x + f.width * 0.75, f.y + f.height / 2);
        desk.until("!document.querySelector('.hold-card').hidden");
        desk.type(desk.page().locator(".hold-value"), "0.125");
        desk.until("rows('f')[1][1] === 0.125 && " + HELD + " === '{\"f\":[null,[null,0.125],null]}'");
        desk.button("All steps").click();
        desk.until(HELD + " === '{\"f\":[[null,0.125],[null,0.125],[null,0.125]]}'");
        desk.button("All steps").click();
        desk.until(HELD + " === '{\"f\":[null,[null,0.125],null]}'");
        desk.button("Free").click();
        desk.until(HELD + " === '{\"f\":[null,null,null]}' && !frame.ghost");
        desk.button("Lesion unit 2").click();
        desk.until("rows('h').every(([, h]) => h === 0) && rows('c').every(([, c]) => c === 0) && rows('h').every(([h]) => h !== 0)");
        desk.button("Free all (6)").click();
        desk.until(HELD + " === '{}' && rows('h').every(([, h]) => h !== 0)");
        desk.page().keyboard().press("Control+z");
        desk.until("rows('h').every(([, h]) => h === 0)");
    }

    @Test
    void keysAloneHoldMoveAndLetGo() {
        desk.page().locator(".stage-canvas").focus();
        desk.page().keyboard().press("h");
        desk.until("s.selection && s.selection.tensor === 'h' && s.selection.t === 2 && s.selection.index === 0");
        for (int k = 0; k < 3; k++) {
            desk.page().keyboard().press("ArrowDown");
        }
        desk.until("s.selection.tensor === 'o' && s.selection.index === 1");
        double gate = desk.number("rows('o')[2][1]");
        desk.page().keyboard().press("h");
        desk.until("structure.preset.clamps && Number.isFinite(structure.preset.clamps.o[2][1])");
        desk.rest();
        assertEquals(gate, desk.number("rows('o')[2][1]"), 1e-4, "held where it was");
        double held = desk.number("structure.preset.clamps.o[2][1]");
        desk.page().keyboard().press("ArrowUp");
        desk.until("structure.preset.clamps.o[2][1] > given + 0.09", held);
        desk.rest();
        desk.page().keyboard().press("Shift+ArrowDown");
        desk.until("structure.preset.clamps.o[2][1] < given + 0.095", held);
        desk.rest();
        desk.page().keyboard().press("Delete");
        desk.until("structure.preset.clamps.o[2] === null && !frame.ghost");
        assertEquals(gate, desk.number("rows('o')[2][1]"), 1e-7);
    }

    @Test
    void aNumberOfAnUnfoldedCellIsDraggedAndADoubleClickLetsGo() {
        desk.page().evaluate("() => unrolled.store.set({zoom: {layer: 1, t: 1}})");
        desk.until("!document.querySelector('.stage-fold').hidden");
        BoundingBox canvas = desk.page().locator(".stage-canvas").boundingBox();
        String found = "s.hover && s.hover.tensor === 'c' && s.hover.t === 1";
        double x = canvas.x + canvas.width / 2;
        double y = canvas.y + 76;
        while (!desk.is(found)) {
            x += 15;
            if (x > canvas.x + canvas.width) {
                x = canvas.x + canvas.width / 2;
                y += 7;
            }
            desk.page().mouse().move(x, y);
        }
        y += 14;                                                // away from its edge
        desk.page().mouse().move(x, y);
        desk.page().mouse().down();
        desk.page().mouse().move(x, y - 40);
        desk.page().mouse().move(x, y - 75);
        desk.page().mouse().up();
        desk.until("structure.preset.clamps && structure.preset.clamps.c && frame.ghost");
        assertTrue(desk.is("s.zoom && s.zoom.t === 1"), "the cell stays open");
        desk.rest();
        assertEquals(desk.number("structure.preset.clamps.c[1].find(Number.isFinite)"), desk.number("rows('c')[1][s.selection.index]"), 1e-6);
        desk.page().mouse().dblclick(x, y);
        desk.until("structure.preset.clamps.c[1] === null && !frame.ghost");
    }

    @Test
    void whatTheNetWouldSayIsNamedInWords() {
        desk.page().evaluate("async () => { const {engine} = unrolled; await engine.train(300);"
                + " for (const unit of [0, 1]) { await engine.hold('h', -1, unit, 0); await engine.hold('c', -1, unit, 0); } }");
        desk.until("text('.stage-twin').includes('If nothing were held by hand, the net would say “bca”.')");
        assertTrue(desk.is("rows('y').every((row) => row.join() === rows('y')[0].join())"), "a silenced net says one thing");
    }

    @Test
    void twoInputsChangePlaces() {
        String before = desk.moment();
        String chips = "[...document.querySelectorAll('#data .chip:not(.add)')].map((chip) => chip.textContent).join('')";
        BoundingBox first = desk.button("Symbol 1: a").boundingBox();
        BoundingBox third = desk.button("Symbol 3: c").boundingBox();
        desk.page().mouse().move(first.x + first.width / 2, first.y + first.height / 2);
        desk.page().mouse().down();
        desk.page().mouse().move(third.x, third.y + third.height / 2);
        desk.page().mouse().move(third.x + third.width / 2, third.y + third.height / 2);
        assertEquals("c", desk.text("text('.chip.swap')"));
        desk.page().mouse().up();
        desk.until("structure.preset.data.texts[0] === 'cbaa' && " + chips + " === 'cbaa'");
        desk.page().keyboard().press("Control+z");
        desk.until("structure.preset.data.texts[0] === 'abca'");
        desk.rest();
        assertEquals(before, desk.moment());
        desk.button("Symbol 2: b").focus();
        desk.page().keyboard().press("Alt+ArrowRight");
        desk.until("structure.preset.data.texts[0] === 'acba'");
    }

    @Test
    void twoRowsOfNumbersChangePlaces() {
        desk.exercise("elman-trace").rest();
        String inputs = "JSON.stringify(structure.preset.data.inputs)";
        desk.page().locator("#data .number").first().focus();
        desk.page().keyboard().press("Alt+ArrowDown");
        desk.until(inputs + " === '[[-1,1,-2],[1,2,-1],[0,3,1],[2,-1,0]]'");
        desk.page().locator(".row-handle").nth(0).dragTo(desk.page().locator(".row-handle").nth(3));
        desk.until(inputs + " === '[[2,-1,0],[1,2,-1],[0,3,1],[-1,1,-2]]'");
        desk.page().keyboard().press("Control+z");
        desk.until(inputs + " === '[[-1,1,-2],[1,2,-1],[0,3,1],[2,-1,0]]'");
    }

    @Test
    void aFingerRestsOnANumberAndMovesIt() {
        try (Desk phone = Desk.open(Browsers.CHROMIUM, new NewContextOptions().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true)
                .setDeviceScaleFactor(2).setReducedMotion(ReducedMotion.REDUCE))) {
            show(phone);
            phone.page().evaluate("() => document.querySelector('.stage-canvas').scrollIntoView({block: 'center'})");
            BoundingBox box = phone.onStage("f");
            double x = box.x + box.width * 0.25;
            double y = box.y + box.height / 2;
            double before = phone.number("rows('f')[1][0]");
            double scrolled = phone.number("scrollY");
            CDPSession finger = phone.page().context().newCDPSession(phone.page());
            touch(finger, "touchStart", x, y);
            phone.until("s.selection && s.selection.tensor === 'f' && document.querySelector('.stage-holding')");
            for (int k = 1; k <= 8; k++) {
                touch(finger, "touchMove", x, y + 10 * k);
            }
            touch(finger, "touchEnd", 0, 0);
            phone.until("structure.preset.clamps && structure.preset.clamps.f && structure.preset.clamps.f[1][0] < given - 0.3", before);
            assertEquals(scrolled, phone.number("scrollY"), "the page stays where it is");
            assertTrue(phone.is("!s.zoom"), "and the cell shut");
            phone.page().locator(".hold-card").getByText("Free", new Locator.GetByTextOptions().setExact(true)).tap();
            phone.until("structure.preset.clamps.f[1] === null");
        }
    }

    private static void touch(CDPSession session, String type, double x, double y) {
        String points = type.equals("touchEnd") ? "[]" : "[{\"x\": " + x + ", \"y\": " + y + "}]";
        session.send("Input.dispatchTouchEvent", new Gson().fromJson("{\"type\": \"" + type + "\", \"touchPoints\": " + points + "}", JsonObject.class));
    }
}
