package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import unrolled.lab.Labs;

/**
 * Writes target/screens/gallery/*.png: every exercise as it opens, wide and on a phone; with {@code -Dgallery=full} after
 * some training too.
 */
class GalleryIT {
    private static final boolean FULL = "full".equals(System.getProperty("gallery"));
    private static final String SOME_TRAINING = """
            async () => {
              const frame = () => new Promise(requestAnimationFrame);
              const train = document.getElementById("train");
              if (!unrolled.store.get().structure.trains) return;
              const before = unrolled.store.get().frame.report.updates;
              train.click();
              while (unrolled.store.get().frame.report.updates < before + 40) await frame();
              train.click();
              while (unrolled.store.get().training) await frame();
              for (let k = 0; k < 3; k++) await frame();
            }""";

    @Test
    void everyExerciseFitsItsWindow() {
        NewContextOptions options = new NewContextOptions().setViewportSize(1440, 900).setReducedMotion(ReducedMotion.REDUCE);
        List<Executable> fits = new ArrayList<>();
        try (Desk desk = Desk.open(Browsers.CHROMIUM, options)) {
            for (String id : Labs.ids()) {
                desk.page().setViewportSize(1440, 900);
                desk.exercise(id).rest();
                fits.add(picture(desk, id + "-open"));
                Object high = desk.page().evaluate("document.documentElement.scrollHeight");
                fits.add(() -> assertEquals(900, high, "the page's own height in " + id));
                if (FULL) {
                    desk.page().evaluate(SOME_TRAINING);
                    desk.rest();
                    fits.add(picture(desk, id + "-trained"));
                }
                desk.page().setViewportSize(390, 844);
                desk.rest();
                fits.add(picture(desk, id + "-phone"));
            }
        }
        assertAll(fits);
    }

    private static Executable picture(Desk desk, String name) {
        desk.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/gallery", name + ".png")));
        Object wide = desk.page().evaluate("document.documentElement.scrollWidth");
        int width = desk.page().viewportSize().width;
        return () -> assertEquals(width, wide, "the page's own width in " + name);
    }
}
