package unrolled.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A reader at work: the page, a hand on it, and questions to what the page knows. Questions are JavaScript expressions over
 * {@code s}, the state of the page, and the words below. Whatever went wrong meanwhile makes {@link #close} fail.
 */
final class Desk implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private static final String THREE_FRAMES = "async () => { for (let k = 0; k < 3; k++) await new Promise(requestAnimationFrame); }";

    private static final String WORDS = """
            const s = unrolled.store.get();
            const {structure, frame} = s;
            const end = structure ? structure.schedule.length / 2 : 0;
            const report = frame ? frame.report : {};
            const rows = (name) => {
              const tensor = frame.tensor(name);
              return Array.from({length: tensor.rows}, (_, r) => Array.from({length: tensor.cols}, (_, c) => tensor.at(r, c)));
            };
            const numbers = (...roles) => JSON.stringify(structure.tensors.filter(({role}) => roles.includes(role))
              .map(({name}) => [name, rows(name)]));
            const weights = () => numbers("weight");
            const moment = () => JSON.stringify([structure.preset, report.updates, s.temperature,
              structure.tensors.filter(({role}) => !["curve", "change"].includes(role)).map(({name}) => [name, rows(name)])]);
            const text = (selector) => [...document.querySelectorAll(selector)].map((node) => node.innerText.trim()).join("|");
            """;

    private final Visit visit;
    private final Page page;

    private Desk(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
        page.setDefaultTimeout(PATIENCE_MS);
    }

    /** The page as it opens, at the size of a usual screen; without motion, so that nothing begins by itself. */
    static Desk open(Browsers browser) {
        return open(browser, new NewContextOptions().setViewportSize(1440, 900).setReducedMotion(ReducedMotion.REDUCE));
    }

    static Desk open(Browsers browser, NewContextOptions options) {
        return new Desk(Visit.ready(browser, Hosting.HOSTED, options));
    }

    Page page() {
        return page;
    }

    /** Follows a link to an exercise; an exercise that is open is opened afresh. */
    Desk exercise(String id) {
        if (is("s.presetId === '" + id + "'")) {
            follow(id.equals("lstm-step") ? "elman-trace" : "lstm-step");
        }
        return follow(id);
    }

    private Desk follow(String id) {
        page.evaluate("id => { location.hash = id; }", id);
        until("s.presetId === '" + id + "' && structure.preset.title === s.catalog.find(({id}) => id === '" + id + "').title"
                + " && frame.version === structure.version && s.playhead === end");
        return this;
    }

    /** Opens an experiment that is none of the exercises. */
    Desk experiment(String json) {
        page.evaluate("json => unrolled.engine.open(json)", json);
        until("frame.version === structure.version");
        return this;
    }

    /** What an expression is. */
    Object ask(String expression) {
        return page.evaluate("() => { " + WORDS + " return " + expression + "; }");
    }

    boolean is(String expression) {
        return (Boolean) ask("Boolean(" + expression + ")");
    }

    double number(String expression) {
        return ((Number) ask(expression)).doubleValue();
    }

    String text(String expression) {
        return String.valueOf(ask(expression));
    }

    /** The numbers of a tensor, as JSON. */
    String rows(String tensor) {
        return text("JSON.stringify(rows('" + tensor + "'))");
    }

    /** Everything that undo must bring back: the preset, the updates and every number. */
    String moment() {
        return text("moment()");
    }

    /** Waits until an expression holds. */
    void until(String condition) {
        until(condition, null);
    }

    /** Waits until an expression holds; {@code given} is a name in it. */
    void until(String condition, Object given) {
        Object state = page.evaluate("async ([given, patience]) => {\n"
                + "  const holds = () => { " + WORDS + " return Boolean(" + condition + "); };\n"
                + "  const start = performance.now();\n"
                + "  while (performance.now() - start < patience) {\n"
                + "    try { if (holds()) return null; } catch (notYet) { }\n"
                + "    await new Promise((resolve) => setTimeout(resolve, 4));\n"
                + "  }\n"
                + "  const {error, errorAt, notice, training, watching, playhead, selection, hover, zoom} = unrolled.store.get();\n"
                + "  return JSON.stringify({error, errorAt, notice, training, watching, playhead, selection, hover, zoom});\n"
                + "}", Arrays.asList(given, PATIENCE_MS));
        if (state != null) {
            throw new AssertionError("waited in vain for " + condition + (given == null ? "" : ", given " + given) + "; the page is at " + state);
        }
    }

    /** Waits until the core has answered everything and nothing moves any more. */
    void rest() {
        page.evaluate("async () => { const now = () => { " + WORDS + " return moment(); };"
                + " for (let k = 0, last = null; k < 3;) { await unrolled.engine.save(); await new Promise(requestAnimationFrame);"
                + " const next = now(); k = next === last ? k + 1 : 0; last = next; } }");
    }

    /** A button by what it is called. */
    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A number of a matrix on the page, by row and column from 1. */
    Locator weight(String tensor, int row, int column) {
        return page.getByRole(AriaRole.SPINBUTTON,
                new Page.GetByRoleOptions().setName(tensor + ", row " + row + ", column " + column).setExact(true));
    }

    /** A field or slider of a panel by its label. */
    Locator field(String panel, String label) {
        return page.locator("#" + panel).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** Replaces what stands in a field and takes it. */
    void type(Locator field, String value) {
        field.fill(value);
        field.press("Enter");
    }

    /** Clicks one of the words of a control that offers a few. */
    void choose(String panel, String word) {
        page.locator("#" + panel + " .segmented label:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + word + "$"))).click();
    }

    /** Shows the numbers of one tensor, in the panel of weights; they stand there with the next picture. */
    Desk tensor(String tensor) {
        page.getByLabel("Which numbers").selectOption(tensor);
        page.evaluate(THREE_FRAMES);
        return this;
    }

    /** Clicks a number of a matrix and types another. */
    void typeWeight(String tensor, int row, int column, String value) {
        tensor(tensor);
        weight(tensor, row, column).click();
        page.keyboard().type(value);
        page.keyboard().press("Enter");
    }

    /** Where a vector of the second step stands on the stage, once the stage has drawn what is open now. */
    BoundingBox onStage(String symbol) {
        page.evaluate(THREE_FRAMES);
        until("document.getElementById('stage').stageAnchor('" + symbol + "')");
        Map<?, ?> box = (Map<?, ?>) page.evaluate("symbol => document.getElementById('stage').stageAnchor(symbol)", symbol);
        BoundingBox bounds = new BoundingBox();
        bounds.x = ((Number) box.get("left")).doubleValue();
        bounds.y = ((Number) box.get("top")).doubleValue();
        bounds.width = ((Number) box.get("width")).doubleValue();
        bounds.height = ((Number) box.get("height")).doubleValue();
        return bounds;
    }

    List<String> troubles() {
        return visit.troubles();
    }

    @Override
    public void close() {
        List<String> troubles = troubles();
        visit.close();
        if (!troubles.isEmpty()) {
            throw new AssertionError("meanwhile the page told " + troubles);
        }
    }
}
