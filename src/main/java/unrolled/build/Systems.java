package unrolled.build;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The README's table of all systems, made from the presets. */
public final class Systems {
    static final String BEGIN = "<!-- systems: made from the presets -->\n";
    static final String END = "<!-- /systems -->\n";

    private Systems() { }

    /** Writes the table into the README anew. Argument: the project's folder. */
    public static void main(String[] args) throws IOException {
        Path readme = Path.of(args[0], "README.md");
        Files.writeString(readme, renewed(Files.readString(readme), Path.of(args[0], "presets")));
    }

    /** The README with the table as it should be. */
    static String renewed(String readme, Path presets) throws IOException {
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        return readme.substring(0, begin) + table(presets) + readme.substring(readme.indexOf(END));
    }

    private static String table(Path presets) throws IOException {
        Map<String, List<String>> groups = new TreeMap<>();
        for (Path file : Folder.files(presets, ".json")) {
            JsonObject preset = Json.parse(Files.readString(file)).asObject();
            String id = file.getFileName().toString().replace(".json", "");
            groups.computeIfAbsent(preset.getString("group", ""), group -> new ArrayList<>())
                    .add("| `" + id + "` | " + preset.getString("title", "") + " | " + net(preset) + " |\n");
        }
        StringBuilder table = new StringBuilder();
        groups.forEach((group, rows) -> table.append("\n**").append(group)
                .append("**\n\n| id | exercise | net |\n| --- | --- | --- |\n").append(String.join("", rows)));
        return table.append("\n").toString();
    }

    /** Its layers from below, and the variants that stand beside it. */
    private static String net(JsonObject preset) {
        List<String> layers = new ArrayList<>();
        for (JsonValue layer : preset.get("model").asObject().get("layers").asArray()) {
            String both = layer.asObject().getString("direction", "forward").equals("both") ? " both ways" : "";
            layers.add(layer.asObject().getString("cell", "lstm") + both);
        }
        String net = String.join(", ", layers);
        JsonValue variants = preset.get("variants");
        if (variants == null) {
            return net;
        }
        List<String> names = new ArrayList<>();
        variants.asArray().forEach(variant -> names.add(variant.asObject().getString("name", "")));
        return net + "; compared: " + String.join(" · ", names);
    }
}
