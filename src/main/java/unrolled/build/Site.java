package unrolled.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The build's last step but the jar: {@code web/}, {@code presets/} and the compiled core become {@code target/site/},
 * {@code target/unrolled.html} and {@code target/unrolled-site.zip}. One classic script holds everything, since a page
 * opened from disk may load neither modules nor workers nor WebAssembly by address.
 */
public final class Site {
    private Site() { }

    /** Arguments: the project's folder, the build's folder. */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path web = project.resolve("web");

        Bundle bundle = new Bundle(web);
        String worker = Loader.script(web, target.resolve("wasm")) + bundle.script("engine/worker.js", "");
        byte[] core = Files.readAllBytes(target.resolve("wasm/core.wasm"));
        byte[] kernels = Kernels.module(web.resolve("engine/kernels"));
        String presets = Generated.presets(project.resolve("presets"));
        String script = bundle.script("app/main.js", Generated.module(worker, core, kernels, presets));
        String bench = bundle.script("app/bench.js", Generated.module(worker, core, kernels, "{}"));
        String style = Styles.sheet(web.resolve("style"));
        Page page = Page.read(web.resolve("index.html"));

        Path site = Folder.emptied(target.resolve("site"));
        Files.writeString(site.resolve("unrolled.js"), script);
        Files.writeString(site.resolve("unrolled.css"), style);
        Files.writeString(site.resolve("index.html"), page.linked());
        Files.writeString(site.resolve("bench.js"), bench);
        Files.writeString(site.resolve("bench.css"), Styles.minified(Files.readString(web.resolve("bench.css"))));
        Files.writeString(site.resolve("bench.html"), Page.linked(Files.readString(web.resolve("bench.html"))));
        Files.copy(web.resolve("icon.svg"), site.resolve("icon.svg"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(target.resolve("unrolled.html"), page.inlined(script, style, web.resolve("icon.svg")));
        Archive.write(site, target.resolve("unrolled-site.zip"));
    }
}
