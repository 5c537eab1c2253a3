package unrolled.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** target/unrolled.jar as its user starts it. */
class JarIT {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

    @Test
    void withoutACommandItServesThePageItHolds() throws Exception {
        Process jar = start("--port", "0");
        try (BufferedReader out = jar.inputReader()) {
            String line = String.valueOf(out.readLine());
            Matcher address = ADDRESS.matcher(line);
            assertTrue(address.find(), "the first line must name the address, got " + line);
            HttpRequest request = HttpRequest.newBuilder(URI.create(address.group() + "/")).build();
            String page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
            assertEquals(Files.readString(Path.of("target/site/index.html")), page);
        } finally {
            jar.destroy();
        }
    }

    @Test
    void aTakenPortIsToldInOneLine() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process jar = start("serve", "--port", String.valueOf(other.getLocalPort()));
            String told = new String(jar.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertEquals("port " + other.getLocalPort() + " is taken: choose another with --port", told);
            assertEquals(2, jar.waitFor());
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar", "target/unrolled.jar"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
