package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.lab.Structure;

/** Anyone can set a second model beside the first: both are seen at the same moment, and what differs is marked and said. */
class BesideIT {
    private static final String ORIGIN = "http://modules.test";
    private static final String LOSES_TIME = """
            async ([one, other]) => {
              const {sameMoment} = await import("/stage/beside-time.js");
              const [a, b] = [one, other].map((json) => JSON.parse(json));
              const end = ({schedule}) => schedule.length / 2;
              const at = ({schedule, equations}, p) => ({t: schedule[2 * p - 1], phase: equations[schedule[2 * p - 2]].phase});
              const wrong = [];
              for (let p = 1, last = 0; p <= end(a); p++) {
                const q = sameMoment(a, b, p);
                const [here, there] = [at(a, p), q ? at(b, q) : null];
                if (q < last || q !== Math.round(q)) wrong.push(`from ${last} to ${q} at ${p}`);
                const moves = q > last;
                if (moves && (here.t !== there.t || here.phase !== there.phase)) wrong.push(`${p}: ${JSON.stringify([here, there])}`);
                last = q;
              }
              if (sameMoment(a, b, 0) !== 0 || sameMoment(a, b, end(a)) !== end(b)) wrong.push("ends");
              return wrong.slice(0, 5);
            }""";
    private static final String STEPS_APART = """
            async ([one, other]) => {
              const {layoutOf} = await import("/stage/layout.js");
              const [a, b] = [one, other].map((json) => JSON.parse(json));
              a.beside = [b];
              b.beside = [a];
              const columns = (structure, low) =>
                JSON.stringify(layoutOf(structure, {width: 900, height: 320}, {zoom: 1, exists: () => true, low}).columns.slice(0, 5));
              return columns(a, false) === columns(b, true) ? "" : columns(a, false) + columns(b, true);
            }""";

