package unrolled.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Small conversions of source text. */
final class Text {
    private Text() { }

    /** A JavaScript string literal. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 32).append('"');
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\u2028', '\u2029' -> out.append(String.format("\\u%04x", (int) c));
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** JSON without the space between its tokens. */
    static String withoutSpace(String json) {
        StringBuilder out = new StringBuilder(json.length());
        boolean inString = false;
        for (int k = 0; k < json.length(); k++) {
            char c = json.charAt(k);
            if (c == '"') {
                inString = !inString;
            } else if (inString && c == '\\') {
                out.append(c);
                k++;
            }
            if (inString || " \t\r\n".indexOf(c) < 0) {
                out.append(json.charAt(k));
            }
        }
        return out.toString();
    }

    /** The text's name in a Content-Security-Policy: sha256- and the digest of its UTF-8 bytes in base64. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
