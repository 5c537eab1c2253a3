package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the stage shows leaves the page as a file, even of a page that was opened from disk. */
class SaveIT {

    @ParameterizedTest
    @EnumSource
    void theStageIsSavedAsAPictureADrawingAndNumbers(Browsers browser) {
        try (Visit visit = Visit.ready(browser, Hosting.FILE)) {
            Page page = visit.page();
            byte[] png = saved(page, "PNG", "hello-charlm.png");
            assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
            assertEquals((Integer) page.evaluate("3 * document.querySelector('.stage-canvas').clientWidth"),
                    (png[18] & 255) << 8 | png[19] & 255, "three times as fine as the screen");

            String svg = new String(saved(page, "SVG", "hello-charlm.svg"), StandardCharsets.UTF_8);
            assertTrue(svg.contains(">probabilities</text>") && !svg.contains("<image") && !svg.contains("NaN"), "text as text, no pixels");
            assertEquals(true, page.evaluate("svg => !new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')", svg));

            String csv = new String(saved(page, "CSV", "hello-charlm-trace.csv"), StandardCharsets.UTF_8);
            assertTrue(csv.contains("\r\nh,activation,2,e,,5,"), "h of unit 5 at step 2");
            assertEquals(true, page.evaluate("csv => { const {frame, structure} = unrolled.store.get();"
                    + " const lines = csv.trim().split('\\r\\n').slice(1).map((line) => line.split(','));"
                    + " return structure.tensors.filter(({role}) => role !== 'curve').every(({name, rows, cols}) =>"
                    + " { const own = lines.filter((line) => line[0] === name).map((line) => Math.fround(line[6]));"
                    + " return own.length === rows * cols && own.every((value, k) => value === frame.tensor(name).at(Math.floor(k / cols), k % cols)); }); }",
                    csv), "every number, exactly");
            assertEquals(List.of(), visit.troubles());
        }
    }

    /** What the page hands over to be saved: Playwright hears of downloads in Chromium only. */
    private static byte[] saved(Page page, String kind, String name) {
        page.evaluate("() => { const make = URL.createObjectURL; const click = HTMLAnchorElement.prototype.click;"
                + " window.saved = new Promise((resolve) => {"
                + " let bytes = null; URL.createObjectURL = (blob) => { bytes = blob.arrayBuffer(); return make.call(URL, blob); };"
                + " HTMLAnchorElement.prototype.click = async function() { URL.createObjectURL = make; HTMLAnchorElement.prototype.click = click;"
                + " click.call(this); resolve([this.download, this.href, Array.from(new Uint8Array(await bytes))]); }; }); }");
        page.getByLabel("Save", new Page.GetByLabelOptions().setExact(true)).click();
        page.locator("#stage-save button").filter(new Locator.FilterOptions().setHasText(kind)).click();
        List<?> saved = (List<?>) page.evaluate("() => window.saved");
        assertEquals(name, saved.get(0));
        assertTrue(((String) saved.get(1)).startsWith("blob:"));
        List<?> numbers = (List<?>) saved.get(2);
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = ((Number) numbers.get(i)).byteValue();
        }
        return bytes;
    }
}
