package unrolled.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    private Path web;

    @Test
    void onlyWhatTheEntryReachesIsInTheScript() throws IOException {
        write("app/main.js", "import {used} from './used.js'; import {text} from '../generated.js'; console.log(used, text);");
        write("app/used.js", "export const used = 'reached';");
        write("app/unused.js", "console.log('not reached');");
        String script = new Bundle(web).script("app/main.js", "export const text = 'generated';");
        assertTrue(script.contains("reached") && script.contains("generated"), script);
        assertFalse(script.contains("not reached"), script);
    }

    @Test
    void aTypeErrorEndsTheBuildAndNamesItsPlace() throws IOException {
        write("app/main.js", "/** @type {number} */ const n = 'one'; console.log(n);");
        PrintStream standardError = System.err;
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        System.setErr(new PrintStream(report, true, StandardCharsets.UTF_8));
        try {
            Exception e = assertThrows(IllegalStateException.class, () -> new Bundle(web).script("app/main.js", ""));
            assertEquals("web/app/main.js does not compile: the errors stand above, with file and line", e.getMessage());
        } finally {
            System.setErr(standardError);
        }
        assertTrue(report.toString(StandardCharsets.UTF_8).contains("web/app/main.js:1"), report.toString(StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Path file = web.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
