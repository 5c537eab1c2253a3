package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The unrolled net: its playhead, its cells, its numbers and where they come from. */
class StageIT {
    /** What an explanation is worth when its tree is summed up anew, and the worst of its products: the sum of the terms against what is shown. */
    private static final String SUMMED = """
            (() => {
              let worst = 0;
              const total = (node) => {
                if (node.kind === "symbol" || node.kind === "number") return node.value;
                if (node.kind === "sum") return node.args.reduce((sum, arg) => sum + total(arg), 0);
                const sum = node.left.reduce((so, {value}, k) => so + value * (node.right[k] ? node.right[k].value : 1), 0);
                worst = Math.max(worst, Math.abs(sum - node.value));
                return sum;
              };
              const all = total(s.explanation.tree);
              return Math.max(worst, Math.abs(all - s.explanation.value), Math.abs(all - rows("a")[s.selection.t][s.selection.index]));
            })()""";

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
    }

    @Test
    void thePlayheadPlaysWaitsUnderThePointerAndPauses() {
        desk.exercise("hello-charlm");
        BoundingBox gate = desk.onStage("gate");
        desk.page().getByLabel("Speed").selectOption("8");
        desk.button("Play").click();
        desk.until("s.watching && s.playhead > 50 && s.playhead < 80");
        desk.page().mouse().move(gate.x + gate.width / 2, gate.y + gate.height / 2);
        desk.until("s.hover && text('.playhead-waits') === 'waits while you point'");
        double held = desk.number("s.playhead");
        desk.page().evaluate("async () => { for (let k = 0; k < 12; k++) await new Promise(requestAnimationFrame); }");
        assertEquals(held, desk.number("s.playhead"), "while a number is pointed at");
        noPointer();
        desk.until("s.playhead > given && text('.playhead-waits') === ''", held);
        desk.button("Pause").click();
        desk.until("!s.watching && s.playhead % 1 === 0");
        double stopped = desk.number("s.playhead");
        desk.page().evaluate("async () => { for (let k = 0; k < 12; k++) await new Promise(requestAnimationFrame); }");
        assertEquals(stopped, desk.number("s.playhead"), "after the pause");
        desk.page().getByLabel("Speed").selectOption("1");
    }

    @Test
    void thePlayheadRunsBackAndRoundOneStep() {
        desk.exercise("hello-charlm");
        desk.page().getByLabel("Speed").selectOption("16");
        desk.page().evaluate("() => unrolled.store.set({playhead: 40})");
        desk.button("Play backwards").click();
        desk.until("s.watching && s.playhead < 35");
        desk.button("Pause").click();
        desk.until("!s.watching && s.playhead % 1 === 0");
        desk.page().evaluate("() => unrolled.store.set({playhead: 15})");
        desk.button("Loop over this time step").click();
        desk.button("Play").click();
        desk.page().evaluate("""
                async () => {
                  const state = unrolled.store.get;
                  const {schedule} = state().structure;
                  const steps = schedule.filter((_, k) => k % 2);
                  const from = steps.indexOf(1);
                  const to = steps.findIndex((t, k) => k > from && t !== 1);
                  for (let rounds = 0, last = state().playhead; rounds < 2;) {
                    await new Promise(requestAnimationFrame);
                    const now = state().playhead;
                    if (now < last) rounds++;
                    if (now < from || now > to) throw new Error(now + " is outside of step 2: " + from + " to " + to);
                    last = now;
                  }
                }""");
        desk.button("Pause").click();
        desk.button("Loop over this time step").click();
        desk.page().getByLabel("Speed").selectOption("1");
        desk.until("!s.loop && !s.watching && s.speed === 1");
    }

    @Test
    void theFourUnitsStepForwardAndBack() {
        desk.exercise("hello-charlm");
        Locator track = desk.page().getByLabel("Playhead", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .and(desk.page().locator("input"));
        track.press("Home");
        desk.until("s.playhead === 0 && text('.playhead-now') === 'nothing computed yet'");
        steps("operation", "s.playhead === 1", "s.playhead === 0");
        steps("time step", "structure.schedule[2 * s.playhead - 1] === 0 && structure.schedule[2 * s.playhead + 1] === 1", "s.playhead === 0");
        steps("sequence", "structure.equations[structure.schedule[2 * s.playhead]].phase === 'loss'", "s.playhead === 0");
        steps("epoch", "structure.equations[structure.schedule[2 * s.playhead]].phase === 'loss'", "s.playhead === 0");
        track.press("End");
        desk.until("s.playhead === end");
        desk.button("One step on").click();
        desk.until("report.updates === 1");
        desk.page().getByLabel("Step by").selectOption("operation");
        desk.button("One step back").click();
        desk.until("s.playhead === end - 1");
    }

    private static void steps(String unit, String on, String back) {
        desk.page().getByLabel("Step by").selectOption(desk.page().getByLabel("Step by").locator("option", new Locator.LocatorOptions()
                .setHasText(unit)).first().getAttribute("value"));
        desk.button("One step on").click();
        desk.until(on);
        desk.button("One step back").click();
        desk.until(back);
    }

    @Test
    void valuesRunForwardAndGradientsBack() {
        desk.exercise("hello-charlm");
        for (String phase : new String[] {"forward", "loss", "backward", "update"}) {
            desk.page().locator(".playhead-phases .playhead-" + phase).click(new Locator.ClickOptions().setForce(true));
            desk.until("s.playhead > 0 && structure.equations[structure.schedule[2 * Math.ceil(s.playhead) - 2]].phase === '" + phase + "'");
            boolean backward = phase.equals("backward") || phase.equals("update");
            desk.until("text('.stage-scale-name:not([hidden])').length > 0 && document.querySelector('.stage-view-switch [aria-pressed=true]').textContent === '"
                    + (backward ? "Gradients" : "Values") + "'");
        }
        desk.button("Values").click();
        desk.until("s.playhead === end && document.querySelector('.stage-view-switch [aria-pressed=true]').textContent === 'Values'");
    }

    @Test
    void aCellUnfoldsWhenItIsClickedAndFoldsAgain() {
        desk.exercise("hello-charlm");
        BoundingBox box = desk.onStage("c");
        desk.page().mouse().click(box.x - 4, box.y + box.height / 2);
        desk.until("s.zoom && s.zoom.t === 1 && s.zoom.layer === 1");
        desk.until("text('.stage-fold').includes('Network')");
        desk.page().keyboard().press("Escape");
        desk.until("!s.zoom");
        desk.onStage("c");
        desk.page().mouse().dblclick(box.x - 4, box.y + box.height / 2);
        desk.until("s.zoom");
        desk.until("!document.querySelector('.stage-fold').hidden");
        desk.page().locator(".stage-fold").click();
        desk.until("!s.zoom");
    }

    @Test
    void aClickedNumberUnfoldsIntoTheProductsItWasSummedFrom() {
        desk.exercise("elman-trace");
        BoundingBox a = desk.onStage("a");
        desk.page().mouse().click(a.x + a.width * 0.25, a.y + a.height / 2);
        desk.until("s.selection && s.selection.tensor === 'a' && s.selection.t === 1 && s.selection.index === 0");
        desk.until("s.explanation && s.explanation.output === 'a' && s.explanation.t === 1 && s.explanation.unit === 0");
        assertEquals(0, desk.number(SUMMED), 1e-5, "sum of the terms against the core's number");
        desk.until("text('.formula-result') !== ''");
        assertEquals(desk.number("rows('a')[1][0]"), Double.parseDouble(desk.page().locator(".formula-result").getAttribute("title")), 1e-6);

        desk.page().locator(".formula-dot").first().click();
        desk.until("document.querySelectorAll('.formula-terms li').length === 3");
        assertEquals("−1|0.5|0.2", desk.text("[...document.querySelectorAll('.formula-terms li')].map((li) => li.querySelector('.formula-chip').textContent).join('|')"),
                "the first row of Wx");
        assertEquals("−1|1|−2", desk.text("[...document.querySelectorAll('.formula-terms li')].map((li) => li.querySelectorAll('.formula-chip')[1].textContent).join('|')"),
                "x at step 2");
        assertEquals("1.1", desk.text("document.querySelector('.formula-numbers .formula-dot').textContent"), "1 + 0.5 − 0.4");
    }

    @Test
    void aNumberIsGoneIntoAndLeftLevelByLevel() {
        desk.exercise("hello-charlm");
        desk.page().evaluate("() => unrolled.store.set({zoom: {layer: 1, t: 2}})");
        desk.until("!document.querySelector('.stage-fold').hidden");
        desk.page().locator(".stage-canvas").focus();
        Keyboard keys = desk.page().keyboard();
        keys.press("Enter");
        desk.until("s.selection && !s.selection.inside");
        keys.press("Enter");
        desk.until("s.selection.inside && s.explanation && s.explanation.pick === s.selection");
        desk.until("text('.stage-crumbs').replace(/\\s+/g, ' ').startsWith('← Network › LSTM cell, step 3,') && document.querySelector('.stage-crumb[aria-current]')");
        keys.press("Escape");
        desk.until("s.zoom && s.selection && !s.selection.inside");
        keys.press("Enter");
        desk.until("s.selection.inside");
        desk.page().locator("button.stage-crumb").click();
        desk.until("s.zoom && !s.selection.inside && !document.querySelector('button.stage-crumb')");
        keys.press("Enter");
        desk.until("s.selection.inside");
        keys.press("0");
        desk.until("!s.zoom && !s.selection.inside");

        BoundingBox y = desk.onStage("y");
        desk.page().mouse().click(y.x + 4, y.y + y.height - 4);
        desk.until("s.selection && s.selection.tensor === 'y' && s.selection.index === 0 && s.explanation && s.explanation.output === 'y'");
        keys.press("Enter");
        desk.until("s.selection.inside && !s.zoom && text('.stage-crumb') === 'y₁(2)'");
        keys.press("Escape");
        desk.until("!s.selection.inside");
        keys.press("Escape");
        desk.until("!s.selection");
    }

    @Test
    void inACellAClickSelectsANumberAndTheNextGoesIntoItAndAFactorLeadsOn() {
        desk.exercise("hello-charlm");
        desk.page().evaluate("() => unrolled.store.set({zoom: {layer: 1, t: 2}})");
        desk.until("!document.querySelector('.stage-fold').hidden");
        BoundingBox canvas = desk.page().locator(".stage-canvas").boundingBox();
        double x = canvas.x + canvas.width / 2;
        double y = canvas.y + canvas.height - 40;
        for (; !desk.is("s.hover"); y -= 7) {
            desk.page().mouse().move(x, y);
        }
        desk.page().mouse().down();
        desk.page().mouse().up();
        desk.until("s.selection && !s.selection.inside");
        desk.page().mouse().down();
        desk.page().mouse().up();
        desk.until("s.selection.inside && s.explanation && s.explanation.pick === s.selection && document.querySelector('.stage-crumb[aria-current]')");
        String first = desk.text("JSON.stringify(s.selection)");
        for (y = canvas.y + 100; !desk.is("s.hover && s.hover.tensor === 'h' && s.hover.t === 1"); y += 7) {
            for (x = canvas.x + 100; x < canvas.x + canvas.width && !desk.is("s.hover && s.hover.tensor === 'h' && s.hover.t === 1"); x += 40) {
                desk.page().mouse().move(x, y);
            }
        }
        desk.page().mouse().down();
        desk.page().mouse().up();
        desk.until("s.selection.inside && s.selection.tensor === 'h' && s.selection.t === 1 && s.zoom.t === 1");
        assertTrue(!first.contains("\"h\""), first);
        desk.page().locator(".stage-fold").click();
        desk.until("!s.zoom && !s.selection.inside");
    }

    @Test
    void stepsAreBroughtNearerByKeysAndWheelAboutWhereOneLooks() {
        desk.exercise("hello-charlm");
        BoundingBox before = desk.onStage("c");
        desk.page().mouse().move(before.x + before.width / 2, before.y + 2);
        desk.page().evaluate("([x, y]) => document.querySelector('.stage-canvas').dispatchEvent(new WheelEvent('wheel',"
                + " {clientX: x, clientY: y, deltaY: -200, ctrlKey: true, cancelable: true}))", List.of(before.x + before.width / 2, before.y + 2));
        BoundingBox near = desk.onStage("c");
        assertTrue(near.width > before.width * 1.3, near.width + " is wider than " + before.width);
        assertTrue(near.x < before.x + before.width / 2 && near.x + near.width > before.x + before.width / 2, "what is under the pointer stays there");
        desk.page().locator(".stage-canvas").focus();
        desk.page().keyboard().press("0");
        desk.until("Math.abs(document.getElementById('stage').stageAnchor('c').width - given) < 1", before.width);
        desk.page().keyboard().press("+");
        desk.until("document.getElementById('stage').stageAnchor('c').width > given * 1.2", before.width);
        desk.page().keyboard().press("-");
        desk.until("Math.abs(document.getElementById('stage').stageAnchor('c').width - given) < 2", before.width);
    }

    @Test
    void whatIsPointedAtInTheFormulaLightsUpOnTheStageAndTheOtherWayRound() {
        desk.exercise("elman-trace");
        BoundingBox a = desk.onStage("a");
        desk.page().mouse().click(a.x + a.width * 0.25, a.y + a.height / 2);
        desk.until("s.explanation && s.explanation.output === 'a' && s.explanation.t === 1 && document.querySelector('.formula-dot')");
        if (desk.page().locator(".formula-terms li").count() != 2) {
            desk.page().locator(".formula-dot").last().click();
        }
        desk.page().locator(".formula-terms li").nth(1).hover();
        desk.until("s.hover && s.hover.tensor === 'h' && s.hover.t === 0 && s.hover.index === 1");
        noPointer();
        desk.until("!s.hover");
        BoundingBox h = desk.onStage("h");
        desk.page().mouse().move(h.x + h.width * 0.75, h.y + h.height / 2);
        desk.until("s.hover && s.hover.tensor === 'h' && s.hover.t === 1 && s.hover.index === 1");
        desk.until("!document.querySelector('.stage-tip').hidden && text('.stage-tip-name') === 'h(2)'");
        assertTrue(desk.is("Math.abs(Number(text('.stage-tip-value').replace('−', '-')) - rows('h')[1][1]) < 1e-3"), "the value beside the pointer");
    }

    @Test
    void aNumberPointedAtIsExplainedAndItsSymbolsLightUp() {
        desk.exercise("elman-trace");
        BoundingBox a = desk.onStage("a");
        desk.page().mouse().move(a.x + a.width * 0.25, a.y + a.height / 2);
        desk.until("s.hover && !s.selection && s.explanation && s.explanation.output === 'a' && s.explanation.t === 1 && s.explanation.unit === 0");
        desk.until("document.querySelectorAll('.formula-terms li').length > 0");
        desk.page().locator(".formula-dot").last().hover();
        desk.until("s.hover && s.hover.tensor === 'h' && s.hover.index === -1 && s.explanation && s.explanation.output === 'a'");
        noPointer();
        desk.until("!s.hover && !s.explanation && document.querySelector('.formula-hint')");
        BoundingBox h = desk.onStage("h");
        desk.page().mouse().click(h.x + h.width * 0.25, h.y + h.height / 2);
        desk.until("s.explanation && s.explanation.output === 'h' && s.selection");
        desk.page().mouse().move(a.x + a.width * 0.25, a.y + a.height / 2);
        desk.until("s.hover && s.hover.tensor === 'a' && document.querySelectorAll('.formula-line .formula-lit').length > 0");
        assertEquals("h", desk.text("s.explanation.output"), "the selected number stays explained");
        desk.page().keyboard().press("Escape");
    }

    @Test
    void theTableTellsTheNumbersOfTheStage() {
        desk.exercise("elman-trace");
        desk.button("Table").click();
        desk.until("text('.stage-twin caption') === 'Step 4'");
        assertEquals(desk.text("rows('h')[3].map((value) => value.toPrecision(4)).join(' ')"), desk.text(
                "[...[...document.querySelectorAll('.stage-twin tbody tr')].find((tr) => tr.children[0].textContent.startsWith('h '))"
                + ".querySelectorAll('td')].filter((td) => td.textContent).map((td) => td.textContent.replace('−', '-')).join(' ')"));
        assertTrue(desk.page().locator(".stage-twin table").isVisible());
        desk.button("Table").click();
    }
}
