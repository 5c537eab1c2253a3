package unrolled.wasm;

import org.teavm.jso.JSExport;

/** The core's entry: until the boundary lands, one call that proves the chain. */
public final class Main {
    private Main() { }

    public static void main(String[] args) { }

    @JSExport
    public static String greet(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name must not be empty");
        }
        return "hello " + name;
    }
}
