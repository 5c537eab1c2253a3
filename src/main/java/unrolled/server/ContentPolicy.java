package unrolled.server;

/**
 * What the page may load, as a Content-Security-Policy: its own script, style and pictures, a worker from a Blob
 * (which inherits the policy) and WebAssembly; no {@code eval}, nothing from elsewhere. The one home of the policy:
 * the build writes it into the pages, the server sends it as a header. Who may embed the page is left open: courses
 * do.
 */
public final class ContentPolicy {
    private ContentPolicy() { }

    /** For {@code target/site}, where script and style are files beside the page. */
    public static String site() {
        return policy("'self'", "blob: 'self'", "'self'", "'self' blob: data:", "'self'");
    }

    /**
     * For the single file, where script and style stand in the page and are known by their hashes, {@code sha256-…}.
     */
    public static String singleFile(String scriptHash, String styleHash) {
        return policy("'" + scriptHash + "'", "blob:", "'" + styleHash + "'", "blob: data:", "'none'");
    }

    private static String policy(String script, String worker, String style, String images, String connections) {
        return "default-src 'none'; script-src " + script + " 'wasm-unsafe-eval'; worker-src " + worker
                + "; style-src " + style + "; img-src " + images + "; connect-src " + connections
                + "; base-uri 'none'; form-action 'none'";
    }
}
