package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Base64;
import java.util.List;

/** What the menu over the stage gives a reader to take away. */
final class Takeaway {
    private static final String LISTEN = """
            () => {
              const make = URL.createObjectURL;
              const click = HTMLAnchorElement.prototype.click;
              window.saved = new Promise((resolve, reject) => {
                let blob = null;
                setTimeout(reject, 30000, new Error("nothing was saved"));
                URL.createObjectURL = (one) => make.call(URL, blob = one);
                HTMLAnchorElement.prototype.click = function() {
                  URL.createObjectURL = make;
                  HTMLAnchorElement.prototype.click = click;
                  click.call(this);
                  const reader = new FileReader();
                  reader.onload = () => resolve([this.download, this.href, reader.result.split(",")[1]]);
                  reader.readAsDataURL(blob);
                };
              });
            }""";

    private Takeaway() { }

    /**
     * A file as the page hands it over to be saved: Playwright hears of downloads in Chromium only.
     *
     * @param kind as the menu names it
     * @param name the file must have
     */
    static byte[] saved(Page page, String kind, String name) {
        page.evaluate(LISTEN);
        page.getByLabel("Save", new Page.GetByLabelOptions().setExact(true)).click();
        page.locator("#stage-save button").filter(new Locator.FilterOptions().setHasText(kind)).click();
        List<?> saved = (List<?>) page.evaluate("() => window.saved");
        assertEquals(name, saved.get(0));
        assertTrue(((String) saved.get(1)).startsWith("blob:"));
        return Base64.getDecoder().decode((String) saved.get(2));
    }
}
