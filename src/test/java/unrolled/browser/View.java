package unrolled.browser;

import com.microsoft.playwright.Page;
import java.util.Locale;

/** What a reader may have before them; each is reached from the page as it opens. */
enum View {
    START(""),
    /** Pressed Train, waited for "ello", pressed it again. */
    LEARNT("""
            const train = document.getElementById("train");
            train.click();
            while (unrolled.store.get().frame.report.greedy !== "ello") await frame();
            train.click();
            while (unrolled.store.get().training) await frame();"""),
    GRADIENTS("""
            [...document.querySelectorAll("button")].find((button) => button.textContent === "Gradients").click();"""),
    UNFOLDED("""
            unrolled.store.set({zoom: {layer: 1, t: 1}});"""),
    NUMBER("""
            unrolled.store.set({zoom: {layer: 1, t: 1}, selection: {tensor: "f", t: 1, index: 2, inside: true}});
            while (!document.querySelector(".stage-crumb[aria-current]") || !unrolled.store.get().explanation) await frame();"""),
    HALFWAY("""
            unrolled.store.set({playhead: 40});"""),
    EXERCISES("""
            document.getElementById("open-catalogue").click();"""),
    SETTINGS("""
            document.getElementById("settings").showPopover();"""),
    REFUSED("""
            await unrolled.engine.open("{}").catch((e) => unrolled.store.set({error: e.message}));""");

    private final String steps;

    View(String steps) {
        this.steps = steps;
    }

    /** Brings the page there and waits until that is painted. */
    void reach(Page page) {
        page.evaluate("async () => { const frame = () => new Promise(requestAnimationFrame);\n" + steps
                + "\nfor (let k = 0; k < 3; k++) await frame(); }");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
