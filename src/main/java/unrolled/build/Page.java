package unrolled.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import unrolled.server.ContentPolicy;

/** web/index.html in its two finished forms: beside its files, and with them inside. */
final class Page {
    private static final String CHARSET = "<meta charset=\"utf-8\">";
    private static final String STYLE = "<link rel=\"stylesheet\" href=\"unrolled.css\">";
    private static final String SCRIPT = "<script src=\"unrolled.js\"></script>";
    private static final String ICON = "href=\"icon.svg\"";

    private final String html;

    private Page(String html) {
        this.html = html;
    }

    /** @throws IllegalStateException the page does not have each of the four places exactly once */
    static Page read(Path file) throws IOException {
        String html = Files.readString(file);
        for (String place : new String[] {CHARSET, STYLE, SCRIPT, ICON}) {
            if (html.split(Pattern.quote(place), -1).length != 2) {
                throw new IllegalStateException("web/index.html must have exactly once " + place);
            }
        }
        return new Page(html);
    }

    /** With links to unrolled.js, unrolled.css and icon.svg. */
    String linked() {
        return linked(html);
    }

    /** Any page of the site, with the policy it is served with. */
    static String linked(String html) {
        return withPolicy(html, ContentPolicy.site());
    }

    /** With everything inside: the whole playground in one file. */
    String inlined(String script, String style, Path icon) throws IOException {
        refuse(script, "</script", "<!--");
        refuse(style, "</style");
        String picture = "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(icon));
        return withPolicy(html, ContentPolicy.singleFile(Text.hash(script), Text.hash(style)))
                .replace(ICON, "href=\"" + picture + "\"")
                .replace(STYLE, "<style>" + style + "</style>")
                .replace(SCRIPT, "<script>" + script + "</script>");
    }

    private static String withPolicy(String html, String policy) {
        return html.replace(CHARSET, CHARSET + "\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy
                + "\">");
    }

    private static void refuse(String text, String... endings) {
        for (String ending : endings) {
            int at = text.toLowerCase(Locale.ROOT).indexOf(ending);
            if (at >= 0) {
                throw new IllegalStateException("what stands inside the page must not contain " + ending + ", got "
                        + text.substring(Math.max(0, at - 40), at + ending.length()));
            }
        }
    }
}
