package unrolled.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** web/style/*.css as one sheet: tokens.css first, since the others use it, then by name; comments left out. */
final class Styles {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/\\s*", Pattern.DOTALL);

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern AROUND = Pattern.compile(" ?([{};,]) ?");

    private Styles() { }

    static String sheet(Path folder) throws IOException {
        Path tokens = folder.resolve("tokens.css");
        StringBuilder sheet = new StringBuilder(Files.readString(tokens));
        for (Path file : Folder.files(folder, ".css")) {
            if (!file.equals(tokens)) {
                sheet.append(Files.readString(file));
            }
        }
        return minified(sheet.toString());
    }

    /** The same style in less space. */
    static String minified(String sheet) {
        String plain = COMMENT.matcher(sheet).replaceAll("");
        return AROUND.matcher(SPACE.matcher(plain).replaceAll(" ")).replaceAll("$1");
    }
}
