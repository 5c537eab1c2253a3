package unrolled.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir
    private Path folder;
    private Path site;
    private Server server;

    @BeforeEach
    void serveAFolder() throws IOException {
        site = Files.createDirectories(folder.resolve("site"));
        Files.writeString(site.resolve("index.html"), "the page");
        Files.writeString(site.resolve("core.wasm"), "the core");
        Files.writeString(site.resolve("app.webmanifest"), "{}");
        Files.writeString(Files.createDirectories(site.resolve("inner")).resolve("file.txt"), "inside");
        Files.writeString(folder.resolve("secret.txt"), "outside");
        server = Server.start(site.toUri(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFolderItselfIsThePage() throws Exception {
        assertEquals("the page", ask("GET", "/").body());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "X-Content-Type-Options | nosniff",
        "Referrer-Policy | no-referrer",
        "Cache-Control | no-store"})
    void everyAnswerBearsTheHeader(String name, String value) throws Exception {
        assertEquals(value, ask("GET", "/").headers().firstValue(name).orElse("none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void thePolicyIsSentWithEveryAnswer(String method) throws Exception {
        assertEquals(ContentPolicy.site(), ask(method, "/").headers().firstValue("Content-Security-Policy").orElse("none"));
    }

    @ParameterizedTest
    @CsvSource({"/core.wasm, application/wasm", "/app.webmanifest, application/manifest+json", "/, text/html"})
    void aFileHasItsType(String path, String type) throws Exception {
        assertEquals(type, ask("GET", path).headers().firstValue("Content-Type").orElse("none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void methodsThatCouldChangeSomethingAreRefused(String method) throws Exception {
        HttpResponse<String> answer = ask(method, "/");
        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElse("none"));
    }

    @Test
    void headIsAnsweredWithoutABody() throws Exception {
        HttpResponse<String> answer = ask("HEAD", "/index.html");
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inner/", "/nothing.js", "/..%2fsecret.txt", "/inner/..%2f..%2fsecret.txt"})
    void foldersAndFilesElsewhereAreNotShown(String path) throws Exception {
        int status = ask("GET", path).statusCode();
        assertTrue(status >= 400 && status < 500, path + " was answered with " + status);
    }

    @Test
    void onlyThisMachineIsServed() {
        assertTrue(server.address().startsWith("http://localhost:"), server.address());
    }

    @Test
    void aTakenPortIsRefused() {
        int port = URI.create(server.address()).getPort();
        assertThrows(BindException.class, () -> Server.start(site.toUri(), port));
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, BodyPublishers.noBody()).build();
        return client.send(request, BodyHandlers.ofString());
    }
}
