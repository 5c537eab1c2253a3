package unrolled.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import unrolled.lab.Labs;

/**
 * Measures what the page promises a reader, and prints it; asserts nothing, as every machine has figures of its own. After
 * {@code mvn package}: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=unrolled.browser.Figures -Dexec.args=}
 */
public final class Figures {
    private static final int RUNS = 5;

    private static final String READY_AT = "performance.getEntriesByName('unrolled:ready')[0].startTime";

    /** Presses Train and waits until the greedy text is right. */
    private static final String SPELL_HELLO = """
            async () => {
              const pressed = performance.now();
              document.getElementById("train").click();
              while (unrolled.store.get().frame.report.greedy !== "ello") await new Promise(requestAnimationFrame);
              return performance.now() - pressed;
            }""";

    /** Trains for ten seconds and tells how long each animation frame took. */
    private static final String FRAMES = """
            async () => {
              document.getElementById("train").click();
              const frames = [];
              const start = await new Promise(requestAnimationFrame);
              for (let last = start; last - start < 10000;) {
                const now = await new Promise(requestAnimationFrame);
                frames.push(now - last);
                last = now;
              }
              document.getElementById("train").click();
              frames.sort((a, b) => a - b);
              return {frames: frames.length, late: 100 * frames.filter((ms) => ms > 20).length / frames.length,
                median: frames[frames.length >> 1], p99: frames[Math.floor(frames.length * 0.99)], longest: frames[frames.length - 1],
                updatesPerSecond: unrolled.store.get().updatesPerSecond};
            }""";

    /** Sets one weight, and waits for the animation frame after the one that shows it. */
    private static final String EDIT_A_WEIGHT = """
            async (k) => {
              const edited = performance.now();
              await unrolled.engine.set("Wx.f", k % 8, 0.5 + k / 100);
              await new Promise(requestAnimationFrame);
              await new Promise((resolve) => setTimeout(resolve));
              return performance.now() - edited;
            }""";

    /** Plays from a part of the schedule on, eight times as fast, for five seconds: how long each frame took. */
    private static final String PLAY = """
            async (part) => {
              const end = unrolled.store.get().structure.schedule.length / 2;
              unrolled.store.set({playhead: Math.floor(end * part), unit: "operation", speed: 8, watching: true});
              for (let k = 0; k < 20; k++) await new Promise(requestAnimationFrame);
              const frames = [];
              const start = await new Promise(requestAnimationFrame);
              for (let last = start; last - start < 5000;) {
                const now = await new Promise(requestAnimationFrame);
                frames.push(now - last);
                last = now;
              }
              unrolled.store.set({watching: false});
              frames.sort((a, b) => a - b);
              return {frames: frames.length, perSecond: Math.round(frames.length / 5), median: frames[frames.length >> 1],
                p99: frames[Math.floor(frames.length * 0.99)], longest: frames[frames.length - 1]};
            }""";

    /** Trains an exercise until all its checks hold, and tells how long that took. */
    private static final String CLAIMS = """
            async (id) => {
              const state = () => unrolled.store.get();
              const frame = () => new Promise(requestAnimationFrame);
              while (state().training) await frame();
              location.hash = id;
              const title = state().catalog.find((entry) => entry.id === id).title;
              const open = () => state().presetId === id && state().structure.preset.title === title
                && state().frame.version === state().structure.version && state().frame.report.updates === 0;
              while (!open()) await frame();
              if (!state().structure.preset.checks.some(({withinUpdates}) => withinUpdates > 0)) return null;
              const pressed = performance.now();
              const held = () => state().frame.report.checks.every(({ok}) => ok);
              document.getElementById("train").click();
              while (!held() && performance.now() - pressed < 60000) await new Promise(requestAnimationFrame);
              const seconds = (performance.now() - pressed) / 1000;
              document.getElementById("train").click();
              return [seconds, state().frame.report.updates, held()];
            }""";

    private static final String REGRESSION = """
            async () => {
              location.hash = "sequence-regression";
              const state = () => unrolled.store.get();
              while (state().presetId !== "sequence-regression") await new Promise(requestAnimationFrame);
              const pressed = performance.now();
              document.getElementById("train").click();
              while (state().frame.report.updates < 10000) await new Promise(requestAnimationFrame);
              const seconds = (performance.now() - pressed) / 1000;
              document.getElementById("train").click();
              return seconds;
            }""";

    private Figures() { }

    public static void main(String[] args) {
        for (Browsers browser : args.length > 0 ? new Browsers[] {Browsers.valueOf(args[0])} : Browsers.values()) {
            if (args.length > 1) {                           // Figures CHROMIUM stage
                edits(browser);
                playhead(browser);
                continue;
            }
            print(browser + ", hosted: from loading to ready, ms", () -> fresh(browser, Hosting.HOSTED, READY_AT));
            print(browser + ", from disk: from loading to ready, ms", () -> fresh(browser, Hosting.FILE, READY_AT));
            print(browser + ": from pressing Train to \"ello\", ms", () -> fresh(browser, Hosting.HOSTED, SPELL_HELLO));
            edits(browser);
            playhead(browser);
            frames(browser);
            claims(browser);
        }
        System.exit(0);                                      // the server and the browsers end with the program
    }

