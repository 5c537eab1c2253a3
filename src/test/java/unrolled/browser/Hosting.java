package unrolled.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import unrolled.server.Server;

/** The three ways in which a page reaches its reader. */
enum Hosting {
    /** Served by the server of the product. */
    HOSTED {
        @Override
        String address() {
            return Running.SERVER.address() + "/";
        }
    },
    /** target/site/index.html, opened by double-click. */
    FILE {
        @Override
        String address() {
            return built("target/site/index.html");
        }
    },
    /** target/unrolled.html, as mailed. */
    SINGLE_FILE {
        @Override
        String address() {
            return built("target/unrolled.html");
        }
    };

    abstract String address();

    /** Whether the page may ask for this address: what belongs to the site, and what it made itself. */
    boolean owns(String address) {
        String folder = address().replaceFirst("[^/]*$", "");
        return address.startsWith(folder) || address.startsWith("blob:") || address.startsWith("data:");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String built(String file) {
        Path path = Path.of(file).toAbsolutePath();
        if (!Files.exists(path)) {
            throw new IllegalStateException(file + " must be built before it is tested: mvn package");
        }
        return path.toUri().toString().replaceFirst("^file:/+", "file:///");
    }

    /** Started with the first hosted page, ended with the tests. */
    private static final class Running {
        private static final Server SERVER = start();

        private static Server start() {
            try {
                return Server.start(Path.of("target/site").toUri(), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
