package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stage shows leaves the page as a file, even of a page that was opened from disk. */
class SaveIT {

    @ParameterizedTest
    @EnumSource
    void theStageIsSavedAsAPictureADrawingAndNumbers(Browsers browser) {
        try (Visit visit = Visit.ready(browser, Hosting.FILE)) {
            Page page = visit.page();
            byte[] png = Takeaway.saved(page, "PNG", "hello-charlm.png");
            assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
            assertEquals((Integer) page.evaluate("3 * (document.querySelector('.stage-canvas').clientWidth + 32)"), wide(png),
                    "three times as fine as the screen, with a margin");

            String svg = new String(Takeaway.saved(page, "SVG", "hello-charlm.svg"), StandardCharsets.UTF_8);
            assertTrue(svg.contains("<title>Spell hello</title>\n<desc>The network, unrolled through time. everything computed</desc>"), svg);
            assertTrue(svg.contains(">gate</text>"), "the scale of the gates");
            assertTrue(svg.contains(">probabilities</text>") && !svg.contains("<image") && !svg.contains("NaN"), "text as text, no pixels");
            assertEquals(true, page.evaluate("svg => !new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')", svg));

            String csv = new String(Takeaway.saved(page, "CSV", "hello-charlm-trace.csv"), StandardCharsets.UTF_8);
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

    @ParameterizedTest
    @EnumSource
    void aSlideIsSixteenByNineAndHoldsTheStripsToo(Browsers browser) {
        try (Desk desk = Desk.open(browser)) {
            desk.page().locator(".stage-view-switch button").filter(new Locator.FilterOptions().setHasText("Gradients")).click();
            desk.until("!document.querySelector('.stage-strips').hidden");
            desk.button("Save").click();
            desk.page().getByLabel("Both as a slide, 16 : 9").check();
            desk.page().keyboard().press("Escape");
            byte[] png = Takeaway.saved(desk.page(), "PNG", "hello-charlm.png");
            assertEquals(3840, wide(png));
            String svg = new String(Takeaway.saved(desk.page(), "SVG", "hello-charlm.svg"), StandardCharsets.UTF_8);
            assertTrue(svg.contains("viewBox=\"0 0 1280 720\"") && svg.contains(">‖dc‖</text>"), "the strips under the stage");
        }
    }

    /** A drawing is opened elsewhere: it must look as the canvas does, in both browsers. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("states")
    void theDrawingLooksLikeThePicture(Browsers browser, String id, String state, ColorScheme theme) {
        try (Desk desk = Desk.open(browser, new NewContextOptions().setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE).setColorScheme(theme)).exercise(id)) {
            desk.page().evaluate(state);
            desk.rest();
            byte[] svg = Takeaway.saved(desk.page(), "SVG", id + ".svg");
            byte[] png = Takeaway.saved(desk.page(), "PNG", id + ".png");
            double apart = ((Number) desk.page().context().newPage().evaluate(APART, Arrays.asList(base64(svg), base64(png)))).doubleValue();
            assertTrue(apart < 20, "levels of 255 apart: " + apart);
        }
    }

    static Stream<Arguments> states() {
        return Stream.of(Browsers.values()).flatMap(browser -> Stream.of(
                Arguments.of(browser, "hello-charlm", "() => unrolled.store.set({playhead: 40})", ColorScheme.LIGHT),
                Arguments.of(browser, "lstm-step", "() => unrolled.store.set({zoom: {layer: 1, t: 1}})", ColorScheme.DARK),
                Arguments.of(browser, "hello-charlm", "() => document.querySelector('.stage-view-switch button:last-child').click()", ColorScheme.DARK)));
    }

    /** By how many of 255 levels the means of squares of 12 pixels are apart at most: how glyphs are smoothed is not seen. */
    private static final String APART = """
            async (files) => {
              const side = 12;
              const means = [];
              for (const [k, type] of ["image/svg+xml", "image/png"].entries()) {
                const image = new Image();
                image.src = "data:" + type + ";base64," + files[k];
                await image.decode();
                const density = k ? 3 : 1;
                const [columns, rows] = [image.naturalWidth, image.naturalHeight].map((size) => Math.floor(size / density / side));
                const canvas = new OffscreenCanvas(columns * side * density, rows * side * density);
                const ctx = canvas.getContext("2d");
                ctx.drawImage(image, 0, 0);
                const {data} = ctx.getImageData(0, 0, canvas.width, canvas.height);
                const sums = new Float64Array(3 * columns * rows);
                for (let y = 0; y < canvas.height; y++) {
                  for (let x = 0; x < canvas.width; x++) {
                    const square = Math.floor(y / side / density) * columns + Math.floor(x / side / density);
                    for (let c = 0; c < 3; c++) sums[3 * square + c] += data[4 * (y * canvas.width + x) + c] / (side * density) ** 2;
                  }
                }
                means.push(sums);
              }
              if (means[0].length !== means[1].length) return 255;
              return means[0].reduce((most, mean, k) => Math.max(most, Math.abs(mean - means[1][k])), 0);
            }""";

    @ParameterizedTest
    @EnumSource
    void theStageIsFilmed(Browsers browser) {
        NewContextOptions moving = new NewContextOptions().setViewportSize(1440, 900).setReducedMotion(ReducedMotion.NO_PREFERENCE);
        try (Visit visit = Visit.ready(browser, Hosting.FILE, moving)) {
            Page page = visit.page();
            page.evaluate("() => { document.querySelectorAll('.stage-film select')[1].value = '5'; }");
            byte[] film = Takeaway.saved(page, "WEBM", "hello-charlm.webm");
            assertEquals(true, page.evaluate("() => { const {playhead, structure, watching} = unrolled.store.get();"
                    + " return playhead === structure.schedule.length / 2 && !watching; }"), "once over everything");
            List<?> seen = (List<?>) page.context().newPage().evaluate(SCREENED, base64(film));
            assertEquals(List.of(1280, 720), seen.subList(0, 2));
            assertEquals(6, ((Number) seen.get(2)).doubleValue(), 0.8, "five seconds and the rest");
            assertTrue(new HashSet<>((List<?>) seen.get(3)).size() > 3, "pictures that differ");
            assertEquals(List.of(), visit.troubles());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFilmOfTrainingTrainsAndACancelledOneIsNotKept(Browsers browser) {
        try (Desk desk = Desk.open(browser)) {
            desk.page().evaluate("() => { window.kept = 0; const click = HTMLAnchorElement.prototype.click;"
                    + " HTMLAnchorElement.prototype.click = function() { window.kept++; click.call(this); }; }");
            desk.button("Save").click();
            desk.page().locator(".stage-film select").first().selectOption("training");
            desk.page().locator("#stage-save button").filter(new Locator.FilterOptions().setHasText("WEBM")).click();
            desk.until("s.training && report.updates > 3 && document.querySelector('.stage-filming').open");
            desk.until("document.querySelector('.stage-filming progress').value > 0");
            desk.button("Cancel").click();
            desk.until("!s.training && !document.querySelector('.stage-filming').open");
            desk.rest();
            assertEquals(0, desk.page().evaluate("window.kept"));
        }
    }

    private static final String SCREENED = """
            async (film) => {
              const video = document.createElement("video");
              video.muted = true;
              video.src = "data:video/webm;base64," + film;
              await new Promise((resolve, reject) => {
                video.onloadeddata = resolve;
                video.onerror = () => reject(new Error(video.error.message));
              });
              const canvas = new OffscreenCanvas(160, 90);
              const ctx = canvas.getContext("2d");
              const frames = [];
              video.playbackRate = 2;
              await video.play();
              while (!video.ended) {
                await new Promise(requestAnimationFrame);
                if (video.currentTime < frames.length * 1.5) continue;
                ctx.drawImage(video, 0, 0, 160, 90);
                frames.push(ctx.getImageData(0, 0, 160, 90).data.join());
              }
              return [video.videoWidth, video.videoHeight, video.currentTime, frames];
            }""";

    private static int wide(byte[] png) {
        return (png[18] & 255) << 8 | png[19] & 255;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
