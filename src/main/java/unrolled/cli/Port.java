package unrolled.cli;

import picocli.CommandLine.Option;

/** The option --port, for the command that serves and for no command at all. */
final class Port {
    @Option(names = "--port", paramLabel = "N", defaultValue = "8080",
            description = "Where the page is served (default: ${DEFAULT-VALUE}; 0: a free port).")
    private int port;

    int value() {
        if (port < 0 || port > 65_535) {
            throw new BadInput("--port must be 0..65535, got " + port);
        }
        return port;
    }
}