    private static void edits(Browsers browser) {
        try (Visit visit = Visit.ready(browser, Hosting.HOSTED)) {
            for (int[] size : new int[][] {{32, 32}, {128, 128}}) {
                visit.page().evaluate("(json) => unrolled.engine.open(json)", lstm(size[0], 1, size[1]));
                int[] k = {0};
                print(browser + ": from an edit of " + size[1] + " units over " + size[0] + " steps to its picture, ms", 25,
                        () -> ((Number) visit.page().evaluate(EDIT_A_WEIGHT, k[0]++)).doubleValue());
            }
        }
    }

    private static void playhead(Browsers browser) {
        try (Visit visit = Visit.ready(browser, Hosting.HOSTED, new NewContextOptions().setViewportSize(1440, 900))) {
            DoubleSupplier busy = busy(browser, visit.page());
            for (int[] size : new int[][] {{32, 2, 32}, {200, 4, 64}}) {
                visit.page().evaluate("(json) => unrolled.engine.open(json)", lstm(size[0], size[1], size[2]));
                for (double part : new double[] {0.1, 0.6}) {
                    double before = busy.getAsDouble();
                    Map<?, ?> figures = (Map<?, ?>) visit.page().evaluate(PLAY, part);
                    double perFrame = 1000 * (busy.getAsDouble() - before) / ((Number) figures.get("frames")).doubleValue();
                    System.out.printf("%s: playhead over %d steps, %d × %d units, %s, frames in ms: %s; busy a frame: %.1f%n", browser, size[0], size[1],
                            size[2], part < 0.5 ? "forward" : "backward", figures, perFrame);
                }
            }
        }
    }

    /**
     * Tells how many seconds the page's thread has worked since it was first asked, without the time that others take
     * from it; NaN where the browser does not say.
     */
    private static DoubleSupplier busy(Browsers browser, Page page) {
        if (browser != Browsers.CHROMIUM) {
            return () -> Double.NaN;
        }
        CDPSession session = page.context().newCDPSession(page);
        JsonObject onThread = new JsonObject();
        onThread.addProperty("timeDomain", "threadTicks");
        session.send("Performance.enable", onThread);
        return () -> {
            for (JsonElement metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
                if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                    return metric.getAsJsonObject().get("value").getAsDouble();
                }
            }
            return Double.NaN;
        };
    }

    /** A stack of LSTM layers that reads a text of so many steps. */
    private static String lstm(int steps, int layers, int units) {
        String text = "the quick brown fox jumps over the lazy dog ".repeat(steps / 44 + 1).substring(0, steps + 1);
        String layer = "{\"cell\": \"lstm\", \"hidden\": " + units + "}";
        return """
                {"version": 1, "title": "%d steps, %d × %d units", "data": {"texts": ["%s"]}, "model": {"layers": [%s],
                 "output": {"kind": "softmax", "at": "every"}}, "training": {"optimizer": "adam", "learningRate": 0.01}}"""
                .formatted(steps, layers, units, text, String.join(", ", Collections.nCopies(layers, layer)));
    }

    private static void frames(Browsers browser) {
        try (Visit visit = Visit.ready(browser, Hosting.HOSTED)) {
            Map<?, ?> figures = (Map<?, ?>) visit.page().evaluate(FRAMES);
            System.out.println(browser + ": 10 s of training, frames in ms, late = % over 20 ms: " + figures);
        }
    }

    private static void claims(Browsers browser) {
        try (Visit visit = Visit.ready(browser, Hosting.HOSTED)) {
            for (String id : Labs.ids()) {
                Object figures = visit.page().evaluate(CLAIMS, id);
                if (figures != null) {
                    System.out.println(browser + ": " + id + ", from Train to all checks, [s, updates, held]: " + figures);
                }
            }
            System.out.println(browser + ": sequence-regression, 10,000 updates, s: " + visit.page().evaluate(REGRESSION));
        }
    }

    private static double fresh(Browsers browser, Hosting hosting, String measure) {
        try (Visit visit = Visit.ready(browser, hosting)) {
            return ((Number) visit.page().evaluate(measure)).doubleValue();
        }
    }

    private static void print(String what, Supplier<Double> measure) {
        print(what, RUNS, measure);
    }

    private static void print(String what, int runs, Supplier<Double> measure) {
        List<Double> values = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            values.add(measure.get());
        }
        values.sort(null);
        System.out.printf("%s: median %.0f, %.0f to %.0f%n", what, values.get(runs / 2), values.get(0), values.get(runs - 1));
    }
}
