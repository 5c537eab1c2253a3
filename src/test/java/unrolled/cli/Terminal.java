package unrolled.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs one command and keeps what it printed. */
record Terminal(int code, String out, String errors) {
    static Terminal run(String... line) {
        PrintStream standardOut = System.out;
        PrintStream standardError = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
            int code = Main.run(line);
            return new Terminal(code, out.toString(StandardCharsets.UTF_8).strip(),
                    errors.toString(StandardCharsets.UTF_8).strip());
        } finally {
            System.setOut(standardOut);
            System.setErr(standardError);
        }
    }
}
