package unrolled.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import unrolled.server.Server;

/** Serves the page until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serve the page to this machine.")
final class Serve implements Callable<Integer> {
    @Mixin
    private Port port;

    @Override
    public Integer call() throws Exception {
        return serve(port.value());
    }

    static int serve(int port) throws IOException, InterruptedException {
        try (Server server = start(port)) {
            System.out.println("Unrolled is at " + server.address() + " (stop it with Ctrl-C)");
            server.join();
        }
        return 0;
    }

    private static Server start(int port) throws IOException {
        try {
            return Server.start(site(), port);
        } catch (BindException e) {
            boolean taken = e.getMessage() != null && e.getMessage().contains("in use");
            throw new BadInput("port " + port + (taken ? " is taken" : " cannot be opened (" + e.getMessage() + ")")
                    + ": choose another with --port");
        }
    }

    /** The built page, or what to do about its absence. */
    static URI site() {
        try {
            return Server.builtSite();
        } catch (IllegalStateException e) {
            throw new BadInput(e.getMessage());
        }
    }
}
