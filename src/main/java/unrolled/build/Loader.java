package unrolled.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * TeaVM's classic loader, in a scope where {@code Function} and {@code WebAssembly} are ours: it writes its wrappers as
 * source text, which a policy without {@code unsafe-eval} forbids, and {@code web/engine/safe-function.js} hands it
 * closures instead; and it would compile what the page has compiled already.
 */
final class Loader {
    private Loader() { }

    /** The script that leaves {@code TeaVM} in the worker's global scope. */
    static String script(Path web, Path wasm) throws IOException {
        return "/*! TeaVM's loader, https://teavm.org, Apache License 2.0 */\n(()=>{"
                + Files.readString(web.resolve("engine/safe-function.js"))
                + "(function(Function,WebAssembly){" + Files.readString(wasm.resolve("classes.wasm-runtime.js"))
                + "\nself.TeaVM=TeaVM;}).call(self,SafeFunction,Compiled)})();\n";
    }
}
