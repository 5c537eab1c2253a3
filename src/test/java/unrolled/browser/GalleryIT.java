package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Labs;

/** Writes target/screens/gallery/*.png: every exercise as it opens and after some training, wide and on a phone. */
class GalleryIT {
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

    static List<String> ids() {
        return Labs.ids();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void everyExerciseFitsItsWindow(String id) {
        NewContextOptions options = new NewContextOptions().setViewportSize(1440, 900).setReducedMotion(ReducedMotion.REDUCE);
        try (Desk desk = Desk.open(Browsers.CHROMIUM, options).exercise(id)) {
            desk.rest();
            picture(desk, id + "-open");
            assertEquals(900, desk.page().evaluate("document.documentElement.scrollHeight"), "the page's own height in " + id);
            desk.page().evaluate(SOME_TRAINING);
            desk.rest();
            picture(desk, id + "-trained");
            desk.page().setViewportSize(390, 844);
            desk.rest();
            picture(desk, id + "-phone");
        }
    }

    private static void picture(Desk desk, String name) {
        desk.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/gallery", name + ".png")));
        assertEquals(desk.page().viewportSize().width, desk.page().evaluate("document.documentElement.scrollWidth"),
                "the page's own width in " + name);
    }
}
