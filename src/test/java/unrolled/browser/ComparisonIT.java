package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unrolled.lab.Labs;

/** Models beside each other, and the views of what comes out of a net: each shows what the core says. */
class ComparisonIT {
    private static final String OPEN_VIEW = "name => document.getElementById('view-tab-' + name).click()";

    @ParameterizedTest
    @EnumSource
    void aPressedRowLooksIntoThatModel(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("long-memory")) {
            int gru = ((Number) desk.ask("structure.variants.indexOf('GRU')")).intValue();
            desk.page().locator(".compare-row").nth(gru).click();
            desk.until("structure.variant === given && structure.layers[0].cell === 'gru'", gru);
            desk.until("document.querySelectorAll('#compare input')[given].checked", gru);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyModelIsTrainedAndHasItsCurve(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("long-memory")) {
            desk.page().evaluate("unrolled.engine.train(3)");
            desk.until("report.variants.every(({updates}) => updates === 3)");
            desk.until("structure.variants.every((name) => document.querySelector('.compare-chart')"
                    + ".getAttribute('aria-label').includes(name + ': '))");
            desk.until("document.querySelector('.compare-chart').getAttribute('aria-label').split('after 3 updates')"
                    + ".length === structure.variants.length + 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCellOfTheConfusionPicksItsSentences(Browsers browser) {
        try (Desk desk = view(browser, "long-memory", "confusion")) {
            desk.until("document.querySelector('.wrong-cell')");
            Locator cell = desk.page().locator(".wrong-cell").first();
            int count = Integer.parseInt(cell.innerText());
            assertTrue(count > 0);
            cell.click();
            desk.until("text('.tagged-head .quiet-button').includes(' called ')");
            String[] pair = cell.getAttribute("aria-label").split(" × ")[1].split(" called ");
            desk.until("[...document.querySelectorAll('.tagged > li')].every((one) => one.innerText.includes(given))",
                    "is " + pair[0]);
            assertTrue(desk.number("document.querySelectorAll('.tagged > li').length") <= count);
        }
    }

    @ParameterizedTest
    @EnumSource
    void predictionsStandBesideTheTruth(Browsers browser) {
        try (Desk desk = view(browser, "lstm-sequence-map", "outputs")) {
            desk.page().locator(".figure-twin summary").first().click();
            String truth = "[...document.querySelectorAll('.figure-twin tbody tr')].map((row) => row.cells[1].innerText).join()";
            desk.until(truth + " === '1,3,7,11'");
            desk.page().locator(".view-outputs .segmented label").nth(1).click();
            desk.until(truth + " === '1,3,5,7'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBeamOfOneIsGreedy(Browsers browser) {
        try (Desk desk = view(browser, "hello-charlm", "beam")) {
            Locator width = desk.page().getByLabel("Beam width", new GetByLabelOptions()
                    .setExact(true)).first();
            width.press("Home");
            desk.until("text('.view-beam output') === '1'");
            desk.until("text('.beam-answer .spelled').split('|').every((one, k, all) => one && one === all[0])");
            width.press("End");
            desk.until("text('.view-beam output') === '10'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGradientIsFollowedInWordsAndClippedByHand(Browsers browser) {
        String json = Labs.preset("scalar-bptt").replace("\"open\": [", "\"open\": [\"gradients\", ");
        try (Desk desk = chosen(Desk.open(browser).exercise("scalar-bptt").experiment(json), "gradients")) {
            desk.until("/(arrives|vanishes|explodes): /.test(text('.fate'))");
            desk.page().locator(".view-gradients .switch").click();
            desk.until("structure.preset.training.clipNorm === 1");
            desk.page().getByLabel("Clip the gradient at").first().press("Home");
            desk.until("structure.preset.training.clipNorm === 0.01 && text('.clip-row').includes('→ 0.01')");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMelodyLightsItsNotesAlsoWithoutSound(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("melody-one-to-many")) {
            desk.page().evaluate("() => { window.AudioContext = undefined; }");
            Locator play = desk.page().locator(".melody-play").first();
            play.click();
            desk.until("document.querySelector('.melody-row .sounding')");
            assertEquals("Stop", play.getAttribute("aria-label"));
            play.click();
            desk.until("!document.querySelector('.sounding')");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSliderGoesBackToWhatWasWrittenBefore(Browsers browser) {
        try (Desk desk = Desk.open(browser).exercise("hello-charlm")) {
            desk.page().evaluate("unrolled.engine.train(200)");
            desk.until("!document.getElementById('samples').hidden && !text('#samples .figure').startsWith('0 ')");
            Locator slider = desk.page().locator("#samples .slider");
            slider.press("Home");
            desk.until("text('#samples .figure').startsWith('0 updates')");
            slider.press("End");
            desk.until("!text('#samples .figure').startsWith('0 ')");
        }
    }

    private static Desk view(Browsers browser, String exercise, String name) {
        return chosen(Desk.open(browser).exercise(exercise), name);
    }

    private static Desk chosen(Desk desk, String name) {
        desk.until("document.getElementById('view-tab-' + given)", name);
        desk.page().evaluate(OPEN_VIEW, name);
        return desk;
    }
}
