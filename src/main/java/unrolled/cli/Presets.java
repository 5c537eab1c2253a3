package unrolled.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The text of presets: those that come with the program, by their id, and files. */
final class Presets {
    private static final String ENDING = ".json";

    private Presets() { }

    /**
     * The text of the preset that an argument names: an id, or else a file.
     *
     * @throws BadInput there is neither
     */
    static String text(String idOrFile) {
        SortedMap<String, String> included = included();
        return included.containsKey(idOrFile) ? included.get(idOrFile) : file(idOrFile, included);
    }

    /** Id to text of every preset that comes with the program, in the order of their ids. */
    static SortedMap<String, String> included() {
        URL folder = Presets.class.getResource("/presets/");
        try {
            if (folder == null) {
                return new TreeMap<>();
            }
            URI place = folder.toURI();
            if (!place.getScheme().equals("jar")) {
                return read(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return read(jar.getPath("/presets"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the presets' place is not an address: " + folder, e);
        }
    }

    private static SortedMap<String, String> read(Path folder) throws IOException {
        SortedMap<String, String> presets = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    presets.put(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
                }
            }
        }
        return presets;
    }

    private static String file(String name, SortedMap<String, String> included) {
        try {
            return Files.readString(Path.of(name));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new BadInput("a preset must be a file or one of " + String.join(", ", included.keySet()) + ", got "
                    + name);
        } catch (CharacterCodingException e) {
            throw new BadInput(name + " must be a text in UTF-8");
        } catch (IOException e) {
            throw new BadInput(name + " cannot be read: "
                    + (Files.isDirectory(Path.of(name)) ? "it is a folder" : e.getMessage()));
        }
    }
}