    @ParameterizedTest
    @EnumSource
    void aGruBesideTheLstmLearnsTooAndUndoTakesItAway(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("hello-charlm")) {
            desk.page().evaluate("unrolled.engine.train(20)");
            desk.until("report.updates === 20");
            String lstm = desk.text("weights()");
            desk.exercise("hello-charlm");
            add(desk, "with GRU");
            desk.until("structure.variants.join() === 'LSTM,GRU' && structure.layers[0].cell === 'gru' && frame.beside.length === 1");
            desk.until("document.querySelectorAll('.beside-band canvas').length === 1");
            desk.page().evaluate("unrolled.engine.train(20)");
            desk.until("report.variants.every(({updates}) => updates === 20)");
            desk.page().locator("button.beside-head").click();
            desk.until("structure.variant === 0");
            assertEquals(lstm, desk.text("weights()"), "what it learns alone");
            desk.page().evaluate("unrolled.engine.train(200)");
            desk.until("report.variants.every(({accuracy, loss}) => accuracy === 1 && loss < 0.05)");
            desk.until("text('.beside-said') === 'LSTM and GRU give the same answers.'");
            desk.until("/^Down to a loss of .*(GRU|LSTM) after \\\\d+ updates/.test(text('#compare .small'))".replace("\\\\", "\\"));
            for (int undo = 0; undo < 3 && desk.is("structure.variants.length > 0"); undo++) {
                desk.page().keyboard().press("Control+z");
                desk.rest();
            }
            desk.until("structure.variants.length === 0 && frame.beside.length === 0");
            desk.until("[...document.querySelectorAll('.beside-band')].every((band) => !band.offsetHeight)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBranchStandsAtItsMomentBesideTheOriginalAtItsLast(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("hello-charlm")) {
            desk.page().evaluate("unrolled.engine.train(60)");
            desk.page().locator("canvas.loss").press("Home");
            desk.until("report.updates === 0");
            desk.page().evaluate("unrolled.engine.travel(8)");
            desk.until("report.updates === 8 && report.points === 60");
            String then = desk.text("weights()");
            desk.button("Branch from here").click();
            desk.until("structure.variants.join() === 'LSTM,LSTM from 8' && structure.variant === 1 && report.variants.map(({updates}) => updates).join() === '60,8'");
            assertEquals(then, desk.text("weights()"));
            desk.until("frame.beside.length === 1 && text('.beside-said').startsWith('Different answers at step')");
            String apart = desk.text("(() => { const best = (frame) => rowsOf(frame.tensor('y')).map((row) => "
                    .replace("rowsOf(", "((tensor) => Array.from({length: tensor.rows}, (_, r) => Array.from({length: tensor.cols}, (_, c) => tensor.at(r, c))))(")
                    + "structure.vocabulary[row.indexOf(Math.max(...row))]);"
                    + " const [lstm, branch] = [frame.beside[0].frame, frame].map(best);"
                    + " return lstm.map((said, t) => said === branch[t] ? '' : `step ${t + 1}: LSTM says ${said}, LSTM from 8 says ${branch[t]}`)"
                    + ".filter(Boolean).join('; '); })()");
            assertTrue(apart.length() > 10, apart);
            assertEquals("Different answers at " + apart + ".", desk.text("text('.beside-said')"));
            desk.page().keyboard().press("Control+z");
            desk.until("structure.variants.length === 0 && report.updates === 8 && report.points === 60");
            desk.page().locator("canvas.loss").press("End");
            desk.until("report.updates === 60");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModelIsRenamedAndTakenAway(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("hello-charlm")) {
            add(desk, "with 8 units");
            desk.until("structure.variants.join() === 'LSTM,LSTM 8' && structure.layers[0].hidden === 8");
            Locator name = desk.page().locator(".compare-rename");
            name.fill("Small");
            name.press("Enter");
            desk.until("structure.variants.join() === 'LSTM,Small' && text('.beside-open .beside-name') === 'Small'");
            desk.button("Take Small away").click();
            desk.until("structure.variants.join() === 'LSTM' && structure.layers[0].hidden === 16 && document.getElementById('compare').hidden");
            desk.page().keyboard().press("Control+z");
            desk.until("structure.variants.join() === 'LSTM,Small'");
        }
    }

    @Test
    void editsAreOfTheOpenModelAlone() {
        try (Desk desk = Desk.open(Browsers.CHROMIUM).exercise("hello-charlm")) {
            add(desk, "with SGD");
            desk.until("structure.variants.join() === 'LSTM,LSTM, SGD' && structure.preset.training.optimizer === 'sgd'");
            desk.page().getByLabel("Units", new Page.GetByLabelOptions().setExact(true)).first().fill("4");
            desk.page().keyboard().press("Enter");
            desk.until("structure.layers[0].hidden === 4 && frame.beside[0].structure.layers[0].hidden === 16");
            desk.until("frame.beside[0].structure.preset.training.optimizer === 'adam'");
        }
    }

    /** What goes through time once, twice, both ways, or not at all as one unit. */
    @Test
    void thePlayheadIsAtTheSameStepOfTheSamePhaseInEveryModel() {
        List<String> nets = List.of(net("{\"cell\": \"lstm\", \"hidden\": 3}"), net("{\"cell\": \"elman\", \"hidden\": 2}"),
                net("{\"cell\": \"gru\", \"hidden\": 2}, {\"cell\": \"gru\", \"hidden\": 2}"),
                net("{\"cell\": \"embedding\", \"size\": 2}, {\"cell\": \"dense\", \"hidden\": 3}"));
        try (Page page = modules()) {
            for (String one : nets) {
                for (String other : nets) {
                    assertEquals(List.of(), page.evaluate(LOSES_TIME, List.of(one, other)));
                    assertEquals("", page.evaluate(STEPS_APART, List.of(one, other)), "their steps stand one under the other");
                }
            }
        }
    }

    @Test
    void onAPhoneTheModelsStandOneUnderTheOther() {
        NewContextOptions phone = new NewContextOptions().setViewportSize(390, 844).setReducedMotion(ReducedMotion.REDUCE);
        try (Desk desk = Desk.open(Browsers.CHROMIUM, phone).exercise("hello-charlm")) {
            add(desk, "with RNN");
            desk.until("frame.beside.length === 1 && document.querySelector('.beside-band').offsetHeight > 150");
            desk.until("document.querySelector('.beside-band').getBoundingClientRect().bottom"
                    + " <= document.querySelector('.stage-view').getBoundingClientRect().top + 1");
            assertEquals(390, desk.number("document.documentElement.scrollWidth"));
        }
    }

    private static void add(Desk desk, String choice) {
        desk.button("Compare").click();
        desk.page().locator(".beside-menu .menu-item", new Page.LocatorOptions().setHasText(choice)).first().click();
        desk.until("s.comparing && structure.variants.length > 1");
    }

    private static String net(String layers) {
        Lab lab = Labs.float32(Labs.text("[" + layers + "]"));
        return Structure.of(lab).toString();
    }

    private static Page modules() {
        Page page = Browsers.CHROMIUM.browser().newPage();
        page.route(ORIGIN + "/**", route -> {
            String path = route.request().url().substring(ORIGIN.length() + 1);
            Route.FulfillOptions answer = new Route.FulfillOptions();
            route.fulfill(path.isEmpty() ? answer.setContentType("text/html").setBody("<!doctype html>")
                    : answer.setContentType("text/javascript").setPath(Path.of("web", path)));
        });
        page.navigate(ORIGIN + "/");
        return page;
    }
}
