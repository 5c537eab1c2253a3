package unrolled.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves the page to this machine alone: files of one folder, no listings, nothing that changes anything. */
public final class Server implements AutoCloseable {
    private final org.eclipse.jetty.server.Server jetty;
    private final ServerConnector connector;

    private Server(URI site, int port, UnaryOperator<Handler> before) {
        jetty = new org.eclipse.jetty.server.Server();
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setReuseAddress(true);
        jetty.addConnector(connector);
        jetty.getMimeTypes().addMimeMapping("wasm", "application/wasm");
        jetty.getMimeTypes().addMimeMapping("webmanifest", "application/manifest+json");

        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.of(jetty).newResource(site));
        files.setDirAllowed(false);
        // files in the jar all bear one date: a browser could keep an older build's
        files.setCacheControl("no-store");
        jetty.setHandler(new Headers(before.apply(new ReadOnly(files))));
    }

    /**
     * Starts serving.
     *
     * @param site the folder with index.html, on disk or in a jar
     * @param port 1..65535, or 0 for a free one
     * @throws BindException the port is taken or not allowed
     */
    public static Server start(URI site, int port) throws IOException {
        return start(site, port, UnaryOperator.identity());
    }

    /** The same with an inbox before it, for who waits for what the page measures. */
    public static Server start(URI site, int port, Inbox inbox) throws IOException {
        return start(site, port, inbox::before);
    }

    private static Server start(URI site, int port, UnaryOperator<Handler> before) throws IOException {
        Server server = new Server(site, port, before);
        try {
            server.jetty.start();
            return server;
        } catch (Exception e) {
            server.close();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException refused) {
                    throw refused;
                }
            }
            throw new IOException("the server does not start: " + e.getMessage(), e);
        }
    }

    /** The page on the class path, where the build puts it: in the jar, or in the build's classes. */
    public static URI builtSite() {
        URL index = Server.class.getResource("/site/index.html");
        if (index == null) {
            throw new IllegalStateException("the page is not built: run mvn -q package -DskipTests");
        }
        try {
            return new URI(index.toString().replaceFirst("index\\.html$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the page's place is not an address: " + index, e);
        }
    }

    /** The page's address, without a slash at its end. */
    public String address() {
        return "http://localhost:" + connector.getLocalPort();
    }

    /** Waits until the server is stopped. */
    public void join() throws InterruptedException {
        jetty.join();
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop: " + e.getMessage(), e);
        }
    }
}
