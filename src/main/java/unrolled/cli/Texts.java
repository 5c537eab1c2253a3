package unrolled.cli;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import unrolled.data.Unit;
import unrolled.lab.Lab;
import unrolled.preset.Data;

/** Puts a text file in the place of a preset's texts. */
final class Texts {
    // what is run at once: with truncation states are carried from piece to piece of it
    private static final int TRUNCATED = 4096;
    private static final int WHOLE = 256;
    private static final int MOST = 2000;

    private Texts() { }

    /**
     * The preset with the text, cut into pieces.
     *
     * @param keep whether its symbols must be those the model knows
     * @throws BadInput the file or the preset does not suit
     */
    static JsonObject replace(Lab lab, String file, boolean keep) {
        if (!(lab.preset().data().plain() instanceof Data.Texts texts)) {
            throw new BadInput("--text is for a preset that learns to write texts, got \""
                    + lab.preset().lesson().title() + "\"");
        }
        Unit unit = texts.unit();
        List<String> symbols = unit.split(read(file));
        int size = lab.preset().training().method().truncate() > 0 ? TRUNCATED : WHOLE;
        if (symbols.size() < 2 || symbols.size() > (long) size * MOST) {
            throw new BadInput("--text must have 2.." + size * MOST + " symbols for this preset, got " + symbols.size());
        }
        JsonArray pieces = new JsonArray();
        int count = (symbols.size() + size - 1) / size;
        for (int i = 0; i < count; i++) {
            // as even as can be, so that they run side by side
            int from = (int) ((long) symbols.size() * i / count);
            int to = (int) ((long) symbols.size() * (i + 1) / count);
            pieces.add(unit.join(symbols.subList(from, to)));
        }
        JsonObject data = new JsonObject().add("texts", pieces);
        JsonObject document = lab.document();
        JsonObject before = document.get("data").asObject();
        if (before.get("unit") != null) {
            data.add("unit", before.get("unit"));
        }
        if (keep) {
            JsonArray known = new JsonArray();
            lab.preset().data().vocabulary().symbols().forEach(known::add);
            data.add("vocabulary", known);
            document.get("decoding").asObject().set("prime", symbols.get(0));
        }
        return document.set("data", data);
    }

    private static String read(String name) {
        try {
            return Files.readString(Path.of(name));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new BadInput("--text must be a file, got " + name);
        } catch (CharacterCodingException e) {
            throw new BadInput("--text " + name + " must be a text in UTF-8");
        } catch (IOException e) {
            throw new BadInput("--text " + name + " cannot be read: " + (Files.isDirectory(Path.of(name))
                    ? "it is a folder" : e.getMessage()));
        }
    }
}
