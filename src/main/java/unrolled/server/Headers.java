package unrolled.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Adds what a browser should hold to: the content policy, no guessing of types, no address told to others, no devices.
 */
final class Headers extends Handler.Wrapper {
    Headers(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders()
                .put("Content-Security-Policy", ContentPolicy.site())
                .put("X-Content-Type-Options", "nosniff")
                .put("Referrer-Policy", "no-referrer")
                .put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        return super.handle(request, response, callback);
    }
}
