package unrolled.server;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes one letter: the body of the first POST to a path that only who was told it knows. The server has none unless
 * somebody waits for what a page measures.
 */
public final class Inbox {
    private static final int LONGEST = 1 << 16;
    private static final int DIGITS = 16;

    private final String path;
    private final CompletableFuture<String> letter = new CompletableFuture<>();

    public Inbox() {
        StringBuilder name = new StringBuilder("/inbox/");
        SecureRandom random = new SecureRandom();
        for (int k = 0; k < DIGITS; k++) {
            name.append(String.format("%02x", random.nextInt(1 << Byte.SIZE)));
        }
        path = name.toString();
    }

    /** Where the letter goes, from the server's root. */
    public String path() {
        return path;
    }

    /** The letter, if it comes within so many seconds. */
    public Optional<String> await(long seconds) throws InterruptedException {
        try {
            return Optional.of(letter.get(seconds, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Lets everything through that is not for this inbox. */
    Handler before(Handler next) {
        return new Handler.Wrapper(next) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                boolean ours = HttpMethod.POST.is(request.getMethod()) && Request.getPathInContext(request).equals(path);
                if (!ours || letter.isDone()) {
                    return super.handle(request, response, callback);
                }
                if (request.getLength() < 0 || request.getLength() > LONGEST) {
                    Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
                    return true;
                }
                letter.complete(Content.Source.asString(request, StandardCharsets.UTF_8));
                response.setStatus(HttpStatus.NO_CONTENT_204);
                callback.succeeded();
                return true;
            }
        };
    }
}
