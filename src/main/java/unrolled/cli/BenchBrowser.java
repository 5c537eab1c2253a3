package unrolled.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonValue;
import java.awt.Desktop;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unrolled.server.Inbox;
import unrolled.server.Server;

/**
 * Has the benchmark's page measure in a browser: serves it to this machine, opens it and waits for the rows that it
 * sends back to an address nobody else knows.
 */
final class BenchBrowser {
    private static final long TURN_SECONDS = 1;

    private BenchBrowser() { }

    /**
     * The rows as the page sent them.
     *
     * @param command  starts a browser when an address is appended; empty: the one of this desktop
     * @param settings what to measure, as the page reads it from its address
     * @param err      told where the page is
     */
    static List<BenchRow> rows(String command, String settings, PrintWriter err) throws IOException, InterruptedException {
        Inbox inbox = new Inbox();
        try (Server server = Server.start(Serve.site(), 0, inbox)) {
            String address = server.address() + "/bench.html#" + settings + "&report=" + inbox.path();
            err.println("Measuring in a browser, at " + address);
            Optional<Process> browser = open(command, address);
            try {
                return rowsOf(await(inbox, browser));
            } finally {
                browser.ifPresent(Process::destroy);
            }
        }
    }

    private static Optional<Process> open(String command, String address) throws IOException {
        if (command.isEmpty()) {
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(URI.create(address));
            }
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of(command.trim().split("\\s+")));
        words.add(address);
        try {
            return Optional.of(new ProcessBuilder(words).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        } catch (IOException e) {
            throw new BadInput("--browser must start a browser, got " + command + ": " + e.getMessage());
        }
    }

    private static String await(Inbox inbox, Optional<Process> browser) throws InterruptedException {
        while (true) {
            Optional<String> letter = inbox.await(TURN_SECONDS);
            if (letter.isPresent()) {
                return letter.get();
            }
            // one that hands the address to a browser that runs already ends well and at once
            if (browser.isPresent() && !browser.get().isAlive() && browser.get().exitValue() != 0) {
                throw new BadInput("the browser ended with exit code " + browser.get().exitValue()
                        + " before it had measured");
            }
        }
    }

    private static List<BenchRow> rowsOf(String letter) {
        JsonValue told = Json.parse(letter);
        if (told.isObject()) {
            throw new BadInput("the page could not measure: " + told.asObject().getString("error", letter));
        }
        return told.asArray().values().stream().map(BenchRow::of).toList();
    }
}
