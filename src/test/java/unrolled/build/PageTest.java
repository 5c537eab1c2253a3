package unrolled.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unrolled.server.ContentPolicy;

class PageTest {
    private static final String HTML = """
            <!doctype html>
            <meta charset="utf-8">
            <link rel="icon" href="icon.svg">
            <link rel="stylesheet" href="unrolled.css">
            <script src="unrolled.js"></script>
            """;
    @TempDir
    private Path folder;
    private Path icon;

    @BeforeEach
    void draw() throws IOException {
        icon = Files.writeString(folder.resolve("icon.svg"), "<svg/>");
    }

    @Test
    void theSitesPageBearsThePolicyItIsServedWith() throws IOException {
        assertTrue(read(HTML).linked().contains("content=\"" + ContentPolicy.site() + "\""));
    }

    @Test
    void theSingleFileHoldsEverythingUnderItsHashes() throws IOException {
        assertEquals("""
                <!doctype html>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <link rel="icon" href="data:image/svg+xml;base64,PHN2Zy8+">
                <style>b{}</style>
                <script>a()</script>
                """.formatted(ContentPolicy.singleFile(Text.hash("a()"), Text.hash("b{}"))),
                read(HTML).inlined("a()", "b{}", icon));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a('</SCRIPT>')", "a('<!--')"})
    void aScriptThatWouldEndItsElementIsRefused(String script) throws IOException {
        Page page = read(HTML);
        assertThrows(IllegalStateException.class, () -> page.inlined(script, "", icon));
    }

    @Test
    void aPageWithoutThePlaceForTheScriptIsRefused() {
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> read(HTML.replace("unrolled.js", "main.js")));
        assertEquals("web/index.html must have exactly once <script src=\"unrolled.js\"></script>", e.getMessage());
    }

    private Page read(String html) throws IOException {
        return Page.read(Files.writeString(folder.resolve("index.html"), html));
    }
}
